"""Which proxy, by setting and by environment."""

from urllib.request import getproxies_environment

import pytest

from store.errors import NetError
from store.net.addresses import parse
from store.net.proxies import proxy_for

PAPER = parse("http://epaper.linjiang.example/")


@pytest.mark.parametrize(
    ("setting", "used"),
    [
        ("", ""),
        ("none", ""),
        ("proxy.example:3128", "http://proxy.example:3128"),
        ("http://proxy.example", "http://proxy.example:80"),
        ("https://li:p%40@proxy.example", "https://li:p%40@proxy.example:443"),
        ("socks5://proxy.example", "socks5h://proxy.example:1080"),
        ("socks5h://[::1]:9050", "socks5h://[::1]:9050"),
        ("socks4://proxy.example", "socks4a://proxy.example:1080"),
    ],
)
def test_by_setting(setting: str, used: str) -> None:
    assert proxy_for(PAPER, setting, {}) == used


@pytest.mark.parametrize("setting", ["ftp://li:geheim@proxy.example", "http://", "http://h:x"])
def test_what_is_none(setting: str) -> None:
    with pytest.raises(NetError) as caught:
        proxy_for(PAPER, setting, {})
    assert caught.value.code == "proxy"
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    ("variables", "used"),
    [
        ({"http_proxy": "http://a.example:1"}, "http://a.example:1"),
        ({"https_proxy": "http://a.example:1"}, ""),
        ({"all_proxy": "socks5h://a.example:1"}, "socks5h://a.example:1"),
        ({"http_proxy": "http://a.example:1", "all_proxy": "b.example"}, "http://a.example:1"),
    ],
)
def test_by_environment(
    variables: dict[str, str], used: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(PAPER, "", getproxies_environment()) == used
    assert proxy_for(PAPER, "none", getproxies_environment()) == ""


@pytest.mark.parametrize(
    ("spared", "url", "used"),
    [
        ("linjiang.example", "http://epaper.linjiang.example/", False),
        (".linjiang.example", "http://linjiang.example/", False),
        ("other.example, *", "http://linjiang.example/", False),
        ("jiang.example", "http://linjiang.example/", True),
        ("linjiang.example:81", "http://linjiang.example/", True),
        ("linjiang.example:81", "http://linjiang.example:81/", False),
        ("10.0.0.0/8", "http://10.2.3.4/", False),
        ("10.0.0.0/8", "http://11.2.3.4/", True),
        ("[::1]", "http://[::1]/", False),
        ("nonsense/99,", "http://linjiang.example/", True),
    ],
)
def test_what_no_proxy_spares(
    spared: str, url: str, used: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("all_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", spared)
    assert bool(proxy_for(parse(url), "", getproxies_environment())) == used

"""Addresses taken apart, and the private ones among them."""

import pytest

from store.errors import NetError
from store.net.addresses import is_local_name, is_private, literal, parse, shown

PRIVATE = """
127.0.0.1 127.1 2130706433 0x7f000001 0177.0.0.1 0.0.0.0 0 10.2.3.4 172.16.0.1
192.168.1.1 100.64.0.1 169.254.169.254 192.0.2.1 198.18.0.1 224.0.0.1 240.0.0.1
255.255.255.255 ::1 :: fe80::1 fc00::1 fec0::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1
::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:0:7f00:1:0:0:80ff:fffe
"""
PUBLIC = "8.8.8.8 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://Paper.Example:80/a", "http://paper.example/a"),
        ("https://paper.example:8443", "https://paper.example:8443/"),
        (
            "http://临江报.测试/版面?版=一",
            "http://xn--miq311co7g.xn--0zwm56d/%E7%89%88%E9%9D%A2?%E7%89%88=%E4%B8%80",
        ),
        ("http://h.example//a//b;c,d/@e#f", "http://h.example//a//b;c,d/@e"),
        ("http://h.example/%E7?a=%zz", "http://h.example/%E7?a=%zz"),
        (" http://[2001:db8::1]:81/ ", "http://[2001:db8::1]:81/"),
    ],
)
def test_an_address_is_written_in_one_way(url: str, canonical: str) -> None:
    assert parse(url).url == canonical


@pytest.mark.parametrize(
    "url",
    [
        "",
        "paper.example",
        "ftp://paper.example/",
        "gopher://paper.example:70/",
        "file:///etc/passwd",
        "http://",
        "http:///a",
        "http://h:99999/",
        "http://[::1/",
        "http://a b/",
        "http://h\\@evil.example/",
        "http://h/" + "a" * 10_000,
        "javascript:alert(1)",
        "http://.a.example/",
        "http://a..example/",
        f"http://{'a' * 64}.example/",
        f"http://{'a.' * 130}example/",
    ],
)
def test_all_else_is_none(url: str) -> None:
    with pytest.raises(NetError) as caught:
        parse(url)
    assert caught.value.code == "address"


def test_who_asks_is_kept_apart() -> None:
    address = parse("https://li:p%40ss@h.example/a")
    assert (address.user, address.password) == ("li", "p@ss")
    assert "p@ss" not in f"{address!r} {address.url}"


@pytest.mark.parametrize(
    "url",
    [
        "http://li:geheim@h.example/a@b",
        "http://li:geheim/@h/",
        "li:geheim@h",
        "http://li:geheim@h:x/",
    ],
)
def test_no_password_is_shown(url: str) -> None:
    assert "geheim" not in shown(url)
    assert "@b" in shown("http://h.example/a@b")


@pytest.mark.parametrize("location", ["http://[bad", "//[bad", "http://a]b/", "gopher://h:70/x"])
def test_a_redirect_to_no_address_is_told(location: str) -> None:
    with pytest.raises(NetError, match="no address on the web"):
        parse("http://h.example/a").leads_to(location)


def test_a_redirect_keeps_who_asks_within_one_origin() -> None:
    address = parse("https://li:geheim@h.example/a/b")
    assert address.leads_to("../c").user == "li"
    assert address.leads_to("http://h.example/c").user == ""
    assert address.leads_to("//other.example/c").user == ""


def test_a_redirect_may_hold_raw_bytes() -> None:
    raw = "/版面 1".encode("gbk").decode("latin-1")
    assert parse("http://h.example/").leads_to(raw).target == "/%B0%E6%C3%E6%201"


@pytest.mark.parametrize("host", PRIVATE.split())
def test_private_addresses_in_every_form(host: str) -> None:
    ip = literal(host)
    assert ip
    assert is_private(ip)
    assert is_local_name(host)


@pytest.mark.parametrize("host", PUBLIC.split())
def test_the_internet_is_not_private(host: str) -> None:
    ip = literal(host)
    assert ip
    assert not is_private(ip)


def test_names_are_no_addresses() -> None:
    assert literal("paper.example") is None
    assert not is_local_name("paper.example")
    assert is_local_name("paper.LOCALHOST.")

"""Where connections may lead."""

import socket
from collections.abc import Callable

import pytest

from store.errors import NetError
from store.net.client import Client, Request
from store.net.connections import BESIDE, Bound, Limits, TooMuchError
from tests.site.proxies import Http, Proxy, Socks, proxying
from tests.site.troubles import PAGE, Troubles

Named = Callable[..., None]


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Named:
    """Give a function that lets a name stand for addresses, the next time for the next ones."""
    asked = socket.getaddrinfo
    known: dict[str, list[list[str]]] = {}

    def name(host: str, *times: list[str]) -> None:
        known[host] = list(times)

    def found(host: str, port: int, **given: int) -> list[object]:
        times = known.get(host)
        hosts = [host] if times is None else times.pop(0)
        return [each for one in hosts for each in asked(one, port, **given)]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    return name


def test_a_name_that_stands_for_a_private_address(
    named: Named, client: Client, server: Troubles
) -> None:
    named("paper.example", ["127.0.0.1"])
    with pytest.raises(NetError) as caught:
        client.get(Request(f"http://paper.example:{server.server_port}/page"))
    assert caught.value.code == "private"
    assert "--allow-private" in str(caught.value)
    assert server.asked == []


def test_a_proxy_that_answers_for_every_name_is_told(named: Named, client: Client) -> None:
    named("paper.example", ["198.18.0.7"])
    with pytest.raises(NetError, match="--proxy") as caught:
        client.get(Request("http://paper.example/"))
    assert caught.value.code == "private"


def test_a_name_is_asked_for_once(named: Named, client: Client, server: Troubles) -> None:
    """A name that stands for a public address first, and then for a private one, is no way in."""
    named("paper.example", ["127.0.0.1"])  # to ask again would be an IndexError
    url = f"http://paper.example:{server.server_port}/page"
    assert client.get(Request(url, allow_private=True)).body == PAGE


def test_the_next_address_is_tried(named: Named, client: Client, server: Troubles) -> None:
    named("paper.example", ["127.0.0.2", "127.0.0.1"])
    url = f"http://paper.example:{server.server_port}/page"
    assert client.get(Request(url, allow_private=True)).body == PAGE


def test_a_redirect_leads_to_no_private_address(
    named: Named, client: Client, server: Troubles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.net.connections.is_private", lambda ip: str(ip) != "127.0.0.1")
    url = f"{server.url}/redirect/302/?to=http://127.0.0.2:{server.server_port}/page"
    with pytest.raises(NetError) as caught:
        client.get(Request(url))
    assert caught.value.code == "private"
    assert len(server.asked) == 1


def test_a_kept_connection_is_not_for_who_may_not_go_there(
    client: Client, server: Troubles
) -> None:
    client.get(Request(f"{server.url}/page", allow_private=True))
    with pytest.raises(NetError):
        client.get(Request(f"{server.url}/page", pause=0.0))


def test_a_bound_ends() -> None:
    bound = Bound(Limits(connect=1.0, silence=20.0, whole=600.0), left=60.0)
    with socket.socket() as held:
        bound.hold(held)
        assert held.gettimeout() == 20.0
        bound.hold(held, 2.0)
        assert held.gettimeout() == 2.0
        bound.cut()
        with pytest.raises(TimeoutError):
            bound.hold(held)


def test_what_is_left_is_what_is_waited() -> None:
    bound = Bound(Limits(silence=600.0), left=60.0)
    with socket.socket() as held:
        bound.hold(held)
        assert 0 < (held.gettimeout() or 0) <= 60.0


def by(proxy: Proxy, scheme: str, login: str = "") -> str:
    return f"{scheme}://{login}{'@' if login else ''}127.0.0.1:{proxy.port}"


@pytest.mark.parametrize(
    ("kind", "scheme", "asked"),
    [
        (Http, "http", "http://paper.example/page"),
        (Socks, "socks5", "paper.example:80"),
        (Socks, "socks5h", "paper.example:80"),
    ],
)
@pytest.mark.parametrize("login", ["", "li:geheim"])
def test_a_proxy_is_asked_and_resolves_the_name(
    kind: type[Http | Socks], scheme: str, asked: str, login: str, client: Client, server: Troubles
) -> None:
    with proxying(Proxy(kind, server.server_port, login)) as proxy:
        request = Request("http://paper.example/page", proxy=by(proxy, scheme, login))
        assert client.get(request).body == PAGE
        assert proxy.asked == [asked]
    assert server.asked[0].headers["Host"] == "paper.example"


@pytest.mark.parametrize(("kind", "scheme"), [(Http, "http"), (Socks, "socks5h")])
def test_a_proxy_that_refuses(
    kind: type[Http | Socks], scheme: str, client: Client, server: Troubles
) -> None:
    with proxying(Proxy(kind, server.server_port, "li:geheim")) as proxy:
        for url in ("http://paper.example/page", "https://paper.example/page"):
            request = Request(url, proxy=by(proxy, scheme, "li:nicht-geheim"), pause=0.0)
            with pytest.raises(NetError) as caught:
                client.get(request)
            assert caught.value.code == "proxy"
            assert "geheim" not in str(caught.value)
    with pytest.raises(NetError) as caught:
        client.get(Request("http://paper.example/", proxy=by(proxy, scheme), pause=0.0))
    assert caught.value.code == "proxy"
    assert f"127.0.0.1:{proxy.port}" in str(caught.value)
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "[::1]", "10.0.0.1", "a.localhost"]
)
@pytest.mark.parametrize(("kind", "scheme"), [(Http, "http"), (Socks, "socks5h")])
def test_no_proxy_leads_to_a_private_address(
    host: str, kind: type[Http | Socks], scheme: str, client: Client, server: Troubles
) -> None:
    with proxying(Proxy(kind, server.server_port)) as proxy:
        with pytest.raises(NetError) as caught:
            client.get(Request(f"http://{host}/page", proxy=by(proxy, scheme)))
        assert caught.value.code == "private"
        assert proxy.asked == []


def test_the_environment_names_a_proxy(server: Troubles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with proxying(Proxy(Socks, server.server_port)) as proxy:
        monkeypatch.setenv("all_proxy", by(proxy, "socks5h"))
        with Client() as client:
            assert client.get(Request("http://paper.example/page")).body == PAGE
            assert client.get(Request(f"{server.url}/page", allow_private=True)).body == PAGE
        assert len(proxy.asked) == 1


def test_a_body_makes_up_for_what_it_comes_in() -> None:
    bound = Bound(Limits(), 60)
    for _ in range(9):
        bound.came(BESIDE)
        bound.took(BESIDE // 8)
    bound.took(BESIDE)  # no store is laid up
    bound.came(BESIDE)
    with pytest.raises(TooMuchError):
        bound.came(1)

"""Fetching, against a server with every trouble."""

import gzip
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from random import Random
from threading import Thread

import pytest

from store.errors import NetError, Trouble
from store.net.client import Client, Request, Response
from store.net.connections import Limits
from tests.site.server import PaperSite, serving
from tests.site.troubles import BESIDE, ETAG, MODIFIED, PAGE, Troubles


def fetch(client: Client, url: str, **given: object) -> Response:
    return client.get(Request(url, allow_private=True, pause=0.0, **given))  # type: ignore[arg-type]


def trouble(client: Client, url: str, **given: object) -> NetError:
    with pytest.raises(NetError) as caught:
        fetch(client, url, **given)
    return caught.value


def test_a_page_comes(client: Client, server: Troubles) -> None:
    answer = fetch(client, f"{server.url}/page")
    assert (answer.status, answer.body) == (200, PAGE)
    assert answer.type == "text/html; charset=utf-8"
    assert (answer.url, answer.moved) == (f"{server.url}/page", "")


@pytest.mark.parametrize("validator", [{"etag": ETAG}, {"modified": MODIFIED}])
def test_what_has_not_changed_is_not_sent(
    validator: dict[str, str], client: Client, server: Troubles
) -> None:
    first = fetch(client, f"{server.url}/tagged")
    assert (first.etag, first.modified) == (ETAG, MODIFIED)
    again = fetch(client, f"{server.url}/tagged", **validator)
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "code", "status"),
    [
        ("status/403", "refused", 403),
        ("nothing", "missing", 404),
        ("status/410", "missing", 410),
        ("status/429", "busy", 429),
        ("status/500", "status", 500),
        ("status/204", "status", 204),
        ("status/304", "status", 304),
        ("loop", "loop", 0),
        ("endless-way", "loop", 0),
        ("gzip?cut=5", "encoding", 0),
        ("bomb/gzip", "too_large", 0),
        ("bomb/br", "encoding", 0),
        ("bomb/zstd", "encoding", 0),
        ("bomb/gzip, gzip", "encoding", 0),
        ("endless", "too_large", 0),
        ("half", "broken", 0),
        ("half/chunked", "broken", 0),
        ("half/reset", "broken", 0),
        ("no-http", "broken", 0),
    ],
)
def test_trouble_is_told_apart(
    path: str, code: Trouble, status: int, client: Client, server: Troubles
) -> None:
    error = trouble(client, f"{server.url}/{path}")
    assert (error.code, error.status) == (code, status)
    assert server.url in str(error)


@pytest.mark.parametrize("path", ["silent", "silent/body", "dribble", "dribble/headers"])
def test_patience_ends(path: str, hasty: Client, server: Troubles) -> None:
    assert trouble(hasty, f"{server.url}/{path}").code == "timeout"


@pytest.mark.parametrize("kind", BESIDE)
def test_what_belongs_to_no_page_is_soon_too_much(
    kind: str, client: Client, server: Troubles
) -> None:
    error = trouble(client, f"{server.url}/beside/{kind}")
    assert error.code == "too_large"
    assert str(error).endswith("127.0.0.1 sends more than 256 KB that belong to no page.")


def test_a_body_may_come_in_the_smallest_chunks(client: Client, server: Troubles) -> None:
    assert len(fetch(client, f"{server.url}/chunks/90000").body) == 90000


def test_when_to_come_again_is_told(client: Client, server: Troubles) -> None:
    assert trouble(client, f"{server.url}/status/429?after=3").retry_after == 3.0
    assert trouble(client, f"{server.url}/status/429").retry_after is None


def test_redirects_are_followed_and_lasting_ones_told(client: Client, server: Troubles) -> None:
    answer = fetch(client, f"{server.url}/redirect/301/redirect/302/page")
    assert answer.body == PAGE
    assert answer.url == f"{server.url}/page"
    assert answer.moved == f"{server.url}/redirect/302/page"


def test_a_redirect_may_lead_where_it_began_to_set_a_cookie(
    client: Client, server: Troubles
) -> None:
    assert fetch(client, f"{server.url}/cookie-first").body == PAGE
    fetch(client, f"{server.url}/cookie-first")
    assert len(server.asked) == 3


@pytest.mark.parametrize("kind", ["video/mp4", "Audio/mpeg; x"])
def test_sound_and_film_are_not_taken(kind: str, client: Client, server: Troubles) -> None:
    assert trouble(client, f"{server.url}/page?type={kind}").code == "type"


def test_more_than_is_wanted_is_too_much(client: Client, server: Troubles) -> None:
    assert fetch(client, f"{server.url}/page", most=len(PAGE)).body == PAGE
    assert trouble(client, f"{server.url}/page", most=len(PAGE) - 1).code == "too_large"


def test_who_asks_is_told_to_one_origin_alone(client: Client, server: Troubles) -> None:
    login = server.url.replace("//", "//li:geheim@")
    other = server.url.replace("127.0.0.1", "localhost")
    answers = [
        fetch(client, f"{login}/redirect/301/page"),
        fetch(client, f"{login}/redirect/301/?to={other}/page"),
    ]
    sent = [asked.headers.get("Authorization") for asked in server.asked]
    assert sent == [*["Basic bGk6Z2VoZWlt"] * 3, None]
    assert "geheim" not in f"{answers!r}"


@pytest.mark.parametrize("path", ["status/401", "loop", "half", "gzip?cut=5", "bomb/gzip", "?to=:"])
def test_no_trouble_tells_who_asks(path: str, client: Client, server: Troubles) -> None:
    error = trouble(client, f"{server.url.replace('//', '//li:geheim@')}/{path}")
    assert "geheim" not in str(error)
    assert "geheim" not in repr(Request(f"http://li:geheim@{path}", proxy="http://li:geheim@p"))


def test_how_one_asks(client: Client, server: Troubles) -> None:
    fetch(client, f"{server.url}/page")
    fetch(client, f"{server.url}/page", agent="读者\r\nX-Evil: 1", accept="text/xml")
    first, second = (asked.headers for asked in server.asked)
    assert first["User-Agent"].startswith("Mozilla/5.0 ")
    assert first["User-Agent"].endswith(" dubao")
    assert first["Accept-Encoding"] == "gzip"
    assert second["User-Agent"].encode("latin-1").decode() == "读者 X-Evil: 1"
    assert second["Accept"] == "text/xml"
    assert "X-Evil" not in second


def test_cookies_of_a_file_are_sent(client: Client, server: Troubles, tmp_path: Path) -> None:
    file = tmp_path / "cookies.txt"
    file.write_text("127.0.0.1\tFALSE\t/\tFALSE\t0\tlogin\tgeheim\n")
    fetch(client, f"{server.url}/page", cookies=str(file))
    fetch(client, f"{server.url}/page")
    assert [asked.headers.get("Cookie") for asked in server.asked] == ["login=geheim", None]


def test_a_connection_is_kept_and_one_that_was_closed_is_made_again(
    client: Client, server: Troubles
) -> None:
    assert fetch(client, f"{server.url}/dropped").body == PAGE
    assert fetch(client, f"{server.url}/page").body == PAGE


def test_who_hangs_up_is_not_asked_again(client: Client, server: Troubles) -> None:
    assert trouble(client, f"{server.url}/raw/").code == "broken"
    assert len(server.asked) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="others answer whoever waits in a full queue")
def test_no_connection_in_time(server: Troubles) -> None:
    with socket.socket() as deaf, socket.socket() as waiting:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        waiting.connect(deaf.getsockname())  # whoever comes now is not even heard
        port = deaf.getsockname()[1]
        with Client(Limits(connect=0.05, silence=5.0, whole=5.0)) as client:
            error = trouble(client, f"http://127.0.0.1:{port}/")
    assert (error.code, str(error)) == (
        "timeout",
        f"http://127.0.0.1:{port}/: no connection to 127.0.0.1 within 0.05 s.",
    )


@pytest.mark.parametrize("path", ["silent", "dribble", "dribble/chunked", "endless"])
def test_to_close_ends_what_goes_on(path: str, client: Client, server: Troubles) -> None:
    caught: list[NetError] = []

    def ask() -> None:
        caught.append(trouble(client, f"{server.url}/{path}", most=2**62))

    thread = Thread(target=ask)
    thread.start()
    server.came.wait()
    client.close()
    thread.join()
    assert caught[0].code == "stopped"
    assert trouble(client, f"{server.url}/page").code == "stopped"


def test_what_was_cut_off_is_not_whole(
    client: Client, server: Troubles, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A body that ends with its connection looks whole wherever that ends."""

    def read(*given: object) -> bytes:
        client.close()
        return PAGE[:20]

    monkeypatch.setattr("store.net.bodies.read", read)
    assert trouble(client, f"{server.url}/page").code == "stopped"


def test_no_two_ask_one_host_at_once(client: Client, server: Troubles) -> None:
    with ThreadPoolExecutor(4) as threads:
        urls = [f"{server.url}/page?{number}" for number in range(8)]
        answers = list(threads.map(lambda url: fetch(client, url), urls))
    assert [answer.url for answer in answers] == urls
    assert server.connections == 1


@pytest.mark.parametrize("seed", range(40))
def test_whatever_comes_is_an_answer_or_a_trouble(
    seed: int, hasty: Client, server: Troubles
) -> None:
    chance = Random(seed)
    sound = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    packed = gzip.compress(PAGE)
    whole = bytearray(sound + b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(whole))
        whole[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
    with suppress(NetError):
        assert fetch(hasty, f"{server.url}/raw/{whole.hex()}").status in (200, 203)


def test_what_is_posted_goes_to_the_host_itself_alone(client: Client) -> None:
    with serving(PaperSite()) as site:
        site.reply("/ask", lambda posted: posted.decode() + "!")
        given = {"body": b"what", "headers": (("X-Asked-By", "dubao"),)}
        assert fetch(client, f"{site.url}/ask", **given).body == b"what!"
        site.put("/moved", b"", 302, Location="/elsewhere")
        site.put("/elsewhere", b"there")
        assert fetch(client, f"{site.url}/moved", **given).body == b"there"
        asked = [(each.path, each.body, each.headers.get("X-Asked-By")) for each in site.asked]
        assert asked[1:] == [("/moved", b"what", "dubao"), ("/elsewhere", b"", None)]

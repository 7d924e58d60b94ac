"""Bodies within a bound, as they come and as they open."""

import gzip
import zlib
from io import BytesIO
from threading import Event, Semaphore, Thread

import pytest
from urllib3 import HTTPResponse

from store.errors import NetError, Trouble
from store.net.bodies import LIGHT, PIECE, read
from store.net.connections import Bound, Limits

TEXT = b"".join(b"%d;" % number for number in range(10_000))


def opened(body: bytes, encoding: str, most: int, heavy: Semaphore | None = None) -> bytes:
    bound = Bound(Limits(), 60)
    return read(answered(body, encoding), most, "http://a.example/", heavy or Semaphore(1), bound)


def answered(body: bytes, encoding: str) -> HTTPResponse:
    return HTTPResponse(
        BytesIO(body), headers={"Content-Encoding": encoding}, preload_content=False
    )


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (TEXT, ""),
        (TEXT, "none"),
        (TEXT, "utf-8"),
        (gzip.compress(TEXT), "gzip"),
        (gzip.compress(TEXT), "GZip"),
        (gzip.compress(TEXT), "deflate"),
        (zlib.compress(TEXT), "deflate"),
        (zlib.compress(TEXT, 0), "deflate"),
        (gzip.compress(TEXT[:1000]) + gzip.compress(TEXT[1000:]), "gzip"),
        (gzip.compress(TEXT) + b"\r\n\0\0", "gzip"),
    ],
)
def test_a_body_is_opened(body: bytes, encoding: str) -> None:
    assert opened(body, encoding, len(TEXT) + 99) == TEXT


def test_nothing_is_nothing_however_it_is_said_to_be_compressed() -> None:
    assert opened(b"", "gzip", 10) == b""


@pytest.mark.parametrize("over", [0, 1, 2, PIECE - 1, PIECE, PIECE + 1])
def test_every_length_opens(over: int) -> None:
    text = bytes(PIECE + over)
    assert opened(zlib.compress(text), "deflate", len(text)) == text


@pytest.mark.parametrize(
    ("body", "encoding", "code"),
    [
        (TEXT, "gzip", "encoding"),
        (gzip.compress(TEXT)[:-9], "gzip", "encoding"),
        (gzip.compress(TEXT[:10]) + gzip.compress(TEXT[10:])[:-9], "gzip", "encoding"),
        (TEXT, "br", "encoding"),
        (gzip.compress(gzip.compress(TEXT)), "gzip, gzip", "encoding"),
        (TEXT + b"x", "", "too_large"),
        (gzip.compress(TEXT + b"x"), "gzip", "too_large"),
        (gzip.compress(b"") * 100_000, "gzip", "too_large"),
    ],
)
def test_what_is_not_whole_or_too_much(body: bytes, encoding: str, code: Trouble) -> None:
    with pytest.raises(NetError) as caught:
        opened(body, encoding, len(TEXT))
    assert caught.value.code == code


def test_of_large_bodies_few_grow_at_once() -> None:
    heavy, done = Semaphore(1), Event()
    large = gzip.compress(bytes(LIGHT + 1))

    def grow() -> None:
        opened(large, "gzip", 2**24, heavy)
        done.set()

    with heavy:
        thread = Thread(target=grow)
        thread.start()
        assert opened(bytes(LIGHT), "", 2**24, heavy) == bytes(LIGHT)
        assert not done.is_set()
    thread.join()
    assert done.is_set()


def test_a_large_body_that_fails_makes_room() -> None:
    heavy = Semaphore(1)
    for _ in range(3):
        with pytest.raises(NetError):
            opened(gzip.compress(bytes(LIGHT * 3)), "gzip", LIGHT * 2, heavy)
    assert heavy.acquire(blocking=False)

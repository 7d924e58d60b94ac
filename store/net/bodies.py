"""What a server sends, read within a bound: of the bytes as they come, and of what they become.

We ask for gzip alone, which every server has. What comes compressed in another way is not opened:
Brotli and Zstandard make a page of a paper smaller by a tenth, and are two libraries more.
"""

import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from threading import Semaphore

from urllib3 import BaseHTTPResponse

from store.errors import NetError
from store.net.connections import Bound

PIECE = 2**14
"""Bytes that are taken at a time: what TLS sends in one record."""

LIGHT, HEAVY = 2**19, 2
"""Bytes of a body that anyone may hold, and how many hold more at a time: of 32 bombs that go off
at once, two grow, and the others wait."""

_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_GZIP_AGAIN = b"\x1f"

ZIPPED = {"gzip", "x-gzip", "deflate"}
"""Names of what zlib opens (RFC 9110, 8.4.1)."""

STRANGE = {"br", "zstd", "compress"}
"""Names of what it does not. Others, such as ``none`` or ``utf-8``, are mistakes for nothing."""


def read(answer: BaseHTTPResponse, most: int, url: str, heavy: Semaphore, bound: Bound) -> bytes:
    """Return the body of `answer`, decompressed; beyond `LIGHT` it grows while it has `heavy`.

    `bound` is told what of all that comes is the body.

    Raises NetError when it is larger than `most` bytes, or not whole; and what urllib3 raises when
    the connection fails.
    """
    encodings = [each.strip() for each in answer.headers.get("Content-Encoding", "").split(",")]
    names = [name.lower() for name in encodings]
    zipped = [name for name in names if name in ZIPPED]
    if strange := [name for name in names if name in STRANGE] or zipped[1:]:
        raise NetError(
            "{url}: it comes compressed as {encoding}, which dubao did not ask for.",
            "encoding",
            url=url,
            encoding=strange[0],
        )
    pieces = _few(_coming(answer, bound), most, url)
    if zipped:
        pieces = _few(_opened(pieces, url), most, url)
    body = bytearray()
    with ExitStack() as held:
        for piece in pieces:
            if len(body) <= LIGHT < len(body) + len(piece):
                held.enter_context(heavy)
            body += piece
        return bytes(body)


def _coming(answer: BaseHTTPResponse, bound: Bound) -> Iterator[bytes]:
    """Yield the body piece by piece, as it comes."""
    while piece := answer.read1(PIECE, decode_content=False):
        bound.took(len(piece))
        yield piece


def _few(pieces: Iterator[bytes], most: int, url: str) -> Iterator[bytes]:
    """Yield `pieces`. Raises NetError before one that makes them more than `most` bytes."""
    came = 0
    for piece in pieces:
        came += len(piece)
        if came > most:
            raise NetError(
                "{url}: larger than {most} MB, the most that dubao fetches of one address.",
                "too_large",
                url=url,
                most=most >> 20,
            )
        yield piece


def _opened(pieces: Iterator[bytes], url: str) -> Iterator[bytes]:
    """Yield what is in gzip or zlib, in several of them if more follow (RFC 1952, 2.2).

    Raises NetError when it is not whole.
    """
    opener = zlib.decompressobj(_GZIP_OR_ZLIB)
    begun = False
    for piece in pieces:
        opened = b""
        while piece or (len(opened) == PIECE and not opener.eof):
            if opener.eof:
                if piece[:1] != _GZIP_AGAIN:  # padding
                    return
                opener = zlib.decompressobj(_GZIP_OR_ZLIB)
            try:
                opened = opener.decompress(piece, PIECE)
            except zlib.error as error:
                raise _not_whole(url) from error
            yield opened
            piece = opener.unconsumed_tail or opener.unused_data
            begun = True
    if begun and not opener.eof:
        raise _not_whole(url)


def _not_whole(url: str) -> NetError:
    return NetError(
        "{url}: what came is damaged, or not whole; it can be fetched again.", "encoding", url=url
    )

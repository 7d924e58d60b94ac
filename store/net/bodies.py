"""What a server sends, read within a bound: of the bytes as they come, and of what they become.

We ask for gzip alone, which every server has. What comes compressed in another way is not opened:
Brotli and Zstandard make a page of a paper smaller by a tenth, and are two libraries more.
"""

import zlib

from urllib3 import BaseHTTPResponse

from store.errors import NetError

PIECE = 2**14
"""Bytes that are taken at a time: what TLS sends in one record."""

_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_GZIP_AGAIN = b"\x1f"

ZIPPED = {"gzip", "x-gzip", "deflate"}
"""Names of what zlib opens (RFC 9110, 8.4.1)."""

STRANGE = {"br", "zstd", "compress"}
"""Names of what it does not. Others, such as ``none`` or ``utf-8``, are mistakes for nothing."""


def read(answer: BaseHTTPResponse, most: int, url: str) -> bytes:
    """Return the body of `answer`, decompressed.

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
    body = Unzipped(most, url) if zipped else Plain(most, url)
    came = 0
    while piece := answer.read1(PIECE, decode_content=False):
        came += len(piece)
        if came > most:
            raise too_large(url, most)
        body.add(piece)
    return body.whole()


def too_large(url: str, most: int) -> NetError:
    """Return that what comes from `url` has more than `most` bytes."""
    return NetError(
        "{url}: larger than {most} MB, the most that dubao fetches of one address.",
        "too_large",
        url=url,
        most=most >> 20,
    )


class Plain:
    """A body as it comes, of `most` bytes."""

    def __init__(self, most: int, url: str) -> None:
        self._most = most
        self._url = url
        self._body = bytearray()

    def add(self, piece: bytes) -> None:
        """Take the next bytes. Raises NetError when they are too many."""
        self._body += piece
        if len(self._body) > self._most:
            raise too_large(self._url, self._most)

    def whole(self) -> bytes:
        """Return the body, now that no more comes."""
        return bytes(self._body)


class Unzipped(Plain):
    """A body of gzip or zlib, several of them one after another (RFC 1952, 2.2)."""

    def __init__(self, most: int, url: str) -> None:
        super().__init__(most, url)
        self._open = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._begun = False

    def add(self, piece: bytes) -> None:
        """Take the next bytes as they come. Raises NetError, also when they cannot be opened."""
        opened = b""
        while piece or len(opened) == PIECE:
            if self._open.eof:
                if piece[:1] != _GZIP_AGAIN:  # padding
                    return
                self._open = zlib.decompressobj(_GZIP_OR_ZLIB)
            self._begun = True
            try:
                opened = self._open.decompress(piece, PIECE)
            except zlib.error as error:
                raise self._not_whole() from error
            super().add(opened)
            piece = self._open.unconsumed_tail or self._open.unused_data

    def whole(self) -> bytes:
        """Return the body. Raises NetError when it ends too early."""
        if self._begun and not self._open.eof:
            raise self._not_whole()
        return super().whole()

    def _not_whole(self) -> NetError:
        return NetError(
            "{url}: what came is damaged, or not whole; it can be fetched again.",
            "encoding",
            url=self._url,
        )

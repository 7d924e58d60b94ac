"""A server with every trouble that a server can be: the address says which.

``/redirect/301/PATH``, ``/status/429?after=3``, ``/bomb/gzip`` and so on (see `TROUBLES`). To be
tried by hand: ``python -m tests.site.troubles PORT``.
"""

import gzip
import socket
import ssl
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

PAGE = "<html><head><title>临江报</title></head><body>喜讯传遍临江城。</body></html>".encode()
ETAG = '"lin-7"'
MODIFIED = "Tue, 05 Mar 2024 00:12:00 GMT"
GZIPPED_MB = 20
"""Megabytes that a bomb becomes."""


class Asked(NamedTuple):
    """What the server was asked for."""

    path: str
    headers: dict[str, str]


class Troubles(ThreadingHTTPServer):
    """Serves troubles.

    `asked` is what it was asked for, `came` says that it was, and `gone` ends what goes on.
    """

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__((host, port), Handler)
        self.asked: list[Asked] = []
        self.connections = 0
        self.came = Event()
        self.gone = Event()
        self.scheme = "http"

    @property
    def url(self) -> str:
        """Where it is."""
        host = str(self.server_address[0])
        return f"{self.scheme}://{host}:{self.server_port}"

    def speak_tls(self, certificate: str, known: str = "") -> None:
        """Speak TLS from now on, with the key and the certificate in this file.

        Whoever asks must be `known`, if that is a file of a certificate.
        """
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        if known:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(known)
        self.socket = context.wrap_socket(
            self.socket, server_side=True, do_handshake_on_connect=False
        )
        self.scheme = "https"

    def process_request(self, request: Any, client_address: Any) -> None:
        """Count a connection."""
        self.connections += 1
        super().process_request(request, client_address)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: that clients leave is what is tried here."""


@contextmanager
def serving(server: Troubles) -> Iterator[Troubles]:
    """Let `server` serve meanwhile."""
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.gone.set()
        server.shutdown()
        server.server_close()
        thread.join()


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Troubles
    dropped = False

    def log_message(self, *given: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with the trouble that the path begins with."""
        if self.dropped:
            self.close_connection = True
            return
        parts = urlsplit(self.path)
        self.server.asked.append(
            Asked(self.path, {name.title(): value for name, value in self.headers.items()})
        )
        self.server.came.set()
        self.switches = {name: values[0] for name, values in parse_qs(parts.query).items()}
        trouble, _, rest = parts.path[1:].partition("/")
        TROUBLES.get(trouble, _missing)(self, rest)

    def start(self, status: int, headers: dict[str, str], length: int | None) -> None:
        """Send a status and headers; without a length the body lasts as long as the connection."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if length is None:
            self.send_header("Connection", "close")
            self.close_connection = True
        else:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        """Answer soundly."""
        self.start(status, headers, len(body))
        self.wfile.write(body)

    def drip(self, piece: bytes) -> None:
        """Send `piece` again and again, with moments between."""
        while not self.server.gone.wait(0.005):
            self.wfile.write(piece)


@cache
def bomb() -> bytes:
    """Return what becomes `GZIPPED_MB`."""
    packer = zlib.compressobj(9, wbits=31)
    pieces = [packer.compress(bytes(2**20)) for _ in range(GZIPPED_MB)]
    return b"".join((*pieces, packer.flush()))


def _missing(handler: Handler, rest: str) -> None:
    handler.answer(404, {}, b"nothing here")


def _page(handler: Handler, rest: str) -> None:
    """Send a sound page; ``?type=`` and ``?encoding=`` say what it pretends to be."""
    headers = {"Content-Type": handler.switches.get("type", "text/html; charset=utf-8")}
    if encoding := handler.switches.get("encoding"):
        headers["Content-Encoding"] = encoding
    handler.answer(200, headers, PAGE)


def _tagged(handler: Handler, rest: str) -> None:
    """Send a page with validators, or say that it has not changed."""
    headers = {"ETag": ETAG, "Last-Modified": MODIFIED}
    same = handler.headers["If-None-Match"] == ETAG
    if same or handler.headers["If-Modified-Since"] == MODIFIED:
        handler.start(304, headers, 0)
    else:
        handler.answer(200, headers, PAGE)


def _status(handler: Handler, rest: str) -> None:
    """Answer ``/status/429?after=3`` with 429, Retry-After: 3."""
    after = handler.switches.get("after")
    handler.answer(int(rest), {"Retry-After": after} if after else {}, b"")


def _redirect(handler: Handler, rest: str) -> None:
    """Lead from ``/redirect/301/page`` to ``/page``, or to what is in ``?to=``."""
    status, _, path = rest.partition("/")
    location = handler.switches.get("to", f"/{path}").encode().decode("latin-1")
    handler.answer(int(status), {"Location": location}, b"")


def _loop(handler: Handler, rest: str) -> None:
    """Lead to itself."""
    handler.answer(302, {"Location": handler.path}, b"")


def _endless_way(handler: Handler, rest: str) -> None:
    """Lead on and on."""
    handler.answer(302, {"Location": f"/endless-way/{int(rest or 0) + 1}"}, b"")


def _cookie_first(handler: Handler, rest: str) -> None:
    """Lead to itself until the cookie comes that it sets."""
    if "seen=yes" in handler.headers.get("Cookie", ""):
        handler.answer(200, {}, PAGE)
    else:
        handler.answer(302, {"Location": handler.path, "Set-Cookie": "seen=yes; Path=/"}, b"")


def _gzip(handler: Handler, rest: str) -> None:
    """Send a page compressed; ``?form=zlib`` in another form, ``?cut=5`` without its end."""
    body = zlib.compress(PAGE) if handler.switches.get("form") == "zlib" else gzip.compress(PAGE)
    cut = int(handler.switches.get("cut", 0))
    handler.answer(200, {"Content-Encoding": "gzip"}, body[: len(body) - cut])


def _bomb(handler: Handler, rest: str) -> None:
    """Send what becomes `GZIPPED_MB`, and call it what is named behind ``/bomb/``."""
    handler.answer(200, {"Content-Encoding": unquote(rest)}, bomb())


def _endless(handler: Handler, rest: str) -> None:
    """Send a body without an end, as fast as it goes."""
    handler.start(200, {}, None)
    while not handler.server.gone.is_set():
        handler.wfile.write(bytes(2**16))


def _beside(handler: Handler, rest: str) -> None:
    """Send without an end, as fast as it goes, what is no body: it is named behind ``/beside/``."""
    ahead, again = BESIDE[rest]
    handler.wfile.write(ahead)
    while not handler.server.gone.is_set():
        handler.wfile.write(again * 1000)


def _chunks(handler: Handler, rest: str) -> None:
    """Send a body of so many bytes in chunks of one, with trailers behind it."""
    handler.wfile.write(_CHUNKED + b"1\r\nx\r\n" * int(rest) + b"0\r\nX-Sum: none\r\n\r\n")
    handler.close_connection = True


def _dribble(handler: Handler, rest: str) -> None:
    """Send a body, or what is named behind ``/dribble/``, byte by byte."""
    if rest == "headers":
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    elif rest == "chunked":
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.drip(b"1\r\nx\r\n")
    else:
        handler.start(200, {}, 2**20)
    handler.drip(b"x")


def _silent(handler: Handler, rest: str) -> None:
    """Send nothing, or for ``/silent/body`` a part of the body and then nothing."""
    if rest == "body":
        handler.start(200, {}, len(PAGE))
        handler.wfile.write(PAGE[:20])
    handler.server.gone.wait()


def _half(handler: Handler, rest: str) -> None:
    """Send a part of a body, and end; for ``/half/reset`` as a host does that has crashed."""
    if rest == "chunked":
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"%x\r\n" % len(PAGE) + PAGE[:20])
    else:
        handler.start(200, {}, len(PAGE))
        handler.wfile.write(PAGE[:20])
    handler.close_connection = True
    if rest == "reset":
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _dropped(handler: Handler, rest: str) -> None:
    """Send a page, and close the connection when it is used again."""
    handler.answer(200, {}, PAGE)
    handler.dropped = True


def _no_http(handler: Handler, rest: str) -> None:
    """Send something that is no HTTP."""
    handler.wfile.write(b"220 mail.linjiang.example ready\r\n")
    handler.close_connection = True


def _raw(handler: Handler, rest: str) -> None:
    """Send the bytes that are written behind ``/raw/`` in hexadecimal digits, and close."""
    handler.wfile.write(bytes.fromhex(rest))
    handler.close_connection = True


def _robots(handler: Handler, rest: str) -> None:
    """Ask robots to wait."""
    handler.answer(200, {"Content-Type": "text/plain"}, b"User-agent: *\nCrawl-delay: 120\n")


def _cookies(handler: Handler, rest: str) -> None:
    """Set a cookie, such as that of ``/cookies/a=1``."""
    handler.answer(200, {"Set-Cookie": f"{unquote(rest)}; Path=/"}, PAGE)


_CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

BESIDE = {
    "continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "trailers": (_CHUNKED + b"4\r\npage\r\n0\r\n", b"X-More: of it\r\n"),
    "chunks": (_CHUNKED, b"1;" + b"x" * 5000 + b"\r\nx\r\n"),
}
"""What may be sent beside a body: its beginning, and what then comes again and again."""

TROUBLES: dict[str, Callable[[Handler, str], None]] = {
    "page": _page,
    "tagged": _tagged,
    "status": _status,
    "redirect": _redirect,
    "loop": _loop,
    "endless-way": _endless_way,
    "cookie-first": _cookie_first,
    "cookies": _cookies,
    "gzip": _gzip,
    "bomb": _bomb,
    "endless": _endless,
    "beside": _beside,
    "chunks": _chunks,
    "dribble": _dribble,
    "silent": _silent,
    "half": _half,
    "dropped": _dropped,
    "no-http": _no_http,
    "raw": _raw,
    "robots.txt": _robots,
}
"""What there is, by the first part of the path."""


if __name__ == "__main__":
    with Troubles(port=int(sys.argv[1])) as server:
        print(server.url)
        server.serve_forever()

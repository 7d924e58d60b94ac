"""Proxies that lead whatever is asked for to one server: by HTTP, by CONNECT, and by SOCKS 5.

`asked` is what they were asked for, as far as a proxy sees it.
"""

import base64
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread


class Proxy(ThreadingTCPServer):
    """Leads to the server at the port `target`; a `login` such as ``li:geheim`` is asked for."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, handler: type["Http | Socks"], target: int, login: str = "") -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.target = target
        self.login = login
        self.asked: list[str] = []

    @property
    def port(self) -> int:
        """Where it is on this machine."""
        return int(self.server_address[1])


@contextmanager
def proxying(proxy: Proxy) -> Iterator[Proxy]:
    """Let `proxy` serve meanwhile."""
    Thread(target=proxy.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield proxy
    finally:
        proxy.shutdown()
        proxy.server_close()


class _Leading(StreamRequestHandler):
    server: Proxy

    def lead(self, first: bytes = b"") -> None:
        """Pass bytes on, `first` before all others, until a side is done."""
        with socket.create_connection(("127.0.0.1", self.server.target)) as there:
            there.sendall(first)
            Thread(target=_pump, args=(self.connection, there), daemon=True).start()
            _pump(there, self.connection)


class Http(_Leading):
    """A proxy for plain HTTP, and for tunnels."""

    def handle(self) -> None:
        """Read a request and lead on what asks it."""
        lines = []
        while (line := self.rfile.readline()) not in (b"\r\n", b""):
            lines.append(line)
        method, url, version = lines[0].split()
        self.server.asked.append(url.decode())
        wanted = base64.b64encode(self.server.login.encode())
        if not any(wanted in line for line in lines if b"proxy-auth" in line.lower() or not wanted):
            self.wfile.write(b"HTTP/1.1 407 Who asks?\r\nContent-Length: 0\r\n\r\n")
        elif method == b"CONNECT":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
            self.lead()
        else:
            path = b"/" + url.split(b"/", 3)[3]
            self.lead(b"".join([b"%s %s %s\r\n" % (method, path, version), *lines[1:], b"\r\n"]))


class Socks(_Leading):
    """A proxy for SOCKS 5 (RFC 1928, 1929)."""

    def handle(self) -> None:
        """Read who asks for which host, and lead there."""
        _, methods = self.rfile.read(2)
        self.rfile.read(methods)
        self.wfile.write(b"\x05\x02" if self.server.login else b"\x05\x00")
        if self.server.login:
            self.rfile.read(1)
            given = ":".join(self.rfile.read(self.rfile.read(1)[0]).decode() for _ in range(2))
            self.wfile.write(b"\x01\x00" if given == self.server.login else b"\x01\x01")
        _, _, _, kind = self.rfile.read(4)
        host = (
            self.rfile.read(self.rfile.read(1)[0]).decode()
            if kind == 3
            else socket.inet_ntoa(self.rfile.read(4))
        )
        (port,) = struct.unpack(">H", self.rfile.read(2))
        self.server.asked.append(f"{host}:{port}")
        self.wfile.write(b"\x05\x00\x00\x01" + bytes(6))
        self.lead()


def _pump(out: socket.socket, into: socket.socket) -> None:
    with suppress(OSError):
        while piece := out.recv(2**16):
            into.sendall(piece)
    with suppress(OSError):
        into.shutdown(socket.SHUT_WR)

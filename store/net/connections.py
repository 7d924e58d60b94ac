"""Connections that go nowhere but where they may, and wait no longer than their request may.

A name is resolved once, here, and each address is judged before it is connected to: what a name
stands for a moment later (DNS rebinding) is never asked for. A proxy is where its owner wants it,
and resolves names itself.

What is read from a connection goes through a socket that knows until when and how much: of a
whole request there is one end, however slowly bytes keep dribbling in, and however fast comes what
is no body (answers that only announce another one, headers, the frames of chunks, trailers).
"""

import socket
import ssl
from contextlib import suppress
from contextvars import ContextVar
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypedDict
from urllib.parse import unquote, urlsplit

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.contrib.socks import SOCKSConnection, SOCKSProxyManager
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
)
from urllib3.util import make_headers

from store.errors import NetError
from store.net.addresses import FAKE, is_private, literal

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

POOLS = 64
"""Hosts to which a connection is kept."""

BESIDE = 2**18
"""Bytes that may come at a stretch without any of the body: as much as browsers take of headers."""

_FRAMED = 8
"""Bytes that a byte of the body may come in: alone in a chunk it takes six."""


class Limits(NamedTuple):
    """Seconds until it is connected, until something comes, and for all that is fetched at once."""

    connect: float = 10.0
    silence: float = 30.0
    whole: float = 120.0


class TooMuchError(HTTPError):
    """More has come beside a body than belongs to any."""


class Bound:
    """How long one request may go on: within `limits`, and for `left` seconds at most.

    Nor does it go on when more than `BESIDE` bytes have come with hardly any of its body.
    """

    def __init__(self, limits: Limits, left: float) -> None:
        self.limits = limits
        self.connects = False
        """Whether a connection is made for it: it has then none that was kept."""
        self._end = monotonic() + left
        self._beside = BESIDE
        self._held: socket.socket | None = None

    @property
    def left(self) -> float:
        """Seconds until the end; they may be less than none."""
        return self._end - monotonic()

    def hold(self, held: socket.socket, most: float = inf) -> None:
        """Let `held` wait for something to come, or `most` seconds. Raises TimeoutError."""
        self._held = held
        left = self.left
        if left <= 0:
            raise TimeoutError
        held.settimeout(min(left, most, self.limits.silence))

    def came(self, size: int) -> None:
        """Count bytes that have come, of whatever. Raises TooMuchError."""
        self._beside -= size
        if self._beside < 0:
            raise TooMuchError

    def took(self, size: int) -> None:
        """Count bytes of the body, which make up for those that they came in."""
        self._beside = min(BESIDE, self._beside + _FRAMED * size)

    def cut(self) -> None:
        """Let this be the end; who waits, in whichever thread, waits no more."""
        self._end = 0.0
        if self._held:
            with suppress(OSError):  # without a farewell of TLS, which takes two
                socket.socket.shutdown(self._held, socket.SHUT_RDWR)


bound: ContextVar[Bound] = ContextVar("bound")
"""The bound of the request that this thread makes."""


class BoundSocket(socket.socket):
    """A socket from which no reading waits longer, or brings more, than the request may."""

    def recv(self, buflen: int = 1024, flags: int = 0) -> bytes:
        """Read as a socket does. Raises TimeoutError, TooMuchError."""
        bound.get().hold(self)
        piece = super().recv(buflen, flags)
        bound.get().came(len(piece))
        return piece

    def recv_into(
        self, buffer: "WriteableBuffer", nbytes: int | None = None, flags: int = 0
    ) -> int:
        """Read as a socket does, as much as fits without `nbytes`; raise as `recv` does."""
        bound.get().hold(self)
        size = super().recv_into(buffer, nbytes or 0, flags)
        bound.get().came(size)
        return size


class BoundTLS(BoundSocket, ssl.SSLSocket):
    """The same with TLS."""


class _Direct(HTTPConnection):
    """A connection to what its name stands for, or to a proxy; to no private address."""

    inward = False
    """Whether private addresses may be connected to."""

    def _new_conn(self) -> socket.socket:
        bound.get().connects = True
        try:
            found = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            why = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
            raise NameResolutionError(self.host, self, why) from error
        failed: OSError = OSError("no address")
        for family, kind, protocol, _, where in found:
            if not self.inward and self.proxy is None:
                _refuse_private(self.host, str(where[0]))
            made = BoundSocket(family, kind, protocol)
            try:
                # Each of several addresses gets its part of the time: often the first is dead.
                bound.get().hold(made, bound.get().limits.connect / len(found))
                made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                made.connect(where)
                bound.get().hold(made)
                return made
            except OSError as error:
                made.close()
                failed = error
        if isinstance(failed, TimeoutError):
            raise ConnectTimeoutError(self, self.host) from failed
        raise NewConnectionError(self, str(failed)) from failed


class _DirectTLS(_Direct, HTTPSConnection):
    """The same with TLS."""


class _Inward(_Direct):
    inward = True


class _InwardTLS(_DirectTLS):
    inward = True


class _Socks(SOCKSConnection):
    """A connection through a proxy that speaks SOCKS, and resolves the name."""

    def _new_conn(self) -> socket.socket:
        bound.get().connects = True
        made = super()._new_conn()
        kept = BoundSocket(made.family, made.type, made.proto, fileno=made.detach())
        bound.get().hold(kept)
        return kept


class _SocksTLS(_Socks, HTTPSConnection):
    """The same with TLS."""


def _pools(
    plain: type[HTTPConnection], tls: type[HTTPSConnection]
) -> dict[str, type[HTTPConnectionPool]]:
    """Return urllib3's pools of these connections, by scheme."""
    return {
        "http": type("_Pool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("_PoolTLS", (HTTPSConnectionPool,), {"ConnectionCls": tls}),
    }


_OUTWARD = _pools(_Direct, _DirectTLS)
_ANYWHERE = _pools(_Inward, _InwardTLS)
_BY_SOCKS = _pools(_Socks, _SocksTLS)


class _Kept(TypedDict):
    """What every manager is told."""

    num_pools: int
    retries: bool
    ssl_context: ssl.SSLContext | None


def manager(proxy: str, inward: bool, context: ssl.SSLContext | None) -> PoolManager:
    """Return urllib3's manager of connections by way of `proxy`, directly where that is empty.

    Without `inward` no private address is connected to. `context` is for TLS.
    """
    given = _Kept(num_pools=POOLS, retries=False, ssl_context=context)
    if not proxy:
        made = PoolManager(**given)
        made.pool_classes_by_scheme = _ANYWHERE if inward else _OUTWARD
        return made
    parts = urlsplit(proxy)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if parts.scheme.startswith("socks"):
        made = SOCKSProxyManager(proxy, user, password, **given)
        made.pool_classes_by_scheme = _BY_SOCKS
        return made
    headers = make_headers(proxy_basic_auth=f"{user}:{password}") if user else {}
    made = ProxyManager(proxy, proxy_headers=headers, **given)
    made.pool_classes_by_scheme = _OUTWARD
    return made


def private(host: str, where: str) -> NetError:
    """Return that `host` stands for the private address `where`."""
    ip = literal(where)
    if ip and ip in FAKE:
        return NetError(
            "{host} is {ip} here, which is the answer of a proxy on this machine for every name; "
            "name it with --proxy, or say --allow-private.",
            "private",
            host=host,
            ip=where,
        )
    if literal(host):
        return NetError(
            "{ip} is an address within this machine or its network; "
            "dubao goes there for a subscription with --allow-private alone.",
            "private",
            ip=where,
        )
    return NetError(
        "{host} is {ip}, an address within this machine or its network; "
        "dubao goes there for a subscription with --allow-private alone.",
        "private",
        host=host,
        ip=where,
    )


def _refuse_private(host: str, where: str) -> None:
    """Raise NetError when `host` stands for the address `where`, and that is private."""
    ip = literal(where)
    if ip is None or is_private(ip):
        raise private(host, where)

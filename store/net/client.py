"""The one door to the web: ``Client.get`` brings what stands at an address, within every bound.

    with Client() as client:
        answer = client.get(Request("https://example.cn/feed.xml", etag=etag, modified=modified))

An answer is 200 or its like, or 304 when nothing has changed; all else is a `NetError`, whose
`code` tells kinds apart (`store.errors.Trouble`). One client serves many threads. Requests to one
host wait for each other, and for the pause between them. A client keeps connections, and cookies
that servers set, until it is closed; to close it ends what is going on.

No address, message or error of here shows a name and a password that an address came with.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from threading import BoundedSemaphore, Event, Lock
from typing import NamedTuple, Self
from urllib.request import getproxies_environment

from urllib3 import BaseHTTPResponse, HTTPHeaderDict, PoolManager
from urllib3.exceptions import HTTPError, ProtocolError
from urllib3.util import make_headers

from store.errors import NetError
from store.moments import utc_now
from store.net import bodies, connections, faults, tls
from store.net.addresses import Address, is_local_name, parse
from store.net.connections import Bound, Limits, bound
from store.net.cookies import Cookies
from store.net.headers import said, text, validator
from store.net.memory import give_back
from store.net.pace import PAUSE, Pace, stopped
from store.net.proxies import proxy_for
from store.net.redirects import REDIRECTS, Way

MOST = 2**24
"""Bytes of one body, as it comes and as it is opened."""

AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 dubao"
"""Who asks: like a browser, as some papers refuse all else, and by name."""

ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
LANGUAGES = "zh-CN,zh;q=0.9,en;q=0.5"


@dataclass(frozen=True, slots=True)
class Request:
    """What to fetch, and how.

    `url` may carry a user and a password, for its origin alone. `etag` and `modified` are those of
    the answer that is kept. `agent` and `accept` replace those of dubao. `proxy` is an address,
    ``none``, or empty for what the environment says. `cookies` and `certificate` are files: cookies
    in Netscape's form, and in PEM who is trusted beside the system's authorities, with a key also
    who we are. `pause` are the seconds to leave a host alone before it is asked for this, and
    `most` the bytes to take. A `body` is posted with its `headers`, to the host itself alone.
    """

    url: str = field(repr=False)
    etag: str = ""
    modified: str = ""
    agent: str = ""
    proxy: str = field(default="", repr=False)
    cookies: str = ""
    certificate: str = ""
    allow_private: bool = False
    accept: str = ""
    pause: float = PAUSE
    most: int = MOST
    body: bytes = field(default=b"", repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Response:
    """What came: `status` is 200 or its like, or 304 with no body.

    `url` is where it came from, after all redirects. `moved` is where permanent redirects lead from
    the address that was asked for, or ``""``; none leads from https to http. `type` is the header
    Content-Type. `etag` and `modified` are to be handed in the next time, once the
    body is kept.
    """

    status: int
    url: str
    moved: str
    body: bytes = field(repr=False)
    type: str
    etag: str
    modified: str


_NOT_MODIFIED = 304
_GOOD = {200, 203, _NOT_MODIFIED}

_POSTED_ON = {307, 308}
"""Redirects after which the same is posted again."""

_NO_PAPER = ("audio/", "video/")
"""Types of what may go on for hours."""


LIMITS = Limits()


class _Answer(NamedTuple):
    """What one host has answered; of what is no page the body is not read."""

    status: int
    headers: HTTPHeaderDict
    body: bytes


class Client:
    """Fetches, for any number of threads."""

    def __init__(self, limits: Limits = LIMITS, now: Callable[[], datetime] = utc_now) -> None:
        give_back()
        self._limits = limits
        self._now = now
        self._environment = getproxies_environment()  # once, as it goes through all of it
        self._stop = Event()
        self._pace = Pace(self._stop)
        self._going: set[Bound] = set()
        self._heavy = BoundedSemaphore(bodies.HEAVY)
        self._making = Lock()
        self._context = cache(tls.context)
        self._pools = cache(connections.manager)
        self._cookies = cache(Cookies)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End what is going on, in whichever thread; nothing more is fetched."""
        self._stop.set()
        for each in tuple(self._going):
            each.cut()
        self._pools.cache_clear()

    def get(self, request: Request) -> Response:
        """Return what stands at the address. Raises NetError."""
        way = Way(parse(request.url))
        with self._making:
            cookies = self._cookies(request.cookies)
        left = self._limits.whole
        hosts: set[str] = set()
        while True:
            url, host = way.address.url, way.address.host
            cookie = cookies.header(url)
            way.ask(cookie)
            pause = 0.0 if host in hosts else request.pause  # a redirect is no new request
            hosts.add(host)
            with self._pace.turn(host, pause), self._bound(left) as now:
                answer = self._ask(request, way.address, cookie, now)
            left = now.left
            cookies.keep(url, answer.headers)
            location = answer.headers.get("Location", "")
            if answer.status not in REDIRECTS or not location:
                return self._response(answer, way, bool(request.etag or request.modified))
            way.follow(answer.status, location)
            if answer.status not in _POSTED_ON:
                request = replace(request, body=b"", headers=())

    @contextmanager
    def _bound(self, left: float) -> Iterator[Bound]:
        """Give the bound of what this thread asks now. Raises NetError when `close` cuts it."""
        now = Bound(self._limits, left)
        token = bound.set(now)
        self._going.add(now)
        if self._stop.is_set():
            now.cut()
        try:
            yield now
        finally:
            self._going.discard(now)
            bound.reset(token)
            if self._stop.is_set():  # what was cut off may look as if it were whole
                raise stopped()

    def _ask(self, request: Request, address: Address, cookie: str, now: Bound) -> _Answer:
        """Ask one host once. Raises NetError."""
        proxy = proxy_for(address, request.proxy, self._environment)
        if proxy and not request.allow_private and is_local_name(address.host):
            raise connections.private(address.host, address.host)
        headers = _headers(request, address, cookie)
        try:
            with self._making:
                context = self._context(request.certificate) if address.scheme == "https" else None
                pools = self._pools(proxy, request.allow_private, context)
            answer = _sent(pools, address.url, headers, request.body)
            with closing(answer):
                body = self._body(answer, address.url, request.most, now)
                return _Answer(answer.status, answer.headers, body)
        except HTTPError as error:
            raise faults.of_connection(error, address, proxy, now) from error

    def _body(self, answer: BaseHTTPResponse, url: str, most: int, now: Bound) -> bytes:
        """Return the body of a good answer; of others none is wanted. Raises NetError."""
        if answer.status not in _GOOD:
            return b""
        kind = answer.headers.get("Content-Type", "")
        if kind.lower().startswith(_NO_PAPER):
            raise NetError("{url}: {kind}, and no newspaper.", "type", url=url, kind=said(kind))
        return bodies.read(answer, most, url, self._heavy, now)

    def _response(self, answer: _Answer, way: Way, asked_whether: bool) -> Response:
        """Return the last answer. Raises NetError unless it is a good one.

        That nothing has changed is one if we have `asked_whether`.
        """
        if answer.status not in _GOOD or (answer.status == _NOT_MODIFIED and not asked_whether):
            after = answer.headers.get("Retry-After", "")
            raise faults.of_status(answer.status, way.address.url, after, self._now())
        return Response(
            status=answer.status,
            url=way.address.url,
            moved=way.moved,
            body=answer.body,
            type=said(answer.headers.get("Content-Type", "")),
            etag=validator(answer.headers.get("ETag", "")),
            modified=validator(answer.headers.get("Last-Modified", "")),
        )


def _headers(request: Request, address: Address, cookie: str) -> dict[str, str]:
    """Return the headers of a request, none of them empty."""
    given = {
        "User-Agent": request.agent or AGENT,
        "Accept": request.accept or ACCEPT,
        "Accept-Language": LANGUAGES,
        "Accept-Encoding": "gzip",
        "Cookie": cookie,
        "If-None-Match": request.etag,
        "If-Modified-Since": request.modified,
    }
    given |= dict(request.headers)
    headers = {name: text(value) for name, value in given.items() if value}
    if address.user:
        headers |= make_headers(basic_auth=f"{address.user}:{address.password}")
    return headers


def _sent(pools: PoolManager, url: str, headers: dict[str, str], body: bytes) -> BaseHTTPResponse:
    """Ask, and once more where a connection that was kept had been closed meanwhile."""
    try:
        return _begun(pools, url, headers, body)
    except ProtocolError as error:
        if bound.get().connects or not isinstance(error.args[-1], ConnectionError):
            raise
        return _begun(pools, url, headers, body)


def _begun(pools: PoolManager, url: str, headers: dict[str, str], body: bytes) -> BaseHTTPResponse:
    return pools.urlopen(
        "POST" if body else "GET",
        url,
        body=body or None,
        headers=headers,
        redirect=False,
        preload_content=False,
        decode_content=False,
    )

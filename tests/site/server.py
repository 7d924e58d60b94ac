"""A server of invented papers and feeds on this machine; it remembers what it was asked for.

It answers for any host when it is asked as a proxy: ``put("http://host/path", …)`` puts that up.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple

from store.press.text.web_address import day_in
from tests.site import feeds
from tests.site.families import FAMILIES
from tests.site.papers import Paper, calendar, entry, files


class Answer(NamedTuple):
    """What is answered."""

    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class Asked(NamedTuple):
    """What the server was asked: with a `body`, posted."""

    path: str
    body: bytes
    headers: dict[str, str]


class PaperSite(ThreadingHTTPServer):
    """Serves `papers` and whatever else is put up; `asked` is what it was asked for, in order."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self.papers: dict[str, Paper] = {}
        self.asked: list[Asked] = []
        self._put: dict[str, Answer] = {}
        self._told: dict[str, Callable[[bytes], str]] = {}
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        """The address of its root, without a slash."""
        return f"http://{self.server_address[0]!s}:{self.server_port}"

    def publish(self, paper: Paper) -> str:
        """Put up a paper in place of the one of this code, and return where its entry is."""
        self.papers[paper.code] = paper
        return self.url + entry(paper)

    def reply(self, path: str, told: Callable[[bytes], str]) -> None:
        """Answer what is posted to `path` with what `told` makes of it."""
        self._told[path] = told

    def put(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> None:
        """Answer so where `path` is asked for, whatever stands there."""
        told = tuple((name.replace("_", "-"), value) for name, value in headers.items())
        self._put[path] = Answer(body.encode() if isinstance(body, str) else body, status, told)

    def take_down(self, path: str) -> None:
        """Answer again what stands at `path`."""
        del self._put[path]

    def answer(self, path: str, posted: bytes = b"") -> Answer:
        """Return the answer to what is asked for."""
        if reply := self._told.get(path):
            return Answer(reply(posted).encode())
        if found := self._put.get(path):
            return found
        paper = self.papers.get(path.split("/")[1]) if path.startswith("/") else None
        if paper is None:
            return Answer(b"", 404)
        here = path.partition("?")[0]
        if here.endswith("period.xml"):
            body = calendar(paper, 3).get(here)
        else:
            body = files(paper, day_in(here) or paper.newest).get(here)
        return Answer(b"", 404) if body is None else Answer(body)

    def paths(self) -> list[str]:
        """Return the paths asked for, in order."""
        return [each.path for each in self.asked]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: PaperSite

    def log_message(self, *given: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer what is asked for."""
        self._answer()

    def do_POST(self) -> None:
        """Answer what is posted."""
        self._answer()

    def _answer(self) -> None:
        """Answer, with the version of the answer, and 304 to who has it."""
        posted = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append(Asked(self.path, posted, dict(self.headers.items())))
        body, status, headers = self.server.answer(self.path, posted)
        etag = f'"{hash(body)}"'
        if status == 200 and self.headers["If-None-Match"] == etag:
            body, status = b"", 304
        self.send_response(status)
        for name, value in headers or (("ETag", etag),):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(site: PaperSite) -> Iterator[PaperSite]:
    """Let `site` serve meanwhile."""
    thread = Thread(target=site.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()
        thread.join()


def put_up_all(site: PaperSite) -> list[str]:
    """Put up a paper of each family and a feed of each kind; return where they begin."""
    begin = [site.publish(Paper(family.lower(), family, pages=4)) for family in FAMILIES]
    told = feeds.items(8)
    for name, made in feeds.FEEDS.items():
        site.put(f"/feeds/{name}", made(told))
        begin.append(f"{site.url}/feeds/{name}")
    for each in told:
        site.put(each.link, feeds.story(each))
    site.put("/feeds.opml", feeds.opml(begin[len(FAMILIES) :]))
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 2\n")
    return [*begin, f"{site.url}/feeds.opml"]

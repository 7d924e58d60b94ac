"""A site of some pages on this machine, and a library to fetch into."""

from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from store.backends.disk import DiskFiles
from store.fetching.asking import Workers
from store.fetching.events import Came, Ended
from store.fetching.run import fetch
from store.library.library import Library, open_library
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.site.server import PaperSite, serving


class Site(ThreadingHTTPServer):
    """Serves `pages` by their paths, and remembers which were `asked` for."""

    daemon_threads = True

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        """The address of its root, without a slash."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def log_message(self, *given: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        body = self.server.pages.get(self.path)
        etag = f'"{hash(body)}"'
        status = 404 if body is None else 304 if self.headers["If-None-Match"] == etag else 200
        sent = body or b"" if status == 200 else b""
        self.send_response(status)
        self.send_header("ETag", etag)
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    """Give a site that has no pages yet; what is fetched from it is spooled apart."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path / "cache"))
    server = Site()
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def papers(site: Site) -> Iterator[PaperSite]:
    """Give a site of invented papers, none yet, beside `site`."""
    with serving(PaperSite()) as server:
        yield server


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """Give a worker for all tests: most of their time would go to start one for each."""
    with Workers(1) as shared:
        yield shared


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Give an empty library."""
    return open_library(tmp_path / "library")


@pytest.fixture
def subscriptions(library: Library) -> Subscriptions:
    """Give the library's subscriptions: none yet."""
    return Subscriptions(DiskFiles(library.path))


Fetch = Callable[..., tuple[list[Came], list[Ended]]]


@pytest.fixture
def fetched(library: Library, subscriptions: Subscriptions, workers: Workers) -> Fetch:
    """Give a function that fetches some subscriptions, and returns what came and how it ended."""

    def do(*wanted: Subscription, **more: object) -> tuple[list[Came], list[Ended]]:
        subscriptions.save(*wanted)
        given = {"workers": workers} | more
        events = list(fetch(library, subscriptions, wanted, **given))  # type: ignore[arg-type]
        came = [event for event in events if isinstance(event, Came)]
        return came, [event for event in events if isinstance(event, Ended)]

    return do


FOLDER = "/html/2031-04/05/"
DAY = date(2031, 4, 5)


def put_up_paper(site: Site, pages: int = 2) -> None:
    """Put up an issue of two articles a page."""
    links = "".join(
        f"<a href={FOLDER}node_{page}.htm>第0{page}版：要闻</a>" for page in range(1, pages + 1)
    )
    site.pages["/"] = f"<meta http-equiv=refresh content='0;url={FOLDER}node_1.htm'>".encode()
    for page in range(1, pages + 1):
        stories = ""
        for story in (10 * page, 10 * page + 1):
            stories += f"<a href=content_{story}.htm>第{story}座老桥通车</a>"
            text = f"<p>清溪镇的第{story}座老桥四月五日通车，两岸的村民都来看。</p>"
            markup = f"<h1>第{story}座老桥通车</h1><div id=ozoom>{text}</div>"
            site.pages[f"{FOLDER}content_{story}.htm"] = f"<html>{markup}</html>".encode()
        head = "<title>清溪日报</title>"
        site.pages[f"{FOLDER}node_{page}.htm"] = f"<html>{head}{links}{stories}</html>".encode()


@pytest.fixture
def paper(site: Site) -> Subscription:
    """Give a subscription of the paper of the site."""
    return Subscription(
        "清溪", f"{site.url}/", "epaper", paper="清溪日报", pause=0, allow_private=True
    )


@pytest.fixture
def feed(site: Site) -> Subscription:
    """Give a subscription of the feed of the site."""
    return Subscription("岭北", f"{site.url}/feed", "feed", pause=0, allow_private=True)


def subscribed(address: str, **more: object) -> Subscription:
    """Return the subscription of an e-paper on this machine."""
    given = {"pause": 0, "allow_private": True} | more
    return Subscription("清溪", address, "epaper", **given)  # type: ignore[arg-type]


def headlines(library: Library) -> list[str]:
    """Return the headlines in the library."""
    return [a.headline for row in library.rows() for a in library.issue(row.id).articles]


def put_up_feed(site: Site) -> None:
    """Put up a feed of two stories."""
    items = "".join(
        f"<item><title>第{n}条山路修好</title><link>{site.url}/a/{n}</link>"
        f"<pubDate>Sat, 05 Apr 2031 0{n}:00:00 +0800</pubDate>"
        f"<description>岭北的第{n}条山路四月修好，村里人走得快了。</description></item>"
        for n in (1, 2)
    )
    channel = f"<channel><title>岭北</title>{items}</channel>"
    site.pages["/feed"] = f"<rss version='2.0'>{channel}</rss>".encode()

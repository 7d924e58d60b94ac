"""What it costs to fetch many feeds, beside a bare pool of urllib3, one by one, and newsboat.

Run it as ``python -m tests.bench.fetch [FEEDS]`` (500). The server is a process of its own that
answers after 50 ms, and each feed has a host of its own (127.0.x.y). Sides take turns; the best of
`ROUNDS` counts. It prints seconds, processor time of this process, and how many times as long as
ours each takes; `ours_read` and `bare_read` parse what comes, in the same workers, which run
already, `whole` stores it, too, `again` fetches it once more when nothing is new, and `issue` is an
e-paper's of `PAGES` pages and 6 articles each, beside the same requests and parsing alone.
"""

import asyncio
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from shutil import which
from time import perf_counter, process_time

import urllib3

from store.backends.disk import DiskFiles
from store.fetching.asking import Asker, Workers
from store.fetching.events import Ended
from store.fetching.feeds import fetch_feed
from store.fetching.run import fetch
from store.fetching.spool import Spool
from store.imports.pipeline import read_one
from store.imports.sources import Loaded, Reading
from store.library.library import open_library
from store.moments import utc_now
from store.net.client import Client, Request
from store.press.mirror import File, pack
from store.subscriptions.models import FetchState, Kind, Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.site.papers import Paper, files
from tests.site.server import PaperSite, serving

LATENCY = 0.05
AT_ONCE = 32
ROUNDS = 3
ENTRIES = 20

PAGES = 20
LIBRARY = Path(tempfile.gettempdir()) / "dubao-bench-fetch"
"""Where what is fetched is kept meanwhile."""

ETAG = b'"spring"'


@cache
def feed(host: str) -> bytes:
    """Return the feed of a host: `ENTRIES` entries of invented news."""
    items = "".join(
        f"<item><title>{host} 喜讯 {number}</title><guid>http://{host}/{number}</guid>"
        f"<link>http://{host}/{number}</link><pubDate>Tue, 05 Mar 2024 00:{number:02}:00 GMT"
        f"</pubDate><description>{'消息传遍临江城。' * 12}</description></item>"
        for number in range(ENTRIES)
    )
    head = f"<title>{host} 时报</title><link>http://{host}/</link><description/>"
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()
    )


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer one connection, each request after `LATENCY`."""
    host = writer.get_extra_info("sockname")[0]
    try:
        while asked := await reader.readuntil(b"\r\n\r\n"):
            await asyncio.sleep(LATENCY)
            if ETAG in asked:
                writer.write(b"HTTP/1.1 304 Not Modified\r\nETag: %s\r\n\r\n" % ETAG)
                continue
            body = feed(host)
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nETag: %s\r\n" % ETAG
            writer.write(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def serve() -> None:
    """Answer for every host of this machine, and print the port."""
    server = await asyncio.start_server(answer, "0.0.0.0", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def served(count: int) -> Iterator[list[str]]:
    """Give the addresses of `count` feeds, each of a host of its own."""
    command = [sys.executable, "-m", "tests.bench.fetch", "--serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        port = int(server.stdout.readline())
        hosts = [f"127.0.{1 + number // 250}.{1 + number % 250}" for number in range(count)]
        try:
            yield [f"http://{host}:{port}/feed.xml" for host in hosts]
        finally:
            server.kill()


def bare(urls: list[str]) -> None:
    """Fetch with urllib3 as it comes."""
    pools = urllib3.PoolManager(num_pools=AT_ONCE)
    with ThreadPoolExecutor(AT_ONCE) as threads:
        got = list(threads.map(lambda url: pools.request("GET", url, retries=False).data, urls))
    assert all(len(body) > 1000 for body in got)


def ours(urls: list[str], at_once: int = AT_ONCE, etag: str = "") -> None:
    """Fetch with our client."""

    def body(url: str) -> bytes:
        return client.get(Request(url, etag=etag, allow_private=True, pause=0.0)).body

    with Client() as client, ThreadPoolExecutor(at_once) as threads:
        got = list(threads.map(body, urls))
    assert all(etag or len(each) > 1000 for each in got)


def bare_read(urls: list[str]) -> None:
    """Fetch with urllib3 as it comes, and parse."""
    pools = urllib3.PoolManager(num_pools=AT_ONCE)

    def read(url: str) -> Reading:
        data = pools.request("GET", url, retries=False).data
        with workers().one() as worker:
            return read_one(worker, Loaded(url, data))

    with ThreadPoolExecutor(AT_ONCE) as threads:
        assert all(reading.results for reading in threads.map(read, urls))


def ours_read(urls: list[str]) -> None:
    """Fetch and parse as a subscription is, and store nothing."""

    def read(own: Subscription) -> int:
        asker = Asker(own, client, workers(), utc_now())
        spool = Spool(str(LIBRARY), own.name)
        return len(list(fetch_feed(asker, spool, FetchState(), {})))

    with Client() as client, ThreadPoolExecutor(AT_ONCE) as threads:
        assert all(threads.map(read, map(subscribed, urls)))


def whole(urls: list[str]) -> None:
    """Fetch, parse and store into an empty library."""
    assert all(state.error is None for state in fetched(list(map(subscribed, urls))))


def again(urls: list[str]) -> None:
    """Fetch what is in the library."""
    assert all(state.error is None for state in fetched(list(map(subscribed, urls))))


def fetched(wanted: list[Subscription]) -> list[FetchState]:
    """Fetch into the library, and return how each has ended."""
    library = open_library(LIBRARY)
    events = list(fetch(library, Subscriptions(DiskFiles(LIBRARY)), wanted, workers=workers()))
    return [event.state for event in events if isinstance(event, Ended)]


def subscribed(url: str, kind: Kind = "feed") -> Subscription:
    """Return the subscription of an address."""
    return Subscription(url.split("/", 3)[2], url, kind, pause=0, allow_private=True)


@cache
def workers() -> Workers:
    """Return the workers of all sides."""
    return Workers()


def issue(entries: list[str]) -> None:
    """Fetch, parse and store an issue of an e-paper, into an empty library."""
    assert [state.came for state in fetched([subscribed(entries[0], "epaper")])] == [6 * PAGES]


def issue_bare(entries: list[str]) -> None:
    """Ask for the same pages, and parse them."""
    paper = Paper("ljrb", "A", pages=PAGES, stories=6)
    host = entries[0].partition("/ljrb/")[0]
    made = [f"{host}{path}" for path in files(paper, paper.newest) if "95" not in path[-9:]]
    pools = urllib3.PoolManager()
    pages: dict[int, list[File]] = {}
    for url in made:
        number = re.search(r"(?:node_|content_)(\d+)", url)
        data = pools.request("GET", url).data
        if number:
            at = int(number[1])
            pages.setdefault(at // 100 or at, []).append(File(url, data))
    for of_page in pages.values():
        with workers().one() as worker:
            read_one(worker, Loaded(of_page[0].path, pack(of_page, part=True)))


def one_by_one(urls: list[str]) -> None:
    """Fetch one after another."""
    ours(urls, at_once=1)


def unchanged(urls: list[str]) -> None:
    """Ask for what has not changed."""
    ours(urls, etag=ETAG.decode())


def newsboat(urls: list[str]) -> None:
    """Fetch, parse and store with newsboat, into an empty cache."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "urls").write_text("\n".join(urls))
        (folder / "config").write_text(f"reload-threads {AT_ONCE}\n")
        given = [f"-{letter}{folder / file}" for letter, file in zip("uCc", FILES, strict=True)]
        command = ["newsboat", *given, "-x", "reload"]
        subprocess.run(command, check=True, capture_output=True, env={"HOME": name})


FILES = ("urls", "config", "cache.db")
"""Files of newsboat: what to fetch, its settings, and what it keeps."""


def measured(do: Callable[[list[str]], None], urls: list[str]) -> tuple[float, float]:
    """Return the seconds that it takes, and the seconds of processor time, children's too."""
    if do in (whole, issue):
        shutil.rmtree(LIBRARY, ignore_errors=True)
    began, used = perf_counter(), process_time()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    do(urls)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    of_children = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    return perf_counter() - began, process_time() - used + of_children


def imported(what: str) -> float:
    """Return how many milliseconds it takes to import a module, beside the interpreter's own."""

    def run(program: str) -> float:
        began = perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)
        return perf_counter() - began

    return 1000 * min(run(f"import {what}") - run("pass") for _ in range(ROUNDS))


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    sides = [ours, bare, unchanged, ours_read, bare_read, whole, again]
    if which("newsboat"):
        sides.append(newsboat)
    best: dict[str, tuple[float, float]] = {}
    with served(count) as urls:
        for _ in range(ROUNDS):
            for side in sides:
                name = side.__name__
                best[name] = min(best.get(name, (1e9, 1e9)), measured(side, urls))
        best["one_by_one"] = measured(one_by_one, urls)
    with serving(PaperSite()) as site:
        entry = site.publish(Paper("ljrb", "A", pages=PAGES, stories=6))
        for walk in (issue, issue_bare) * ROUNDS:
            name = walk.__name__
            best[name] = min(best.get(name, (1e9, 1e9)), measured(walk, [entry]))
    print(f"{count} feeds of {LATENCY * 1000:.0f} ms, {AT_ONCE} at once")
    for name, (wall, processor) in best.items():
        ratio = wall / best["ours"][0]
        print(f"{name:12} {wall:7.2f} s  {processor:6.2f} s of processor  {ratio:6.2f} x")
    stored = best["whole"][0] - best["ours_read"][0]
    print(f"storing: {1000 * stored / count:.1f} ms an issue")
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 2**10
    print(f"memory of this process: {largest} MB")
    for what in ("urllib3", "store.net.client"):
        print(f"import {what}: {imported(what):.0f} ms")


if __name__ == "__main__":
    if "--serve" in sys.argv:
        asyncio.run(serve())
    else:
        main()

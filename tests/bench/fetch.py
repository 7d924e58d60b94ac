"""What it costs to fetch many feeds, beside a bare pool of urllib3, one by one, and newsboat.

Run it as ``python -m tests.bench.fetch [FEEDS]`` (500). The server is a process of its own that
answers after 50 ms, and each feed has a host of its own (127.0.x.y). Sides take turns; the best of
`ROUNDS` counts. It prints seconds, processor time of this process, and how many times as long as
ours each takes.
"""

import asyncio
import resource
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

from store.net.client import Client, Request

LATENCY = 0.05
AT_ONCE = 32
ROUNDS = 5
ENTRIES = 20

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
    sides = [ours, bare, unchanged]
    if which("newsboat"):
        sides.append(newsboat)
    best: dict[str, tuple[float, float]] = {}
    with served(count) as urls:
        for _ in range(ROUNDS):
            for side in sides:
                name = side.__name__
                best[name] = min(best.get(name, (1e9, 1e9)), measured(side, urls))
        best["one_by_one"] = measured(one_by_one, urls)
    print(f"{count} feeds of {LATENCY * 1000:.0f} ms, {AT_ONCE} at once")
    for name, (wall, processor) in best.items():
        ratio = wall / best["ours"][0]
        print(f"{name:12} {wall:7.2f} s  {processor:6.2f} s of processor  {ratio:6.2f} x")
    for what in ("urllib3", "store.net.client"):
        print(f"import {what}: {imported(what):.0f} ms")


if __name__ == "__main__":
    if "--serve" in sys.argv:
        asyncio.run(serve())
    else:
        main()

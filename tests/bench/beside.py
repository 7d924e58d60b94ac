"""What a fetch beside the reader costs whoever reads: keys' answers, and bytes on the line.

Run it as ``python -m tests.bench.beside [FEEDS]`` (300). A library of invented papers stands in a
terminal, and keys walk its list: alone, and while so many feeds are fetched, parsed and kept by the
same machine. Printed are the milliseconds from a key to the first byte of its answer; then what a
fetch of the same feeds sends while nobody presses a key: its line and the rows that come.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from store.backends.disk import DiskFiles
from store.library.library import open_library
from store.subscriptions.subscriptions import Subscriptions
from tests.bench.fetch import served, subscribed
from tests.bench.papers import made
from tests.bench.terminal import InTerminal

ISSUES = 40
BETWEEN = 0.06
"""Seconds between two keys: someone who walks through headlines."""

KEYS = b"\x1b[B", b"\x1b[A"


@contextmanager
def reader(urls: list[str]) -> Iterator[InTerminal]:
    """Give a reader at rest that has these feeds to fetch."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "library")
        open_library(folder).add_all(made(number) for number in range(ISSUES))
        Subscriptions(DiskFiles(folder)).save(*map(subscribed, urls))
        environment = {"PATH": os.environ["PATH"], "HOME": home, "TERM": "xterm-256color",
                       "LANG": "C.UTF-8"}  # fmt: skip
        command = [str(Path(sys.executable).with_name("dubao")), "--library", str(folder)]
        with InTerminal(command, environment) as at:
            at.rest()
            yield at


def answer(at: InTerminal, key: bytes) -> float:
    """Return the milliseconds from a key to the first byte of its answer."""
    at.read_for(BETWEEN)
    at.press(key)
    return 1000 * at.answered()


def told(name: str, taken: list[float]) -> float:
    """Print how long answers took, and return what nineteen of twenty keep to."""
    latest = quantiles(taken, n=20)[-1]
    print(f"{name:15} {len(taken):4} keys  p50 {median(taken):5.1f} ms  p95 {latest:5.1f} ms")
    return latest


def main(feeds: int = 300) -> None:
    """Print the table."""
    with served(feeds) as urls:
        with reader(urls) as at:
            alone = told("alone", [answer(at, KEYS[turn % 2]) for turn in range(200)])
            others = at.children()
            at.press(b"R")
            at.read_for(0.2)
            taken: list[float] = []
            while at.children() - others:
                taken.append(answer(at, KEYS[len(taken) % 2]))
            print(f"a fetch adds {told('beside a fetch', taken) - alone:.1f} ms (p95)")
        with reader(urls) as at:
            others, begun = at.children(), perf_counter()
            at.press(b"R")
            sent = at.read_for(0.2)
            while at.children() - others:
                sent += at.read_for(0.2)
            took = perf_counter() - begun
            print(f"a fetch of {took:.1f} s sends {sent} bytes, {sent / took:.0f} a second")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""Searches by the index in an archive's database, beside those by an index in a file.

Run it as ``python -m tests.bench.server_search [ARTICLES]`` (10,000). Both index the same library;
each figure is of all queries in turn, in milliseconds.
"""

import os
import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter

from store.backends.disk import DiskFiles
from store.backends.postgres.schema import make_archive
from store.index.query.parse import parse
from store.index.search import Searcher, open_searcher
from store.index.update import update
from store.library.library import Library
from store.locations import config_file
from store.reader.marks import Marks, open_marks
from tests.bench.papers import ARTICLES, build
from tests.bench.shared import QUERIES
from tests.clusters import running

ROUNDS = 20


class Elsewhere(Library):
    """A library in a folder whose index is kept in a database."""

    database = ""

    @property
    def address(self) -> str:
        """What opens the database."""
        return self.database


def main(articles: int = 10_000) -> None:
    """Print the figures."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for name in ("DATA", "STATE", "CACHE", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = str(home / name)
        config_file().parent.mkdir(parents=True)
        config_file().write_text('search = "server"\n')
        folder = DiskFiles(home / "library")
        build(folder.folder, articles // ARTICLES)
        cluster = stack.enter_context(running(durable=True))
        cluster.sql("CREATE DATABASE papers")
        make_archive(cluster.address())
        archive = Elsewhere(folder)
        archive.database = cluster.address()
        for name, library in (("file", Library(folder)), ("server", archive)):
            _measure(name, library, open_marks())


def _measure(name: str, library: Library, marks: Marks) -> None:
    """Print how long the index takes to be made, and to be asked."""
    begun = perf_counter()
    update(library)
    print(f"{name:8} made in {perf_counter() - begun:.1f} s", end="")
    searcher = open_searcher(library, marks)
    for query in QUERIES:
        _took(searcher, query)
    took = sorted(_took(searcher, query) for _ in range(ROUNDS) for query in QUERIES)
    print(f"; p50 {statistics.median(took):.1f} ms, p95 {took[len(took) * 95 // 100]:.1f} ms")


def _took(searcher: Searcher, query: str) -> float:
    begun = perf_counter()
    found = searcher.search(parse(query))
    took = 1000 * (perf_counter() - begun)
    assert not found.read_through, found.notes
    return took


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""Searches by the index in an archive's database, beside those by an index in a file.

Run it as ``python -m tests.bench.server_search [ARTICLES]`` (10,000). Both index the same library,
and are asked in turn: words that stand there, of two to eight characters, two of them, in fields.
Figures are milliseconds.
"""

import os
import random
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
from store.reader.marks import open_marks
from tests.bench.papers import ARTICLES, build
from tests.clusters import running

QUERIES = ("防汛 水库", "老桥", "春茶", "zjm", "学校 -体育", "公里", "headline:古桥")
"""What is found often, and what is seldom."""

LENGTHS = range(2, 9)


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
        marks, searchers = open_marks(), []
        for name, library in (("a file", Library(folder)), ("a server", archive)):
            begun = perf_counter()
            update(library)
            print(f"the index in {name} made in {perf_counter() - begun:.1f} s")
            searchers.append(open_searcher(library, marks))
        here, there = searchers
        compare(here, there, questions(archive))


def questions(library: Library, issues: int = 20) -> list[str]:
    """Return what is asked: what stands in so many issues, and `QUERIES`."""
    chance = random.Random(5)
    asked = list(QUERIES)
    for row in chance.sample(library.rows(), issues):
        article = chance.choice(library.issue(row.id).articles)
        words = [_slice(chance, "".join(article.paragraphs), length) for length in LENGTHS]
        asked += words
        asked.append(" ".join(chance.sample(words, 2)))
        asked.append(f"headline:{_slice(chance, article.headline, chance.choice(LENGTHS))}")
    return asked


def _slice(chance: random.Random, text: str, length: int) -> str:
    """Return so many characters of a text, punctuation left out."""
    letters = "".join(filter(str.isalpha, text))
    at = chance.randrange(max(1, len(letters) - length))
    return letters[at : at + length]


def compare(here: Searcher, there: Searcher, asked: list[str]) -> None:
    """Print how long both take for the same; what they find has to be the same."""
    sides = (here, there)
    for searcher in sides:
        _took(searcher, asked[0])
    taken: list[list[float]] = [[], []]
    for query in asked:
        found = []
        for took, searcher in zip(taken, sides, strict=True):
            each, articles = _took(searcher, query)
            took.append(each)
            found.append(articles)
        assert found[0] == found[1], (query, found)
    p50 = [statistics.median(took) for took in taken]
    p95 = [statistics.quantiles(took, n=20)[-1] for took in taken]
    for name, (file, server) in (("p50", p50), ("p95", p95)):
        print(f"{f'search, {name}':24} {file:8.2f} {server:8.2f}  {server / file:5.2f}")


def _took(searcher: Searcher, query: str) -> tuple[float, int]:
    """Return the milliseconds that a search took, and how many articles it found."""
    begun = perf_counter()
    found = searcher.search(parse(query))
    took = 1000 * (perf_counter() - begun)
    assert not found.read_through, found.notes
    return took, found.articles


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

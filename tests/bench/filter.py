"""The filter beside ripgrep, reading everything through, and TinyDB's own search.

Run it as ``python -m tests.bench.filter [ARTICLES…]`` (1,000 10,000 100,000: five minutes). All
sides answer the same 42 questions over the same invented papers in one run, in turn, and have to
find the same number of articles. Printed are milliseconds, and how many times as long as ours.
"""

import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import perf_counter

from tinydb import TinyDB, where

from store.backends.disk import DiskFiles
from store.index.folded import FoldedArticle, fold_issue
from store.index.query.parse import parse
from store.index.search import Searcher
from store.index.storage.local import LocalIndex
from store.index.storage.location import index_file
from store.index.tables import Kept
from store.index.update import update
from store.library.library import Library
from store.models import CatalogueRow, Issue
from store.reader.marks import Marks
from tests.bench.papers import ARTICLES, build

SLOW = 3
"""Questions that are put to a side that takes a second for one."""


@dataclass(frozen=True)
class Shelf:
    """The newest issues of a library, with an index of their own."""

    library: Library
    path: Path
    shown: tuple[CatalogueRow, ...]

    @property
    def address(self) -> str:
        """What opens it."""
        return str(self.path)

    @property
    def place(self) -> str:
        """What it is known by."""
        return str(self.path)

    def rows(self) -> tuple[CatalogueRow, ...]:
        """Return the catalogue."""
        return self.shown

    def issue(self, name: str) -> Issue:
        """Return the issue of this id."""
        return self.library.issue(name)

    def articles(self) -> Iterator[FoldedArticle]:
        """Yield all articles, folded."""
        for row in self.shown:
            yield from fold_issue(self.issue(row.id))


Question = tuple[str, ...]
"""Words that must all be there."""


def questions(articles: Sequence[FoldedArticle]) -> list[Question]:
    """Return 42 questions: single characters, words, names, phrases, Latin, absent ones, pairs."""
    draw = random.Random(7)
    lines = [line for article in articles for line in article.text.split("\n") if '"' not in line]
    text = "\n".join(lines)
    han = [char for char, _ in Counter(re.findall("[\u4e00-\u9fff]", text)).most_common()]
    names = sorted({word for article in articles for word, _ in article.names})
    long = [line for line in lines if len(line) > 60]

    def cut(pattern: str, times: int) -> list[str]:
        found = sorted(set(re.findall(pattern, text)))
        return draw.sample(found, min(times, len(found)))

    one = [
        *(han[at] for at in (0, 2, 10, 100, 500, 1000)),
        *cut("[\u4e00-\u9fff]{2}", 12),
        *cut("[\u4e00-\u9fff]{3}", 4),
        *cut("[\u4e00-\u9fff]{4}", 3),
        *draw.sample(names, 4),
        *(line[at : at + 12] for line in draw.sample(long, 4) for at in [draw.randrange(40)]),
        *cut("[a-z]{2,8}", 2),
        *cut("[0-9]{2,4}", 2),
        "䴔䴖",
        "zzqxj",
    ]
    pairs: list[Question] = [tuple(cut("[\u4e00-\u9fff]{2}", 2)) for _ in range(42 - len(one))]
    return [*((word,) for word in one), *pairs]


class Ours:
    """The filter, with the index or without."""

    def __init__(self, shelf: Shelf, marks: Marks, index: Kept | None = None) -> None:
        self._searcher = Searcher(shelf, marks, index)

    def __call__(self, question: Question) -> int:
        """Return how many articles hold all words."""
        query = parse(" ".join(f'"{word}"' for word in question))
        return self._searcher.search(query).articles


class Ripgrep:
    """ripgrep over one file with an article a line."""

    def __init__(self, file: Path, shelf: Shelf) -> None:
        self._file = file
        with file.open("w", encoding="utf-8") as out:
            for article in shelf.articles():
                out.write(article.text.replace("\n", "\t") + "\n")

    def __call__(self, question: Question) -> int:
        """Return how many lines hold all words."""
        first, *others = question
        piped = subprocess.run(
            ["rg", "-F", *(() if others else ("-c",)), "--", first, str(self._file)],
            capture_output=True,
        ).stdout
        for word in others:
            piped = subprocess.run(
                ["rg", "-cF", "--", word], input=piped, capture_output=True
            ).stdout
        return int(piped or 0)


class Plain:
    """TinyDB with all articles in its one file, and a test of its own for each document."""

    def __init__(self, file: Path, shelf: Shelf) -> None:
        self._table = TinyDB(file)
        self._table.insert_multiple({"text": article.text} for article in shelf.articles())

    def __call__(self, question: Question) -> int:
        """Return how many documents hold all words."""
        test = where("text").test(lambda text: all(word in text for word in question))
        self._table.clear_cache()
        return int(self._table.count(test))


Side = Callable[[Question], int]


def ask(sides: dict[str, Side], asked: Sequence[Question]) -> dict[str, list[float]]:
    """Put each question to each side in turn; return the milliseconds that they took."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for question in asked:
        found = set()
        for name, side in sides.items():
            began = perf_counter()
            found.add(side(question))
            taken[name].append((perf_counter() - began) * 1000)
        assert len(found) == 1, f"{question} is found {found} times"
    return taken


def show(title: str, taken: dict[str, list[float]]) -> None:
    """Print the median and the 95th percentile of each side, and their ratios to the first."""
    print(title)
    ours: tuple[float, float] | None = None
    for name, times in taken.items():
        times = sorted(times)
        p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
        ours = ours or (p50, p95)
        ratios = f"{p50 / ours[0]:9.1f}x{p95 / ours[1]:9.1f}x"
        print(f"  {name:24}{p50:10.2f}{p95:10.2f}{ratios}", flush=True)


def main() -> None:
    """Print the tables."""
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder / "library", max(sizes) // ARTICLES)
        library = Library(DiskFiles(folder / "library"))
        marks = Marks(DiskFiles(folder / "state"))
        for size in sizes:
            shelf = Shelf(library, folder / str(size), library.rows()[: size // ARTICLES])
            shelf.path.mkdir()
            bench(shelf, marks, size)


def bench(shelf: Shelf, marks: Marks, size: int) -> None:
    """Measure one size."""
    ripgrep = Ripgrep(shelf.path / "text.txt", shelf)
    began = perf_counter()
    update(shelf)
    seconds = perf_counter() - began
    index, text = index_file(shelf).stat().st_size, (shelf.path / "text.txt").stat().st_size
    print(
        f"\n{size:,} articles, {text / 1e6:.0f} MB: indexed in {seconds:.1f} s,"
        f" index {index / text:.2f}x the text{'':14}p50       p95     ratios to ours"
    )
    asked = questions(list(islice(shelf.articles(), 500)))
    sides: dict[str, Side] = {"dubao": Ours(shelf, marks, LocalIndex(shelf)), "ripgrep": ripgrep}
    show("  first pass", ask(sides, asked))
    show("  after that", ask(sides, asked * 3))
    sides |= {"reading through": Ours(shelf, marks), "TinyDB": Plain(shelf.path / "db.json", shelf)}
    show(f"  {SLOW} questions", ask(sides, asked[8 : 8 + SLOW]))


if __name__ == "__main__":
    main()

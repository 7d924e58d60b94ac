"""What the library costs: ours and plain TinyDB in one file, in one run, taking turns.

Run it as ``python -m tests.bench.library [ARTICLES]`` (20,000; DESIGN's table has 100,000). It
prints the median and the 95th percentile in milliseconds, and how many times as long plain TinyDB
takes for the same thing.
"""

import hashlib
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from tinydb import TinyDB, where

from store.files import DiskFiles
from store.identity import numbered
from store.ledger import BASE
from store.library import Library
from store.marks import open_marks
from store.models import Article, CatalogueRow, Issue, Mark, Page, Paper, Source
from store.records import to_json, to_plain
from store.schema import SCHEMA
from store.tables import write

NOW = datetime(2024, 3, 5, tzinfo=UTC)
PER_ISSUE = 25
ISSUES = 4000
PARAGRAPH = "临江城的新桥今天通车，两岸的人都来看，孩子们在桥上放起了风筝。" * 4


def key(number: int) -> str:
    """Return the key of the article of this number."""
    return hashlib.sha256(str(number).encode()).hexdigest()[:16]


def issue(number: int) -> tuple[Issue, bytes]:
    """Return the issue of this number, and its original: 25 articles of 600 characters."""
    original = f"{number} {PARAGRAPH * PER_ISSUE * 5}".encode()
    sha256 = hashlib.sha256(original).hexdigest()
    articles = tuple(
        Article(page=str(1 + at % 4), headline=f"消息{number}之{at}", paragraphs=(PARAGRAPH,) * 5)
        for at in range(PER_ISSUE)
    )
    pages = tuple(Page(str(page)) for page in range(1, 5))
    day = date(2000, 1, 1) + timedelta(number)
    made = Issue(
        Paper("临江报"), day, pages=pages, articles=articles, sources=(Source("a", "dump", sha256),)
    )
    return numbered(made), original


def times(each: Callable[[int], object], turns: int, start: int = 0) -> list[float]:
    """Return how long each turn took, in milliseconds, shortest first."""
    taken = []
    for turn in range(start, start + turns):
        began = perf_counter()
        each(turn)
        taken.append((perf_counter() - began) * 1000)
    return sorted(taken)


def show(what: str, ours: list[float], plain: list[float] | None = None) -> None:
    """Print one line of the table."""
    line = f"{what:46}{ours[len(ours) // 2]:9.2f}{ours[int(len(ours) * 0.95)]:9.2f}"
    if plain:
        median = plain[len(plain) // 2]
        line += f"{median:11.1f}{median / ours[len(ours) // 2]:9.0f}x"
    print(line, flush=True)


def bench_marks(folder: Path, behind: int) -> None:
    """Measure one mark, and all that are read, with `behind` marks there already."""
    state = folder / f"state-{behind}"
    plain = TinyDB(folder / f"marks-{behind}.json")
    marks = {
        key(number): to_plain(Mark(key(number), True, changed=NOW)) for number in range(behind)
    }
    plain.insert_multiple(marks.values())
    shards: dict[str, dict[str, object]] = {}
    for name, mark in marks.items():
        shards.setdefault(name[:2], {})[name] = mark
    files = DiskFiles(state)
    for shard, documents in shards.items():
        tables = {"dubao": {"1": {"schema": SCHEMA}}, "marks": documents}
        files.write(f"marks/{shard}.json", to_json(tables))

    def mark_plain(turn: int) -> None:
        plain.upsert(
            to_plain(Mark(key(-1 - turn), True, changed=NOW)), where("key") == key(-1 - turn)
        )

    ours = open_marks(state, clock=lambda: NOW)
    ours.mark(key(-1000), read=True)
    show(
        f"mark one article, {behind:,} behind",
        times(lambda turn: ours.mark(key(-1 - turn), read=True), 200),
        times(mark_plain, 3),
    )
    show(
        "  open, and the keys of all that are read",
        times(lambda _: open_marks(state).read_keys(), 5),
    )
    show("  the keys again", times(lambda _: ours.read_keys(), 50))
    show("  one mark", times(lambda turn: ours.get(key(turn)), 200))


def bench_catalogue(folder: Path) -> None:
    """Measure opening a catalogue of 4,000 issues, and adding to it."""
    files = DiskFiles(folder / "library")
    rows = {
        f"linjiangbao-{number}": CatalogueRow(
            f"linjiangbao-{number}",
            "临江报",
            date(2000, 1, 1) + timedelta(number),
            keyed="".join(key(number * PER_ISSUE + at) for at in range(PER_ISSUE)),
            sources=(key(number) * 4,),
        )
        for number in range(ISSUES)
    }
    with files.lock():
        write(files, BASE, {"issues": rows})
    show(f"open a catalogue of {ISSUES:,}", times(lambda _: Library(files).rows(), 10))
    library = Library(files)
    library.rows()
    show("  look whether it has changed", times(lambda _: library.rows(), 100))
    new = [issue(ISSUES + number) for number in range(20)]
    show("  add an issue of 25", times(lambda turn: library.add(*new[turn]), 20))
    show("  add it again", times(lambda turn: library.add(*new[turn]), 20))


def bench_issues(folder: Path, articles: int) -> None:
    """Measure adding an issue to few, and reading one; plain TinyDB holds `articles` already."""
    plain = TinyDB(folder / "plain.json")
    made = [issue(number) for number in range(40)]
    documents = to_plain(made[0][0].articles)
    plain.insert_multiple(documents * (articles // PER_ISSUE))
    library = Library(DiskFiles(folder / "small"))
    library.add(*made[-1])
    show(
        f"add an issue of 25 (plain: to {articles:,} articles)",
        times(lambda turn: library.add(*made[turn]), 30),
        times(lambda _: plain.insert_multiple(documents), 3),
    )
    fresh = Library(DiskFiles(folder / "small"))
    names = [row.id for row in fresh.rows()]
    show("read an issue of 25", times(lambda turn: fresh.issue(names[turn]), 30))
    show(
        "its articles one by one", times(lambda turn: fresh.article(f"{names[0]}/1.{turn + 1}"), 6)
    )


def main() -> None:
    """Print the table."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    print(f"{'milliseconds':46}{'p50':>9}{'p95':>9}{'plain p50':>11}{'ratio':>10}")
    with tempfile.TemporaryDirectory() as name:
        for behind in (100, 10_000, articles):
            bench_marks(Path(name), behind)
        bench_issues(Path(name), articles)
        bench_catalogue(Path(name))


if __name__ == "__main__":
    main()

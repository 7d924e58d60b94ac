"""What dubao costs at size: each figure beside a library of one issue, and beside plain TinyDB.

Run it as ``python -m tests.bench.sized [ARTICLES…] [--in FOLDER] [--only WORD]``, by default with
25, 10,000 and 100,000 articles; a million takes some ten minutes to build. Libraries that FOLDER
holds are used again. The sizes take turns, so that all meet the same machine; printed are medians,
how many times that of the smallest size this is (``x``), and how many times as much plain TinyDB
takes for the same in one file (``t``; up to 100,000 articles).
"""

import argparse
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from statistics import median
from subprocess import PIPE, Popen
from time import perf_counter, sleep

from msgspec import Struct
from tinydb import TinyDB

from store.backends.disk import DiskFiles
from store.backends.serialization import to_json, to_plain
from store.backends.tables import write
from store.index.update import update
from store.library.library import Library, open_library
from store.reader.marks import open_marks
from tests.bench.papers import ARTICLES, build, made
from tests.bench.terminal import InTerminal
from tests.bench.vocabulary import vocabulary

PLAIN_TO = 100_000
DUBAO = str(Path(sys.executable).with_name("dubao"))
NOW = datetime(2024, 3, 5, tzinfo=UTC)


class Sized:
    """A library of so many articles, its readers, and the same in plain TinyDB."""

    def __init__(self, folder: Path, articles: int) -> None:
        self.folder = folder / str(articles)
        self.articles = articles
        issues = articles // ARTICLES
        self.library = self.folder / "library"
        if not (self.library / "catalogue.json").exists():
            build(self.library, issues)
        update(open_library(self.library))
        # Adding an issue looks at the catalogue alone: others' files need not be there.
        self.imports = self.folder / "imports"
        self.imports.mkdir(exist_ok=True)
        for name in ("catalogue.json", "recent.json"):
            shutil.copy(self.library / name, self.imports / name)
        self.issues = map(made, count(issues))
        self.turns = count()

    def environment(self, *, read: bool = False) -> dict[str, str]:
        """Return the environment of a reader who has read nothing, or everything."""
        home = self.folder / ("reader" if read else "newcomer")
        state = home / "state" / "dubao"
        if read and not state.exists():
            keep_read(state, self.keys)
        kinds = ("data", "state", "cache", "config")
        return {
            "PATH": os.environ["PATH"],
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "HOME": str(home),
            "DUBAO_LIBRARY": str(self.library),
            **{f"XDG_{kind.upper()}_HOME": str(home / kind) for kind in kinds},
        }

    def terminal(self, *, read: bool = False) -> InTerminal:
        """Return the reader as it starts."""
        environment = self.environment(read=read)
        picture = Path(environment["XDG_CACHE_HOME"], "dubao", "picture.json")
        picture.unlink(missing_ok=True)  # it would be measured in place of the start
        return InTerminal([DUBAO], environment)

    @cached_property
    def imported(self) -> Library:
        """The library for imports, open."""
        return open_library(self.imports)

    @cached_property
    def keys(self) -> list[str]:
        """The keys of all articles."""
        return [key for row in open_library(self.library).rows() for key in row.keys]

    @cached_property
    def headline(self) -> bytes:
        """How the newest issue's first headline begins: what a reader sees first."""
        with open_library(self.library) as library:
            issue = library.issue(library.rows()[0].id)
        return issue.articles[0].headline[:6].encode()

    @cached_property
    def plain_file(self) -> Path:
        """The same articles in plain TinyDB's file."""
        path = self.folder / "plain.json"
        if not path.exists():
            with open_library(self.library) as library:
                found = [a for row in library.rows() for a in library.issue(row.id).articles]
            documents = {str(n): {**to_plain(a), "read": False} for n, a in enumerate(found, 1)}
            path.write_bytes(to_json({"_default": documents}))
        return path

    @cached_property
    def plain(self) -> TinyDB:
        """Plain TinyDB, open."""
        return TinyDB(self.plain_file)


def keep_read(state: Path, keys: list[str]) -> None:
    """Write the marks of a reader who has read the articles of these keys."""
    shards: dict[str, dict[str, object]] = {}
    for key in keys:
        mark = {"key": key, "read": True, "changed": NOW, "past": [{}]}
        shards.setdefault(key[:2], {})[key] = mark
    for shard, marks in shards.items():
        write(DiskFiles(state, private=True), f"marks/{shard}.json", {"marks": marks})


def timed(do: Callable[[], object]) -> float:
    """Return how many milliseconds this takes; it does not pay for what others left behind."""
    gc.collect()
    began = perf_counter()
    do()
    return (perf_counter() - began) * 1000


def opened(sized: Sized) -> float:
    """Open the library and have the rows of its catalogue."""
    return timed(lambda: open_library(sized.library).rows())


def plain_opened(sized: Sized) -> float:
    """Open plain TinyDB and have its documents."""
    return timed(lambda: TinyDB(sized.plain_file).all())


def started(sized: Sized, *, read: bool = False) -> float:
    """From the command to the first headline on the screen."""
    with sized.terminal(read=read) as reader:
        return reader.until(sized.headline) * 1000


def resident(sized: Sized, *, read: bool = False) -> float:
    """Megabytes that the reader holds at rest after its start."""
    with sized.terminal(read=read) as reader:
        reader.until(sized.headline)
        reader.rest()
        return reader.resident()


def idle(sized: Sized) -> float:
    """Processor time of a reader at rest in 10 seconds."""
    with sized.terminal() as reader:
        reader.until(sized.headline)
        reader.rest()
        before = reader.seconds_run()
        sleep(10)
        return (reader.seconds_run() - before) * 1000


def filtered(sized: Sized) -> float:
    """From a word in the filter line to what it leaves, in a reader just started."""
    with sized.terminal() as reader:
        reader.until(sized.headline)
        reader.rest()
        reader.press(b"/")
        reader.rest(0.3)
        reader.press(vocabulary().towns[0].encode())
        return reader.until(b" of ") * 1000


def marked(sized: Sized, *, read: bool = False) -> float:
    """Star an article, or take its star away, durably."""
    marks = open_marks(Path(sized.environment(read=read)["XDG_STATE_HOME"]) / "dubao")
    turn = next(sized.turns)
    key, starred = sized.keys[turn // 2 % sized.articles], turn % 2 == 0
    return timed(lambda: marks.mark(key, starred=starred))


def plain_marked(sized: Sized) -> float:
    """Change one document of plain TinyDB."""
    at = 1 + next(sized.turns) % sized.articles
    return timed(lambda: sized.plain.update({"read": True}, doc_ids=[at]))


def imported(sized: Sized) -> float:
    """Add an issue of 25 articles to the library, durably."""
    pair = next(sized.issues)
    return timed(lambda: sized.imported.add(*pair))


def imported_alone(sized: Sized) -> float:
    """Open the library, and add the issue to it."""
    pair = next(sized.issues)
    return timed(lambda: open_library(sized.imports).add(*pair))


def plain_imported(sized: Sized) -> float:
    """Insert 25 documents into plain TinyDB."""
    documents = to_plain(next(sized.issues)[0].articles)
    return timed(lambda: sized.plain.insert_multiple(documents))


def listed(sized: Sized, *, whole: bool = False) -> float:
    """Run ``dubao list``, up to its first line or its end."""
    began = perf_counter()
    with Popen([DUBAO, "list"], stdout=PIPE, env=sized.environment()) as process:
        assert process.stdout
        process.stdout.readline()
        if whole:
            process.stdout.read()
        taken = perf_counter() - began
        process.kill()
    return taken * 1000


Measure = Callable[[Sized], float]


class Figure(Struct, frozen=True):
    """A line of the table: what is measured how often, and plain TinyDB's way, thrice."""

    name: str
    ours: Measure
    turns: int = 9
    plain: Measure | None = None


FIGURES = (
    Figure("open the catalogue", opened, 15, plain_opened),
    Figure("start to the first headline", started),
    Figure("  all read", partial(started, read=True)),
    Figure("reader at rest, MB", resident, 3),
    Figure("  all read, MB", partial(resident, read=True), 3),
    Figure("  processor in 10 s", idle, 1),
    Figure("mark an article", marked, 100, plain_marked),
    Figure("  all read", partial(marked, read=True), 100),
    Figure("import one more issue", imported, 40, plain_imported),
    Figure("  open the library for that import", imported_alone, 40),
    Figure("dubao list, first line", listed),
    Figure("  whole", partial(listed, whole=True)),
    Figure("filter, first answer", filtered, 3),
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=int, default=[25, 10_000, 100_000])
    parser.add_argument("--in", dest="folder", type=Path, help="where libraries are kept")
    parser.add_argument("--only", default="", help="figures whose name has this word")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        sizes = [Sized(folder, articles) for articles in arguments.articles]
        print(f"{'milliseconds':34}", *(f"{size.articles:>20,}" for size in sizes))
        for figure in FIGURES:
            if arguments.only in figure.name:
                print(f"{figure.name:34}", *_cells(figure, sizes), flush=True)


def _cells(figure: Figure, sizes: list[Sized]) -> Iterator[str]:
    """Yield the figure at each size: all are measured in turn, plain TinyDB right after them."""
    ours: list[list[float]] = [[] for _ in sizes]
    for _ in range(figure.turns):
        for size, taken in zip(sizes, ours, strict=True):
            taken.append(figure.ours(size))
    small = median(ours[0])
    for size, taken in zip(sizes, ours, strict=True):
        found = median(taken)
        cell = f"{found:9.1f} {found / small if small else 1:4.1f}x"
        if figure.plain and size.articles <= PLAIN_TO:
            times = median(figure.plain(size) for _ in range(3)) / found
            cell += f" {times:4.0f}t" if times >= 1 else f" {times:4.1f}t"
        yield f"{cell:>20}" if figure.plain else f"{cell:>15}     "


if __name__ == "__main__":
    main()

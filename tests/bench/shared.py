"""A library in PostgreSQL beside the same one in a folder.

Run it as ``python -m tests.bench.shared [ARTICLES [SECONDS]]`` (10,000 articles, and 20 seconds of
a crowd). Both lie on the same disk and are durable; each figure is a median of both sides in turn,
in milliseconds, with the ratio. At the end 32 readers, each as on a host of their own, who open an
issue twice a second, and one writer share the archive, and are held against a reader alone.
"""

import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from threading import Event
from time import perf_counter, sleep

from store.backends.disk import DiskFiles
from store.backends.files import Files
from store.backends.postgres.cached import CachedFiles
from store.backends.postgres.files import PostgresFiles
from store.backends.postgres.schema import make_archive
from store.backends.postgres.seen import Seen
from store.index.search import open_searcher
from store.index.update import update
from store.library.library import Library
from store.locations import config_file
from store.reader.marks import Marks
from tests.bench.papers import ARTICLES, build, made
from tests.bench.server_search import compare, questions
from tests.bench.start import DUBAO, first_headline
from tests.clusters import Cluster, running

AT_ONCE = 200
READERS, PAUSE = 32, 0.5


def main(articles: int = 10_000, seconds: int = 20) -> None:
    """Print the figures."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for name in ("DATA", "STATE", "CACHE", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = str(home / name)
        folder = DiskFiles(home / "library")
        build(folder.folder, articles // ARTICLES)
        cluster = stack.enter_context(running(durable=True))
        seen = _copied(folder, cluster)
        _compare(folder, seen)
        _start(folder, CachedFiles(lambda: PostgresFiles(seen), seen))
        _crowd(seen, seconds)


def _copied(folder: DiskFiles, cluster: Cluster) -> Seen:
    """Put the files of the folder into an archive; return what is seen of it."""
    cluster.sql("CREATE DATABASE papers")
    make_archive(cluster.address())
    seen = Seen(cluster.address())
    files, names = PostgresFiles(seen), [n for n in folder.names("") if not n.startswith(".")]
    for at in range(0, len(names), AT_ONCE):
        files.write_all({name: folder.read(name) or b"" for name in names[at : at + AT_ONCE]})
    return seen


def _compare(folder: DiskFiles, seen: Seen) -> None:
    """Print what the library's own work takes on both sides."""

    def cached() -> CachedFiles:
        return CachedFiles(lambda: PostgresFiles(seen), seen)

    shelf, archive = Library(folder), Library(cached())
    rows = archive.rows()
    print(f"{f'{sum(row.articles for row in rows):,} articles':24}   folder  archive  ratio")

    def opened(files: Files) -> object:
        return Library(files).rows()

    _row("open", lambda: opened(folder), lambda: opened(cached()), 7)
    _row("open, nothing kept", lambda: opened(folder), lambda: opened(PostgresFiles(seen)), 7)
    ids = random.Random(3).sample([row.id for row in rows], 40)
    _row("an issue, nothing kept", _reading(ids, shelf), _reading(ids, archive), len(ids))
    one, other = _reading(ids, Library(folder)), _reading(ids, Library(cached()))
    _row("an issue, kept", one, other, len(ids))
    own = Marks(DiskFiles(folder.folder.with_name("marks")))
    _search(shelf, archive, own)  # while both hold the same
    new = count(900_000)
    _row("an import", partial(_add, shelf, new), partial(_add, archive, new), 15)
    marking = partial(_mark, own, new)
    _row("a mark", marking, marking, 15)


def _search(shelf: Library, archive: Library, marks: Marks) -> None:
    """Print how long searches take by the index in a file, and by that in the archive."""
    update(shelf)
    here = open_searcher(shelf, marks)
    config_file().parent.mkdir(parents=True)
    config_file().write_text('search = "server"\n')
    update(archive)
    compare(here, open_searcher(archive, marks), questions(archive))
    config_file().unlink()


def _reading(ids: Sequence[str], library: Library) -> Callable[[], object]:
    """Return what reads the next of these issues at each call."""
    following = iter(ids)
    return lambda: library.issue(next(following))


def _add(library: Library, numbers: Iterator[int]) -> object:
    return library.add(*made(next(numbers)))


def _mark(marks: Marks, numbers: Iterator[int]) -> object:
    return marks.mark(f"{next(numbers):016x}", read=True)


def _row(name: str, one: Callable[[], object], other: Callable[[], object], runs: int) -> None:
    """Print the medians of both sides in turn, and how many times as long the second takes."""
    taken: tuple[list[float], list[float]] = [], []
    for _ in range(runs):
        for side, do in zip(taken, (one, other), strict=True):
            begun = perf_counter()
            do()
            side.append(perf_counter() - begun)
    folder, archive = (statistics.median(side) * 1000 for side in taken)
    print(f"{name:24} {folder:8.2f} {archive:8.2f}  {archive / folder:5.2f}")


def _start(*sides: Files) -> None:
    """Print how long it takes from the command to the first headline."""
    environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}

    def starting(files: Files) -> Callable[[], object]:
        library = Library(files)
        first = library.issue(library.rows()[0].id).articles[0]
        command, wanted = [DUBAO, "--library", files.home().address], first.headline[:4].encode()
        return lambda: first_headline(command, environment, wanted=wanted)

    folder, archive = map(starting, sides)
    folder()
    archive()
    _row("first headline", folder, archive, 9)


def _crowd(seen: Seen, seconds: float) -> None:
    """Print how long an issue takes for one reader, and for each of many beside a writer."""
    alone = _issues_read(seen, 1, seconds / 4)
    over = Event()
    with ThreadPoolExecutor(1) as writer:
        writing = writer.submit(_write_on, seen, over)
        crowd = _issues_read(seen, READERS, seconds)
        over.set()
        written = writing.result()
    p95 = [statistics.quantiles(taken, n=20)[-1] * 1000 for taken in (alone, crowd)]
    print(f"an issue, p95: one reader {p95[0]:.1f} ms, {READERS} and a writer {p95[1]:.1f} ms "
          f"({p95[1] / p95[0]:.2f}); {len(crowd)} issues read, {written} written")  # fmt: skip


def _issues_read(seen: Seen, readers: int, seconds: float) -> list[float]:
    """Return the seconds that each issue took which so many processes have read for so long."""
    with ProcessPoolExecutor(readers, get_context("spawn")) as pool:
        found = pool.map(partial(_read_on, seen.address, seconds), range(readers))
        return [taken for each in found for taken in each]


def _read_on(address: str, seconds: float, number: int) -> list[float]:
    """Read an issue now and then; return how long each took. Raises where one is not whole."""
    home = Path(os.environ["XDG_CACHE_HOME"]).parent
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(dir=home)  # a host of its own
    seen, chance = Seen(address), random.Random(number)
    library = Library(CachedFiles(lambda: PostgresFiles(seen), seen))
    ids = [row.id for row in library.rows()]
    taken: list[float] = []
    end = perf_counter() + seconds
    while perf_counter() < end:
        sleep(chance.uniform(0, 2 * PAUSE))
        begun = perf_counter()
        issue = library.issue(chance.choice(ids))
        taken.append(perf_counter() - begun)
        assert len(issue.articles) == ARTICLES
    return taken


def _write_on(seen: Seen, over: Event) -> int:
    """Add issues until it is over; return how many."""
    library, numbers = Library(PostgresFiles(seen)), count(950_000)
    written = 0
    while not over.wait(PAUSE):
        _add(library, numbers)
        written += 1
    return written


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""A reader's whole home: library, state, index, archive, configuration; filled once, then spoilt.

It is kept in memory, and put back on disk before each case, at the same paths.
"""

import re
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from store.backends.disk import DiskFiles
from store.corrections.records import relabel
from store.index.update import update
from store.library.catalogue_file import CatalogueFile
from store.library.library import Library, open_library
from store.models import Issue, Jump, Keyword, Variant
from store.press.dump.read import read_issue
from store.reader.clippings import open_clips
from store.reader.filter_history import FilterHistory
from store.reader.marks import Marks, open_marks
from store.reader.place import Place
from store.reader.saved_filters import SavedFilter
from store.sample import sample
from tui.cli.main import main

Tree = dict[str, bytes]
"""Files by their names within the home."""

LIBRARY, STATE, CONFIG, ARCHIVE = "data/dubao", "state/dubao", "config/dubao", "all.zip"

DAYS = (12, 13, 14)
ISSUE = "qingxishibao-2024-03-12"
REMOVED = "qingxishibao-2024-03-14"

ROOM = 2**30
"""Bytes that one command may take beyond what the process has."""

LONGEST = 60
"""Seconds after which a command hangs: each takes some thousandths."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe0f\ufeff]"
)


class Hangs(BaseException):
    """A command takes longer than any does."""


class Said(Struct, frozen=True):
    """What came of a command: its status, output and errors, and its traceback if it had one."""

    status: int
    out: str
    err: str
    trace: str = ""


class Home:
    """The folders of a reader, `tree` being what lies in them while nothing is spoilt."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            f"XDG_{name}_HOME": str(folder / name.lower())
            for name in ("DATA", "STATE", "CACHE", "CONFIG")
        }
        self.tree: Tree = {}
        self.answers: dict[str, Said] = {}
        """What is said of it while nothing is spoilt, by the command."""

    @property
    def library(self) -> Library:
        """The library."""
        return open_library(self.folder / LIBRARY, state=self.folder / STATE)

    @property
    def marks(self) -> Marks:
        """The marks."""
        return open_marks(self.folder / STATE)

    def fill(self) -> None:
        """Put something of every kind into the home."""
        library = self.library
        for day in DAYS:
            text = sample().replace("3月12日".encode(), f"3月{day}日".encode())
            library.add(_rich(read_issue(text, "page.txt").issue), text)
        CatalogueFile(DiskFiles(library.path)).rewrite(library.rows())
        library.edit(ISSUE, relabel(library.issue(ISSUE).articles[1], 0, "subhead"))
        library.remove(REMOVED)
        _fill_state(library, self.marks, self.folder / STATE)
        config = self.folder / CONFIG
        config.mkdir(parents=True)
        (config / "config.toml").write_text('language = "en"\n[keys]\nquit = "ctrl+x"\n')
        (config / "words.txt").write_text("亭山书会 topic\n白露 person\n")
        update(library)
        self._spoil_once(library)
        said = self.run("export", "-o", str(self.folder / ARCHIVE))
        assert said.status == 0, said
        self.tree = self.now()

    def _spoil_once(self, library: Library) -> None:
        """Let something lie in quarantine."""
        (self.folder / LIBRARY / "issues/qingxishibao/qingxishibao-2024-03-20.json").write_bytes(
            b"{"
        )
        list(library.check(repair=True))

    def now(self) -> Tree:
        """Return what lies in the home now, but for locks."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and not path.is_symlink() and not path.name.endswith(".lock")
        }

    def put(self, tree: Tree) -> None:
        """Let this lie in the home, and nothing else."""
        shutil.rmtree(self.folder)
        for name, data in tree.items():
            path = self.folder / name
            path.parent.mkdir(0o700, parents=True, exist_ok=True)
            path.write_bytes(data)

    def run(self, *words: str) -> Said:
        """Run the command; its time and its memory are bounded."""
        with (
            tempfile.TemporaryFile("w+", encoding="utf-8") as out,
            tempfile.TemporaryFile("w+", encoding="utf-8") as err,
        ):
            streams, (sys.stdout, sys.stderr) = (sys.stdout, sys.stderr), (out, err)
            try:
                status, trace = _bounded(lambda: main(words))
            finally:
                sys.stdout, sys.stderr = streams
            return Said(status, _all_of(out), _all_of(err), trace)


def _all_of(stream: Any) -> str:
    stream.flush()
    stream.seek(0)
    text: str = stream.read()
    return text


def _bounded(do: Callable[[], int]) -> tuple[int, str]:
    """Return the exit status of what is done, and its traceback if it has one."""
    try:
        with limits():
            return do(), ""
    except SystemExit as leaving:
        return int(leaving.code or 0), ""
    except (Exception, Hangs):
        return -1, traceback.format_exc()


@contextmanager
def limits() -> Iterator[None]:
    """Let the block neither hang nor take much memory."""

    def hang(_number: int, _frame: FrameType | None) -> None:
        raise Hangs

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    handler = signal.signal(signal.SIGALRM, hang)
    signal.alarm(LONGEST)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
        signal.alarm(0)
        signal.signal(signal.SIGALRM, handler)


def _rich(issue: Issue) -> Issue:
    """Return `issue` with what a press and its dictionary may find in one."""
    jump, back = Jump("2", "（下转2版）"), Jump("1", "（上接1版）")
    words = (
        Keyword("古桥", 0.5, "topic", ("gu qiao",)),
        Keyword("云坪", 0.4, "place", ("yun ping",)),
    )
    names = (Keyword("白露", 0.3, "person", ("bai lu",)),)
    articles = tuple(replace(each, keywords=words, names=names) for each in issue.articles)
    first, *middle, last = articles
    articles = (replace(first, jump=jump), *middle, replace(last, continues=back))
    return replace(issue, articles=articles, variants=(Variant(issue.pages[-1], articles[-1:]),))


def _fill_state(library: Library, marks: Marks, state: Path) -> None:
    issue = library.issue(ISSUE)
    keys = [article.key for article in issue.articles]
    marks.mark_all(keys[:3], read=True)
    marks.mark_all(keys[1:2], tag="桥")
    marks.mark_all(keys[1:2], starred=True)
    marks.leave(Place(ISSUE, issue.articles[1].id, 1, 2, reading=True))
    marks.leave(Place(ISSUE, issue.articles[0].id), "a")
    marks.note(marks.next_moment())
    marks.filters.save(SavedFilter("旧桥", "古桥", "tag", "桥", {str(library.path): 2}))
    marks.filters.save(SavedFilter("藏", "集市", "hide"))
    FilterHistory(marks._files).keep("古桥")
    clips = open_clips(state)
    clips.clip(issue, issue.articles[0], [0])
    clips.clip(issue, issue.articles[1])
    shared = open_library(library.path, state=state, readonly=True)
    second = shared.rows()[0]
    shared.edit(second.id, relabel(shared.issue(second.id).articles[1], 0, "subhead"))

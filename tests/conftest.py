"""What tests of the store and of the screen share: a press for issues, a library, marks, a clock.

Towns, papers and people are invented. Libraries and marks are in memory here; the tests of the
store run on disk as well.
"""

import gc
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Generator
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any, Self

import pytest
from msgspec.structs import replace

from store.backends.files import Files
from store.backends.memory import MemoryFiles
from store.backends.serialization import to_json
from store.identity import numbered
from store.library.adding import Added
from store.library.library import Library
from store.models import Article, Issue, Page, Paper, Source
from store.processes import Worker
from store.reader.marks import Marks

sys.dont_write_bytecode = False
"""Compiled tests are kept, whatever the machine says: half of the time it takes to begin."""

LONG = bool(os.environ.get("DUBAO_LONG"))
"""Whether kills, crowds of processes, random walks and invented cases go on for long."""

MEMORY = Path("/dev/shm")
"""Where the tests' folders lie if there is room: a sync, of which there are very many, is nothing
there, and milliseconds on a disk."""

if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 4 << 30:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

SLOW = {"terminal", "served", "killed_at", "left_by_kills", "drive"}
"""Fixtures that start programs, or a whole reader: who asks for one is slow, others say it."""


class PaperBuilder:
    """Sets one source of an issue: ``paper("临江报").on(2024, 3, 5).page("1").article("喜讯")``."""

    def __init__(self, name: str = "临江报", *, source: str = "dump.txt") -> None:
        self._issue = Issue(paper=Paper(name))
        self._source = source
        self._given: dict[str, Any] = {}

    def on(self, year: int, month: int, day: int) -> Self:
        """Print this date; without it the issue is undated."""
        return self.having(date=date(year, month, day))

    def given(self, **fields: Any) -> Self:
        """Set fields as a reader does who knows more than is printed: the bytes stay the same."""
        self._given |= fields
        return self

    def having(self, **fields: Any) -> Self:
        """Set fields of the issue itself."""
        self._issue = replace(self._issue, **fields)
        return self

    def page(self, number: str, name: str = "") -> Self:
        """Begin a page."""
        return self.having(pages=(*self._issue.pages, Page(number, name)))

    def article(self, headline: str = "", *paragraphs: str, **fields: Any) -> Self:
        """Put an article on the page begun last; without paragraphs it gets one from its head."""
        fields.setdefault("paragraphs", paragraphs or (f"{headline}的消息传遍临江城。",))
        fields.setdefault("page", self._issue.pages[-1].number if self._issue.pages else "1")
        article = Article(headline=headline, **fields)
        return self.having(articles=(*self._issue.articles, article))

    @property
    def original(self) -> bytes:
        """The bytes that this issue was read from: other ones for other contents."""
        return to_json([self._source, self._issue])

    def issue(self) -> Issue:
        """Return the issue as the press would have read it."""
        sha256 = hashlib.sha256(self.original).hexdigest()
        pages = self._issue.pages or (Page("1"),)
        return numbered(
            replace(
                self._issue,
                pages=tuple(replace(page, source=sha256) for page in pages),
                articles=tuple(replace(a, source=sha256) for a in self._issue.articles),
                sources=(Source(self._source, sha256=sha256),),
                **self._given,
            )
        )

    def add_to(self, library: Library) -> Added:
        """Add the issue to `library`."""
        return library.add(self.issue(), self.original)


def pytest_configure(config: pytest.Config) -> None:
    """Say how many cases are invented; hypothesis comes only now that what is compiled is kept."""
    from hypothesis import settings

    quick = "not slow" in config.option.markexpr

    settings.register_profile(
        "dubao", deadline=None, max_examples=3000 if LONG else 40 if quick else 80
    )
    settings.load_profile("dubao")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what starts programs or a whole reader."""
    for item in items:
        if SLOW.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep all that is collected: to look for what may go takes a sixth of the time, and none may.

    Nor is it looked through afterwards, for what tests leave; and that is looked for less often.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(20_000, 20, 20)
        gc.enable()


@pytest.fixture(autouse=True)
def own_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test's language be the next one's: argparse is told of it by the environment."""
    monkeypatch.setenv("LANGUAGE", "")


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process do what a worker is asked for: it loads the dictionary once for all tests.

    Each worker takes 1.3 s to load it. The worker itself has tests of its own.
    """

    def ask(worker: Worker, task: str, request: object, kind: object, *told: object) -> object:
        telling = dict(zip(["tell"], told, strict=False))
        return getattr(import_module("store.imports.worker"), task)(request, **telling)

    monkeypatch.setattr(Worker, "ask", ask)
    monkeypatch.setattr(Worker, "stream", ask)


@pytest.fixture
def unworded(in_this_process: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Import in this process and without keywords."""
    monkeypatch.setattr("store.imports.worker.extract_keywords", lambda issues, _bound=None: issues)


@pytest.fixture(scope="session")
def builder() -> type[PaperBuilder]:
    """Give the builder of issues, to be called with the name of a paper."""
    return PaperBuilder


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Give a clock that goes on by one minute each time it is looked at."""
    minutes = count()
    start = datetime(2024, 3, 5, 6, 30, tzinfo=UTC)
    return lambda: start + timedelta(minutes=next(minutes))


@pytest.fixture
def files() -> Files:
    """Give files in memory: of a library, and of one reader's marks."""
    return MemoryFiles()


@pytest.fixture
def library(files: Files) -> Library:
    """Give an empty library."""
    return Library(files)


@pytest.fixture
def marks(files: Files, clock: Callable[[], datetime]) -> Marks:
    """Give the marks of a reader who has read nothing yet."""
    return Marks(files, clock)

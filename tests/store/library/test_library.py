"""The library, in memory and on disk."""

import errno
import multiprocessing
import os
from pathlib import Path

import pytest

from store.backends.files import Files
from store.errors import LibraryError, NotFoundError
from store.library.adding import Added
from store.library.library import Library, open_library
from store.models import Keyword
from tests.store.library.sources import (
    ID,
    Builder,
    everything,
    front,
    inside,
)


def test_an_issue_comes_back_as_it_was_added(library: Library, builder: Builder) -> None:
    paper = front(builder).article("新桥", keywords=(Keyword("桥", 0.5),)).page("2", "要闻")
    assert paper.add_to(library) == Added(ID, "new", ("1", "2"))
    assert library.issue(ID) == paper.issue()
    issue, article = library.article(f"{ID}/1.2")
    assert (issue, article) == (paper.issue(), paper.issue().articles[1])
    assert everything(library) == [(paper.issue(), ())]


def test_an_unknown_name_is_told_with_the_closest(library: Library, builder: Builder) -> None:
    front(builder).add_to(library)
    with pytest.raises(NotFoundError, match=f"closest names are {ID}"):
        library.issue("linjiangbao-2024-03-04")
    with pytest.raises(NotFoundError, match=f"closest names are {ID}/1.1"):
        library.article(f"{ID}/1.9")
    with pytest.raises(NotFoundError):
        library.article("喜讯")


def test_a_missing_library_is_empty_and_stays_missing(tmp_path: Path) -> None:
    with open_library(tmp_path / "none") as library:
        assert library.rows() == ()
        assert library.holds("0" * 64) == ""
        with pytest.raises(NotFoundError):
            library.issue(ID)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_at_any_point_leaves_what_was(
    tmp_path: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(tmp_path)
    front(builder).add_to(library)
    before = everything(library)
    sync = os.fsync
    left = 0

    def fail(file: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(file)

    monkeypatch.setattr(os, "fsync", fail)
    for step in range(5):
        left = step
        with pytest.raises(LibraryError, match="No space left on device"):
            inside(builder).add_to(library)
        assert everything(library) == before
    left = 100
    assert inside(builder).add_to(library).status == "merged"


def test_a_library_that_cannot_be_written_can_be_read(
    tmp_path: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    front(builder).add_to(open_library(tmp_path))
    opened = os.open

    def read_only(path: str, flags: int, *rest: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", read_only)
    library = open_library(tmp_path)
    assert len(everything(library)) == 1
    with pytest.raises(LibraryError, match="Read-only file system"):
        inside(builder).add_to(library)


def test_processes_that_add_at_once_lose_nothing(tmp_path: Path, builder: Builder) -> None:
    fork = multiprocessing.get_context("fork")
    papers = [
        builder(source=str(n)).on(2024, 3, 1 + n % 4).page(str(n)).article(f"消息{n}")
        for n in range(16)
    ]

    def add(start: int) -> None:
        for paper in papers[start::2]:
            paper.add_to(open_library(tmp_path))

    others = [fork.Process(target=add, args=(start,)) for start in (0, 1)]
    for other in others:
        other.start()
    for other in others:
        other.join(30)
    issues = everything(open_library(tmp_path))
    assert [len(issue.articles) for issue, _ in issues] == [4, 4, 4, 4]


def test_what_another_process_adds_is_seen(
    library: Library, files: Files, builder: Builder
) -> None:
    assert library.rows() == ()
    front(builder).add_to(Library(files))
    assert [row.id for row in library.rows()] == [ID]
    assert len(library.issue(ID).articles) == 1
    inside(builder).add_to(Library(files))
    assert len(library.issue(ID).articles) == 2


def test_rows_are_read_once(library: Library, builder: Builder) -> None:
    front(builder).add_to(library)
    rows = library.rows()
    assert library.rows() is rows

"""The library, in memory and on disk."""

import errno
import os
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from store.backends.files import Files
from store.errors import LibraryError, NotFoundError
from store.library.adding import Added
from store.library.library import Library, open_library
from store.models import Keyword
from tests.forks import ended, forked
from tests.store.library.sources import (
    ID,
    Builder,
    everything,
    front,
    inside,
)


def test_an_issue_comes_back_as_it_was_added(library: Library, builder: Builder) -> None:
    paper = front(builder).article("新桥", keywords=(Keyword("桥", 0.5),)).page("2", "要闻")
    assert paper.add_to(library) == Added(ID, "new", ("1", "2"), articles=2)
    assert library.issue(ID) == paper.issue()
    issue, article = library.article(f"{ID}/1.2")
    assert (issue, article) == (paper.issue(), paper.issue().articles[1])
    assert everything(library) == [(paper.issue(), ())]


def test_an_unknown_name_is_told_with_the_closest(library: Library, builder: Builder) -> None:
    front(builder).add_to(library)
    with pytest.raises(NotFoundError, match=f"closest names are {ID}"):
        library.issue("linjiangbao-2024-03-04")
    with pytest.raises(NotFoundError, match=f"the last one on this page is {ID}/1.1"):
        library.article(f"{ID}/1.9")
    with pytest.raises(NotFoundError, match=r"99\.9; there are these pages: 1"):
        library.article(f"{ID}/99.9")
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

    def read_only(path: str, flags: int, *rest: int, **within: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, *rest, **within)

    monkeypatch.setattr(os, "open", read_only)
    library = open_library(tmp_path)
    assert len(everything(library)) == 1
    with pytest.raises(LibraryError, match="Read-only file system"):
        inside(builder).add_to(library)


def test_processes_that_add_at_once_lose_nothing(tmp_path: Path, builder: Builder) -> None:
    papers = [
        builder(source=str(n)).on(2024, 3, 1 + n % 4).page(str(n)).article(f"消息{n}")
        for n in range(16)
    ]

    def add(start: int) -> None:
        for paper in papers[start::2]:
            paper.add_to(open_library(tmp_path))

    others = [forked(partial(add, start)) for start in (0, 1)]
    assert [ended(other) for other in others] == [0, 0]
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


def page_one(builder: Builder) -> Any:
    return builder().on(2024, 3, 5).page("1").article("喜讯", "桥通了。")


def page_two(builder: Builder) -> Any:
    return builder().on(2024, 3, 5).page("2").article("广告", "新店开张。")


def names(library: Library) -> list[str]:
    return [row.id for row in library.rows()]


def test_a_removed_issue_comes_back_as_it_was(library: Library, builder: Builder) -> None:
    paper = page_one(builder)
    paper.add_to(library)
    issue = library.issue(ID)
    library.remove(ID)
    assert names(library) == []
    assert [row.id for row in library.removed()] == [ID]
    with pytest.raises(NotFoundError, match="has been removed; dubao remove --undo"):
        library.issue(ID)
    assert library.holds(issue.sources[0].sha256) == ""
    assert library.restore(ID) == issue
    assert library.issue(ID) == issue
    assert library.removed() == ()


def test_the_last_removed_comes_first_where_the_clock_is_set_back(
    files: Files, builder: Builder
) -> None:
    now = datetime(2024, 3, 6, 12, tzinfo=UTC)
    library = Library(files, clock=lambda: now)
    for day in (1, 2, 3):
        builder().on(2024, 3, day).page("1").article("喜讯").add_to(library)
    for day in (2, 1, 3):
        now -= timedelta(hours=1)
        assert library.remove(f"linjiangbao-2024-03-0{day}").removed
    assert [row.id[-1] for row in library.removed()] == ["3", "1", "2"]


def test_importing_what_was_removed_brings_it_back(library: Library, builder: Builder) -> None:
    page_one(builder).add_to(library)
    library.remove(ID)
    assert page_one(builder).add_to(library).status == "restored"
    assert names(library) == [ID]
    assert library.removed() == ()


def test_a_restored_issue_joins_what_came_meanwhile(library: Library, builder: Builder) -> None:
    page_one(builder).add_to(library)
    library.remove(ID)
    page_two(builder).add_to(library)
    assert names(library) == [ID]
    assert [a.headline for a in library.issue(ID).articles] == ["广告"]
    library.restore(ID)
    assert names(library) == [ID]
    assert [a.headline for a in library.issue(ID).articles] == ["喜讯", "广告"]


def test_a_former_name_of_a_removed_issue_restores_it(library: Library, builder: Builder) -> None:
    paper = builder().page("1").article("喜讯")
    old = paper.add_to(library).issue
    paper.given(date=date(2024, 3, 5)).add_to(library)
    library.remove(old)
    assert names(library) == []
    assert library.restore(old).id == ID
    assert library.issue(old).id == ID


def test_one_day_removed_twice_comes_back_one_by_one(library: Library, builder: Builder) -> None:
    for paper in (page_one(builder), page_two(builder)):
        paper.add_to(library)
        library.remove(ID)
    assert [row.pages for row in library.removed()] == [("2",), ("1",)]
    assert [page.number for page in library.restore(ID).pages] == ["2"]
    assert [page.number for page in library.restore(ID).pages] == ["1", "2"]


def test_nothing_removed_has_this_name(library: Library) -> None:
    with pytest.raises(NotFoundError, match="no removed issue x"):
        library.restore("x")


def test_what_is_emptied_is_gone_from_the_disk(tmp_path: Path, builder: Builder) -> None:
    library = open_library(tmp_path)
    stored, gone = page_one(builder), builder().on(2024, 3, 6).page("1").article("喜讯")
    stored.add_to(library)
    gone.add_to(library)
    library.remove("linjiangbao-2024-03-06")
    assert len(list(tmp_path.rglob("sources/*.gz"))) == 2
    assert library.empty() == 1
    assert len(list(tmp_path.rglob("sources/*.gz"))) == 1
    assert len(list(tmp_path.rglob("issues/*/*.json"))) == 1
    assert library.original(library.issue(ID).sources[0].sha256) == stored.original
    assert library.removed() == ()
    assert library.empty() == 0
    assert gone.add_to(library).status == "new"


def test_an_original_that_another_issue_needs_is_not_emptied(
    library: Library, builder: Builder
) -> None:
    paper = page_one(builder)
    paper.add_to(library)
    library.remove(ID)
    library.restore(ID)
    assert library.empty() == 0
    assert library.original(library.issue(ID).sources[0].sha256) == paper.original

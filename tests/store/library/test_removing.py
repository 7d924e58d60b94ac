"""Issues that are taken out of the library, and brought back."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.backends.files import Files
from store.errors import NotFoundError
from store.library.library import Library, open_library

Builder = Callable[..., Any]
ID = "linjiangbao-2024-03-05"


def front(builder: Builder) -> Any:
    return builder().on(2024, 3, 5).page("1").article("喜讯", "桥通了。")


def back(builder: Builder) -> Any:
    return builder().on(2024, 3, 5).page("2").article("广告", "新店开张。")


def names(library: Library) -> list[str]:
    return [row.id for row in library.rows()]


def test_a_removed_issue_comes_back_as_it_was(library: Library, builder: Builder) -> None:
    paper = front(builder)
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
    front(builder).add_to(library)
    library.remove(ID)
    assert front(builder).add_to(library).status == "restored"
    assert names(library) == [ID]
    assert library.removed() == ()


def test_a_restored_issue_joins_what_came_meanwhile(library: Library, builder: Builder) -> None:
    front(builder).add_to(library)
    library.remove(ID)
    back(builder).add_to(library)
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
    for paper in (front(builder), back(builder)):
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
    stored, gone = front(builder), builder().on(2024, 3, 6).page("1").article("喜讯")
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
    paper = front(builder)
    paper.add_to(library)
    library.remove(ID)
    library.restore(ID)
    assert library.empty() == 0
    assert library.original(library.issue(ID).sources[0].sha256) == paper.original

"""An original of several issues, such as a feed of some days: each issue is held for itself."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.corrections.records import redate
from store.exports.archive import accept_all, open_archive, write_archive
from store.library.library import Library, open_library
from store.models import Issue

Builder = Callable[..., Any]

FEED = b"a feed of two days"
SHA = hashlib.sha256(FEED).hexdigest()
FIRST, SECOND = "linjiangbao-2024-03-05", "linjiangbao-2024-03-06"


def day(builder: Builder, day: int) -> Issue:
    """Return one day's issue of the feed."""
    issue: Issue = builder().on(2024, 3, day).page(f"{day}").article(f"{day}日的消息").issue()
    (source,) = issue.sources
    part = f"2024-03-{day:02}"
    return replace(
        issue,
        sources=(replace(source, sha256=SHA, kind="feed", part=part),),
        articles=tuple(replace(article, source=SHA) for article in issue.articles),
    )


@pytest.fixture
def feed(builder: Builder) -> list[tuple[Issue, bytes]]:
    """Give the two issues, each with the original."""
    return [(day(builder, 5), FEED), (day(builder, 6), FEED)]


def statuses(library: Library, feed: list[tuple[Issue, bytes]]) -> list[str]:
    return [added.status for added in library.add_all(feed)]


def test_each_issue_is_new_once(library: Library, feed: list[tuple[Issue, bytes]]) -> None:
    assert statuses(library, feed) == ["new", "new"]
    assert statuses(library, feed) == ["held", "held"]
    assert [row.id for row in library.rows()] == [SECOND, FIRST]
    assert [row.originals for row in library.rows()] == [(SHA,), (SHA,)]
    assert library.holds(SHA)
    assert library.holds(f"{SHA}:2024-03-06") == SECOND


def test_a_day_that_was_removed_comes_back_alone(
    library: Library, feed: list[tuple[Issue, bytes]]
) -> None:
    library.add_all(feed)
    library.remove(FIRST)
    assert library.holds(SHA) == "", "it is to be read again"
    assert statuses(library, feed) == ["restored", "held"]


def test_the_original_goes_with_the_last_of_its_issues(
    library: Library, feed: list[tuple[Issue, bytes]]
) -> None:
    library.add_all(feed)
    library.remove(FIRST)
    library.empty()
    assert library.original(SHA) == FEED
    library.remove(SECOND)
    library.empty()
    with pytest.raises(Exception, match="no original"):
        library.original(SHA)


def test_two_days_can_become_one_and_part_again(
    library: Library, feed: list[tuple[Issue, bytes]]
) -> None:
    library.add_all(feed)
    first = library.issue(FIRST).date
    assert first
    library.edit(SECOND, redate(library.issue(SECOND), first))
    (row,) = library.rows()
    assert row.articles == 2
    assert len(row.sources) == 2
    library.undo(FIRST)
    assert [(row.id, row.articles) for row in library.rows()] == [(SECOND, 1), (FIRST, 1)]


def test_a_damaged_issue_is_not_taken_for_the_other(
    tmp_path: Path, feed: list[tuple[Issue, bytes]]
) -> None:
    with open_library(tmp_path / "library") as library:
        library.add_all(feed)
        (damaged,) = (tmp_path / "library").glob(f"issues/*/{FIRST}*")
        damaged.write_bytes(b"{")
        list(
            library.check(
                repair=True, read=lambda sources: [[issue for issue, _ in feed] for _ in sources]
            )
        )
        assert [row.id for row in library.rows()] == [SECOND, FIRST]
        assert library.issue(FIRST).articles[0].headline == "5日的消息"


def test_an_archive_holds_it_once(
    tmp_path: Path, library: Library, feed: list[tuple[Issue, bytes]]
) -> None:
    library.add_all(feed)
    file = io.BytesIO()
    write_archive(
        library,
        {FIRST, SECOND},
        file,
        lambda failure: pytest.fail(str(failure)) if failure else None,
    )
    with open_library(tmp_path / "other") as other:
        assert [added.status for added in accept_all(other, open_archive(file, "all.zip"))] == [
            "new",
            "new",
        ]
        assert [row.id for row in other.rows()] == [SECOND, FIRST]

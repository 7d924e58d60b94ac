"""Reading a library: by address, by source, and without the right to write."""

from collections.abc import Callable
from typing import Any

import pytest

from store.backends.files import Files
from store.errors import NotFoundError
from store.library.library import Library
from store.library.library_reader import LibraryReader

Builder = Callable[..., Any]

NEW, OLD = "linjiangbao-2024-03-05", "linjiangbao-2024-03-01"


@pytest.fixture
def reader(library: Library, files: Files, builder: Builder) -> LibraryReader:
    """Give a reader of a library of two issues."""
    builder("临江报").on(2024, 3, 5).page("1").article("甲").page("2").article("乙").add_to(library)
    builder("临江报").on(2024, 3, 1).page("1").article("旧").add_to(library)
    return LibraryReader(files)


def test_the_catalogue_is_newest_first(reader: LibraryReader) -> None:
    assert [row.id for row in reader.rows()] == [NEW, OLD]


def test_an_article_is_found_with_its_issue(reader: LibraryReader) -> None:
    issue, article = reader.article(f"{NEW}/2.1")
    assert (issue.id, article.headline) == (NEW, "乙")


@pytest.mark.parametrize("name", [f"{NEW}/9.1", "nobao-2024-01-01/1.1"])
def test_an_unknown_address_is_told_of(reader: LibraryReader, name: str) -> None:
    with pytest.raises(NotFoundError):
        reader.article(name)


def test_a_source_is_held_while_its_original_is(reader: LibraryReader) -> None:
    [source] = reader.issue(OLD).sources
    assert reader.holds(source.sha256) == OLD
    assert reader.original(source.sha256)
    assert reader.holds("0" * 64) == ""


def test_a_copy_has_all_that_is_kept(reader: LibraryReader) -> None:
    copy = reader.copy(NEW)
    assert copy.stored.issue == reader.issue(NEW)
    assert set(copy.originals) == {source.sha256 for source in reader.issue(NEW).sources}


def test_what_is_added_elsewhere_is_seen(
    reader: LibraryReader, library: Library, builder: Builder
) -> None:
    before = reader.stamps()
    builder("临江报").on(2024, 3, 9).page("1").article("新").add_to(library)
    assert reader.stamps() != before
    assert reader.rows()[0].id == "linjiangbao-2024-03-09"


def test_an_issue_that_has_changed_is_read_anew(
    reader: LibraryReader, library: Library, builder: Builder
) -> None:
    before = reader.issue(NEW)
    builder("临江报").on(2024, 3, 5).page("3").article("丙").add_to(library)
    assert len(reader.issue(NEW).articles) == len(before.articles) + 1
    assert reader.issue(NEW) is reader.issue(NEW)

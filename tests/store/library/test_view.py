"""What one reader sees of a library: as it is now, with what they alone set right."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from store.backends.files import Files
from store.errors import NotFoundError
from store.library.library import Library
from store.library.library_id import Identity
from store.library.overlay import Overlay
from store.library.view import LibraryView

Builder = Callable[..., Any]

NEW, OLD = "linjiangbao-2024-03-05", "linjiangbao-2024-03-01"


@pytest.fixture
def view(library: Library, files: Files, builder: Builder) -> LibraryView:
    """Give a view of a library of two issues."""
    builder("临江报").on(2024, 3, 5).page("1").article("甲").page("2").article("乙").add_to(library)
    builder("临江报").on(2024, 3, 1).page("1").article("旧").add_to(library)
    return LibraryView(files, Overlay(files, Identity(files)))


def test_the_catalogue_is_newest_first_and_made_once(view: LibraryView) -> None:
    assert [row.id for row in view.catalogue().rows] == [NEW, OLD]
    assert view.catalogue() is view.catalogue()


def test_what_is_added_elsewhere_is_seen(
    view: LibraryView, library: Library, builder: Builder
) -> None:
    before = view.stamps()
    builder("临江报").on(2024, 3, 9).page("1").article("新").add_to(library)
    assert view.stamps() != before
    assert view.catalogue().rows[0].id == "linjiangbao-2024-03-09"


def test_an_issue_is_parsed_once_and_anew_where_it_has_changed(
    view: LibraryView, library: Library, builder: Builder
) -> None:
    row = view.catalogue().named(NEW)[0]
    before = view.stored(row)
    assert view.stored(row) is before
    builder("临江报").on(2024, 3, 5).page("3").article("丙").add_to(library)
    after = view.stored(row)  # though the row is of before
    assert len(after.issue.articles) == len(before.issue.articles) + 1


def test_an_issue_that_is_gone_is_told_of(view: LibraryView, library: Library) -> None:
    row = view.catalogue().named(OLD)[0]
    library.remove(OLD)
    library.empty()
    with pytest.raises(NotFoundError):
        view.stored(replace(row, revision=99))

"""The saved filters at the head of the list: what each finds, and how much of it is unread."""

import pytest

from store.index.hits import Hits
from store.models import CatalogueRow
from store.reader.saved_filters import SavedFilter
from tests.tui.state.fake_marks import FakeMarks
from tui.state.outline_rows import UNCOUNTED, OutlineRow
from tui.state.saved_filter_rows import SHELF, SavedFilterRows
from tui.state.unread_counts import UnreadCounts

KEYS = ("a" * 16, "b" * 16, "c" * 16)
ROW = CatalogueRow("x", "临江报", keyed="".join(KEYS))
PAPERS = {"临江报": [ROW]}
SAVED = (SavedFilter("水", "水库"), SavedFilter("茶", "春茶", action="hide"))
FOUND = {"水": Hits({"x": b"\1\1\0"}), "茶": Hits({"x": b"\0\1\1"})}


@pytest.fixture
def marks() -> FakeMarks:
    return FakeMarks()


@pytest.fixture
def shelf(marks: FakeMarks) -> SavedFilterRows:
    return SavedFilterRows(UnreadCounts(marks))


def unread(shelf: SavedFilterRows) -> dict[str, int]:
    return {row.label: row.unread for row in shelf.rows(SAVED, PAPERS, False)}


def test_without_saved_filters_there_is_no_row(shelf: SavedFilterRows) -> None:
    assert list(shelf.rows((), PAPERS, False)) == []


def test_a_row_folds_those_beneath_it(shelf: SavedFilterRows) -> None:
    folded = [(row.kind, row.id, row.unfolded) for row in shelf.rows(SAVED, PAPERS, True)]
    assert folded == [("shelf", SHELF, False)]
    rows = list(shelf.rows(SAVED, PAPERS, False))
    assert [row.id for row in rows] == [SHELF, f"{SHELF}水", f"{SHELF}茶"]
    assert rows[0].unfolded


def test_nothing_is_counted_before_it_is_known(shelf: SavedFilterRows) -> None:
    assert set(unread(shelf).values()) == {UNCOUNTED}
    shelf.take(SAVED, FOUND)
    assert {row.unread for row in shelf.rows(SAVED, {}, False)} == {UNCOUNTED}


def test_what_one_hides_the_others_do_not_find(shelf: SavedFilterRows) -> None:
    shelf.take(SAVED, FOUND)
    assert unread(shelf) == {"Saved filters": UNCOUNTED, "水": 1, "茶": 2}


def test_counts_follow_what_is_found(shelf: SavedFilterRows) -> None:
    shelf.take(SAVED, FOUND)
    assert unread(shelf)["水"] == 1
    shelf.take(SAVED, {"水": Hits({"x": b"\1\1\1"})})
    assert unread(shelf)["水"] == 3


def test_the_keys_of_what_a_filter_finds(shelf: SavedFilterRows) -> None:
    shelf.take(SAVED, FOUND)
    found = OutlineRow("filter", f"{SHELF}茶", 1, "茶", 2)
    assert shelf.keys(found, [ROW]) == KEYS[1:]
    assert shelf.keys(OutlineRow("filter", f"{SHELF}无", 1, "无", 0), [ROW]) == ()
    assert shelf.keys(OutlineRow("paper", "临江报", 0, "临江报", 0), [ROW]) == ()


def test_the_filters_that_hide_an_article_are_named(shelf: SavedFilterRows) -> None:
    shelf.take(SAVED, FOUND)
    assert shelf.hiding(("x", 1), SAVED) == ("茶",)
    assert shelf.hiding(("x", 0), SAVED) == ()

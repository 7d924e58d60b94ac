"""A setting in a window: one column to scroll, or pages of columns."""

import pytest
from msgspec.structs import replace

from store.models import Article
from tui.typeset import first_row, lay_out, runs_in, width
from tui.typeset.layout import Columns, Scroll


@pytest.fixture
def long(story: Article) -> Article:
    """Give a story of many pages."""
    return replace(story, paragraphs=story.paragraphs * 20)


def test_there_are_columns_where_two_have_room(long: Article) -> None:
    assert isinstance(lay_out(long, 99, 20), Scroll)
    assert isinstance(lay_out(long, 100, 20), Columns)
    assert isinstance(lay_out(long, 100, 20, scrolled=True), Scroll)


@pytest.mark.parametrize("cells", [60, 120])
def test_a_place_is_in_the_window_that_begins_at_its_row(long: Article, cells: int) -> None:
    layout = lay_out(long, cells, 20)
    row = first_row(layout, (40, 3), 20)
    assert layout.setting.place_at(layout.first_line(row)) <= (40, 3)
    assert layout.setting.place_at(layout.first_line(row + layout.step)) > (40, 3)
    assert first_row(layout, (0, 0), 20) == 0


def test_pages_are_counted_once_all_are_known(long: Article) -> None:
    layout = lay_out(long, 120, 20)
    assert layout.page(0) == (0, 0)
    pages = layout.count(100_000) // 20
    assert layout.page(0) == (1, pages)
    assert layout.page(20 * (pages - 1)) == (pages, pages)
    assert lay_out(long, 60, 20).page(0) == (0, 0)


@pytest.mark.parametrize("cells", [60, 120])
def test_a_row_stands_in_the_middle_of_its_cells(long: Article, cells: int) -> None:
    layout = lay_out(long, cells, 20)
    for number in range(layout.count(60)):
        runs = list(runs_in(layout, number, cells + 10))
        assert sum(width(run.text) for run in runs) <= cells + 5
        assert not runs or runs[0].text.startswith(" " * 5)

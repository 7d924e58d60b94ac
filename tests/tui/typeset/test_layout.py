"""A setting in a window: one column to scroll, or pages of columns."""

import pytest
from msgspec.structs import replace

from store.models import Article
from tui.typeset import first_row, lay_out
from tui.typeset.horizontal import Columns, Scroll


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
    row = first_row(layout, (40, 3))
    assert layout.setting.place_at(layout.first_line(row)) <= (40, 3)
    assert layout.setting.place_at(layout.first_line(row + layout.step)) > (40, 3)
    assert first_row(layout, (0, 0)) == 0


def test_a_place_is_as_well_found_in_vertical_setting(long: Article) -> None:
    layout = lay_out(long, 60, 20, vertical=True)
    row = first_row(layout, (40, 3))
    assert layout.setting.place_at(layout.first_line(row)) <= (40, 3)
    assert layout.setting.place_at(layout.first_line(row + layout.step)) > (40, 3)

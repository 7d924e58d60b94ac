"""Rows of lines from top to bottom: pages are counted, and what is narrow stands in the middle."""

import pytest
from msgspec.structs import replace

from store.models import Article
from tui.typeset import lay_out, width


@pytest.fixture
def long(story: Article) -> Article:
    """Give a story of many pages."""
    return replace(story, paragraphs=story.paragraphs * 20)


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
        runs = list(layout.runs(number, 0, cells + 10))
        assert sum(width(run.text) for run in runs) <= cells + 5
        assert not runs or runs[0].text.startswith(" " * 5)


def test_behind_the_last_row_there_is_nothing(story: Article) -> None:
    layout = lay_out(story, 60, 20)
    assert not list(layout.runs(layout.count(1000), 0, 60))

"""Columns: every line once and in order, within the page, parted where it reads well."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.models import Article
from tui.typeset import Line, Setting, set_article, width
from tui.typeset.columns import GAP, Page, fit_columns, lay_columns

SHAPES = st.tuples(st.integers(30, 250), st.integers(1, 70), st.integers(1, 5))


@pytest.fixture(scope="module")
def long_story(story: Article) -> Article:
    """Give a story with a crosshead over every fourth of its forty paragraphs."""
    text = "青溪县境内现存石桥四十七座,其中列入保护名录的十二座,要用好老石匠的手艺。"
    paragraphs = tuple(
        "桥边的人" if number % 4 == 3 else text * (1 + number % 5) for number in range(40)
    )
    return replace(story, paragraphs=paragraphs, crossheads=tuple(range(3, 40, 4)))


def laid(
    article: Article, cells: int, height: int, wanted: int
) -> tuple[Setting, tuple[Page, ...]]:
    columns, measure = fit_columns(cells, wanted)
    setting = set_article(article, measure, head=columns * (measure + GAP) - GAP)
    return setting, tuple(lay_columns(setting, height, columns=columns))


def columns_of(page: Page, setting: Setting) -> list[list[Line]]:
    """Return the lines under the head in reading order, column by column."""
    head = setting.lines[: setting.head]
    columns: dict[int, list[Line]] = {}
    for row in page.rows:
        for x, line in row:
            if not any(line is other for other in head):
                columns.setdefault(x, []).append(line)
    return [columns[x] for x in sorted(columns)]


@given(SHAPES)
def test_every_line_stands_once_and_in_order(
    long_story: Article, shape: tuple[int, int, int]
) -> None:
    setting, pages = laid(long_story, *shape)
    body = [line for page in pages for column in columns_of(page, setting) for line in column]
    expected = [line for line in setting.lines[setting.head :] if line.runs]
    assert list(map(id, body)) == list(map(id, expected))


@given(SHAPES)
def test_pages_keep_their_height_and_lines_their_column(
    long_story: Article, shape: tuple[int, int, int]
) -> None:
    _, pages = laid(long_story, *shape)
    for page in pages:
        assert 0 < len(page.rows) <= shape[1]
        for row in page.rows:
            ends = [x + line.pad + width(line.text) for x, line in row]
            assert all(end <= shape[0] for end in ends)
            assert all(end <= x for end, (x, _) in zip(ends, row[1:], strict=False))
    firsts = [page.first for page in pages]
    assert firsts == sorted(set(firsts))
    assert firsts[0] == 0


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("height", [15, 24, 50, 0])
def test_columns_part_no_crosshead_and_no_single_line(
    long_story: Article, columns: int, height: int
) -> None:
    setting, pages = laid(long_story, 180, height, columns)
    parted = [column for page in pages for column in columns_of(page, setting)]
    for left, right in pairwise(parted):
        assert left[-1].role != "crosshead"
        if left[-1].field == right[0].field:
            assert len(left) == 1 or left[-2].field == left[-1].field
            assert len(right) == 1 or right[1].field == right[0].field


def test_the_last_page_is_balanced(long_story: Article) -> None:
    setting, pages = laid(long_story, 160, 0, 3)
    assert len(pages) == 1
    depths = [len(column) for column in columns_of(pages[0], setting)]
    assert len(depths) == 3
    assert max(depths) - min(depths) <= 6


def test_the_head_stands_over_all_columns(story: Article) -> None:
    _, pages = laid(story, 120, 40, 2)
    x, headline = next(row[0] for row in pages[0].rows if row and row[0][1].role == "headline")
    assert x == 0
    assert headline.pad == (120 - width(headline.text)) // 2
    assert headline.text == story.headline


def test_one_column_is_the_setting_itself(story: Article) -> None:
    setting = set_article(story, 60)
    (page,) = lay_columns(setting)
    assert [row[0][1] if row else Line() for row in page.rows] == list(setting.lines)


@pytest.mark.parametrize(
    ("cells", "wanted", "fitted"),
    [
        (40, 0, (1, 40)),
        (99, 0, (1, 76)),
        (100, 0, (2, 48)),
        (160, 0, (3, 50)),
        (80, 2, (2, 38)),
        (20, 9, (1, 20)),
        (3, 1, (1, 3)),
    ],
)
def test_as_many_columns_as_read_well(cells: int, wanted: int, fitted: tuple[int, int]) -> None:
    assert fit_columns(cells, wanted) == fitted


def test_an_empty_article_has_no_page() -> None:
    assert list(lay_columns(set_article(Article(), 40), 20)) == []

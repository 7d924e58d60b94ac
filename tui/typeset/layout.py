"""How a setting is shown in a window: one column to scroll, or pages of newspaper columns.

Either is rows numbered from 0, of which the window shows as many as it is high. A long article is
set, and divided into pages, no further than the rows that were asked for. Set vertically it is the
same turned by a quarter (`tui.typeset.vertical`): rows go from right to left, columns are tiers.
"""

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from store.models import Article
from tui.typeset.columns import GAP, LONGEST, ColumnRow, fit_columns
from tui.typeset.horizontal import Columns, Scroll
from tui.typeset.setting import Run, Setting, set_article
from tui.typeset.spacing import spacing_shown
from tui.typeset.vertical import lay_vertically


class Layout(Protocol):
    """Rows made of a setting; the window shows `rows` of them, and moves by multiples of `step`."""

    setting: Setting
    step: int
    rows: int

    def count(self, least: int) -> int:
        """Return how many rows are known; at least `least`, if there are so many."""

    def row(self, number: int) -> ColumnRow:
        """Return row `number`, one of those that are known."""

    def first_line(self, number: int) -> int:
        """Return the number of the setting's first line in a window from row `number`."""

    def row_of(self, line: int) -> int:
        """Return the row from which a window shows `line` of the setting."""

    def page(self, number: int) -> tuple[int, int]:
        """Return the page that row `number` begins, from 1, and how many there are, if known.

        If not, or if there are no pages, this is (0, 0).
        """

    def runs(self, top: int, y: int, cells: int) -> Iterator[Run]:
        """Yield what stands at `y` of the window from row `top`, centred in so many cells."""

    def cell(self, by: int, cells: int) -> tuple[int, int]:
        """Return where (x, y) the row begins that is `by` rows behind the window's first one."""


def lay_out(
    article: Article,
    width: int,
    height: int,
    *,
    scrolled: bool = False,
    hang: bool = False,
    vertical: bool = False,
    numbered: bool = False,
) -> Layout:
    """Return `article` in columns if `width` has room for two, unless it is to be `scrolled`.

    A single column is always scrolled. With `hang`, stops may hang over a column by two cells. Set
    vertically, it stands in tiers where one column would be too long. Paragraphs may be `numbered`.
    """
    if vertical:
        return lay_vertically(
            article, width, height, scrolled=scrolled, hang=hang, numbered=numbered
        )
    columns, measure = fit_columns(width - 2 * hang)
    set_for = partial(set_article, article, hang=hang, spacing=spacing_shown(), numbered=numbered)
    if scrolled or columns == 1:
        measure = max(2, min(LONGEST, width - 2 * hang))
        return Scroll(set_for(measure), height)
    setting = set_for(measure, head=columns * (measure + GAP) - GAP)
    return Columns(setting, max(1, height), columns)


def first_row(layout: Layout, place: tuple[int, int]) -> int:
    """Return the row from which a window shows a place in the article."""
    if place == (0, 0):
        return 0
    row = layout.row_of(layout.setting.line_at(*place))
    layout.count(row + layout.rows)
    return row

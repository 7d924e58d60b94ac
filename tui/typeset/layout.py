"""How a setting is shown in a window: one column to scroll, or pages of newspaper columns.

Either is rows numbered from 0, of which the window shows as many as it is high. A long article is
set, and divided into pages, no further than the rows that were asked for.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Protocol

from store.models import Article
from tui.typeset.cells import width
from tui.typeset.columns import GAP, LONGEST, ColumnRow, Page, fit_columns, lay_columns
from tui.typeset.lazy_sequence import LazySequence
from tui.typeset.setting import Run, Setting, set_article
from tui.typeset.spacing import spacing_shown


class Layout(Protocol):
    """Rows made of a setting; the window moves by multiples of `step` rows."""

    setting: Setting
    step: int
    width: int

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


class Scroll:
    """One column, scrolled line by line."""

    step = 1

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.width = setting.measure

    def count(self, least: int) -> int:
        """Return how many rows are known: a row is a line."""
        return len(self.setting.at_least(least))

    def row(self, number: int) -> ColumnRow:
        """Return the line of this number."""
        return ((0, self.setting.at_least(number + 1)[number]),)

    def first_line(self, number: int) -> int:
        """Return `number`."""
        return number

    def row_of(self, line: int) -> int:
        """Return `line`."""
        return line

    def page(self, number: int) -> tuple[int, int]:
        """Return (0, 0): what is scrolled has no pages."""
        return 0, 0


class Columns:
    """Pages of `columns` columns, each page as many rows as the window is high."""

    def __init__(self, setting: Setting, height: int, columns: int) -> None:
        self.setting = setting
        self.step = height
        self.width = columns * (setting.measure + GAP) - GAP
        self._pages: LazySequence[Page] = LazySequence(
            lay_columns(setting, height, columns=columns)
        )

    def count(self, least: int) -> int:
        """Return how many rows are known; the last page is filled up."""
        return self.step * len(self._pages.at_least(-(-least // self.step)))

    def row(self, number: int) -> ColumnRow:
        """Return the lines side by side in this row."""
        rows = self._pages.known[number // self.step].rows
        return rows[number % self.step] if number % self.step < len(rows) else ()

    def first_line(self, number: int) -> int:
        """Return the first line of the page that row `number` is on."""
        return self._pages.known[number // self.step].first

    def row_of(self, line: int) -> int:
        """Return the first row of the page that holds `line`."""
        pages = self._pages.at_least(1)
        while not self._pages.whole and pages[-1].first <= line:
            pages = self._pages.at_least(len(pages) + 1)
        return self.step * max(0, bisect_right(pages, line, key=lambda page: page.first) - 1)

    def page(self, number: int) -> tuple[int, int]:
        """Return the number of the page, from 1, and of all pages once these are known."""
        known = len(self._pages.known)
        return (number // self.step + 1, known) if self._pages.whole else (0, 0)


def lay_out(
    article: Article, width: int, height: int, *, scrolled: bool = False, hang: bool = False
) -> Layout:
    """Return `article` in columns if `width` has room for two, unless it is to be `scrolled`.

    A single column is always scrolled. With `hang`, stops may hang over a column by two cells.
    """
    columns, measure = fit_columns(width - 2 * hang)
    if scrolled or columns == 1:
        measure = max(2, min(LONGEST, width - 2 * hang))
        return Scroll(set_article(article, measure, hang=hang, spacing=spacing_shown()))
    head = columns * (measure + GAP) - GAP
    setting = set_article(article, measure, head=head, hang=hang, spacing=spacing_shown())
    return Columns(setting, max(1, height), columns)


def first_row(layout: Layout, place: tuple[int, int], height: int) -> int:
    """Return the row from which a window of this height shows a place in the article."""
    if place == (0, 0):
        return 0
    row = layout.row_of(layout.setting.line_at(*place))
    layout.count(row + height)
    return row


def runs_in(layout: Layout, number: int, cells: int) -> Iterator[Run]:
    """Yield the runs of row `number`, with blanks between, centred in so many cells."""
    at, left = 0, max(0, (cells - layout.width) // 2)
    for x, line in layout.row(number):
        start = left + x + line.pad
        yield Run(" " * (start - at), "space", "", 0, 0)
        yield from line.runs
        at = start + width(line.text)

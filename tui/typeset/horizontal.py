"""Lines from top to bottom: in one column to scroll, or in newspaper columns by pages."""

from bisect import bisect_right
from collections.abc import Iterator

from tui.typeset.cells import width
from tui.typeset.columns import GAP, ColumnRow, Page, lay_columns
from tui.typeset.lazy_sequence import LazySequence
from tui.typeset.setting import Run, Setting


class Scroll:
    """One column, scrolled line by line."""

    step = 1

    def __init__(self, setting: Setting, height: int) -> None:
        self.setting = setting
        self.rows = height
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

    def runs(self, top: int, y: int, cells: int) -> Iterator[Run]:
        """Yield the runs of line `top + y`."""
        return _runs(self, top + y, cells)

    def cell(self, by: int, cells: int) -> tuple[int, int]:
        """Return the first cell of a row."""
        return 0, by


class Columns:
    """Pages of `columns` columns, each page as many rows as the window is high."""

    def __init__(self, setting: Setting, height: int, columns: int, gap: int = GAP) -> None:
        self.setting = setting
        self.step = self.rows = height
        self.width = columns * (setting.measure + gap) - gap
        self._pages: LazySequence[Page] = LazySequence(
            lay_columns(setting, height, columns=columns, gap=gap)
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

    def runs(self, top: int, y: int, cells: int) -> Iterator[Run]:
        """Yield the runs of the lines side by side in row `top + y`."""
        return _runs(self, top + y, cells)

    def cell(self, by: int, cells: int) -> tuple[int, int]:
        """Return the first cell of a row."""
        return 0, by


def _runs(layout: Scroll | Columns, number: int, cells: int) -> Iterator[Run]:
    """Yield the runs of a row, with blanks between, centred in the cells; none behind the last."""
    at, left = 0, max(0, (cells - layout.width) // 2)
    for x, line in layout.row(number) if number < layout.count(number + 1) else ():
        start = left + x + line.pad
        yield Run(" " * (start - at), "space", "", 0, 0)
        yield from line.runs
        at = start + width(line.text)

"""Vertical setting: lines stand from right to left, their characters from top to bottom.

It is a layout turned by a quarter: a pair of cells is as high as one row, what was the window's
height is so many columns side by side, and columns are tiers (栏), one above the other with a rule
between. So lines are broken, tiers filled and pages turned as in horizontal setting.
"""

from collections.abc import Iterator
from functools import partial
from itertools import accumulate

from store.models import Article
from tui.typeset.cells import character_width, sign, width
from tui.typeset.columns import LONGEST, ColumnRow
from tui.typeset.horizontal import Columns, Scroll
from tui.typeset.setting import Line, Run, set_article
from tui.typeset.spacing import UPRIGHT
from tui.typeset.upright import PAIR, form, pairs

GUTTER = 1
"""Cells between two columns: half a character (clreq, section 5.1, on line gaps)."""

TIER = 50
"""The longest column, in cells, of an article in tiers: 25 characters."""

Column = dict[int, tuple[Run, ...]]
"""What stands in the pairs of cells of a column, by row."""


def lay_vertically(
    article: Article,
    width: int,
    height: int,
    *,
    scrolled: bool,
    hang: bool,
    numbered: bool = False,
) -> "Vertical":
    """Return `article` in columns for so many cells and rows, in tiers unless it is `scrolled`.

    With `hang`, stops may hang over a column by one row.
    """
    rows = max(1, (width + GUTTER) // (PAIR + GUTTER))
    hang = hang and height > 1
    room = PAIR * max(1, height - hang)
    tiers = -(-(room + PAIR) // (TIER + PAIR))
    set_for = partial(set_article, article, hang=hang, spacing=UPRIGHT, numbered=numbered)
    if scrolled or tiers == 1:
        return Vertical(Scroll(set_for(min(LONGEST, room)), rows))
    tier = (room // PAIR + 1) // tiers - 1
    head = PAIR * (tiers * (tier + 1) - 1)
    setting = set_for(PAIR * tier, head=head)
    return Vertical(Columns(setting, rows, tiers, gap=PAIR), range(tier, head // PAIR, tier + 1))


class Vertical:
    """A layout whose rows stand side by side from the right, with rules between tiers at `rules`.

    It shows what `layout` does, row for row.
    """

    def __init__(self, layout: Scroll | Columns, rules: range = range(0)) -> None:
        self._layout = layout
        self._rules = rules
        self.setting, self.step, self.rows = layout.setting, layout.step, layout.rows
        self._columns: dict[int, Column] = {}

    def count(self, least: int) -> int:
        """Return how many rows are known."""
        return self._layout.count(least)

    def row(self, number: int) -> ColumnRow:
        """Return the lines one above the other."""
        return self._layout.row(number)

    def first_line(self, number: int) -> int:
        """Return the number of the setting's first line."""
        return self._layout.first_line(number)

    def row_of(self, line: int) -> int:
        """Return the row from which a window shows `line`."""
        return self._layout.row_of(line)

    def page(self, number: int) -> tuple[int, int]:
        """Return the number of the page and of all pages."""
        return self._layout.page(number)

    def runs(self, top: int, y: int, cells: int) -> Iterator[Run]:
        """Yield what stands at `y`, from the left: the window's last row comes first."""
        known = self.count(top + self.rows)
        shown = range(top, min(top + self.rows, known))
        ruled = self._ruled(shown) if shown and y in self._rules else ()
        at = 0
        for by in reversed(range(len(shown))):
            number = top + by
            runs = self._column(number).get(y, ())
            if number in ruled and not runs:  # a stop may hang into the rule
                runs = (_rule(PAIR),)
            if runs:
                x = self.cell(by, cells)[0]
                is_ruled = number in ruled and number + 1 in ruled
                yield (_rule if is_ruled else _blank)(x - at)
                yield from runs
                at = x + PAIR

    def cell(self, by: int, cells: int) -> tuple[int, int]:
        """Return the head of a column."""
        step = PAIR + GUTTER
        left = max(0, (cells - step * self.rows + GUTTER) // 2)
        return left + step * (self.rows - 1 - by), 0

    def _ruled(self, numbers: range) -> range:
        """Return the rows of a page that stand in tiers: from behind the head to the last one."""
        body = numbers[max(0, self.setting.head - self.first_line(numbers.start)) :]
        in_tiers = [number for number in body if any(x for x, _line in self.row(number))]
        return range(body.start, in_tiers[-1] + 1) if in_tiers else range(0)

    def _column(self, number: int) -> Column:
        if number not in self._columns:
            if len(self._columns) > 4 * self.rows:
                self._columns.clear()
            self._columns[number] = _column(self.row(number))
        return self._columns[number]


def _column(row: ColumnRow) -> Column:
    """Return what stands in a column: the lines one above the other, pair by pair."""
    column: Column = {}
    for x, line in row:
        column.update(enumerate(_pairs(line), (x + line.pad) // PAIR))
    return column


def _pairs(line: Line) -> Iterator[tuple[Run, ...]]:
    """Yield what is drawn in each pair of cells, which it fills."""
    runs = [run for run in line.runs if run.text]
    begins = accumulate((len(run.text) for run in runs), initial=0)
    placed = list(zip(begins, runs, strict=False))
    for start, end in pairs(line.text):
        parts = [_cut(run, start - at, end - at) for at, run in placed]
        drawn = tuple(part for part in parts if part.text)
        missing = PAIR - sum(_width(part.text) for part in drawn)
        yield (*drawn, _blank(missing)) if missing > 0 else drawn


def _width(text: str) -> int:
    return character_width(text) if len(text) == 1 else width(text)


def _cut(run: Run, start: int, end: int) -> Run:
    """Return what is drawn of the characters from `start` to `end`, which may lie outside."""
    start, end = max(0, start), min(max(0, end), len(run.text))
    text = form(run.text[start:end])
    return Run(text, run.role, run.field, run.start + start, run.start + end)


def _rule(cells: int) -> Run:
    return Run(sign("─", "-") * cells, "rule", "", 0, 0)


def _blank(cells: int) -> Run:
    return Run(" " * cells, "space", "", 0, 0)

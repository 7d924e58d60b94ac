"""The calendar of one paper: months side by side; days held, missing, and without an issue."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from tui.commands import Command, bindings
from tui.language import N_, _
from tui.panes.lines import Lines
from tui.state.calendar import IssueCalendar, length, month_of, month_start
from tui.typeset import fit, sign

MONTH, GAP = 21, 3
"""Cells of a month, three for a day, and of the gap between two months."""

ROWS = 9
"""Lines of a month: its name, the weekdays, six weeks at most, and a blank one."""


class Calendar(Lines):
    """Days, with a cursor on one of them: a number is an issue held, a cross a missing one."""

    HELP = N_("The calendar: a number is an issue that is here, × one that is missing.")
    KEYS: ClassVar[list[Command]] = [
        Command("enter", "choose", N_("Read the issue of this day"), N_("open")),
        Command("right,l", "day(1)", N_("To the next day")),
        Command("left,h", "day(-1)", N_("To the day before")),
        Command("down,j", "day(7)", N_("To the next week")),
        Command("up,k", "day(-7)", N_("To the week before")),
        Command("pagedown,right_curly_bracket", "month(1)", N_("To the next month")),
        Command("pageup,left_curly_bracket", "month(-1)", N_("To the month before")),
        Command("greater_than_sign,n", "issue(1)", N_("To the next issue")),
        Command("less_than_sign,N", "issue(-1)", N_("To the issue before")),
        Command("home,g", "edge(0)", N_("To the first issue")),
        Command("end,G", "edge(1)", N_("To the last issue")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    @dataclass
    class Moved(Message):
        """The cursor came to this day."""

        day: date

    @dataclass
    class Chosen(Message):
        """The reader wants to read the issue of this day."""

        day: date

    def __init__(self) -> None:
        super().__init__(id="calendar")
        self.holdings: IssueCalendar | None = None
        self.day = date.min

    def show(self, holdings: IssueCalendar, day: date) -> None:
        """Show which issues of a paper are held, the cursor on `day`."""
        self.holdings = holdings
        self.top = 0
        self.move_to(day)

    def move_to(self, day: date) -> None:
        """Put the cursor on `day`, which is in one of the months shown, and tell it."""
        self.day = day
        self._follow()
        self.refresh()
        self.post_message(self.Moved(day))

    def on_resize(self) -> None:
        """Keep the cursor in the window."""
        self.top = min(self.top, self.last_top)
        self._follow()
        self.refresh()

    def line_count(self) -> int:
        """Return how many lines the months take."""
        return ROWS * -(-len(self.holdings.months) // self._abreast) if self.holdings else 0

    def line(self, number: int, cells: int) -> Strip:
        """Return a line of the months that are side by side there."""
        assert self.holdings is not None
        row, at = divmod(number, ROWS)
        segments = [Segment(" " * self._margin, self.rich_style)]
        for month in self.holdings.months[row * self._abreast :][: self._abreast]:
            segments += [*self._month(month, at), Segment(" " * GAP, self.rich_style)]
        return Strip(segments).adjust_cell_length(cells, self.rich_style)

    def standing(self) -> Offset:
        """Return the cell of the day under the cursor."""
        if self.holdings is None:
            return Offset(0, 0)
        first, column = self._month_at
        return Offset(
            self._margin + column * (MONTH + GAP) + 3 * self.day.weekday(),
            first + self._week - self.top,
        )

    def action_choose(self) -> None:
        """Read the issue of the day under the cursor."""
        self.post_message(self.Chosen(self.day))

    def action_day(self, by: int) -> None:
        """Move the cursor by so many days."""
        if self.holdings is not None:
            self.move_to(self.holdings.days_later(self.day, by))

    def action_month(self, by: int) -> None:
        """Move the cursor by so many months."""
        if self.holdings is not None:
            self.move_to(self.holdings.months_later(self.day, by))

    def action_issue(self, by: int) -> None:
        """Move the cursor to the next day that has an issue, or to the one before."""
        if self.holdings is not None:
            self.move_to(self.holdings.beside(self.day, by))

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first issue or the last."""
        if self.holdings is not None:
            self.move_to(self.holdings.last if end else self.holdings.first)

    @property
    def _abreast(self) -> int:
        """How many months are side by side: at most a year."""
        return max(1, min(12, (self.size.width + GAP - 2) // (MONTH + GAP)))

    @property
    def _margin(self) -> int:
        """How many cells are left blank before the months."""
        return max(0, (self.size.width - self._abreast * (MONTH + GAP) + GAP) // 2)

    @property
    def _month_at(self) -> tuple[int, int]:
        """The first line of the day's month, and how many months stand at its left."""
        assert self.holdings is not None
        row, column = divmod(self.holdings.months.index(month_of(self.day)), self._abreast)
        return row * ROWS, column

    @property
    def _week(self) -> int:
        """The line of the day's week in its month."""
        return 2 + (self.day.day - 1 + self.day.replace(day=1).weekday()) // 7

    def _follow(self) -> None:
        """Scroll to the week under the cursor, and to its month's name if that fits."""
        if self.holdings is None or not self.size.height:
            return
        first, _column = self._month_at
        week = first + self._week
        if not self.top <= first <= week < self.top + self.size.height:
            self.scroll_lines(max(first, week + 1 - self.size.height))

    def _month(self, month: int, at: int) -> list[Segment]:
        """Return line `at` of a month."""
        start = month_start(month)
        faint = self.rich_style + self.named_style("faint")
        if at == 0:
            return [Segment(f"{start:%Y-%m}".center(MONTH), self.rich_style)]
        if at == 1:
            return [Segment(fit(_("Mo Tu We Th Fr Sa Su"), MONTH), faint)]
        segments = []
        for weekday in range(7):
            number = 7 * (at - 2) + weekday - start.weekday() + 1
            if 1 <= number <= length(month):
                segments += self._day(start.replace(day=number))
            else:
                segments.append(Segment("   ", self.rich_style))
        return segments

    def _day(self, day: date) -> list[Segment]:
        """Return a day: its number if its issue is held."""
        assert self.holdings is not None
        text, name = " " + sign("·", "."), "faint"
        if day in self.holdings.held:
            text, name = f"{day.day:2}", "group"
        elif self.holdings.is_missing(day):
            text, name = " " + sign("×", "x"), "missing"
        style = self.rich_style + self.named_style(name)
        if day == self.day:
            style += self.named_style("cursor")
        return [Segment(text, style), Segment(" ", self.rich_style)]

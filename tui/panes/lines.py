"""A window on numbered lines, and a list with a cursor: only the lines shown are drawn.

Textual's own lists measure every row (a ListView of 500 rows: 1.9 s) and repaint all of them for
one step of the cursor (5 kB); these repaint the two rows that change.
"""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import Command, bindings
from tui.language import N_
from tui.state.layout import window
from tui.styles import style
from tui.typeset import fit


class Lines(Widget, can_focus=True):
    """A window on lines numbered from 0; `top` is the first one shown."""

    DEFAULT_CSS = "Lines { width: 1fr; height: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.top = 0
        self._own_style: Style | None = None
        self._named: dict[str, Style] = {}

    @property
    def rich_style(self) -> Style:
        """The style of plain text here; Textual would combine it from all ancestors each time."""
        if self._own_style is None:
            self._own_style = super().rich_style
        return self._own_style

    def notify_style_update(self) -> None:
        """Forget the styles, which have changed."""
        self._own_style = None
        self._named.clear()
        super().notify_style_update()

    def line_count(self) -> int:
        """Return how many lines there are."""
        raise NotImplementedError

    def line(self, number: int, cells: int) -> Strip:
        """Return line `number`, `cells` wide."""
        raise NotImplementedError

    @property
    def shown(self) -> int:
        """How many lines the window shows."""
        return self.size.height

    @property
    def last_top(self) -> int:
        """The greatest `top` that leaves no blank lines below the last line."""
        return max(0, self.line_count() - self.shown)

    @property
    def at_end(self) -> bool:
        """Whether the last line is shown."""
        return self.top + self.shown >= self.line_count()

    def scroll_lines(self, top: int) -> bool:
        """Scroll to line `top`, within bounds; return whether the window moved."""
        top = max(0, min(top, self.last_top))
        if top == self.top:
            return False
        self.top = top
        self.refresh()
        return True

    def render_line(self, y: int) -> Strip:
        """Return row `y` of the window."""
        number = self.top + y
        if number < self.line_count():
            return self.line(number, self.size.width)
        return Strip([Segment(" " * self.size.width, self.rich_style)], self.size.width)

    def named_style(self, name: str) -> Style:
        """Return the style of this name (`STYLES`), to be added to that of plain text."""
        if name not in self._named:
            self._named[name] = style(name, self.app.theme)
        return self._named[name]

    def standing(self) -> Offset:
        """Return the cell where one stands, from the upper left one."""
        return Offset(0, 0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three lines down."""
        event.stop()
        self.scroll_lines(self.top + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three lines up."""
        event.stop()
        self.scroll_lines(self.top - 3)


class CursorLines(Lines):
    """Lines with a cursor on one of them."""

    KEYS: ClassVar[list[Command]] = [
        Command("down,j", "move(1)", N_("Down")),
        Command("up,k", "move(-1)", N_("Up")),
        Command("pagedown,ctrl+f", "leaf(1)", N_("A page down")),
        Command("pageup,ctrl+b", "leaf(-1)", N_("A page up")),
        Command("home,g", "edge(0)", N_("To the first line")),
        Command("end,G", "edge(1)", N_("To the last line")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor = 0

    def standing(self) -> Offset:
        """Return the first cell of the line that the cursor is on."""
        return Offset(0, self.cursor - self.top)

    def moved(self) -> None:
        """Tell that the cursor is on another line; subclasses say how."""

    def place_cursor(self, number: int) -> None:
        """Put the cursor on line `number`, within bounds, and keep it in the window.

        At an edge a pane as wide as the terminal scrolls by one line, which terminals can do by
        themselves. Beside another pane the window jumps by half its height, so that a held key
        repaints the list only once in half a page: 90 bytes a step instead of 900.
        """
        number = max(0, min(number, self.line_count() - 1))
        before, self.cursor = self.cursor, number
        wide, height = self.size
        if height:
            beside = wide < self.app.size.width
            self.scroll_lines(window(self.top, number, height, self.line_count(), by_halves=beside))
        for changed in (before, number):
            self.refresh(Region(0, changed - self.top, self.size.width, 1))

    def move_to(self, number: int) -> None:
        """Put the cursor on line `number` and tell it."""
        before = self.cursor
        self.place_cursor(number)
        if self.cursor != before:
            self.moved()

    def action_move(self, by: int) -> None:
        """Move the cursor by so many lines."""
        self.move_to(self.cursor + by)

    def action_leaf(self, by: int) -> None:
        """Move the cursor by so many pages."""
        self.move_to(self.cursor + by * max(1, self.size.height - 1))

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first or last line."""
        self.move_to(self.line_count() - 1 if end else 0)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line clicked on."""
        self.move_to(self.top + event.y)

    def on_resize(self) -> None:
        """Keep the cursor in the window."""
        self.top = min(self.top, self.last_top)
        self.place_cursor(self.cursor)


Row = TypeVar("Row")


class RowLines(CursorLines, Generic[Row]):
    """Lines with a cursor, each of which says one of the `rows`."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def line_count(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def take(self, rows: Sequence[Row], cursor: int) -> None:
        """Show `rows` with the cursor on one of them, and tell it."""
        self.rows = rows
        self.refresh()
        self.place_cursor(cursor)
        self.moved()

    def text(self, row: Row) -> str:
        """Return what a line says of its row; subclasses say what."""
        raise NotImplementedError

    def line(self, number: int, cells: int) -> Strip:
        """Return a row's text, in the cursor's style where that is."""
        style = self.rich_style
        if number == self.cursor:
            style += self.named_style("cursor")
        return Strip([Segment(fit(self.text(self.rows[number]), cells), style)], cells)

"""What a terminal makes of bytes, judged strictly; and a watch over an application."""

from typing import Any, Self

import pyte
from rich.cells import cell_len
from textual._compositor import ChopsUpdate, LayoutUpdate

from tui.terminal.lean import LeanApp

Seen = list[list[tuple[object, ...]]]


class _Stream(pyte.Stream):
    """Knows left and right margins, and how to scroll between them."""

    csi = pyte.Stream.csi | {
        "s": "set_sides",
        "S": "scroll_up",
        "T": "scroll_down",
    }
    events = pyte.Stream.events | {"set_sides", "scroll_up", "scroll_down"}


class StrictScreen(pyte.Screen):
    """An emulator that does not forgive to write over one half of a wide character."""

    _sides: tuple[int, int] | None = None

    def set_sides(self, left: int = 0, right: int = 0) -> None:
        """Set the left and the right margin (DECSLRM), which mode 69 allows."""
        assert 69 << 5 in self.mode, "the cursor would be saved"
        self._sides = ((left or 1) - 1, right or self.columns)
        self.cursor_position()

    def reset_mode(self, *modes: int, **options: Any) -> None:
        """Take the margins away with their mode."""
        super().reset_mode(*modes, **options)
        if 69 in modes and options.get("private"):
            self._sides = None

    def scroll_up(self, count: int = 1) -> None:
        """Move what is between the margins up (SU)."""
        left, right = self._sides or (0, self.columns)
        margins = self.margins or pyte.screens.Margins(0, self.lines - 1)
        rows = range(margins.top, margins.bottom + 1)
        for y in rows:
            for edge in (left, right):
                halved = edge < self.columns and self.buffer[y][edge].data == ""
                assert not halved, f"a character at column {edge} would be torn"
        old = {y: dict(self.buffer[y]) for y in rows}
        for y in rows:
            for x in range(left, right):
                come = old.get(y + (count or 1), {})
                self.buffer[y][x] = come.get(x, self.default_char)

    def insert_characters(self, count: int | None = None) -> None:
        """Insert blank cells where the cursor is (ICH)."""
        self._tears_nothing(self.cursor.x)
        super().insert_characters(count)

    def delete_characters(self, count: int | None = None) -> None:
        """Delete cells from where the cursor is (DCH)."""
        self._tears_nothing(self.cursor.x)
        self._tears_nothing(self.cursor.x + (count or 1))
        super().delete_characters(count)

    def _tears_nothing(self, edge: int) -> None:
        halved = edge < self.columns and self.buffer[self.cursor.y][edge].data == ""
        assert not halved, f"a character at column {edge} would be torn"

    def scroll_down(self, count: int = 1) -> None:
        """Move what is between the margins down (SD)."""
        self.scroll_up(-(count or 1))

    def feed(self, data: str) -> Self:
        """Show what `data` makes of the screen; a line feed begins a line, as on a tty."""
        self.set_mode(pyte.modes.LNM)
        _Stream(self).feed(data)
        return self

    def draw(self, data: str) -> None:
        for character in data:
            row, x = self.buffer[self.cursor.y], self.cursor.x
            halved = x > 0 and row[x].data == "" and cell_len(row[x - 1].data) == 2
            assert not halved, f"{row[x - 1].data} would lose its right half"
            super().draw(character)

    def seen(self) -> Seen:
        """Return what one sees of each cell: a space shows no ink unless it is reversed."""
        return [
            [
                (cell.data, cell.bg, cell.underscore, cell.strikethrough)
                if cell.data == " " and not cell.reverse
                else tuple(cell)
                for cell in (row[x] for x in range(self.columns))
            ]
            for row in (self.buffer[y] for y in range(self.lines))
        ]


class Watch:
    """Keeps a screen of what the lean output sends of an application that runs headless."""

    def __init__(self, app: LeanApp) -> None:
        self.screen = StrictScreen(1, 1)
        self._app = app
        self._display = app._display
        app._display = self._displayed  # type: ignore[method-assign]

    def seen(self) -> Seen:
        """Return what one sees on a terminal that got the differences alone."""
        return self.screen.seen()

    def stock(self) -> Seen:
        """Return what one would see had stock Textual sent the whole screen now."""
        update = self._app.screen._compositor.render_full_update()
        drawn = update.render_segments(self._app.console)
        return StrictScreen(*self._app.size).feed(drawn).seen()

    def _displayed(self, screen: Any, renderable: Any) -> None:
        self._display(screen, renderable)
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            self._app.draw(renderable)
            if (self.screen.columns, self.screen.lines) != self._app.size:
                self.screen = StrictScreen(*self._app.size)
            self.screen.feed(self._app.frame())

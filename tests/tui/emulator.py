"""What a terminal makes of bytes, judged strictly; and a watch over an application."""

from typing import Any, Self

import pyte
from rich.cells import cell_len
from textual._compositor import ChopsUpdate, LayoutUpdate

from tui.terminal.lean import LeanApp

Seen = list[list[tuple[object, ...]]]


class StrictScreen(pyte.Screen):
    """An emulator that does not forgive to write over one half of a wide character."""

    def feed(self, data: str) -> Self:
        """Show what `data` makes of the screen; a line feed begins a line, as on a tty."""
        self.set_mode(pyte.modes.LNM)
        pyte.Stream(self).feed(data)
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

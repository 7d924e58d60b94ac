"""An application that sends its terminal only what changes.

Textual hands finished text to its driver; cells exist in the compositor's updates alone. So
`App._display` is overridden here: the one inner seam that dubao leans on.
"""

import os
from collections.abc import Iterator

from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input

from tui.terminal.cells import Cell, Grid, cells_of
from tui.terminal.departure import Departure
from tui.terminal.driver import SSHDriver
from tui.terminal.styles import codes


class LeanApp(App[None]):
    """An App whose screen goes down the wire as differences; it leaves cleanly when asked to.

    ``DUBAO_STOCK_OUTPUT=1`` gives Textual's own output back.
    """

    def __init__(self) -> None:
        super().__init__(driver_class=SSHDriver)
        self.animation_level = "none"
        self.grid = Grid()
        self.departure = Departure(self, self.leaving)
        self._stock = bool(os.environ.get("DUBAO_STOCK_OUTPUT"))
        self._monochrome = bool(os.environ.get("DUBAO_MONOCHROME"))

    def leaving(self, reason: str) -> None:
        """Keep what must be kept: called once, when a signal or a dead line ends the program.

        It may be called from a thread of its own when the application is stuck.
        """

    def on_mount(self) -> None:
        """Watch for signals, and paint anew after a suspension."""
        if not self.is_headless:
            self.departure.watch()
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())

    def repaint(self) -> None:
        """Paint the whole screen, whatever the terminal shows now."""
        self.grid.forget()
        self._send()

    def _display(self, screen: Screen[object], renderable: object) -> None:
        """Send the difference that the compositor's update makes."""
        lean = isinstance(renderable, LayoutUpdate | ChopsUpdate) and not self._stock
        if not lean or self.is_headless or self._driver is None or self._driver.is_inline:
            super()._display(screen, renderable)  # type: ignore[arg-type]
            return
        if self._running and not self._closed and not self._batch_count:
            self.draw(renderable)  # type: ignore[arg-type]
            self._send()
        self.post_display_hook()

    def draw(self, update: CompositorUpdate) -> None:
        """Put an update of the compositor into the grid."""
        system = self.console._color_system or ColorSystem.TRUECOLOR
        self.grid.resize(*self.size)
        for y, x, strip in placed(update):
            cells: list[Cell] = []
            for text, style, control in strip:
                if not control:
                    cells += cells_of(text, codes(style, system, self._monochrome))
            self.grid.put(y, x, cells)

    def _send(self) -> None:
        """Write the difference; an input's cursor stands where an input method looks for it."""
        out = self.grid.difference()
        if isinstance(self.screen.focused, Input):
            at = self.screen.outer_size.clamp_offset(self.cursor_position)
            out += self.grid.move(at.y, at.x)
        if out and self._driver is not None:
            self._driver.write(out)
            self._driver.flush()


def placed(update: CompositorUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Yield (row, column, strip) of each strip in an update of the compositor."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield y, x, strip
                x += strip.cell_length
    elif isinstance(update, ChopsUpdate):
        for y, left, right in update.spans:
            for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if strip is not None and x <= right and end > left:
                    yield y, x, strip if end <= right else strip.crop(0, right - x)

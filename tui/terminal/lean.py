"""An application that sends its terminal only what changes."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol, TypeVar, runtime_checkable

from rich.color import ColorSystem
from textual.geometry import Offset, Region
from textual.widget import Widget

from tui.terminal import environment
from tui.terminal.departure import Departure
from tui.terminal.driver import SSHDriver
from tui.terminal.expected import Expected
from tui.terminal.graphic import Graphic, Illustrated
from tui.terminal.grid import Cell, Grid, cells_of
from tui.terminal.picture import Picture
from tui.terminal.sgr import SYSTEMS, codes
from tui.terminal.textual_seam import (
    SeamApp,
    SeamScreen,
    Update,
    draw_now,
    placed_strips,
    quiet,
    whole_screen,
)

Result = TypeVar("Result")

RESIZE_PATIENCE = 0.2
"""Seconds that a resize waits for widgets that do not answer, such as those being removed."""


@runtime_checkable
class Pointing(Protocol):
    """A widget in which one stands somewhere: what the terminal's cursor follows."""

    @property
    def region(self) -> Region:
        """The cells of the screen that it takes."""

    def standing(self) -> Offset:
        """Return the cell where one stands, from the widget's upper left one."""


def takes_text(widget: Widget | None) -> bool:
    """Return whether what is typed goes into `widget`: a line of text."""
    return widget is not None and widget.check_consume_key("a", "a")


class LeanApp(SeamApp[None]):
    """An App that sends the differences of its screen, and leaves cleanly when asked to.

    ``DUBAO_STOCK_OUTPUT=1`` brings Textual's own output back.
    """

    frame_patience = 0.1
    """Seconds that a key's first frame waits for the rest of what it changes."""

    def __init__(self, picture: Picture | None = None) -> None:
        """Start from an empty screen, or from `picture`, which is painted already."""
        super().__init__(driver_class=SSHDriver)
        self.animation_level = "none"
        self.picture = picture
        self.grid = Grid(picture.cells() if picture else None)
        self._graphic: Graphic | None = None  # as the terminal shows it
        self.held = False
        self._answering = False
        self.playing = Expected()
        self.searching = False
        """Whether the next key waits for something to be found, and for nothing else."""
        self.styled_for = self.theme
        self.departure = Departure(self.leaving, self._end)
        self._stock = bool(os.environ.get("DUBAO_STOCK_OUTPUT"))
        self._links = environment.terminal_knows_links()
        self._monochrome = bool(os.environ.get("DUBAO_MONOCHROME"))

    @property
    def sends_cells(self) -> bool:
        """Whether the terminal gets what is in the grid, and nothing but that."""
        return not self._stock and isinstance(self.terminal_driver, SSHDriver)

    @property
    def may_draw(self) -> bool:
        """Whether what is drawn may be sent: not while a key's answer is still coming."""
        return not (self.held or self._answering)

    def leaving(self, reason: str) -> None:
        """Save what must be saved; called once, when a signal or a dead line ends the program.

        If the application is stuck it is called from a thread of its own.
        """

    def leaves(self, key: str) -> bool:
        """Return whether this key ends the application, wherever one stands; from any thread."""
        return key in ("ctrl+q", "ctrl+c")

    async def depart(self, status: int = 0) -> None:
        """End the application with this exit status."""
        self.exit(return_code=status)

    def _end(self, status: int) -> None:
        self.call_later(self.depart, status)

    def on_mount(self) -> None:
        """Watch for signals, and repaint after a suspension."""
        if isinstance(self.terminal_driver, SSHDriver):
            self.departure.watch()
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())

    def release(self) -> None:
        """Send from now on, starting with what was held back: unneeded frames cost nothing.

        An application that sets `held` before it runs shows its first screen whole, at once.
        """
        if not self.held:
            return
        self.held = False
        self.screen.refresh()
        self._tick()

    def refresh_css(self, animate: bool = True) -> None:
        """Restyle everything if the theme has changed.

        Textual does so at every start, and parses every style sheet a second time: 10 ms.
        """
        if self.theme != self.styled_for:
            self.styled_for = self.theme
            super().refresh_css(animate)

    def repaint(self) -> None:
        """Paint the whole screen, whatever the terminal shows now."""
        self.grid.forget()
        self.refresh(layout=True)

    def take_update(self, update: Update) -> bool:
        """Put the compositor's update into the grid, and send the difference that it makes."""
        if not self.sends_cells:
            return False
        if self.may_send:
            self.draw(update)
            self.send()
        return True

    def asked(self) -> None:
        """Hold frames back: a key comes, and what it changes is sent by `answered`.

        Called before the key, so that it changes nothing on the screen in between.
        """
        self._answering = True

    async def answered(self) -> None:
        """Wait until what a key set going is done, then draw and send all of it as one frame.

        Textual draws at its next tick, and what that change set going 16 ms later, each a packet of
        its own: the list's cursor, then the article, then the status line. A screen that comes up
        it would draw four times.
        """
        work = asyncio.ensure_future(self._worked())
        await asyncio.wait([work], timeout=self.frame_patience)
        self._answering = False
        self.call_later(self._show)
        await work

    def _show(self) -> None:
        """Draw and send what has changed, and put the cursor where one stands."""
        self._tick()
        self.send()

    async def _worked(self) -> None:
        """Wait until nothing is left to be done, three times.

        What is laid out at the tick may leave something to be done, and change what is to be drawn.
        """
        for _ in range(3):
            await self.settled()
            await self.playing.over()
            self.call_later(self._tick)

    async def settled(self) -> None:
        """Wait until nothing is left to be done, and all is found that the next key is meant for.

        So no key overtakes the focus, or the list, that the one before it has asked for.
        """
        await quiet(self)
        while isinstance(self.screen, LeanScreen) and self.screen.expects():
            self.searching = True
            await self.screen.found()
            self.searching = False
            await quiet(self)

    def _tick(self) -> None:
        if self.is_running:
            draw_now(self.screen)

    def draw(self, update: Update) -> None:
        """Put an update of the compositor into the grid."""
        system = SYSTEMS.get(self.console.color_system or "", ColorSystem.TRUECOLOR)
        self.grid.resize(*self.size)
        for y, x, strip in placed_strips(update):
            cells: list[Cell] = []
            for segment in strip:
                if not segment.control:
                    style = codes(segment.style, system, self._monochrome, self._links)
                    cells += cells_of(segment.text, style, segment.cell_length)
            self.grid.put(y, x, cells)

    def drawn(self) -> list[list[Cell]]:
        """Return the cells of the screen as it is now, drawn anew and not sent."""
        self.held = True
        self.draw(whole_screen(self.screen))
        return self.grid.rows()

    def send(self) -> None:
        """Send what has changed, unless a key holds it back or the last frame is still being taken.

        So a slow line gets fewer frames instead of a queue of old ones, and the application never
        waits for it.
        """
        driver = self.terminal_driver
        if self._stock or self._answering or not self.is_running:
            return
        if not isinstance(driver, SSHDriver) or driver.busy:
            return
        if out := self.frame():
            driver.write(out)

    def frame(self) -> str:
        """Return what shows what has changed, and puts the terminal's cursor where one stands.

        It is hidden, but input methods show their candidates there, and screen readers, braille
        lines and magnifiers follow it. No row is moved while a graphic stands over some of them;
        where it goes, all is painted again.
        """
        focused: object = self.screen.focused
        graphic = focused.graphic() if isinstance(focused, Illustrated) else None
        out = ""
        if self._graphic not in (None, graphic):
            out = self.graphic_removed()
            self.grid.forget()
        anew = graphic != self._graphic or not self.grid.known
        out += self.grid.difference(scrolls=graphic is None)
        if graphic is not None and anew:
            out += self.grid.move(graphic.y, graphic.x) + graphic.shown
        self._graphic = graphic
        at = self._standing()
        return out if at is None else out + self.grid.move(at.y, at.x)

    def graphic_removed(self) -> str:
        """Return what takes the graphic off the terminal, if one is there.

        What it stood over has to be painted again.
        """
        return self._graphic.removed if self._graphic else ""

    def _standing(self) -> Offset | None:
        """Return the cell where one stands; None where nothing has the focus."""
        focused: object = self.screen.focused
        if takes_text(self.screen.focused):
            at = self.cursor_position
        elif isinstance(focused, Pointing):
            at = focused.region.offset + focused.standing()
        else:
            return None
        return self.screen.outer_size.clamp_offset(at)


class LeanScreen(SeamScreen[Result]):
    """A Screen whose keys may wait, and whose resize is one frame."""

    def is_answering(self) -> bool:
        """Return whether a key's answer is still coming."""
        return isinstance(self.app, LeanApp) and not self.app.may_draw

    def expects(self) -> bool:
        """Return whether the next key is meant for something that is still being looked for."""
        return False

    async def found(self) -> None:
        """Wait until that has been found."""

    def resizing(self) -> AbstractContextManager[None]:
        """Draw once, when all widgets have taken their new size: half the bytes of a resize."""
        app = self.app
        return self._held_back(app) if isinstance(app, LeanApp) and not app.held else nullcontext()

    @contextmanager
    def _held_back(self, app: LeanApp) -> Iterator[None]:
        """Hold frames back until all widgets have done what they have to do now."""
        app.held = True
        yield
        waited_for = set(self.walk_children(Widget))

        def answered(widget: Widget) -> None:
            waited_for.discard(widget)
            if not waited_for:
                app.release()

        for widget in tuple(waited_for):
            if not widget.call_later(answered, widget):
                answered(widget)
        self.set_timer(RESIZE_PATIENCE, app.release)

"""The internals of Textual that dubao leans on: all of them, and nowhere else.

Textual hands its driver finished text; the cells whose difference we send exist in the
compositor's updates alone. To get at them, to hold frames back and to read keys safely, some
methods are overridden here, and some attributes used, that Textual's documentation does not
promise. Everybody else works with what this module gives; a test reads it, and looks up every name
that it uses in the Textual that is installed.
"""

import asyncio
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast

from rich.console import RenderableType
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize, ScreenResume
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.strip import Strip

from store.hostile import SUSPECT, bare
from tui.terminal.signals import Signals
from tui.terminal.size import clamped
from tui.typeset.cells import fit

Result = TypeVar("Result")

Update = LayoutUpdate | ChopsUpdate
"""What the compositor has drawn: the whole screen, or the stretches that changed."""

Placed = tuple[int, int, Strip]
"""A strip with the row and the column at which it begins."""

_BREAKS = re.compile("[\t\n\f]")


class SeamApp(App[Result]):
    """An App that may take the compositor's updates itself."""

    @property
    def size(self) -> Size:
        """The part of the terminal that is drawn, in cells."""
        return Size(*clamped(*super().size))

    @property
    def terminal_driver(self) -> Driver | None:
        """What writes to the terminal; None before the application runs."""
        return self._driver

    @property
    def may_send(self) -> bool:
        """Whether a frame may go out now: the application runs, and is not within a batch."""
        return self._running and not self._closed and not self._batch_count

    @property
    def may_draw(self) -> bool:
        """Whether screens may be drawn now; what is not, `draw_now` draws later."""
        return True

    def take_update(self, update: Update) -> bool:
        """Take an update in Textual's place, and return True; False leaves it to Textual."""
        del update
        return False

    def take_failure(self, error: Exception) -> int:
        """Take an error that nobody caught, and return the exit status; 0 leaves it to Textual."""
        del error
        return 0

    def _handle_exception(self, error: Exception) -> None:
        """End in good order; Textual would print pages of its own and of ours."""
        if status := self.take_failure(error):
            self._return_code = status
            self._close_messages_no_wait()
        else:
            super()._handle_exception(error)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, LayoutUpdate | ChopsUpdate) and self.take_update(renderable):
            self.post_display_hook()
        else:
            super()._display(screen, bare_update(renderable))


def send(app: App[Any], sequence: str) -> None:
    """Send the terminal of `app` an escape sequence that draws nothing."""
    if app._driver is not None:
        app._driver.write(sequence)


class HeldScreen(Screen[Result]):
    """A Screen that is drawn when its application may draw, and styled once when it comes up."""

    def _compositor_refresh(self) -> None:
        app = self.app
        if not isinstance(app, SeamApp) or app.may_draw:
            super()._compositor_refresh()

    def _on_screen_resume(self, event: ScreenResume) -> None:
        if self.stack_updates == 0:  # styled a moment ago, when it was mounted
            event.refresh_styles = False
        super()._on_screen_resume(event)
        event.prevent_default()


class SeamScreen(HeldScreen[Result]):
    """A Screen that may surround what Textual does with its own."""

    def resizing(self) -> AbstractContextManager[None]:
        """Surround the change to another size."""
        return nullcontext()

    def handling(self) -> AbstractContextManager[None]:
        """Surround the handling of each message."""
        return nullcontext()

    def take_breakpoints(self) -> None:
        """Take the classes that the first resize would set: else all is styled and set twice."""
        width = self.app.size.width
        self.add_class(*self._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS or []))

    def lay_out(self) -> None:
        """Give every widget its size now, and not at the next idle moment."""
        self._refresh_layout()

    async def _dispatch_message(self, message: Message) -> None:
        with self.handling():
            await super()._dispatch_message(message)

    async def _on_resize(self, event: Resize) -> None:
        with self.resizing():
            await super()._on_resize(event)
        event.prevent_default()  # else Textual calls its own handler once more


class PassingScreen(HeldScreen[Result]):
    """A Screen that is left once, however many keys leave it before it is gone.

    Textual would take the screen below it away, too.
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go, if this screen still stands in front of all."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


class Parser(Protocol):
    """What makes messages of the text that a terminal sends: Textual's parser."""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the messages of this text, which is not empty."""

    def tick(self) -> Iterable[Message]:
        """Yield the messages of what has waited for more in vain."""


class Output(Protocol):
    """What a driver writes to."""

    def fileno(self) -> int:
        """Return the file descriptor."""

    def write(self, text: str) -> None:
        """Take `text`."""

    def flush(self) -> None:
        """Hand on what has been taken."""


class SeamDriver(LinuxDriver):
    """Textual's driver for Linux: its output, mouse, keys and signals are in our hands."""

    @cached_property
    def signals(self) -> Signals:
        """What takes the signals to stop, to go on and of another size."""
        return Signals(self._loop, self.give_back, self.go_on, self.tell_size)

    def set_output(self, output: Output) -> None:
        """Write to `output`, and not to standard error."""
        self._file = cast("Any", output)

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The application's event loop."""
        return self._loop

    def report_mouse(self, on: bool) -> None:
        """Have the terminal report the mouse, or no longer; called where the mouse is wanted."""

    def read_keys(self, parser: Parser) -> None:
        """Read keys until the driver stops; runs in a thread of its own."""

    def _get_terminal_size(self) -> tuple[int, int]:
        return clamped(*super()._get_terminal_size())

    def run_input_thread(self) -> None:
        """Read keys; Textual's own loop dies of a byte that is not UTF-8, and spins at the end."""
        self.read_keys(XTermParser(self._debug))

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.report_mouse(True)

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.report_mouse(False)

    def _sigtstp_application(self, *arguments: object) -> None:
        """Do nothing within a signal's handler: `signals` has the loop do the work."""

    _sigcont_application = _sigtstp_application

    def give_back(self) -> None:
        """Give the terminal back before a stop, unless it is given back already."""
        if self._auto_restart and not self._must_signal_resume:
            self.suspend_application_mode()
            self._must_signal_resume = True

    def go_on(self) -> None:
        """Take the terminal again; a stop that we did not see coming is caught up with first.

        Otherwise a second input thread would be started beside the first.
        """
        if self._auto_restart:
            self.give_back()
            self.resume_application_mode()

    def tell_size(self) -> None:
        """Tell the application the terminal's size."""
        size = Size(*self._get_terminal_size())
        self.send_message(cast("Any", Resize(size, size)))

    @contextmanager
    def no_automatic_restart(self) -> Iterator[None]:
        """Leave the terminal to another program, with which we stop and go on as it does."""
        with super().no_automatic_restart(), self.signals.left_alone():
            yield


def bare_update(renderable: RenderableType | None) -> RenderableType | None:
    """Return an update for Textual's own output, without what no text may carry to a terminal."""
    if isinstance(renderable, LayoutUpdate):
        return _bare_layout(renderable)
    return _bare_chops(renderable) if isinstance(renderable, ChopsUpdate) else renderable


def _bare_layout(update: LayoutUpdate) -> LayoutUpdate:
    return LayoutUpdate([list(map(_bare_strip, line)) for line in update.strips], update.region)


def _bare_chops(update: ChopsUpdate) -> ChopsUpdate:
    chops = [{x: strip and _bare_strip(strip) for x, strip in row.items()} for row in update.chops]
    return ChopsUpdate(chops, update.spans, update.chop_ends)


def _bare_strip(strip: Strip) -> Strip:
    """Return `strip` with bare text of the same width; what Textual controls itself stays."""
    if not SUSPECT.search(strip.text) and not _BREAKS.search(strip.text):
        return strip
    return Strip(
        [
            part
            if part.control
            else Segment(fit(_BREAKS.sub("", bare(part.text)), part.cell_length), part.style)
            for part in strip
        ],
        strip.cell_length,
    )


def key_named(character: str) -> str:
    """Return Textual's name of the key that types this character."""
    return _character_to_key(character)


def draw_now(screen: Screen[Any]) -> None:
    """Draw what waits for the next tick, up to 16 ms sooner, or was held back."""
    screen._on_timer_update()
    screen._compositor_refresh()


def whole_screen(screen: Screen[Any]) -> Update:
    """Lay the screen out anew, and return all of it as it is drawn then."""
    screen._refresh_layout()
    compositor: Compositor = screen._compositor
    return compositor.render_full_update()


async def quiet(app: App[Any]) -> None:
    """Wait until no node of an application has anything left to do, those just made among them.

    However long that takes: a node is passed over only when it is being taken away.
    """
    while busy := next(filter(is_busy, (app, *app._registry)), None):
        await handled(busy)


def is_busy(node: MessagePump) -> bool:
    """Return whether a node is at work, has messages waiting, or is still to be mounted."""
    ended = node._task is not None and node._task.done()
    if node._closing or node._closed or ended:
        return False
    ready = vars(node._message_queue)["ready_event"]
    return ready.is_set() or not vars(ready)["_waiters"]  # nobody waits for the next message


async def handled(node: MessagePump) -> None:
    """Wait until a node has handled what it was sent so far, or has been taken away."""
    done = asyncio.get_running_loop().create_future()
    # No built-in method: to see what one takes, Textual tokenizes text, 5 ms the first time.
    if not node.call_later(lambda: done.set_result(None)):
        await asyncio.sleep(0)
    else:
        gone = [node._task] if node._task else []
        await asyncio.wait([done, *gone], return_when=asyncio.FIRST_COMPLETED)


def placed_strips(update: Update) -> Iterator[Placed]:
    """Yield the strips of an update, each with its row and column."""
    if isinstance(update, LayoutUpdate):
        return _strips_of_layout(update)
    return _strips_of_chops(update)


def _strips_of_layout(update: LayoutUpdate) -> Iterator[Placed]:
    for y, line in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in line:
            yield y, x, strip
            x += strip.cell_length


def _strips_of_chops(update: ChopsUpdate) -> Iterator[Placed]:
    for y, left, right in update.spans:
        ends = update.chop_ends[y]
        for end, (x, chop) in zip(ends, update.chops[y].items(), strict=False):
            if chop is not None and x < right and end > left:
                yield y, x, chop if end <= right else chop.crop(0, right - x)

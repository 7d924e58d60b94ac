"""Textual's driver for Linux, made safe for lines that are slow, odd or suddenly dead."""

import asyncio
import os
import select
import selectors
import sys
import termios
import tty
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from contextlib import suppress
from time import monotonic
from typing import Any, Protocol, cast

from textual import events
from textual.message import Message
from textual.messages import InBandWindowResize

from tui.terminal.departure import HUNG_UP, Departure
from tui.terminal.key_reader import KeyReader
from tui.terminal.picture import TAKEN, Picture
from tui.terminal.textual_seam import Parser, SeamDriver
from tui.terminal.waiting_keys import WaitingKeys

UNWANTED = ("\x1b[?1004", "\x1b[?2026$p", "\x1b[?2048", "\x1b[<u", "\x1b[>", "\x1b]22;")
"""Sequences that are not sent: focus reports (12 kB repainted at each change of window), queries
whose late answer would be typed into the shell, the kitty keyboard protocol, pointer shapes."""

MOUSE = (1000, 1002, 1006)
"""Clicks and wheel, drags, decimal coordinates; not 1003, which reports every movement."""

UNHEARD = (events.AppFocus, events.AppBlur, events.Resize, InBandWindowResize)
"""Messages that a terminal's input may hold and that nobody is told of."""

IDLE = 0.1
"""Seconds after which the reader of keys looks whether it is to end."""

READS = 64
"""Pieces of what has come that are read between two keys: a mass that is pasted has more."""

LEAVING_PATIENCE = 0.5
"""Seconds that a key to leave waits for what the one before it set going; others always wait."""


class Sender(Protocol):
    """What the driver needs of the application: a LeanApp."""

    picture: Picture | None
    departure: Departure
    searching: bool
    """Whether the next key waits for something to be found, and for nothing else."""

    def send(self) -> None:
        """Send what has changed."""

    def graphic_removed(self) -> str:
        """Return what takes a graphic off the terminal, if one is there."""

    def leaves(self, key: str) -> bool:
        """Return whether this key, of Textual's names, ends the application; from any thread."""

    def asked(self) -> None:
        """Hold frames back: a key comes."""

    async def answered(self) -> None:
        """Wait until what a key set going is done."""


class Outlet:
    """The terminal as a file: a frame is one write; it reports when it was taken, or lost."""

    def __init__(self, fileno: int, taken: Callable[[], None], lost: Callable[[], None]) -> None:
        self._fileno = fileno
        self._taken = taken
        self._lost = lost
        self._parts: list[str] = []

    def fileno(self) -> int:
        """Return the terminal's file descriptor."""
        return self._fileno

    def write(self, text: str) -> None:
        """Keep `text` until the flush."""
        self._parts.append(text)

    def flush(self) -> None:
        """Hand everything to the terminal, however long that takes."""
        data = "".join(self._parts).encode("utf-8", "replace")
        self._parts.clear()
        try:
            while data:
                select.select([], [self._fileno], [])  # a shell may have left it non-blocking
                data = data[os.write(self._fileno, data) :]
        except OSError:
            self._lost()
        else:
            self._taken()


class SSHDriver(SeamDriver):
    """Sends no queries and no focus reports; survives undecodable input and a dead terminal."""

    def __init__(self, app: Sender, **options: Any) -> None:
        super().__init__(cast("Any", app), **options)
        self._sender = app
        self.busy = False
        self._done_already: Sequence[str] = ()
        self._work: Future[None] | None = None
        self._patient_until = 0.0
        self._waiting = WaitingKeys(app.leaves)
        # Stock Textual writes to standard error, which `dubao 2>FILE` redirects.
        out = sys.__stdout__ if sys.__stdout__ and sys.__stdout__.isatty() else sys.__stderr__
        if out is not None:
            self.set_output(Outlet(out.fileno(), self._taken, self._lost))

    def write(self, data: str) -> None:
        """Write `data`, unless it is a sequence that does harm over SSH."""
        if not data.startswith(UNWANTED) and data not in self._done_already:
            self.busy = True
            super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal, at the start and after a suspension."""
        self.busy = False  # what was written while suspended is lost
        picture, self._sender.picture = self._sender.picture, None
        self._done_already = TAKEN if picture else ()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._done_already = ()
        self.signals.watch()
        if picture:
            self.attrs_before = picture.take_over()
        self._write_whole()

    def stop_application_mode(self) -> None:
        """Give the terminal back, at the end and before a suspension."""
        if removing := self._sender.graphic_removed():
            self.write(removing)
        super().stop_application_mode()

    def _write_whole(self) -> None:
        """Turn the system's processing of output off: it would hand a frame on in pieces.

        Over SSH each piece is a packet of its own, with 36 bytes of overhead.
        """
        with suppress(termios.error):  # no terminal
            attributes = termios.tcgetattr(self.fileno)
            attributes[tty.OFLAG] &= ~termios.OPOST
            termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)

    def _taken(self) -> None:
        """Let the application send what changed while the terminal was taking the last frame."""

        def free() -> None:
            self.busy = False
            self._sender.send()

        with suppress(RuntimeError):  # the loop has ended already
            self.loop.call_soon_threadsafe(free)

    def _lost(self) -> None:
        self._sender.departure.leave("hang-up", HUNG_UP)

    def report_mouse(self, on: bool) -> None:
        """Ask for clicks, the wheel and drags, or for nothing any more."""
        self.write("".join(f"\x1b[?{mode}{'h' if on else 'l'}" for mode in MOUSE))

    def read_keys(self, parser: Parser) -> None:
        """Read keys until the driver stops, the reader leaves, or the terminal is gone.

        All that has come is read before the next key is handed on: a key to leave is found in it.
        """
        keys = KeyReader(parser)
        waiting = self._waiting  # what was typed before another program had the terminal, too
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not (self.exit_event.is_set() or self._sender.departure.begun):
                at_work = self._is_at_work()
                if at_work:
                    self._hand_on_what_breaks_off()
                elif waiting:
                    self.process_message(waiting.take())
                patience = 0 if waiting or at_work else max(0.0, min(keys.patience(), IDLE))
                for data in self._come(selector, patience):
                    if data == b"":
                        self._lost()
                        return
                    heard = keys.feed(data, skim=waiting.is_full()) if data else keys.pause()
                    waiting.add(heard)

    def process_message(self, message: Message) -> None:
        """Hand an event on, and remember what a key sets going.

        A change of focus of the terminal's window is nobody's news; a size that is typed is none,
        as the terminal is asked itself.
        """
        if isinstance(message, UNHEARD):
            return
        is_key = isinstance(message, events.Key | events.Paste)
        if is_key:
            self.loop.call_soon_threadsafe(self._sender.asked)
        super().process_message(message)
        if is_key:
            self._work = asyncio.run_coroutine_threadsafe(self._sender.answered(), self.loop)
            self._patient_until = monotonic() + LEAVING_PATIENCE

    def _is_at_work(self) -> bool:
        """Wait a moment for the last key's work, and return whether it goes on.

        Keys typed ahead come before it is done: / and a word must not reach the list that had the
        focus before, however long the filter line takes. The application's end waits for nothing.
        """
        if self._work is not None:
            wait([self._work], 0.02)
            if self._work.done():
                self._work = None
        return self._work is not None

    def _hand_on_what_breaks_off(self) -> None:
        """Hand on a key that does not wait: Esc while something is sought, one that leaves."""
        searching = self._sender.searching
        if monotonic() > self._patient_until or searching:
            key = self._waiting.take_breaking(search=searching)
            if key is not None:
                self.process_message(key)

    def _come(self, selector: selectors.SelectSelector, patience: float) -> Iterator[bytes | None]:
        """Yield what has come, in pieces; None if nothing does for as long as `patience`."""
        if not selector.select(patience):
            yield None
            return
        for _ in range(READS):
            yield self._read()
            if not selector.select(0):
                break

    def _read(self) -> bytes:
        """Return what the terminal sends; ``b""`` at its end, or when it is gone (EIO)."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

"""Textual's driver for Linux, made safe for lines that are slow, odd or suddenly dead."""

import codecs
import os
import selectors
import sys
from typing import TYPE_CHECKING, Any

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from tui.terminal.lean import LeanApp

UNWANTED = ("\x1b[?1004", "\x1b[?2026$p", "\x1b[?2048", "\x1b[<u", "\x1b[>", "\x1b]22;")
"""Focus reports (12 kB repainted at each change of window), questions whose late answer would be
typed into the shell, the kitty keyboard protocol, pointer shapes."""


class SSHDriver(LinuxDriver):
    """No questions, no focus reports; undecodable input and a dead terminal are survived."""

    def __init__(self, app: "LeanApp", **options: Any) -> None:
        super().__init__(app, **options)
        self._lean = app
        # Stock Textual writes to standard error, which `dubao 2>FILE` takes away.
        if sys.__stdout__ is not None and sys.__stdout__.isatty():
            self._file = sys.__stdout__

    def write(self, data: str) -> None:
        """Write `data`, unless it is one of the sequences that do harm over SSH."""
        if not data.startswith(UNWANTED):
            super().write(data)

    def run_input_thread(self) -> None:
        """Read keys until the driver stops or the terminal is gone.

        Textual's own loop dies of a byte that is not UTF-8, and spins when the terminal is gone.
        """
        parser = XTermParser(self._debug)
        decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    data = self._read()
                    if not data:
                        self._lean.departure.leave("hang-up")
                        return
                    for message in parser.feed(decode(data)):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
        try:
            for _message in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass

    def _read(self) -> bytes:
        """Return what the terminal sends; nothing at its end, or when it is gone (EIO)."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

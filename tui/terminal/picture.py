"""The picture of where one left off, painted before Textual is imported: 20 ms instead of 250.

It is saved on leaving, with everything that it depends on: the command, the terminal, the stamps of
the files whose contents it shows. If any of these has changed, nothing is painted. This module
imports next to nothing; the cells are handed to the lean output, which sends what differs.
"""

import json
import os
import re
import signal
import stat
import sys
import termios
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from tui.terminal.size import terminal_size

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

    from tui.terminal.grid import Cell

    Runs = list[list[list[str]]]
    """Rows of runs in one style: the style, and the texts of its cells with tabs between them."""

_ASKED = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LANGUAGE", "HOME")
_FAMILIES = ("DUBAO_", "LC_", "XDG_")
_OURS = re.compile(r"\x1b\[[0-9;]*[mHJKX]|\x1b\[[0-9]*[ABCD]|\r\n*")

Stamps = dict[str, list[int] | None]

TAKEN = ("\x1b[?1049h", "\x1b[?25l")
"""Take the terminal's other screen and hide the cursor; the driver need not do it again."""

GIVEN_BACK = "\x1b[?1049l\x1b[?25h"

MOST = 8 * 2**20
"""Bytes of a picture at most: a terminal of 300 by 500 has one of 3 MB."""


class Picture:
    """What has been painted; `attributes` are those that the terminal had before.

    It is `whole` if the reader's first screen will be the same, else only part of that.
    """

    def __init__(self, rows: "Runs", attributes: "list[Any]", *, whole: bool) -> None:
        self._rows = rows
        self._attributes = attributes
        self.whole = whole
        self._taken_over = False

    def cells(self) -> "list[list[Cell]]":
        """Return the cells that the terminal shows, row by row."""
        return [
            [(text, style) for style, texts in row for text in texts.split("\t")]
            for row in self._rows
        ]

    def take_over(self) -> "list[Any]":
        """Return the attributes that the terminal had; restoring them is now up to the caller."""
        self._taken_over = True
        return self._attributes

    def give_back(self) -> None:
        """Restore the terminal, unless it has been taken over."""
        if self._taken_over:
            return
        with suppress(OSError):
            _write(GIVEN_BACK)
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, self._attributes)


@contextmanager
def restored(words: Sequence[str]) -> "Iterator[Picture | None]":
    """Paint the saved picture of this command if it is still true, and hand it to the block.

    Unless the block takes the terminal over, it is restored afterwards.
    """
    found = _true(words)
    if found is None:
        yield None
        return
    with _shown(found["sent"], found["rows"], whole=True) as picture:
        yield picture


@contextmanager
def painted(rows: "list[list[Cell]]") -> "Iterator[Picture]":
    """Paint `rows`, part of the reader's first screen, as `restored` does."""
    with _shown(_sent(rows), [_runs(row) for row in rows], whole=False) as picture:
        yield picture


@contextmanager
def waiting(why: str) -> "Iterator[None]":
    """Say in a line why it takes a while, and remove the line after it; keys typed ahead wait."""
    attributes = termios.tcgetattr(0)
    try:
        _hush()
        _write(why)
        yield
    finally:
        _write("\r\x1b[K")
        termios.tcsetattr(0, termios.TCSANOW, attributes)


@contextmanager
def _shown(sent: str, rows: "Runs", *, whole: bool) -> "Iterator[Picture]":
    picture = Picture(rows, termios.tcgetattr(0), whole=whole)
    try:
        _hush()
        _write("".join(TAKEN) + sent)
        yield picture
    finally:
        picture.give_back()


def keep(words: Sequence[str], files: Stamps, rows: "list[list[Cell]]") -> None:
    """Save the picture of `rows` for the next start; it is true while `files` have these stamps.

    If it cannot be written there is none.
    """
    from pathlib import Path

    from store.backends import atomic

    kept = {
        "for": _situation(words, len(rows[0]), len(rows)),
        "files": files,
        "sent": _sent(rows),
        "rows": [_runs(row) for row in rows],
    }
    path = Path(_path())
    data = json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace")
    with suppress(OSError):
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        atomic.write(path, data, mode=atomic.PRIVATE, durable=False)


def stamps(files: Iterable[str]) -> Stamps:
    """Return modification time, inode and size of each of `files`, and of this source file."""
    return {path: _stamp(path) for path in (*files, __file__)}


def _true(words: Sequence[str]) -> "dict[str, Any] | None":
    """Return what was saved for this command in this terminal, if nothing has changed since."""
    try:
        if not (os.isatty(0) and os.isatty(1)):
            return None
        with open(_path(), encoding="utf-8", opener=_at_once) as file:
            held = os.fstat(file.fileno())
            own = held.st_uid == os.getuid() and stat.S_ISREG(held.st_mode)
            if not own or held.st_size > MOST:
                return None
            found: dict[str, Any] = json.load(file)
        width, height = terminal_size()
        true = found["for"] == _situation(words, width, height)
        true = true and all(_stamp(path) == stamp for path, stamp in found["files"].items())
        true = true and _fit(found["rows"], width, height)
        # Only what the lean output sends: no control character but our own.
        return found if true and _OURS.sub("", found["sent"]).isprintable() else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _fit(rows: "Runs", width: int, height: int) -> bool:
    """Return whether `rows` are those of a screen of this size.

    Raises ValueError, TypeError or AttributeError for what are no rows.
    """
    for row in rows:
        cells = sum(len(texts.split("\t")) for _, texts in row)
        if cells != width or not all(isinstance(style, str) for style, _ in row):
            return False
    return len(rows) == height


def _at_once(path: str, flags: int) -> int:
    """Open what is there without waiting for anybody, as a pipe would."""
    return os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY)


def _situation(words: Sequence[str], width: int, height: int) -> "dict[str, Any]":
    """Return all that a picture depends on besides the files whose contents it shows."""
    names = [name for name in os.environ if name in _ASKED or name.startswith(_FAMILIES)]
    return {
        "words": list(words),
        "folder": os.getcwd(),  # noqa: PTH109
        "size": [width, height],
        "environment": {name: os.environ[name] for name in sorted(names)},
    }


def _stamp(path: str) -> list[int] | None:
    """Return modification time, inode and size of the file at `path`; None if there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return [found.st_mtime_ns, found.st_ino, found.st_size]


def _path() -> str:
    """Return where the picture is saved; importing platformdirs would take longer than painting."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return f"{cache}/dubao/picture.json"


def _sent(rows: "list[list[Cell]]") -> str:
    """Return what makes a terminal show `rows`, whatever it shows now."""
    from tui.terminal.grid import Grid

    grid = Grid(rows)
    grid.forget()
    return grid.difference()


def _runs(row: "list[Cell]") -> list[list[str]]:
    """Return `row` as runs in one style: the style, and the texts of the cells joined by tabs."""
    runs: list[tuple[str, list[str]]] = []
    for text, style in row:
        if not runs or runs[-1][0] != style:
            runs.append((style, []))
        runs[-1][1].append(text)
    return [[style, "\t".join(texts)] for style, texts in runs]


def _hush() -> None:
    """Turn echo off while typed-ahead keys wait, and let a signal end us in good order."""
    attributes = termios.tcgetattr(0)
    attributes[0] &= ~(termios.IXON | termios.ICRNL | termios.INLCR | termios.IGNCR)
    attributes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    attributes[6][termios.VSUSP] = b"\0"
    termios.tcsetattr(0, termios.TCSANOW, attributes)
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)


def _leave(number: int, frame: "FrameType | None") -> None:
    del frame
    sys.exit(128 + number)


def _write(text: str) -> None:
    data = text.encode("utf-8", "replace")
    while data:
        data = data[os.write(1, data) :]

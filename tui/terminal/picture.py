"""The picture of where one left off, painted before Textual is imported: 20 ms instead of 250.

It is kept at leaving with everything it depends on: the command, the terminal, the stamps of the
files whose contents it shows. If any of that is another, nothing is painted. Imports next to
nothing itself; the cells are handed to the lean output, which sends what has to be another.
"""

import json
import os
import re
import signal
import sys
import termios
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

    from tui.terminal.grid import Cell

    Runs = list[list[list[str]]]
    """Rows, each of runs in one style: the style, and the texts of its cells with tabs between."""

_ASKED = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LANGUAGE", "HOME")
_FAMILIES = ("DUBAO_", "LC_", "XDG_")
_OURS = re.compile(r"\x1b\[[0-9;]*[mHJKX]|\x1b\[[0-9]*[ABCD]|\r\n*")

Stamps = dict[str, list[int] | None]

TAKEN = ("\x1b[?1049h", "\x1b[?25l")
"""Take the terminal's other screen and hide the cursor; the driver need not do it again."""

GIVEN_BACK = "\x1b[?1049l\x1b[?25h"


class Picture:
    """What has been painted; `attributes` are the terminal's as they were before.

    It is `whole` if the reader's own first screen will be the same, and part of it if not.
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
        """Return the terminal's attributes as they were: to restore them is the caller's now."""
        self._taken_over = True
        return self._attributes

    def give_back(self) -> None:
        """Leave the terminal as it was found, unless it has been taken over."""
        if self._taken_over:
            return
        with suppress(OSError):
            _write(GIVEN_BACK)
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, self._attributes)


@contextmanager
def restored(words: Sequence[str]) -> "Iterator[Picture | None]":
    """Paint the picture of this command if there is one that is true, and give it to the block.

    Unless the block takes it over, the terminal is given back at its end.
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
    """Say why it takes a while, in a line that is gone after it; keys wait for what comes then."""
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
    """Keep the picture of `rows` for the next start; it is true while `files` have these stamps.

    Where it cannot be written there is none.
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
    """Return time of change, inode and size of each of `files`, and of this one: its code."""
    return {path: _stamp(path) for path in (*files, __file__)}


def _true(words: Sequence[str]) -> "dict[str, Any] | None":
    """Return what was kept for this command in this terminal, if nothing has changed since."""
    try:
        if not (os.isatty(0) and os.isatty(1)):
            return None
        with open(_path(), encoding="utf-8") as file:
            if os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            found: dict[str, Any] = json.load(file)
        width, height = os.get_terminal_size(1)
        true = found["for"] == _situation(words, width, height)
        true = true and all(_stamp(path) == stamp for path, stamp in found["files"].items())
        # Nothing but what the lean output sends: no control character that is not ours.
        return found if true and _OURS.sub("", found["sent"]).isprintable() else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _situation(words: Sequence[str], width: int, height: int) -> "dict[str, Any]":
    """Return all that a picture depends on beside the files whose contents it shows."""
    names = [name for name in os.environ if name in _ASKED or name.startswith(_FAMILIES)]
    return {
        "words": list(words),
        "folder": os.getcwd(),  # noqa: PTH109
        "size": [width, height],
        "environment": {name: os.environ[name] for name in sorted(names)},
    }


def _stamp(path: str) -> list[int] | None:
    """Return time of change, inode and size of what lies at `path`; None if nothing does."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return [found.st_mtime_ns, found.st_ino, found.st_size]


def _path() -> str:
    """Return where the picture lies; platformdirs and pathlib would take longer than it all."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return f"{cache}/dubao/picture.json"


def _sent(rows: "list[list[Cell]]") -> str:
    """Return what makes a terminal show `rows`, whatever it shows."""
    from tui.terminal.grid import Grid

    grid = Grid(rows)
    grid.forget()
    return grid.difference()


def _runs(row: "list[Cell]") -> list[list[str]]:
    """Return `row` as runs of one style: (style, texts of the cells with tabs between)."""
    runs: list[tuple[str, list[str]]] = []
    for text, style in row:
        if not runs or runs[-1][0] != style:
            runs.append((style, []))
        runs[-1][1].append(text)
    return [[style, "\t".join(texts)] for style, texts in runs]


def _hush() -> None:
    """Let keys typed ahead wait for the reader unechoed, and a signal end us in good order."""
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

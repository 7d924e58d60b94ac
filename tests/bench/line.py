"""A session over a real sshd, and keys held down on a slow line, beside newsboat.

Run it as ``python -m tests.bench.line``; it needs OpenSSH's client and server, and newsboat. Both
programs show the same headlines and articles to ``ssh`` in a terminal of 80x24, through a proxy on
loopback that counts what comes back and, for the slow line, holds it up: 16 kB/s, and 200 ms from
a key to its answer.
"""

import asyncio
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from shutil import copy, which
from time import monotonic

from tests.bench.wire import WORD, fill
from tests.tui.conftest import Terminal
from tests.tui.sshd import MISSING, client, free_port, sshd

RATE = 16_000
DELAY = 0.1
HELD, EACH = 30, 1 / 30
"""So many times a key repeats, and after so many seconds."""

TAPPED = 0.15
"""Seconds from one step to the next where nobody reads between them."""

PIECE = 512
"""Bytes that the slow line takes at a time."""


class Proxy:
    """Forwards one port of loopback to another; `came` counts the bytes that come back."""

    def __init__(self, port: int, rate: int = 0, delay: float = 0) -> None:
        self._to, self._rate, self._delay = port, rate, delay
        self.came = 0
        self.port = free_port()
        self._loop = asyncio.new_event_loop()
        self._loop.run_until_complete(
            asyncio.start_server(self._serve, "127.0.0.1", self.port, limit=4 * PIECE)
        )
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        back, forth = await asyncio.open_connection("127.0.0.1", self._to, limit=4 * PIECE)
        await asyncio.gather(self._keys(reader, forth), self._answers(back, writer))

    async def _keys(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        while data := await reader.read(PIECE):
            loop.call_later(self._delay, writer.write, data)
        loop.call_later(self._delay, writer.close)

    async def _answers(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        while data := await reader.read(PIECE):
            self.came += len(data)
            if self._rate:
                await asyncio.sleep(len(data) / self._rate)
            loop.call_later(self._delay, writer.write, data)
        loop.call_later(self._delay, writer.close)


def dubao(folder: Path) -> str:
    """Return the command that opens dubao on the library in `folder`, for somebody new."""
    program = Path(sys.executable).with_name("dubao")
    home = f"$(mktemp -d -p {folder})"
    return f"env HOME={home} LANG=C.UTF-8 {program} --library {folder}/library"


def newsboat(folder: Path) -> str:
    """Return the command that opens newsboat on the feed in `folder`, nothing of it read."""
    copy(folder / "cache", folder / "unread")
    options = f"-u {folder}/urls -c {folder}/unread -C {folder}/config"
    return f"env HOME={folder} LANG=C.UTF-8 newsboat {options}"


@dataclass(frozen=True)
class Program:
    """How a program is started, and the keys that it has for the same things."""

    command: Callable[[Path], str]
    down: str
    back: str
    filter: tuple[str, str, str]


PROGRAMS = {
    "dubao": Program(dubao, "down", "left", ("/", f"headline:{WORD}", "enter")),
    "newsboat": Program(newsboat, "\x1bOB", "q", ("F", f'title =~ "{WORD}"', "enter")),
}


@contextmanager
def opened(folder: Path, proxy: Proxy, program: Program, *options: str) -> Iterator[Terminal]:
    """Give `program` at the other end of a line, its list painted."""
    words = [*client(folder, proxy.port, *options), program.command(folder)]
    terminal = Terminal(words)
    try:
        terminal.until(lambda: len(terminal.text.split()) > 9, 60)
        terminal.settle(1)
        if program.command is newsboat:
            terminal.cost("enter", quiet=1)
        yield terminal
    finally:
        terminal.close()


def read(terminal: Terminal, program: Program) -> None:
    """Read five articles that follow each other, five pages of each, then narrow the list."""
    for _ in range(5):
        _press(terminal, program.down, "enter", *["pagedown"] * 4, program.back)
    _press(terminal, *program.filter, "pagedown", "enter")


def browse(terminal: Terminal, program: Program) -> None:
    """Look into every third article, two pages of each, and step on; then narrow the list."""
    for _ in range(5):
        for _ in range(3):
            terminal.press(program.down)
            terminal.read_for(TAPPED)
        _press(terminal, "enter", *["pagedown"] * 2, program.back)
    _press(terminal, *program.filter, "pagedown", "enter")


def _press(terminal: Terminal, *keys: str) -> None:
    for key in keys:
        terminal.cost(key, quiet=0.4)


def chosen(terminal: Terminal) -> str:
    """Return the line of the list that stands out."""
    screen = terminal.screen
    for y in range(1, screen.lines - 1):
        cell = screen.buffer[y][2]
        if cell.reverse or cell.bg != "default":
            return "".join(screen.buffer[y][x].data for x in range(24))
    return ""


def catch_up(terminal: Terminal, down: str) -> tuple[float, float]:
    """Hold a key; return seconds from its last repeat to the cursor's place, and to the end."""
    for _ in range(HELD):
        terminal.press(down)
        terminal.read_for(EACH)
    begun, told = monotonic(), [(0.0, chosen(terminal))]
    ended = 0.0
    while monotonic() - begun < 20:
        if terminal.read_for(0.005):
            ended = monotonic() - begun
            told.append((ended, chosen(terminal)))
        elif monotonic() - begun - ended > 1.5:
            break
    moves = [at for (_, before), (at, after) in pairwise(told) if before != after]
    return (moves or [0.0])[-1], ended


def main() -> None:
    """Print both tables."""
    if missing := [*MISSING, *([] if which("newsboat") else ["newsboat"])]:
        sys.exit(f"This needs {', '.join(missing)}.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder)
        with sshd(folder) as port:
            print("a session of 40 keys, bytes back".ljust(44) + "  dubao  newsboat")
            for session, options in product((read, browse), ((), ("-C",))):
                came, written = [], []
                for program in PROGRAMS.values():
                    proxy = Proxy(port)
                    with opened(folder, proxy, program, *options) as terminal:
                        session(terminal, program)
                    came.append(proxy.came)
                    written.append(len(terminal.received))
                _print(" ".join((session.__name__, *options)), *came)
                if not options:
                    _print("  of them the program's own", *written)
            print("\nDown held for a second at 16 kB/s, ms".ljust(45) + "  dubao  newsboat")
            times = []
            for program in PROGRAMS.values():
                with opened(folder, Proxy(port, RATE, DELAY), program) as terminal:
                    times.append(catch_up(terminal, program.down))
            for what, told in zip(
                ("the cursor stands", "the last byte is there"), zip(*times, strict=True),
                strict=True,
            ):  # fmt: skip
                _print(what, *(round(1000 * seconds) for seconds in told))


def _print(what: str, ours: int, theirs: int) -> None:
    print(f"{what:44}{ours:7,}  {theirs:7,}  {ours / max(theirs, 1):5.2f}x")


if __name__ == "__main__":
    main()

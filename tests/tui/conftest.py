"""A terminal for whole programs: a pty, the bytes that come out of it, and the screen they make."""

import asyncio
import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

import pyte
import pytest
from textual.app import App
from textual.pilot import Pilot

from store.backends.locking import held
from tests.forks import as_at_login
from tui.cli.sample import sample_library
from tui.typeset.script import show_in

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "space": " ",
    **{f"ctrl+{letter}": chr(ord(letter) & 31) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What an xterm sends for the keys that have names."""


DEADLINE = 60.0
"""Seconds after which a test gives up: only one that fails waits for so long."""


class Terminal:
    """A program in a terminal of its own; nothing waits longer than its deadline, in seconds.

    One that is `shelled` can be stopped: the system stops no group of processes of which none has a
    parent in its session, as nobody would bring it back.
    """

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        shelled: bool = False,
    ) -> None:
        self._master, slave = pty.openpty()
        os.set_blocking(self._master, False)
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.received = bytearray()
        self._set_size(columns, rows)
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**_plain_environment(), **(environment or {})},
            start_new_session=True,
            preexec_fn=_login_by_a_shell if shelled else _login,
        )
        os.close(slave)

    @property
    def fileno(self) -> int:
        """The terminal's other side."""
        return self._master

    @property
    def text(self) -> str:
        """The screen's text, one line for each row."""
        # Not `screen.display`: in the middle of a frame half a wide character may be overwritten.
        rows = (self.screen.buffer[y] for y in range(self.screen.lines))
        columns = range(self.screen.columns)
        return "\n".join("".join(row[x].data for x in columns).rstrip() for row in rows)

    def send(self, data: bytes) -> None:
        """Send bytes as they are; fail when the program takes none of them in time."""
        end = monotonic() + DEADLINE
        while data:
            if not select.select([], [self._master], [], max(0.0, end - monotonic()))[1]:
                pytest.fail(f"nothing has been read for {DEADLINE} s: {data!r}")
            data = data[os.write(self._master, data) :]

    def press(self, *keys: str) -> None:
        """Send keys by name (as in Textual), or text as it is typed."""
        self.send("".join(KEYS.get(key, key) for key in keys).encode())

    def settle(self, quiet: float = 0.25, deadline: float = DEADLINE) -> int:
        """Read until nothing has come for `quiet` seconds, the program having nothing to do.

        Return how many bytes came. On a busy machine it may have to wait for its turn: that is no
        sign that it is done.
        """
        before, end = len(self.received), monotonic() + deadline
        while monotonic() < end and (self._read(quiet) or self._at_work()):
            pass
        return len(self.received) - before

    def read_for(self, seconds: float) -> int:
        """Read for exactly so many seconds; return how many bytes came."""
        before, end = len(self.received), monotonic() + seconds
        while (left := end - monotonic()) > 0:
            self._read(left)
        return len(self.received) - before

    def cost(self, *keys: str, quiet: float = 0.25) -> int:
        """Return how many bytes the answer to these keys takes."""
        self.press(*keys)
        return self.settle(quiet)

    def until(self, wanted: str | Callable[[], bool], deadline: float = DEADLINE) -> None:
        """Read until this text is on the screen, or this is true; fail after `deadline`."""
        end = monotonic() + deadline
        while not (wanted in self.text if isinstance(wanted, str) else wanted()):
            if not self._read(0.02) and (monotonic() > end or self.process.poll() is not None):
                pytest.fail(f"not within {deadline} s: {wanted!r} in\n{self.text}")

    def stall(self, until: Callable[[], bool], deadline: float = DEADLINE) -> None:
        """Read nothing until this is true, as on a line that is stalled."""
        end = monotonic() + deadline
        while not until():
            if monotonic() > end:
                pytest.fail(f"not within {deadline} s on a stalled line")
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(0.01)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._set_size(columns, rows)
        self.screen.resize(rows, columns)

    def hang_up(self) -> None:
        """Close the terminal, as a line that drops does."""
        os.close(self._master)
        self._master = -1

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def gone(self, deadline: float = DEADLINE) -> int:
        """Wait for the program's end, reading what it still says; return its exit status."""
        end = monotonic() + deadline
        while self._master >= 0 and self.process.poll() is None and monotonic() < end:
            if not self._read(0.02):
                with suppress(subprocess.TimeoutExpired):
                    self.process.wait(0.02)
        status = self.process.wait(max(0.01, end - monotonic()))
        while self._master >= 0 and self._read(0):
            pass
        return status

    def stopped(self) -> bool:
        """Return whether the program is stopped, as by Ctrl+Z."""
        how = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self.process.pid, how) is not None

    def modes(self) -> tuple[int, int]:
        """Return the terminal's modes: those of its output (c_oflag), and its local ones."""
        _, output, _, local, *_ = termios.tcgetattr(self._master)
        return output, local

    def close(self) -> None:
        """End the program, if it still runs, and give the terminal back."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def _at_work(self) -> bool:
        """Return whether a thread of the program runs, or waits for its turn to."""
        with suppress(OSError):  # it has ended, or this is no Linux
            for thread in Path(f"/proc/{self.process.pid}/task").iterdir():
                if (thread / "stat").read_text().rpartition(") ")[2].startswith("R"):
                    return True
        return False

    def _read(self, wait: float) -> bool:
        """Read once; return False when nothing came within `wait` seconds, or the end."""
        if not select.select([self._master], [], [], wait)[0]:
            return False
        data = b""
        with suppress(OSError):  # EIO: the program has gone
            data = os.read(self._master, 65536)
        self.received += data
        self._stream.feed(data)
        return bool(data)

    def _set_size(self, columns: int, rows: int) -> None:
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)


def _login() -> None:
    """Give a program its terminal, whose signals end it whatever started the tests ignores."""
    as_at_login()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _login_by_a_shell() -> None:
    """Do the same, and put into this process's group one whose parent is in another group.

    That goes with the terminal, and its parent with it.
    """
    _login()
    leader = os.getpid()
    if os.fork():
        return
    try:
        os.setpgid(0, 0)
        os.closerange(0, 4096)
        member = os.fork()
        if member:
            os.waitpid(member, 0)
        else:
            os.setpgid(0, leader)
            signal.pause()
    finally:
        os._exit(0)


def _plain_environment() -> dict[str, str]:
    """Return the environment of a login from an ordinary terminal."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8"}


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which the sample paper lies: in the cache as ``dubao``, and as ``library``.

    It is made once for all processes of a run, and is to be copied.
    """
    folder = tmp_path_factory.getbasetemp().parent / "sampled"
    with held(folder.with_suffix(".lock")), pytest.MonkeyPatch.context() as patched:
        if not folder.exists():
            making = folder.with_suffix(".new")
            patched.setenv("DUBAO_CACHE", str(making / "dubao"))
            sample_library()
            (kept,) = (making / "dubao").iterdir()
            shutil.copytree(kept, making / "library")
            making.rename(folder)
    return folder


@pytest.fixture(scope="module")
def home(sampled: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the environment of a reader whose folders are empty, but that the sample is ready."""
    top = tmp_path_factory.mktemp("home")
    shutil.copytree(sampled / "dubao", top / "cache" / "dubao")
    names = ("DATA", "STATE", "CACHE", "CONFIG")
    return {f"XDG_{name}_HOME": str(top / name.lower()) for name in names} | {"HOME": str(top)}


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Give a factory: ``terminal(command, columns=80, rows=24, environment={…})``."""
    opened: list[Terminal] = []

    def open_terminal(command: Sequence[str], **options: object) -> Terminal:
        opened.append(Terminal(command, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_terminal
    for each in opened:
        each.close()


HOURS = 1e4
"""Seconds that no test lasts."""


async def until_idle(*_: object) -> bool:
    """Wait until nothing is left that the event loop could do at once.

    Textual's own pilot sleeps a fiftieth of a second, some four times a key, and takes a quiet
    processor for a sign that all is done: slow on any machine, and wrong on a busy one.
    """
    loop: Any = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while loop._ready:
        await asyncio.sleep(0)
    return True


async def pause(pilot: Pilot[Any]) -> None:
    """Wait until all is done and drawn, without waiting for the timer that draws."""
    await until_idle()
    screen = pilot.app.screen
    for _ in range(9):  # to draw may change what is to be drawn
        screen._on_timer_update()
        await until_idle()
        waiting = (screen._layout_required, screen._scroll_required, screen._repaint_required)
        if pilot.app.screen is screen and not (any(waiting) or screen._dirty_widgets):
            return
        screen = pilot.app.screen


async def resize(pilot: Pilot[Any], columns: int, rows: int) -> None:
    """Give the terminal another size, without waiting for the timer that takes several as one."""
    await resize_terminal(pilot, columns, rows)
    pilot.app._check_resize()
    await pilot.pause()


resize_terminal = Pilot.resize_terminal


async def shut_down(app: App[Any]) -> None:
    """Give up what is still being done first, as an application that ends by itself does.

    Else a search of the palette's may find that its list has been taken away.
    """
    app.workers.cancel_all()
    await shutdown(app)


shutdown = App._shutdown


@pytest.fixture(autouse=True)
def as_printed() -> Iterator[None]:
    """Let no test's script be the next one's: it is that of the whole process."""
    yield
    show_in("printed")


@pytest.fixture(scope="package", autouse=True)
def exactly_idle() -> Iterator[None]:
    """Let Textual's pilot wait for what is to be done, not for time to pass, and end in turn.

    Nor does a reader look by itself what others have changed: on a busy machine it would do so in
    the midst of a test.
    """
    with pytest.MonkeyPatch.context() as patched:
        for module in ("app", "pilot"):
            patched.setattr(f"textual.{module}.wait_for_idle", until_idle)
        patched.setattr(Pilot, "_wait_for_screen", until_idle)
        patched.setattr(Pilot, "pause", pause)
        patched.setattr(Pilot, "resize_terminal", resize)
        patched.setattr(App, "_shutdown", shut_down)
        for screen in ("reading.screen", "arrivals.subscriptions"):
            patched.setattr(f"tui.screens.{screen}.LOOK", HOURS)
        yield

"""One guest's reader: a process on a pseudo-terminal, relayed over their connection."""

import asyncio
import os
import re
import signal
import struct
import sys
import termios
from asyncio.subprocess import Process as Child
from collections.abc import Callable, Sequence
from contextlib import suppress
from fcntl import ioctl
from functools import partial
from typing import TypeAlias

import asyncssh

from tui.language import _
from tui.terminal.size import clamped

CHUNK = 65536
GRACE = 2.5
"""Seconds that a reader has when its line is gone, before it is killed: when it is stuck, it saves
its place within `tui.terminal.departure.GRACE`."""

LEISURE = 15.0
"""Seconds that it has first while its line still stands, to give the guest's terminal back."""

_TERM = re.compile(r"[A-Za-z0-9._+-]{1,40}")
_LOCALE = re.compile(r"[A-Za-z0-9._@-]{1,40}")

Process: TypeAlias = "asyncssh.SSHServerProcess[bytes]"


def command(library: str, language: str = "") -> list[str]:
    """Return the command of a guest's reader of the library at this address.

    It takes no code from its environment (``-E``) or from its working folder (``-P``).
    """
    spoken = ["--lang", language] if language else []
    start = "import sys; from tui.cli.main import main; sys.exit(main())"
    python = [sys.executable, "-E", "-P", "-c", start]
    return [*python, "--library", library, *spoken, "--restricted"]


async def read(
    process: Process, command: Sequence[str], idle: float, closing: asyncio.Event
) -> tuple[str, int]:
    """Let the guest read until they leave, press no key for `idle` seconds, or the server closes.

    Return why the session was ended, or ``""``, and the exit status, as a shell counts it.
    """
    master, slave = os.openpty()
    os.set_blocking(master, False)
    _size(master, process.term_size)
    why = ""
    try:
        child = await asyncio.create_subprocess_exec(
            *command, env=_environment(process), cwd="/", preexec_fn=partial(_stand, slave)
        )
        try:
            os.close(slave)
            why = await _relay(process, child, master, idle, closing)
        finally:
            status = await asyncio.shield(_ended(child))
    finally:
        os.close(master)
    return why, status if status >= 0 else 128 - status


def _stand(terminal: int) -> None:
    """Stand on this terminal, in the reader's process, and be ended by a hang-up on it.

    A server that was started with nohup is not, nor what it starts.
    """
    os.login_tty(terminal)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _environment(process: Process) -> dict[str, str]:
    """Return the reader's environment: of the guest's, only their terminal and language."""
    term = process.term_type or ""
    asked = {name: value for name, value in process.env.items() if name in ("LANG", "LC_ALL")}
    own = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    own |= {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
    said = {name: value for name, value in asked.items() if _LOCALE.fullmatch(value)}
    kept = {"LANG": os.environ.get("LANG", "C.UTF-8")}
    return {**own, **kept, **said, "TERM": term if _TERM.fullmatch(term) else "dumb"}


async def _relay(
    process: Process, child: Child, terminal: int, idle: float, closing: asyncio.Event
) -> str:
    """Carry bytes both ways until the reader ends, the line drops, or there is a reason to end it.

    The reader is then hung up on: it saves its place, restores the terminal and exits. Return the
    reason, to be told to the guest, or ``""``.
    """
    showing = asyncio.create_task(_show(process, terminal))
    typing = asyncio.create_task(_type(process, terminal, idle))
    ending = asyncio.create_task(closing.wait())
    dropped = asyncio.create_task(process.wait_closed())  # what was typed before is not waited for
    ways = (showing, typing, ending, dropped)
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        idle_for_long = typing.done() and isinstance(typing.exception(), asyncio.TimeoutError)
        typing.cancel()
        if not showing.done():
            _signal(child, signal.SIGHUP)
            leaving = (showing, dropped)  # it shows what it says last, while there is a line
            await asyncio.wait(leaving, timeout=LEISURE, return_when=asyncio.FIRST_COMPLETED)
        if ending.done():
            return _("The paper is no longer served; your place is kept.")
        if idle_for_long:
            return _("No key has been pressed for a long time; your place is kept.")
        return ""
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)


async def _show(process: Process, terminal: int) -> None:
    """Send what the reader draws, as fast as the line takes it."""
    loop = asyncio.get_running_loop()
    while True:
        await _ready(terminal, loop.add_reader, loop.remove_reader)
        try:
            data = os.read(terminal, CHUNK)
        except OSError:  # EIO: the reader has gone
            return
        process.stdout.write(data)
        await process.stdout.drain()


async def _type(process: Process, terminal: int, idle: float) -> None:
    """Hand on what the guest types, and the changes of their terminal's size."""
    loop = asyncio.get_running_loop()
    while True:
        try:
            data = await asyncio.wait_for(process.stdin.read(CHUNK), idle)
        except asyncssh.TerminalSizeChanged as change:
            _size(terminal, change.term_size)
            continue
        except (asyncssh.BreakReceived, asyncssh.SignalReceived):
            continue
        if not data:
            return
        while data:
            await _ready(terminal, loop.add_writer, loop.remove_writer)
            data = data[os.write(terminal, data) :]


async def _ready(terminal: int, add: Callable[..., None], remove: Callable[[int], bool]) -> None:
    """Wait until the terminal can be read from, or written to."""
    ready = asyncio.Event()
    add(terminal, ready.set)
    try:
        await ready.wait()
    finally:
        remove(terminal)


async def _ended(child: Child) -> int:
    """Hang up on the reader, and return its status; one that does not end is killed."""
    _signal(child, signal.SIGHUP)
    try:
        async with asyncio.timeout(GRACE):
            return await child.wait()
    except TimeoutError:
        _signal(child, signal.SIGKILL)
        return await child.wait()


def _signal(child: Child, number: signal.Signals) -> None:
    """Send a signal to a reader that has not ended.

    Its own method looks first whether it has, and takes the status from who waits for it.
    """
    if child.returncode is None:
        with suppress(ProcessLookupError):
            os.kill(child.pid, number)


def _size(terminal: int, size: tuple[int, int, int, int]) -> None:
    """Tell the reader's terminal its size, in cells and, as pictures need it, in pixels."""
    taken = clamped(*size[:2])
    pairs = zip(size[:2], size[2:], taken, strict=True)
    across, down = (cells * min(pixels // max(1, given), 128) for given, pixels, cells in pairs)
    told = struct.pack("HHHH", taken[1], taken[0], max(0, across), max(0, down))
    ioctl(terminal, termios.TIOCSWINSZ, told)

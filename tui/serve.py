"""The paper over SSH: a server whose every connection is a reader for guests, and nothing else.

One process a connection, on a pseudo-terminal of its own; no shell, no files, no forwarding. Guests
are known by the key that they come with, and their marks are kept by its fingerprint.
"""

import asyncio
import os
import re
import signal
import struct
import sys
import termios
from collections.abc import Callable, Collection, Sequence
from fcntl import ioctl
from hashlib import sha256
from pathlib import Path
from subprocess import Popen, TimeoutExpired

import asyncssh
from msgspec import Struct, field

from store.errors import DubaoError
from tui.language import _

CHUNK = 65536
LOGIN_TIMEOUT = 30
"""Seconds that a connection has to say who it is."""

GRACE = 3.0
"""Seconds that a reader whose line dropped has to keep its place, before it is killed."""

_TERM = re.compile(r"[A-Za-z0-9._+-]{1,40}")
_LOCALE = re.compile(r"[A-Za-z0-9._@-]{1,40}")


class Offer(Struct):
    """What is served to whom.

    `keys` are the public keys of guests, None for anyone at all. `idle` seconds without a key
    pressed end a connection; `most` are open at a time.
    """

    command: Sequence[str]
    keys: Collection[bytes] | None
    most: int = 20
    idle: float = 1800.0
    open: set[object] = field(default_factory=set)


def host_key(path: Path) -> asyncssh.SSHKey:
    """Return the server's key in `path`, which is made, for its owner alone, when it is missing.

    Raises DubaoError when it cannot be read or kept.
    """
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            made = asyncssh.generate_private_key("ssh-ed25519", comment="dubao")
            with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                file.write(made.export_private_key())
        return asyncssh.read_private_key(path)
    except (OSError, asyncssh.KeyImportError) as error:
        raise DubaoError(
            _("{file}: no key of a host ({why}).").format(file=path, why=error)
        ) from error


def guests_in(path: Path) -> frozenset[bytes]:
    """Return the public keys in `path`: a line for each, as in OpenSSH's ``id_….pub`` files.

    Raises DubaoError when they cannot be read.
    """
    try:
        lines = (line.strip() for line in path.read_text("utf-8").splitlines())
        keys = [asyncssh.import_public_key(line) for line in lines if line and line[0] != "#"]
    except (OSError, ValueError) as error:
        raise DubaoError(
            _("{file}: no public keys ({why}).").format(file=path, why=error)
        ) from error
    return frozenset(key.public_data for key in keys)


async def serve(offer: Offer, host: str, port: int, key: asyncssh.SSHKey) -> asyncssh.SSHAcceptor:
    """Listen there, and return what does; port 0 is any that is free. Raises DubaoError."""
    try:
        return await asyncssh.create_server(
            lambda: _Guest(offer),
            host,
            port,
            server_host_keys=[key],
            process_factory=lambda process: _read(process, offer),
            encoding=None,
            line_editor=False,
            agent_forwarding=False,
            x11_forwarding=False,
            allow_scp=False,
            login_timeout=LOGIN_TIMEOUT,
            keepalive_interval=30,
            server_version="dubao",
        )
    except OSError as error:
        sentence = _("{host}, port {port}: nothing can be served there ({why}).")
        why = error.strerror or str(error)
        raise DubaoError(sentence.format(host=host, port=port, why=why)) from error


class _Guest(asyncssh.SSHServer):
    """One connection: who it is from, and whether there is room for it."""

    def __init__(self, offer: Offer) -> None:
        self._offer = offer
        self._connection: asyncssh.SSHServerConnection | None = None

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Take the connection while there is room."""
        self._connection = conn
        if len(self._offer.open) >= self._offer.most:
            conn.abort()
        else:
            self._offer.open.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Make room."""
        self._offer.open.discard(self)

    def begin_auth(self, username: str) -> bool:
        """Return whether a guest has to prove who they are."""
        return self._offer.keys is not None

    def public_key_auth_supported(self) -> bool:
        """Know guests by their keys."""
        return True

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Return whether this is a guest's key; the one asked for last is the one proved."""
        known = self._offer.keys is not None and key.public_data in self._offer.keys
        if known and self._connection is not None:
            self._connection.set_extra_info(guest=sha256(key.public_data).hexdigest()[:16])
        return known


async def _read(process: "asyncssh.SSHServerProcess[bytes]", offer: Offer) -> None:
    """Let the guest of this connection read."""
    if not process.term_type:
        process.stderr.write(_("The reader needs a terminal: ssh -t.").encode() + b"\r\n")
        process.exit(2)
        return
    guest = process.get_extra_info("guest", "")
    master, slave = os.openpty()
    os.set_blocking(master, False)
    _size(master, process.term_size)
    child = Popen(
        [*offer.command, *(["--guest", guest] if guest else [])],
        env=_environment(process),
        cwd="/",
        preexec_fn=lambda: os.login_tty(slave),
    )
    os.close(slave)
    try:
        await _relay(process, child, master, offer.idle)
    finally:
        os.close(master)
        status = await asyncio.shield(_ended(child))
    process.exit(status if status >= 0 else 128 - status)


def _environment(process: "asyncssh.SSHServerProcess[bytes]") -> dict[str, str]:
    """Return what the reader is told: the guest's terminal and language, and nothing else."""
    term = process.term_type or ""
    asked = {name: value for name, value in process.env.items() if name in ("LANG", "LC_ALL")}
    own = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
    own |= {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
    said = {name: value for name, value in asked.items() if _LOCALE.fullmatch(value)}
    kept = {"LANG": os.environ.get("LANG", "C.UTF-8")}
    return {**own, **kept, **said, "TERM": term if _TERM.fullmatch(term) else "dumb"}


async def _relay(
    process: "asyncssh.SSHServerProcess[bytes]", child: "Popen[bytes]", terminal: int, idle: float
) -> None:
    """Carry bytes both ways until the reader ends, the line drops, or nobody has been there.

    The reader is hung up on then: it keeps its place, gives the terminal back, and goes.
    """
    showing = asyncio.create_task(_show(process, terminal))
    typing = asyncio.create_task(_type(process, terminal, idle))
    try:
        await asyncio.wait((showing, typing), return_when=asyncio.FIRST_COMPLETED)
        if not showing.done():
            child.send_signal(signal.SIGHUP)
            await asyncio.wait((showing,), timeout=GRACE)
    finally:
        for way in (showing, typing):
            way.cancel()
        await asyncio.gather(showing, typing, return_exceptions=True)


async def _show(process: "asyncssh.SSHServerProcess[bytes]", terminal: int) -> None:
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


async def _type(process: "asyncssh.SSHServerProcess[bytes]", terminal: int, idle: float) -> None:
    """Hand on what the guest types, and the sizes that their terminal takes."""
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


async def _ended(child: "Popen[bytes]") -> int:
    """Return the reader's status; one that does not end is killed."""
    try:
        return await asyncio.to_thread(child.wait, GRACE)
    except TimeoutExpired:
        child.kill()
        return await asyncio.to_thread(child.wait)


def _size(terminal: int, size: tuple[int, int, int, int]) -> None:
    columns, rows, *pixels = (max(0, min(each, 0xFFFF)) for each in size)
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, *pixels))


def reader(library: Path, language: str = "") -> list[str]:
    """Return the command of a guest's reader of the library in this folder.

    It takes no code from its environment (``-E``), nor from the folder that it stands in (``-P``).
    """
    spoken = ["--lang", language] if language else []
    start = "import sys; from tui.cli import main; sys.exit(main())"
    return [
        sys.executable,
        "-E",
        "-P",
        "-c",
        start,
        "--library",
        str(library),
        *spoken,
        "--restricted",
    ]

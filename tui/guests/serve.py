"""The paper over SSH: a server on which every session is a reader for guests, and nothing else.

Each session is a process on a pseudo-terminal of its own; there is no shell, no file transfer, no
forwarding. Guests are known by their keys, and their marks are kept by the fingerprint.
"""

import asyncio
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from hashlib import sha256

import asyncssh
from msgspec import Struct, field

from store.errors import DubaoError
from tui.guests.reader import GRACE, LEISURE, read
from tui.language import N_, _

KEY_TIMEOUT = 8
"""Seconds that a connection has to agree on keys: no person is waited for there."""

LOGIN_TIMEOUT = 30
"""Seconds that a connection has to say who it is; a passphrase may have to be typed."""

KNOCKING = 64
"""Connections that may be before the door at a time; the oldest makes room for another."""

KNOCKING_EACH = 8
"""The same, from one address."""

READERS_EACH = 2
"""Readers of one connection."""

ALGORITHMS: Mapping[str, tuple[str, ...]] = {
    "kex_algs": (
        "curve25519-sha256",
        "curve25519-sha256@libssh.org",
        "ecdh-sha2-nistp256",
        "ecdh-sha2-nistp384",
    ),
    "encryption_algs": (
        "chacha20-poly1305@openssh.com",
        "aes256-gcm@openssh.com",
        "aes128-gcm@openssh.com",
        "aes256-ctr",
    ),
    "mac_algs": (
        "hmac-sha2-256-etm@openssh.com",
        "hmac-sha2-512-etm@openssh.com",
        "hmac-sha2-256",
    ),
    "signature_algs": (
        "ssh-ed25519",
        "sk-ssh-ed25519@openssh.com",
        "ecdsa-sha2-nistp256",
        "sk-ecdsa-sha2-nistp256@openssh.com",
        "ecdsa-sha2-nistp384",
        "ecdsa-sha2-nistp521",
        "rsa-sha2-512",
        "rsa-sha2-256",
    ),
}
"""What is agreed to: no SHA-1, no groups of 1024 bits, no CBC."""


class Service(Struct):
    """What is served to whom.

    `guests` are the public keys of guests, None for anyone at all. At most `most` read at a time,
    and twice as many connections are open. A session ends after `idle` seconds without a key.
    `log` is told who comes and goes; setting `closing` ends all sessions.
    """

    command: Sequence[str]
    guests: Collection[bytes] | None
    log: Callable[[str], None]
    most: int = 20
    idle: float = 1800.0
    open: "set[_Guest]" = field(default_factory=set)
    knocking: "dict[_Guest, None]" = field(default_factory=dict)
    reading: "dict[asyncio.Task[None], _Guest]" = field(default_factory=dict)
    closing: asyncio.Event = field(default_factory=asyncio.Event)


async def serve(
    service: Service, host: str, port: int, key: asyncssh.SSHKey
) -> asyncssh.SSHAcceptor:
    """Listen there, on any free port if it is 0. Raises DubaoError if that is impossible."""
    try:
        return await asyncssh.create_server(
            lambda: _Guest(service),
            host,
            port,
            server_host_keys=[key],
            process_factory=lambda process: _received(process, service),
            encoding=None,
            line_editor=False,
            agent_forwarding=False,
            x11_forwarding=False,
            allow_scp=False,
            login_timeout=LOGIN_TIMEOUT,
            keepalive_interval=30,
            **ALGORITHMS,
            server_version="dubao",
        )
    except (OSError, UnicodeError) as error:  # the latter of a name that none can have
        sentence = N_("{host}, port {port}: nothing can be served there ({why}).")
        number = (
            getattr(error, "errno", None) or 0
        )  # asyncio tells more of it, and in its own words
        why = OSError(number, os.strerror(number)) if number > 0 else error
        raise DubaoError(sentence, host=host, port=port, why=why) from error


async def close(service: Service) -> None:
    """End all sessions, and wait until their readers have left."""
    service.closing.set()
    if service.reading:
        await asyncio.wait(service.reading, timeout=LEISURE + 2 * GRACE)


class _Guest(asyncssh.SSHServer):
    """One connection: who it is from, and whether they may come in."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self.address = ""
        self._conn: asyncssh.SSHServerConnection | None = None
        self._let_in = False
        self._awaited: asyncio.TimerHandle | None = None
        self.name = ""
        """The folder that keeps their marks; ``""`` if none does."""

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Let the connection knock; too many make the oldest of them go."""
        self.address = conn.get_extra_info("peername")[0]
        self._conn = conn
        conn.set_extra_info(guest=self)
        knocking = self._service.knocking
        knocking[self] = None
        here = [each for each in knocking if each.address == self.address]
        if len(here) > KNOCKING_EACH:
            here[0].drop()
        elif len(knocking) > KNOCKING:
            next(iter(knocking)).drop()
        self._awaited = asyncio.get_running_loop().call_later(KEY_TIMEOUT, self.drop)

    def drop(self) -> None:
        """End a connection that has not been let in."""
        self._service.knocking.pop(self, None)
        if self._conn is not None:
            self._conn.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Make room."""
        self._service.knocking.pop(self, None)
        if self in self._service.open:
            self._service.open.remove(self)
            self._log(_("gone"))
        elif not self._let_in:
            self._log(_("gone without being let in"))
        if self._awaited:
            self._awaited.cancel()

    def begin_auth(self, username: str) -> bool:
        """Return whether a guest has to prove who they are; the keys are agreed on."""
        if self._awaited:
            self._awaited.cancel()
        return self._service.guests is not None

    def auth_completed(self) -> None:
        """Let them in while there are not too many."""
        self._let_in = True
        self._service.knocking.pop(self, None)
        if len(self._service.open) < 2 * self._service.most:
            self._service.open.add(self)
            self._log(_("come"))
            self._await()
        else:
            self.turn_away()
            self._disconnect("no more room")

    def may_read(self) -> bool:
        """Return whether there is room for one more reader of theirs.

        Neither one connection nor one address takes all places, if there are more than a few.
        """
        reading = [*self._service.reading.values()]
        here = sum(each.address == self.address for each in reading)
        return (
            len(reading) < self._service.most
            and reading.count(self) < READERS_EACH
            and here < max(4, self._service.most // 2)
        )

    def public_key_auth_supported(self) -> bool:
        """Know guests by their keys."""
        return True

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Return whether this is a guest's key; the last one asked about is the one proved."""
        known = self._service.guests is not None and key.public_data in self._service.guests
        self.name = sha256(key.public_data).hexdigest()[:16] if known else ""
        return known

    def turn_away(self) -> None:
        """Log that there is no room for them."""
        self._log(_("turned away, there is no more room"))

    def _await(self) -> None:
        """End a connection on which nobody has read for as long as one may be idle."""

        def check() -> None:
            if self in self._service.reading.values():
                self._await()
            else:
                self._disconnect("nobody reads here")

        self._awaited = asyncio.get_running_loop().call_later(self._service.idle, check)

    def _disconnect(self, why: str) -> None:
        if self._conn is not None:
            self._conn.disconnect(asyncssh.DISC_BY_APPLICATION, why)

    def _log(self, what: str) -> None:
        self._service.log(" ".join(filter(None, (self.address, self.name, what))))


async def _received(process: "asyncssh.SSHServerProcess[bytes]", service: Service) -> None:
    """Let the guest of this connection read, if they have a terminal and there is room."""
    guest: _Guest = process.get_extra_info("guest")
    if not process.term_type:
        _dismiss(process, _("The reader needs a terminal: ssh -t."), 2)
    elif not guest.may_read():
        guest.turn_away()
        _dismiss(process, _("All places are taken; come again later."), 1)
    else:
        task = asyncio.create_task(_read(process, service, guest.name))
        service.reading[task] = guest
        task.add_done_callback(service.reading.pop)
        await task


async def _read(process: "asyncssh.SSHServerProcess[bytes]", service: Service, name: str) -> None:
    """Let the guest of this name read, and end the session when they are done."""
    command = [*service.command, *(["--guest", name] if name else [])]
    _dismiss(process, *await read(process, command, service.idle, service.closing))
    try:
        async with asyncio.timeout(GRACE):
            await process.wait_closed()
    except TimeoutError:  # one who takes nothing of what is sent keeps no place for it
        process.channel.abort()


def _dismiss(process: "asyncssh.SSHServerProcess[bytes]", why: str, status: int) -> None:
    """End the guest's session, and say why unless that is ``""``."""
    if why:
        process.stderr.write(f"{why}\r\n".encode())
    process.exit(status)

"""One writer at a time: the system's own lock on a file, which ends with the process that holds it.

Its holder writes its name into the file, so that others can say who they are waiting for. The lock
is ``flock``: it is given back by the system when its holder dies, ``kill -9`` too.
"""

import errno
import fcntl
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from store.backends import opening
from store.backends.serialization import decode, to_json
from store.errors import HeldError, LibraryError
from store.messages import Message

Waiting = Callable[[Message], None]
"""Called with a message that says who is being waited for."""

PATIENCE = 60.0
"""Seconds to wait; a holder needs a few milliseconds, so longer means a process that hangs."""

SOON = 0.5
"""Seconds after which a caller that waits is told why."""

_POLL = 0.002
_HELD = {errno.EAGAIN, errno.EACCES}


class Holder(Struct, frozen=True):
    """Who holds a lock: a process of a machine, and since when (UTC)."""

    host: str
    pid: int
    since: datetime


def quietly(sentence: Message) -> None:
    """Wait without a word."""


@contextmanager
def held(
    path: Path, waiting: Waiting = quietly, patience: float = PATIENCE, mode: int = 0o666
) -> Iterator[None]:
    """Hold the lock in the file `path`; say after a moment for whom one waits.

    Raises HeldError when it stays held for `patience` seconds, LibraryError where locks are not
    shared, OSError when the file cannot be made, or is another one by a link.
    """
    opened = opening.open_own(path, mode)
    try:
        if why := _unshared(os.fstat(opened).st_dev):
            raise LibraryError(
                "{file}: lies on {why}, where writers on two machines would not know of each "
                "other; dubao reads it there, and writes to a library on another disk.",
                file=path.parent,
                why=why,
            )
        _acquire(opened, path, waiting, patience)
        try:
            _sign(opened)
            yield
        finally:
            # Not by closing alone: a process forked meanwhile has the file open as well.
            fcntl.flock(opened, fcntl.LOCK_UN)
    finally:
        os.close(opened)


def _acquire(opened: int, path: Path, waiting: Waiting, patience: float) -> None:
    start, told = time.monotonic(), False
    while not _taken(opened, path):
        waited = time.monotonic() - start
        if waited >= patience:
            raise HeldError(
                "{file}: {holder}; end that, or try again later.",
                file=path.parent,
                holder=_held_by(opened),
            )
        if waited >= SOON and not told:
            told = True
            waiting(
                Message(
                    "{file}: {holder}; waiting.",
                    {"file": str(path.parent), "holder": _held_by(opened)},
                )
            )
        time.sleep(_POLL)


def _taken(opened: int, path: Path) -> bool:
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise LibraryError(
            "{file}: this file system has no locks ({why}), so that two writers could harm "
            "each other; dubao reads it, and writes to a library on another disk.",
            file=path.parent,
            why=error,
        ) from error
    return True


def _sign(opened: int) -> None:
    """Write into the lock who holds it; what cannot be written (a full disk) is left out."""
    signed = to_json(Holder(socket.gethostname(), os.getpid(), datetime.now(UTC)))
    try:
        os.ftruncate(opened, 0)
        os.pwrite(opened, signed, 0)
    except OSError:
        pass


def _held_by(opened: int) -> Message:
    try:
        holder = decode(os.pread(opened, 4096, 0), Holder)
    except (OSError, LibraryError):
        return Message("another dubao is writing here")
    since = holder.since.astimezone()
    return Message(
        "dubao on {host} (process {pid}) has been writing here since {since}",
        {"host": holder.host, "pid": holder.pid, "since": f"{since:%Y-%m-%d %H:%M:%S}"},
    )


@lru_cache
def _unshared(device: int) -> Message | None:
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "replace")
    except OSError:  # not Linux
        return None
    return unshared(mounts, f"{os.major(device)}:{os.minor(device)}")


def unshared(mounts: str, device: str) -> Message | None:
    """Return what file system `device` is if its locks stay on this machine, else None.

    `mounts` is in the format of Linux's mountinfo (man 5 proc), `device` ``major:minor``. So are
    NFS mounted with ``nolock`` or ``local_lock`` (man 5 nfs), SMB with ``nobrl``, and sshfs.
    """
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, described = before.split(), after.split()
        if len(fields) < 3 or fields[2] != device or len(described) < 3:
            continue
        kind, options = described[0], set(described[2].split(","))
        local = {
            "nfs": {"nolock", "local_lock=all", "local_lock=flock"},
            "nfs4": {"local_lock=all", "local_lock=flock"},
            "cifs": {"nobrl"},
            "smb3": {"nobrl"},
        }.get(kind, set())
        if kind == "fuse.sshfs" or local & options:
            return Message("a network file system without shared locks ({kind})", {"kind": kind})
    return None

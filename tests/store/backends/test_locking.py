"""The lock: who holds it, who waits, and what happens when the holder dies."""

import errno
import fcntl
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.backends import locking
from store.backends.locking import held, unshared
from store.errors import LibraryError
from store.messages import Message
from tests.forks import ended, forked


@contextmanager
def holder(path: Path) -> Iterator[int]:
    """Let another process hold the lock, and give its number."""
    mine, its = os.pipe()

    def hold() -> None:
        with held(path):
            os.write(its, b"held")
            signal.pause()

    child = forked(hold)
    os.close(its)
    assert os.read(mine, 4) == b"held"
    try:
        yield child
    finally:
        os.kill(child, signal.SIGKILL)
        assert ended(child) == -signal.SIGKILL
        os.close(mine)


def test_a_held_lock_names_its_holder(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    sentence = (
        rf"{tmp_path}: dubao on {socket.gethostname()} \(process {{}}\) has been writing here"
    )
    with (
        holder(path) as pid,
        pytest.raises(LibraryError, match=sentence.format(pid)),
        held(path, patience=0),
    ):
        pass


def test_who_waits_is_told_once_for_whom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "SOON", 0.0)
    path, told = tmp_path / ".lock", list[Message]()
    with (
        holder(path) as pid,
        pytest.raises(LibraryError),
        held(path, told.append, patience=0.02),
    ):
        pass
    assert len(told) == 1
    assert f"(process {pid})" in str(told[0])


def test_a_lock_left_by_the_dead_is_free(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with holder(path):
        pass
    with held(path, patience=0):
        pass


def test_a_child_of_the_holder_does_not_keep_the_lock(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with held(path):
        child = forked(signal.pause)
    with held(path, patience=0):
        pass
    os.kill(child, signal.SIGKILL)
    assert ended(child) == -signal.SIGKILL


def test_an_unsigned_lock_is_another_dubaos(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(LibraryError, match="another dubao"), held(path, patience=0):
            pass


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_system_without_locks_is_not_written(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(LibraryError, match="has no locks"), held(tmp_path / ".lock"):
        pass


def test_a_planted_link_is_not_signed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / ".lock").symlink_to(tmp_path / "mine")
    with pytest.raises(OSError, match="a link"), held(tmp_path / ".lock"):
        pass
    assert (tmp_path / "mine").read_bytes() == b"mine"


MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:45 / /home rw,relatime shared:20 - nfs4 box:/home rw,vers=4.2,local_lock=none
41 22 0:46 / /srv rw,relatime shared:21 - nfs box:/srv rw,vers=3,nolock,local_lock=all
42 22 0:47 / /mnt/papers rw,nosuid - fuse.sshfs me@box: rw,user_id=0
43 22 0:48 / /mnt/share rw - cifs //box/share rw,nobrl
"""


@pytest.mark.parametrize(
    ("device", "kind"),
    [
        ("8:1", ""),
        ("0:45", ""),
        ("0:46", "nfs"),
        ("0:47", "fuse.sshfs"),
        ("0:48", "cifs"),
        ("9:9", ""),
    ],
)
def test_locks_that_other_machines_do_not_see_are_known(device: str, kind: str) -> None:
    found = unshared(MOUNTS, device)
    assert bool(found) is bool(kind)
    assert kind in str(found or "")


def test_nothing_is_written_where_locks_are_not_shared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "_unshared", lambda _: Message("a network file system"))
    with pytest.raises(LibraryError, match="a library on another disk"), held(tmp_path / ".lock"):
        pass

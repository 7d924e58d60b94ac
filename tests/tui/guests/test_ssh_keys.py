"""Keys of the server and of its guests, in files."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import asyncssh
import pytest

from store.errors import DubaoError
from tui.guests.ssh_keys import guests_in, host_key


def test_a_host_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "host_key"
    made = host_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert host_key(path).public_data == made.public_data


def test_two_first_starts_have_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as starts:
        made = list(starts.map(host_key, [tmp_path / "host_key"] * 8))
    assert len({key.public_data for key in made}) == 1


def test_what_is_no_host_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "host_key").write_text("no key")
    with pytest.raises(DubaoError, match="no key of a host"):
        host_key(tmp_path / "host_key")


def test_guests_are_known_by_their_public_keys(tmp_path: Path) -> None:
    keys = [asyncssh.generate_private_key("ssh-ed25519") for _ in range(2)]
    lines = [key.export_public_key().decode() for key in keys]
    (tmp_path / "guests").write_text("# ours\n\n" + "".join(lines))
    assert guests_in(tmp_path / "guests") == {key.public_data for key in keys}


@pytest.mark.parametrize("text", ["", "# nobody\n", "no-pty ssh-ed25519 AAAA\n"])
def test_without_a_guest_there_is_nobody_to_serve(tmp_path: Path, text: str) -> None:
    (tmp_path / "guests").write_text(text)
    with pytest.raises(DubaoError, match="no public key"):
        guests_in(tmp_path / "guests")


def test_keys_are_read_of_regular_files_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "keys")
    for read in (host_key, guests_in):
        with pytest.raises(DubaoError, match="not a regular file"):
            read(tmp_path / "keys")

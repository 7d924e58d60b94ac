"""Files of state that cannot be read, where they cannot be set aside either."""

import errno
import os
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.backends.state_files import StateRecords
from store.errors import LibraryError
from store.messages import Message
from store.reader.place import Place


def test_where_nothing_can_be_written_one_goes_on_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "place.json").write_bytes(b"{")
    said: list[Message] = []
    files = DiskFiles(tmp_path, readonly=True)
    records = StateRecords(files, "place.json", "place", Place, said.append)
    assert records.read("place.json") == {}
    assert records.get("place.json", "last") is None
    assert len(said) == 1
    assert (tmp_path / "place.json").read_bytes() == b"{"


def test_a_disk_that_fails_says_nothing_about_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = DiskFiles(tmp_path)
    said: list[Message] = []
    records = StateRecords(files, "place.json", "place", Place, said.append)
    with files.lock(), records.writing("place.json") as tables:
        tables.put("place", {"last": Place("a")})

    def fail(name: str) -> bytes:
        raise LibraryError("{file}: no", file=name) from OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as broken:
        broken.setattr(files, "read", fail)
        assert records.read("place.json") == {}
        with files.lock(), pytest.raises(LibraryError), records.writing("place.json"):
            pass
    assert len(said) == 1
    assert records.read("place.json") == {"last": Place("a")}
    assert not list(tmp_path.glob("*.damaged-*"))

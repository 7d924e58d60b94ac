"""The file of a library's id, damaged: what can still be read of it is kept."""

from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.backends.migrations import SCHEMA
from store.errors import NewerError
from store.library.library_id import FILE, new_id, read_id, write_id
from store.library.repair.id_file import check_id

ID = new_id()


@pytest.fixture
def files(tmp_path: Path) -> DiskFiles:
    """Give the files of a library with this id."""
    files = DiskFiles(tmp_path)
    write_id(files, ID)
    assert list(check_id(files, repair=False)) == []
    return files


@pytest.mark.parametrize("kept", [True, False])
def test_it_is_kept_where_it_can_be_read(files: DiskFiles, kept: bool) -> None:
    data = files.read(FILE) or b""
    damaged = data[:-2] if kept else data[:30]
    files.write(FILE, damaged)
    (found,) = check_id(files, repair=False)
    assert found.mended is None
    assert files.read(FILE) == damaged
    (found,) = check_id(files, repair=True)
    assert found.mended
    assert (read_id(files) == ID) is kept
    assert files.read(f"quarantine/{FILE}") == damaged
    assert list(check_id(files, repair=True)) == []


def test_one_digit_that_has_changed_is_noticed(files: DiskFiles) -> None:
    data = files.read(FILE) or b""
    files.write(FILE, data.replace(ID.encode(), ID[::-1].encode()))
    (found,) = check_id(files, repair=False)
    assert found.file == FILE


def test_a_library_without_one_is_whole(tmp_path: Path) -> None:
    assert list(check_id(DiskFiles(tmp_path), repair=True)) == []


def test_one_of_a_newer_dubao_is_left(files: DiskFiles) -> None:
    newer = (files.read(FILE) or b"").replace(
        b'"schema":%d' % SCHEMA, b'"schema":%d' % (SCHEMA + 1)
    )
    files.write(FILE, newer)
    with pytest.raises(NewerError):
        list(check_id(files, repair=True))
    assert files.read(FILE) == newer

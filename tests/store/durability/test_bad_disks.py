"""A disk that is full, or cannot be written, or holds what a power cut left: nothing is lost."""

import errno
import os
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any, BinaryIO, Self

import pytest

from store.backends.disk import DiskFiles
from store.errors import LibraryError
from store.library import catalogue_file
from store.library.library import Library, open_library
from store.reader.marks import Marks
from tests.store.durability.actions import KEYS, Action, act, seen

pytestmark = pytest.mark.slow

Contents = Callable[[Path], dict[str, bytes]]

DAY = "linjiangbao-2024-03-02"
ACTIONS: dict[str, tuple[list[Action], Action]] = {
    "added": ([["add", 1]], ["add", 2, 9]),
    "merged": ([["add", 1, 5]], ["date", 5]),
    "corrected": ([["add", 1, 9]], ["move", DAY, 0, "9"]),
    "removed": ([["add", 1, 2]], ["remove", DAY]),
    "restored": ([["add", 1], ["remove", DAY], ["add", 9]], ["restore", DAY]),
    "emptied": ([["add", 1, 2], ["remove", DAY]], ["empty"]),
}


class SmallDisk:
    """A disk with room for so many bytes: what is beyond them is not written."""

    def __init__(self, room: float = float("inf")) -> None:
        self.room = room
        self.sizes: list[int] = []
        """How much each write was to write."""

    def open(self, path: Path, mode: str, **options: Any) -> "SmallFile":
        """Open a file of this disk."""
        return SmallFile(self, open(path, mode, **options))


class SmallFile:
    """A file of a small disk, with what a write asks of it."""

    def __init__(self, disk: SmallDisk, file: Any) -> None:
        self._disk = disk
        self._file: BinaryIO = file
        self.flush, self.fileno = self._file.flush, self._file.fileno

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        """Write what there is room for."""
        self._disk.sizes.append(len(data))
        fits = int(min(self._disk.room, len(data)))
        self._file.write(data[:fits])
        self._disk.room -= fits
        if fits < len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture(autouse=True)
def _always_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each change of a catalogue be taken into its base."""
    monkeypatch.setattr(catalogue_file, "ROOM", 0)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> SmallDisk:
    """Give the disk on which all files lie that are written."""
    disk = SmallDisk()
    monkeypatch.setattr("store.backends.atomic.open", disk.open, raising=False)
    return disk


@pytest.mark.parametrize(("before", "last"), ACTIONS.values(), ids=ACTIONS)
def test_a_disk_that_fills_half_way_through_any_write_leaves_all_or_nothing(
    before: list[Action], last: Action, tmp_path: Path, disk: SmallDisk
) -> None:
    library = _library(tmp_path / "whole", before)
    disk.sizes.clear()
    act(library, last)
    new, sizes = seen(library), list(disk.sizes)
    assert len(sizes) >= 3, "what is recent, the base, and what is recent no more"
    for at, size in enumerate(sizes):
        library = _library(tmp_path / str(at), before)
        old = seen(library)
        disk.room = sum(sizes[:at]) + size // 2
        counts = at >= len(sizes) - 2  # what is left is to take it into the base
        with nullcontext() if counts else pytest.raises(LibraryError, match="No space left"):
            act(library, last)
        assert not list(library.path.rglob(".new"))
        disk.room = float("inf")
        found = seen(open_library(library.path))
        assert found == (new if counts else old)
        assert found == seen(library)
        if found == old:
            act(library, last)
        assert seen(open_library(library.path)) == seen(library) == new


@pytest.mark.parametrize(("before", "last"), ACTIONS.values(), ids=ACTIONS)
def test_what_is_said_of_a_disk_that_syncs_no_folder_is_what_is(
    before: list[Action],
    last: Action,
    tmp_path: Path,
    failing_sync: Callable[[int | None], None],
) -> None:
    """Each sync of a folder fails in its turn: before the change counts nothing is done."""
    said: list[str] = []
    while said[-1:] != [""]:
        failing_sync(None)
        library = _library(tmp_path / str(len(said)), before)
        old = seen(library)
        failing_sync(len(said))
        said.append("")
        try:
            act(library, last)
        except LibraryError as error:
            said[-1] = str(error)
        found = seen(open_library(library.path))
        assert found == seen(library)
        assert (found == old) is ("left as it was" in said[-1]), said[-1]
        # What comes after the change hinders nothing, and is not spoken of.
        if "may not survive" in said[-1]:
            assert found != old
    assert any("may not survive a power cut" in sentence for sentence in said)


def test_a_disk_that_fills_half_way_through_marks_loses_none_before(
    tmp_path: Path, disk: SmallDisk
) -> None:
    marks = Marks(DiskFiles(tmp_path))
    marks.mark_all(KEYS[:8], read=True)
    before = list(marks.all())
    for room in range(0, 2000, 150):
        disk.room = room
        with suppress(LibraryError):
            marks.mark_all(KEYS, starred=True)
        disk.room = float("inf")
        found = {mark.key: mark for mark in marks.all()}
        assert all(found[mark.key].read for mark in before)
        assert marks.starred_keys() == {key for key, mark in found.items() if mark.starred}
        assert not list(tmp_path.rglob(".new"))
    marks.mark_all(KEYS, starred=True)
    assert marks.starred_keys() == set(KEYS)


@pytest.mark.parametrize(("before", "last"), ACTIONS.values(), ids=ACTIONS)
def test_a_folder_that_cannot_be_written_is_a_sentence_and_stays(
    before: list[Action],
    last: Action,
    tmp_path: Path,
    contents: Contents,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = os.open

    def read_only(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, *rest, **named)

    library = _library(tmp_path, before)
    old, files = seen(library), contents(tmp_path)
    monkeypatch.setattr(os, "open", read_only)
    with pytest.raises(LibraryError, match=r"cannot be written.*Read-only"):
        act(library, last)
    assert contents(tmp_path) == files
    assert seen(open_library(tmp_path)) == old


@pytest.mark.parametrize(("before", "last"), ACTIONS.values(), ids=ACTIONS)
def test_torn_temporaries_are_no_hindrance(
    before: list[Action], last: Action, tmp_path: Path
) -> None:
    library = _library(tmp_path, before)
    old = seen(library)
    for folder in (tmp_path, tmp_path / "issues" / "linjiangbao", tmp_path / "sources"):
        (folder / ".new").write_bytes(b'{"dubao":{"1":{"sche')
    assert seen(open_library(tmp_path)) == old
    act(library, last)
    assert seen(open_library(tmp_path)) != old
    act(library, ["add", 59])
    assert not list(tmp_path.rglob(".new"))


def _library(folder: Path, before: list[Action]) -> Library:
    """Return a library in which this has been done."""
    library = open_library(folder)
    for action in before:
        act(library, action)
    return library

"""Files are set aside with their paths and reasons, and put back from there."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.backends.files import Files
from store.backends.tables import write
from store.errors import LibraryError, NotFoundError
from store.library.repair.quarantine import RECORD, Moved, Quarantine, restored
from store.messages import Message

ISSUE = "issues/p/p-2024-03-05.json"
WHY = Message("{file}: torn.", {"file": ISSUE})


def test_a_file_keeps_its_path_and_its_reason(files: Files) -> None:
    files.write(ISSUE, b"1")
    quarantine = Quarantine(files)
    assert quarantine.set_aside([(ISSUE, WHY)]) == [f"quarantine/{ISSUE}"]
    assert files.stamp(ISSUE) is None
    (moved,) = quarantine.moved().values()
    assert (moved.origin, moved.why) == (ISSUE, f"{ISSUE}: torn.")
    files.write(ISSUE, b"2")
    assert quarantine.set_aside([(ISSUE, WHY)]) == [f"quarantine/{ISSUE}.1"]
    assert (files.read(f"quarantine/{ISSUE}"), files.read(f"quarantine/{ISSUE}.1")) == (b"1", b"2")


def test_files_are_put_back_where_their_place_is_free(files: Files) -> None:
    quarantine = Quarantine(files)
    for data in (b"1", b"2"):
        files.write(ISSUE, data)
        quarantine.set_aside([(ISSUE, WHY)])
    files.write("sources/a.gz", b"3")
    quarantine.set_aside([("sources/a.gz", WHY)])
    (back,) = restored(files, ["sources/a.gz"])
    assert back.mended
    first, second = restored(files)
    assert first.mended
    assert second.mended is None
    assert "another" in str(second.wrong)
    assert (files.read(ISSUE), files.read("sources/a.gz")) == (b"1", b"3")
    assert files.read(f"quarantine/{ISSUE}.1") == b"2", "the other one stays"
    assert [moved.origin for moved in quarantine.moved().values()] == [ISSUE]
    with pytest.raises(NotFoundError, match="nothing of this name"):
        restored(files, ["sources/b.gz"])


def test_what_an_older_dubao_has_set_aside_is_put_back_too(files: Files) -> None:
    source = f"{'ab' * 32}.gz"
    old = {
        "issues_p_p-2024-03-05.json": ISSUE,
        "issues_p_p-2024-03-06.7.json.2": "issues/p/p-2024-03-06.7.json",
        f"sources_{source}": f"sources/{source}",
    }
    for name in old:
        files.write(f"quarantine/{name}", name.encode())
    files.write("quarantine/reasons.txt", b"torn")
    assert all(found.mended for found in restored(files))
    assert {name: (files.read(name) or b"").decode() for name in old.values()} == {
        place: name for name, place in old.items()
    }
    assert files.read("quarantine/reasons.txt")


def test_a_damaged_record_is_kept_and_begun_anew(files: Files) -> None:
    files.write(RECORD, b"{")
    files.write(ISSUE, b"1")
    Quarantine(files).set_aside([(ISSUE, WHY)])
    assert files.read("quarantine/moved.json.1") == b"{"
    assert [found.mended for found in restored(files)] == [Message("put back")]


def test_no_file_moves_before_its_reason_is_written(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(name: str, data: bytes) -> None:
        raise LibraryError("no room")

    files.write(ISSUE, b"1")
    monkeypatch.setattr(files, "write", full)
    with pytest.raises(LibraryError):
        Quarantine(files).set_aside([(ISSUE, WHY)])
    assert files.read(ISSUE) == b"1"


PLANTED = {
    "quarantine/key": "../victim/authorized_keys",
    "../victim/key": "issues/p/stolen.json",
    "quarantine/../../victim/key": "issues/p/stolen.json",
    "quarantine/deep": "issues/../../victim/authorized_keys",
    "quarantine/lock": ".lock",
    "quarantine/record": RECORD,
    "catalogue.json": ISSUE,
}


def test_a_planted_record_moves_nothing_out_and_takes_nothing_in(
    tmp_path: Path, contents: Callable[[Path], dict[str, bytes]]
) -> None:
    files = DiskFiles(tmp_path / "library")
    victim = DiskFiles(tmp_path / "victim")
    victim.write("key", b"secret")
    for place in PLANTED:
        if place.count("..") == 0:
            files.write(place, b"theirs")
    files.write(ISSUE, b"1")
    Quarantine(files).set_aside([(ISSUE, WHY)])
    record = dict(Quarantine(files).moved())
    for place, origin in PLANTED.items():
        record[place] = Moved(origin, "torn", datetime(2024, 3, 5, tzinfo=UTC))
    write(files, RECORD, {"moved": record})
    before = contents(tmp_path)
    (back,) = restored(files)
    assert (back.file, back.mended) == (f"quarantine/{ISSUE}", Message("put back"))
    changed = {name for name in before if contents(tmp_path).get(name) != before[name]}
    assert changed == {f"library/quarantine/{ISSUE}", f"library/{RECORD}"}
    for name in ("../victim/key", "../victim/authorized_keys"):
        with pytest.raises(NotFoundError):
            restored(files, [name])


@pytest.mark.slow
def test_a_kill_at_any_step_leaves_each_file_where_it_can_be_found(
    tmp_path: Path, killed_at: Callable[..., bool]
) -> None:
    def aside(files: Files) -> None:
        Quarantine(files).set_aside([(name, WHY) for name in names])

    names = [ISSUE, "sources/a.gz"]
    killed, step = True, 0
    while killed:
        files = DiskFiles(tmp_path / str(step))
        for name in names:
            files.write(name, name.encode())
        killed = killed_at(files.folder, step, partial(aside, files))
        killed_at(files.folder, step, partial(restored, files))
        list(restored(files))
        assert [files.read(name) for name in names] == [name.encode() for name in names]
        step += 1
    assert step > 5

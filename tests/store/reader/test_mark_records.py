"""What is done to many at once is one file more, and as if it had been done to each."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.backends.files import Files
from store.errors import DubaoError
from store.models import Mark
from store.reader import mark_records
from store.reader.mark_records import FEW_FILES, MANY, MarkRecords
from store.reader.marks import MOST_TAGS, Marks

KEYS = [f"{number:02x}{number:014x}" for number in range(3 * FEW_FILES)]
START = datetime(2024, 3, 5, tzinfo=UTC)
SOME = KEYS[:FEW_FILES]


def ticking() -> Callable[[], datetime]:
    hours = count()
    return lambda: START + timedelta(hours=next(hours))


def shards(files: Files) -> list[str]:
    return [name for name in files.names("marks") if name != MANY]


def held(marks: Marks) -> dict[str, Mark]:
    return {mark.key: mark for mark in marks.all()}


def test_many_are_marked_by_one_file(marks: Marks, files: Files) -> None:
    assert {mark.read for mark in marks.mark_all(KEYS, read=True)} == {True}
    assert shards(files) == []
    for each in (marks, Marks(files)):
        assert each.read_keys() == set(KEYS)
        assert each.get(KEYS[0]) == marks.get(KEYS[0])
        assert each.untouched([*KEYS, "ffffffffffffffff"]) == ("ffffffffffffffff",)
    marks.mark_all(SOME, starred=True)
    assert len(shards(files)) == len(SOME)
    assert Marks(files).get(KEYS[0]).read


def test_it_is_as_if_it_had_been_done_to_each(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same is done one by one, by actions on many, and with these written into the files."""
    found = []
    for few, most in ((99, 99), (2, 99), (2, 1)):
        monkeypatch.setattr(mark_records, "FEW_FILES", few)
        monkeypatch.setattr(mark_records, "MOST_ACTIONS", most)
        for name in files.names("marks"):
            files.remove(name)
        each = Marks(files, ticking())
        each.mark(KEYS[0], read=True)
        each.mark_all(KEYS, read=True)
        each.mark(KEYS[1], starred=True)
        each.mark_all(KEYS, tag="水利", by_filter=True)
        each.undo()
        each.undo()
        each.undo()
        each.mark_all(KEYS[1:], starred=True)
        each.mark(KEYS[2], read=True)
        each.mark_all(KEYS, untag="水利", read=False)
        each.undo()
        found.append(held(Marks(files)))
    assert found[0] == found[1] == found[2]
    assert found[0][KEYS[2]].read


def test_another_session_sees_what_is_done_to_many_and_both_merge(
    marks: Marks, files: Files
) -> None:
    other = Marks(files)
    other.mark(KEYS[0], starred=True)
    assert not other.read_keys()
    marks.mark_all(KEYS, read=True)
    assert other.read_keys() == set(KEYS)
    other.mark(KEYS[1], read=False)
    assert marks.read_keys() == {*KEYS} - {KEYS[1]}
    assert len(marks.undo()) == 1
    assert {mark.key for mark in other.undo()} == {*KEYS}
    assert not marks.read_keys()
    assert marks.starred_keys() == {KEYS[0]}


def test_an_undo_takes_back_what_is_in_the_files_in_part(marks: Marks, files: Files) -> None:
    marks.mark_all(KEYS, read=True)
    marks.mark(KEYS[0], starred=True)
    marks.undo()
    marks.undo()
    for each in (marks, Marks(files)):
        assert not each.read_keys()
        assert each.last_change() is None


def test_in_the_end_the_files_hold_it_all(files: Files, marks: Marks) -> None:
    marks.mark_all(KEYS, read=True)
    before = held(marks)
    records = MarkRecords(files)
    with files.lock():
        records.fold()
    assert len(shards(files)) == len(KEYS)
    assert records.done() == ()
    assert held(Marks(files)) == before
    assert marks.read_keys() == set(KEYS)


def test_too_many_tags_mark_none(marks: Marks) -> None:
    for number in range(MOST_TAGS):
        marks.mark(KEYS[0], read=bool(number % 2))
        marks.mark_all(KEYS[:1], tag=f"tag{number}")
    with pytest.raises(DubaoError, match="tags at most"):
        marks.mark_all(KEYS, tag="more")
    assert "more" not in marks.tags()


def test_a_kill_leaves_all_of_them_marked_or_none(
    tmp_path: Path, killed_at: Callable[[Path, int, Callable[[], object]], bool]
) -> None:
    marks = Marks(DiskFiles(tmp_path))
    marks.mark_all(KEYS, starred=True)
    step = 0
    while killed_at(tmp_path, step, lambda: marks.mark_all(KEYS, read=True)):
        assert len(marks.read_keys()) in (0, len(KEYS))
        assert len(marks.starred_keys()) == len(KEYS)
        if marks.read_keys():
            marks.undo()
        step += 1
    assert step > 3
    assert marks.read_keys() == set(KEYS)


def test_no_two_actions_have_one_moment_though_the_clock_stands(files: Files) -> None:
    marks = Marks(files, lambda: START)
    marks.mark_all(KEYS, read=True)
    marks.undo()
    marks.mark(KEYS[0], starred=True)
    assert Marks(files).starred_keys() == {KEYS[0]}

"""One reader's marks, over sessions, processes and kills."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.backends.files import Files
from store.errors import DubaoError, LibraryError, UnsureError
from store.messages import Message
from store.models import Mark, Past
from store.moments import TICK
from store.reader.mark_records import KEPT_PAST
from store.reader.marks import Marks, open_marks
from store.reader.place import Place
from tests.forks import ended, forked

KEY = "0123456789abcdef"
OTHER = "fedcba9876543210"
START = datetime(2024, 3, 5, 6, 30, tzinfo=UTC)


def test_nothing_is_read_at_first(marks: Marks) -> None:
    assert marks.get(KEY) == Mark(KEY)
    assert marks.read_keys() == marks.starred_keys() == frozenset()
    assert marks.place() == Place()


def test_a_mark_is_kept(marks: Marks, files: Files) -> None:
    mark = marks.mark(KEY, read=True)
    assert mark == Mark(KEY, read=True, changed=START, past=(Past(),))
    assert marks.get(KEY) == Marks(files).get(KEY) == mark


def test_read_and_starred_are_apart(marks: Marks) -> None:
    marks.mark(KEY, read=True)
    marks.mark(KEY, starred=True)
    marks.mark(OTHER, starred=True)
    marks.mark(KEY, read=False)
    assert marks.read_keys() == frozenset()
    assert marks.starred_keys() == {KEY, OTHER}


def test_a_mark_that_changes_nothing_keeps_its_time(marks: Marks, files: Files) -> None:
    marks.mark(KEY, read=True)
    before = files.stamps("marks")
    assert marks.mark(KEY, read=True).changed == START
    assert files.stamps("marks") == before


def test_what_another_session_marks_is_seen(marks: Marks, files: Files) -> None:
    other = Marks(files, clock=lambda: START)
    marks.mark(KEY, read=True)
    assert other.read_keys() == {KEY}
    marks.mark(KEY, starred=True)
    marks.mark(KEY[:-1] + "0", read=True)
    assert other.get(KEY).starred
    assert other.read_keys() == {KEY, KEY[:-1] + "0"}


def test_sessions_merge_mark_by_mark_and_the_later_stands(marks: Marks, files: Files) -> None:
    other = Marks(files, clock=lambda: START + timedelta(days=1))
    marks.mark(KEY, read=True)
    other.mark(KEY, starred=True)
    other.mark(KEY, read=False)
    mark = marks.get(KEY)
    assert (mark.starred, mark.changed) == (True, START + timedelta(days=1) + TICK)


def test_all_marks_come_by_key(marks: Marks) -> None:
    for key in (OTHER, KEY, KEY[:-1] + "0"):
        marks.mark(key, read=True)
    assert [mark.key for mark in marks.all()] == [KEY[:-1] + "0", KEY, OTHER]


@pytest.mark.parametrize("key", ["", "喜讯", "../../etc/passwd", "0123456789ABCDEF", KEY + "0"])
def test_what_is_no_key_is_unread_and_cannot_be_marked(marks: Marks, key: str) -> None:
    assert not marks.get(key).read
    with pytest.raises(LibraryError, match="not the key of an article"):
        marks.mark(key, read=True)


def test_the_place_is_kept(marks: Marks, files: Files) -> None:
    place = Place("linjiangbao-2024-03-05", "linjiangbao-2024-03-05/1.1", 2, 40, "新桥")
    marks.leave(Place("elsewhere"))
    marks.leave(place)
    assert Marks(files).place() == place


def test_leaving_where_one_stands_writes_nothing(marks: Marks, files: Files) -> None:
    marks.leave(Place("a"))
    before = files.stamp("place.json")
    marks.leave(Place("a"))
    assert files.stamp("place.json") == before


def test_opening_makes_nothing(tmp_path: Path) -> None:
    marks = open_marks(tmp_path / "state")
    assert not marks.read_keys()
    assert not (tmp_path / "state").exists()


def test_damaged_marks_are_set_aside_with_a_sentence(marks: Marks, files: Files) -> None:
    marks.mark(KEY, read=True)
    files.write("marks/01.json", b"{")
    told: list[Message] = []
    again = Marks(files, told=told.append)
    assert not again.read_keys()
    assert again.mark(KEY, starred=True).read is False
    assert [str(each) for each in told] == [
        f"{files.where('marks/01.json')}: cannot be read, and is set aside as 01.json.damaged-1; "
        "dubao goes on with what could."
    ]


@pytest.mark.slow
def test_two_processes_lose_nothing(tmp_path: Path) -> None:

    def read(start: int) -> None:
        marks = Marks(DiskFiles(tmp_path))
        for number in range(start, 100, 2):
            marks.mark(f"ab{number:014x}", read=True)
        marks.mark(KEY, read=True) if start else marks.mark(KEY, starred=True)

    others = [forked(partial(read, start)) for start in (0, 1)]
    assert [ended(other) for other in others] == [0, 0]
    marks = Marks(DiskFiles(tmp_path))
    assert marks.read_keys() == {KEY, *(f"ab{number:014x}" for number in range(100))}
    assert marks.get(KEY).starred


def test_a_kill_leaves_a_mark_made_or_not(
    tmp_path: Path, killed_at: Callable[[Path, int, Callable[[], object]], bool]
) -> None:
    marks = Marks(DiskFiles(tmp_path))
    marks.mark(OTHER, read=True)
    marks.mark(KEY, starred=True)
    step = 0
    while killed_at(tmp_path, step, lambda: marks.mark(KEY, read=True)):
        mark = marks.get(KEY)
        assert mark.starred
        assert marks.read_keys() == ({OTHER, KEY} if mark.read else {OTHER})
        marks.mark(KEY, read=False)
        step += 1
    assert step > 5
    assert marks.get(KEY).read


def test_many_are_marked_as_one_action_and_undone_as_one(marks: Marks, files: Files) -> None:
    marks.mark(OTHER, starred=True)
    marks.mark_all([KEY, OTHER, KEY], read=True, tag="水利")
    assert marks.read_keys() == {KEY, OTHER}
    assert marks.tags() == {"水利": {KEY, OTHER}}
    undone = Marks(files).undo()
    assert {mark.key for mark in undone} == {KEY, OTHER}
    assert not marks.read_keys()
    assert not marks.tags()
    assert marks.starred_keys() == {OTHER}
    assert [mark.key for mark in marks.undo()] == [OTHER]
    assert not marks.starred_keys()
    assert marks.undo() == ()
    assert marks.last_change() is None


def test_an_undo_takes_back_the_last_action_of_any_session(marks: Marks, files: Files) -> None:
    other = Marks(files, lambda: START + timedelta(days=1))
    marks.mark(KEY, read=True)
    other.mark(OTHER, starred=True)
    marks.mark(KEY, starred=True)
    assert marks.last_change() == START + timedelta(days=1) + TICK
    assert [(mark.read, mark.starred) for mark in marks.undo()] == [(True, False)]
    assert [mark.key for mark in marks.undo()] == [OTHER]
    assert [(mark.read, mark.starred) for mark in marks.undo()] == [(False, False)]


def test_the_order_is_counted_where_the_clock_is_set_back_or_stands_still(files: Files) -> None:
    hours = [0, 0, 1, 1]
    keys = [f"{number:02x}{0:014x}" for number in range(4)]
    marks = Marks(files, lambda: START - timedelta(hours=hours.pop(0)))
    for key in keys:
        marks.mark(key, starred=True)
    hours += [2] * len(keys)
    for key in reversed(keys):
        assert [mark.key for mark in marks.undo()] == [key]


def test_what_is_marked_after_something_else_is_later(files: Files) -> None:
    marks = Marks(files, lambda: START)
    marks.note(START + timedelta(days=1))
    assert marks.next_moment() == START + timedelta(days=1) + TICK
    assert marks.mark(KEY, read=True).changed == START + timedelta(days=1) + TICK


def test_marks_that_are_said_to_stand_all_do(
    tmp_path: Path, failing_sync: Callable[[int | None], None]
) -> None:
    marks, keys = Marks(DiskFiles(tmp_path)), [f"{n:02x}{n:014x}" for n in range(4)]
    marks.mark_all(keys, read=True)
    failing_sync(0)
    with pytest.raises(UnsureError, match="is written, but may not survive"):
        marks.mark_all(keys, tag="桥")
    assert {mark.tags for mark in Marks(DiskFiles(tmp_path)).all()} == {("桥",)}


def test_setting_what_is_set_is_no_action(marks: Marks) -> None:
    marks.mark(KEY, read=True)
    marks.mark_all([KEY], read=True)
    assert marks.last_change() == START


def test_tags_come_and_go_by_name(marks: Marks) -> None:
    marks.mark_all([KEY], tag="水利")
    marks.mark_all([KEY], tag="剪报")
    assert marks.get(KEY).tags == ("剪报", "水利")
    marks.mark_all([KEY], untag="水利")
    assert marks.tags() == {"剪报": {KEY}}


def test_a_mark_remembers_so_many_changes(marks: Marks) -> None:
    for turn in range(KEPT_PAST + 3):
        marks.mark(KEY, starred=turn % 2 == 0)
    for turn in range(KEPT_PAST):
        assert marks.undo(), turn
    assert marks.undo() == ()


def test_a_mark_made_a_moment_ago_is_seen(tmp_path: Path) -> None:
    """A folder's date may stand still for some milliseconds."""
    ours, other = Marks(DiskFiles(tmp_path)), Marks(DiskFiles(tmp_path))
    for number in range(40):
        key = f"ab{number:014x}"
        ours.mark(key, read=True)
        assert key in other.read_keys()


def test_places_are_kept_by_name_beside_the_last_one(marks: Marks) -> None:
    marks.leave(Place("a"))
    marks.leave(Place("c"), "q")
    marks.leave(Place("b"), "b")
    assert marks.places() == {"b": Place("b"), "q": Place("c")}
    assert marks.place("q") == Place("c")
    assert marks.place("x") == Place()
    assert marks.place() == Place("a")


def test_tags_have_a_length_and_a_number(marks: Marks) -> None:
    marks.mark_all(["a" * 16], tag="签" * 64)
    with pytest.raises(DubaoError, match="64 characters"):
        marks.mark_all(["a" * 16], tag="签" * 65)
    for number in range(31):
        marks.mark_all(["a" * 16], tag=str(number))
    with pytest.raises(DubaoError, match="32 tags"):
        marks.mark_all(["a" * 16], tag="one more")
    marks.mark_all(["a" * 16], tag="0", untag="签" * 64)
    assert len(marks.tags()) == 31

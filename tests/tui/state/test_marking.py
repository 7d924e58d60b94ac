"""Marking articles, one or many, as one action, and undoing what was done last."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from store.backends.memory import MemoryFiles
from store.errors import LibraryError
from store.library.library import Library
from store.messages import Message
from store.models import Article
from store.reader.marks import Marks
from tui.state.marking import Undone, mark_read, remove, star, tag, toggle_tag, undo_last

ISSUE = "linjiangbao-2024-03-05"
KEYS = ["1" * 16, "2" * 16, "3" * 16]


def test_only_what_is_not_so_yet_is_marked_and_counted(marks: Marks) -> None:
    assert mark_read(marks, KEYS[:1]) == 1
    assert mark_read(marks, [*KEYS, *KEYS]) == 2, "each once, and the first is read already"
    assert mark_read(marks, KEYS) == 0
    assert mark_read(marks, KEYS, read=False) == 3
    assert not marks.read_keys()


def test_stars_are_given_and_taken_away(marks: Marks) -> None:
    assert star(marks, KEYS[:2]) == 2
    assert star(marks, KEYS) == 1
    assert star(marks, KEYS[1:], starred=False) == 2
    assert marks.starred_keys() == set(KEYS[:1])


def test_tags_are_given_and_taken_away(marks: Marks) -> None:
    assert tag(marks, KEYS[:2], "水利") == 2
    assert tag(marks, KEYS, "水利") == 1
    assert tag(marks, KEYS[1:], "水利", tagged=False) == 2
    assert marks.tags() == {"水利": set(KEYS[:1])}


def test_many_are_marked_as_one_action(marks: Marks) -> None:
    mark_read(marks, KEYS[:1])
    star(marks, KEYS)
    assert {mark.key for mark in marks.undo()} == set(KEYS)
    assert marks.read_keys() == set(KEYS[:1])


def test_a_tag_is_one_word_that_a_second_time_takes_away(marks: Marks) -> None:
    article = Article(id="a/1.1", key=KEYS[0])
    assert toggle_tag(marks, article, " flood\trelief ") == ("flood-relief",)
    assert toggle_tag(marks, article, "水利") == ("flood-relief", "水利")
    assert toggle_tag(marks, article, "flood relief") == ("水利",)


def test_the_last_action_is_undone_first(library: Library, marks: Marks, builder: Any) -> None:
    builder("临江报").on(2024, 3, 5).page("1").article("甲").article("乙").add_to(library)
    keys = library.rows()[0].keys
    assert undo_last(library, marks) is None
    marks.mark_all(keys, read=True)
    library.remove(ISSUE)
    assert undo_last(library, marks) == Undone(issue=ISSUE)
    assert [row.id for row in library.rows()] == [ISSUE]
    assert undo_last(library, marks) == Undone(marks=2)
    assert not marks.read_keys()
    assert undo_last(library, marks) is None


@pytest.mark.parametrize("removed_first", [True, False])
def test_a_clock_set_back_does_not_turn_the_order_round(
    builder: Callable[..., Any], removed_first: bool
) -> None:
    now = datetime(2024, 3, 6, tzinfo=UTC)
    library = Library(MemoryFiles(), clock=lambda: now)
    marks = Marks(MemoryFiles(), lambda: now)
    builder("临江报").on(2024, 3, 5).page("1").article("甲").add_to(library)
    if removed_first:
        remove(library, marks, ISSUE)
        now -= timedelta(hours=1)
        star(marks, KEYS)
        assert undo_last(library, marks) == Undone(marks=3)
        assert undo_last(library, marks) == Undone(issue=ISSUE)
    else:
        star(marks, KEYS)
        now -= timedelta(hours=1)
        remove(library, marks, ISSUE)
        assert undo_last(library, marks) == Undone(issue=ISSUE)
        assert undo_last(library, marks) == Undone(marks=3)


def test_an_issue_is_removed_though_the_state_takes_nothing(
    library: Library, builder: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Message] = []
    marks = Marks(MemoryFiles(), told=said.append)

    def fail(_moment: datetime) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(marks, "note", fail)
    builder("临江报").on(2024, 3, 5).page("1").article("甲").add_to(library)
    assert remove(library, marks, ISSUE).removed
    assert [str(each) for each in said] == ["The disk is full."]
    assert library.rows() == ()

"""Undoing what was done last, be it a mark or a removal."""

from typing import Any

from store.library.library import Library
from store.reader.marks import Marks
from tui.state.undo import Undone, undo_last

ISSUE = "linjiangbao-2024-03-05"


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

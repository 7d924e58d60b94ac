"""Undoing what a reader did last."""

from msgspec import Struct

from store.library.library import Library
from store.reader.marks import Marks


class Undone(Struct, frozen=True):
    """What has been taken back: the removal of `issue`, or an action on so many `marks`."""

    issue: str = ""
    marks: int = 0


def undo_last(library: Library, marks: Marks) -> Undone | None:
    """Undo the last action on marks, or the removal of an issue, whichever came last.

    Return None when there is nothing to undo. Raises LibraryError when that cannot be kept.
    """
    marked = marks.last_change()
    removed = next(iter(library.removed()), None)
    if removed and removed.removed and (marked is None or removed.removed > marked):
        return Undone(issue=library.restore(removed.id).id)
    undone = marks.undo()
    return Undone(marks=len(undone)) if undone else None

"""Marking articles, one or many, as one action that can be undone; and undoing it.

Each function that marks the articles of some keys is durable, leaves alone what is so already, and
returns how many changed. All raise LibraryError when something cannot be kept.
"""

from collections.abc import Iterable, Set

from msgspec import Struct

from store.errors import LibraryError
from store.library.library import Library
from store.models import Article, CatalogueRow
from store.reader.marks import Marks


class Undone(Struct, frozen=True):
    """What has been taken back: the removal of `issue`, or an action on so many `marks`."""

    issue: str = ""
    marks: int = 0


def mark_read(marks: Marks, keys: Iterable[str], *, read: bool = True) -> int:
    """Mark the articles of these keys read or unread."""
    changed = _others(keys, marks.read_keys(), read)
    marks.mark_all(changed, read=read)
    return len(changed)


def star(marks: Marks, keys: Iterable[str], *, starred: bool = True) -> int:
    """Star the articles of these keys, or take their stars away."""
    changed = _others(keys, marks.starred_keys(), starred)
    marks.mark_all(changed, starred=starred)
    return len(changed)


def tag(marks: Marks, keys: Iterable[str], name: str, *, tagged: bool = True) -> int:
    """Give the articles of these keys the tag of this name, or take it away."""
    changed = _others(keys, marks.tags().get(name, frozenset()), tagged)
    if tagged:
        marks.mark_all(changed, tag=name)
    else:
        marks.mark_all(changed, untag=name)
    return len(changed)


def toggle_tag(marks: Marks, article: Article, name: str) -> tuple[str, ...]:
    """Give `article` a tag, or take it away if it has it; return its tags.

    A tag is one word, so that it can stand in a query. Raises LibraryError.
    """
    from store.press.text.clean import clean_line  # 5 ms, for a tag alone

    name = "-".join(clean_line(name).split())
    if name in marks.get(article.key).tags:
        return marks.mark_all([article.key], untag=name)[0].tags
    return marks.mark_all([article.key], tag=name)[0].tags


def remove(library: Library, marks: Marks, name: str) -> CatalogueRow:
    """Take the issue of this id out of the library, as the last thing that the reader did.

    Return its row. Raises NotFoundError, and LibraryError when it stays.
    """
    gone = library.remove(name, after=marks.next_moment())
    if gone.removed:
        try:
            marks.note(gone.removed)
        except LibraryError as error:
            marks.told(error.message)
    return gone


def undo_last(library: Library, marks: Marks) -> Undone | None:
    """Undo the last action on marks, or the removal of an issue, whichever came last.

    Return None when there is nothing to undo.
    """
    marked = marks.last_change()
    removed = next(iter(library.removed()), None)
    if removed and removed.removed and (marked is None or removed.removed > marked):
        return Undone(issue=library.restore(removed.id).id)
    undone = marks.undo()
    return Undone(marks=len(undone)) if undone else None


def _others(keys: Iterable[str], have: Set[str], wanted: bool) -> list[str]:
    """Return the keys, each once, of which it is not so yet that they are in `have`."""
    return [key for key in dict.fromkeys(keys) if (key in have) != wanted]

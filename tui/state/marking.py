"""Marking articles, one or many, as one action that can be undone.

Each function marks the articles of some keys, durably, and returns how many changed; it raises
LibraryError when a mark cannot be kept. What is so already is left alone.
"""

from collections.abc import Iterable, Set

from store.models import Article
from store.reader.marks import Marks


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


def _others(keys: Iterable[str], have: Set[str], wanted: bool) -> list[str]:
    """Return the keys, each once, of which it is not so yet that they are in `have`."""
    return [key for key in dict.fromkeys(keys) if (key in have) != wanted]

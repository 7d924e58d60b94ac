"""What is typed at ``:`` beside the commands of keys, and what a mistyped name is near to."""

from collections.abc import Iterable

SCOPED = ("read", "unread", "star", "unstar", "tag", "untag", "clip")
"""What is typed at ``:`` and done to the articles of a scope."""

GIVEN = ("filter", "go", "theme", "panes")
"""What is typed there and given a word or a line, and has no scope."""


def nearest(name: str, names: Iterable[str]) -> str:
    """Return which of `names` is nearest to a mistyped one, ``""`` if none is near."""
    from difflib import get_close_matches  # 4 ms, for a mistyped name alone

    return next(iter(get_close_matches(name, list(names), 1)), "")

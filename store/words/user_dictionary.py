"""A reader's own words (自定义词): what the dictionary lacks and an import should know.

One a line in ``words.txt`` beside the configuration, with its kind behind it: ``亭山书会 topic``.
A line that is no such word is passed over, so that the file may be written by hand.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from store.backends import atomic
from store.errors import DubaoError
from store.locations import config_file
from store.models import KeywordKind
from store.words.fold import fold

KINDS: tuple[KeywordKind, ...] = get_args(KeywordKind)

TAGS: Mapping[KeywordKind, str] = {
    "person": "nr",
    "place": "ns",
    "organisation": "nt",
    "topic": "nz",
}
"""The segmenter's tags of these kinds."""

_WORD = re.compile(r"[\w·]{2,20}")


def user_words(path: Path | None = None) -> dict[str, KeywordKind]:
    """Return the reader's own words with their kinds, in the order of the file; none without it."""
    try:
        text = (path or _file()).read_text("utf-8", errors="replace")
    except OSError:
        return {}
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {
        word: kind
        for word, *rest in filter(None, lines)
        if _WORD.fullmatch(word)
        for kind in KINDS
        if (rest or ["topic"]) == [kind]
    }


def segmenter_tags(words: Mapping[str, KeywordKind]) -> dict[str, str]:
    """Return `words` as the segmenter learns them: folded, with its tags."""
    return {fold(word): TAGS[kind] for word, kind in words.items()}


def update_user_words(
    words: Mapping[str, KeywordKind | None], path: Path | None = None
) -> dict[str, KeywordKind]:
    """Add `words` to the reader's own, those of kind None taken away; return what there is then.

    Raises DubaoError for what is no word, and when the file cannot be written.
    """
    for word in words:
        if not _WORD.fullmatch(word):
            raise DubaoError(
                "{word} is no word: two to twenty letters without blanks between.", word=word
            )
    path = path or _file()
    now = {**user_words(path), **words}
    kept = {word: kind for word, kind in now.items() if kind}
    text = "".join(f"{word} {kind}\n" for word, kind in kept.items())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, text.encode())
    except OSError as error:
        raise DubaoError("{file}: cannot be written ({why}).", file=path, why=error) from error
    return kept


def _file() -> Path:
    return config_file().with_name("words.txt")

"""A reader's own words (自定义词): what the dictionary lacks and an import should know.

There is one to a line of ``words.txt`` beside the configuration, with its kind after it:
``亭山书会 topic``, ``渡月 A4L topic``. The kind of one without blanks may be left out. Lines of any
other form are passed over, so the file may be edited by hand.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from store.backends import atomic, opening
from store.errors import DubaoError
from store.locations import config_file
from store.models import KeywordKind
from store.words.fold import fold

KINDS: tuple[KeywordKind, ...] = get_args(KeywordKind)
_BY_NAME: Mapping[str, KeywordKind] = {kind: kind for kind in KINDS}

TAGS: Mapping[KeywordKind, str] = {
    "person": "nr",
    "place": "ns",
    "organisation": "nt",
    "topic": "nz",
}
"""The segmenter's tags of these kinds."""

MOST = 4 * 2**20
"""Bytes of a dictionary of one's own at most: some 200,000 words."""

_WORD = re.compile(r"(?!#)(?=.*\w)(?=.{2,20}$)\S+(?: \S+)*")


def user_words(path: Path | None = None) -> dict[str, KeywordKind]:
    """Return the reader's own words with their kinds, in the file's order; none without a file."""
    try:
        return dict(filter(None, map(_word_in, _lines(path or _file()))))
    except OSError:
        return {}


def segmenter_tags(words: Mapping[str, KeywordKind]) -> dict[str, str]:
    """Return `words`, folded, with the tags by which the segmenter learns them."""
    return {fold(word): TAGS[kind] for word, kind in words.items()}


def update_user_words(
    words: Mapping[str, KeywordKind | None], path: Path | None = None
) -> dict[str, KeywordKind]:
    """Add `words` to the reader's own, or drop those of kind None; return all there are then.

    Raises DubaoError for what is no word, and when the file cannot be written.
    """
    for word in words:
        if not _is_word(word):
            raise DubaoError(
                "{word} is no word: two to twenty characters, one of them a letter or a figure.",
                word=word,
            )
    path = path or _file()
    try:
        lines = _lines(path)
    except OSError as error:
        raise DubaoError("{file}: cannot be read ({why}).", file=path, why=error) from error
    now = dict(filter(None, map(_word_in, lines)))
    # What is no word stays: remarks, and what was mistyped.
    kept = [line for line in lines if (_word_in(line) or ("",))[0] not in words]
    kept += [f"{word} {kind}".encode() for word, kind in words.items() if kind]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, b"".join(line + b"\n" for line in kept))
    except OSError as error:
        raise DubaoError("{file}: cannot be written ({why}).", file=path, why=error) from error
    return {word: kind for word, kind in {**now, **words}.items() if kind}


def _lines(path: Path) -> list[bytes]:
    """Return the lines of the file; none without a file. Raises OSError when it cannot be read."""
    try:
        return opening.read(path, MOST).splitlines()
    except FileNotFoundError:
        return []


def _word_in(line: bytes) -> tuple[str, KeywordKind] | None:
    """Return the word in a line and its kind, None where it has another form."""
    match line.decode("utf-8", "replace").split():
        case [word]:
            name = "topic"
        case [*words, name]:
            word = " ".join(words)
        case _:
            return None
    kind = _BY_NAME.get(name)
    return (word, kind) if kind and _is_word(word) else None


def _is_word(word: str) -> bool:
    return word.isprintable() and _WORD.fullmatch(word) is not None


def _file() -> Path:
    return config_file().with_name("words.txt")

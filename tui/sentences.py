"""The sentences of `store`, which speaks English alone, in the interface's language.

They come finished, from worker processes as well, so that they are known by their shape: a table
holds each with ``{}`` for whatever was filled in. What is filled in may be a phrase of the table.
"""

import re
from functools import cache

from tui import language


def said(sentence: str) -> str:
    """Return `sentence` in the language chosen, or as it is where the table has no such one."""
    for shape, translated in _table(language.chosen()):
        if found := shape.fullmatch(sentence):
            return translated.format(*map(said, found.groups()))
    return sentence


@cache
def _table(chosen: str) -> list[tuple[re.Pattern[str], str]]:
    """Return the shapes of sentences and what they are in this language, most words first."""
    from pathlib import Path
    from tomllib import loads

    file = Path(__file__).parent / "locale" / chosen / "sentences.toml"
    if not file.exists():
        return []
    shapes = sorted(loads(file.read_text("utf-8")).items(), key=lambda item: -len(item[0]))
    return [(_pattern(shape), translated) for shape, translated in shapes]


def _pattern(shape: str) -> re.Pattern[str]:
    return re.compile("(.+?)".join(map(re.escape, shape.split("{}"))), re.DOTALL)

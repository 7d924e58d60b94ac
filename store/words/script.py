"""Text shown in Simplified or Traditional characters, one character for each.

By OpenCC's tables: phrases first, the longest at each place, for 后 is 後 in 以后 and 后 in 皇后.
What is stored is never changed; places in a text are those of what is printed.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from store.config import Script

SCRIPTS: tuple[Script, ...] = get_args(Script)

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")


def in_script(text: str, script: Script) -> str:
    """Return `text` in this script, as long as before; ``printed`` is as it is."""
    if script == "printed" or text.isascii():
        return text
    characters, phrases, lengths = _tables(script)
    return _HAN.sub(lambda run: _converted(run[0], characters, phrases, lengths), text)


def _converted(
    run: str,
    characters: Mapping[int, str],
    phrases: Mapping[str, str],
    lengths: Mapping[str, tuple[int, ...]],
) -> str:
    pieces: list[str] = []
    at = plain = 0
    while at < len(run):
        for length in lengths.get(run[at], ()):
            phrase = phrases.get(run[at : at + length])
            if phrase:
                pieces += (run[plain:at].translate(characters), phrase)
                at = plain = at + length
                break
        else:
            at += 1
    return "".join((*pieces, run[plain:].translate(characters)))


@cache
def _tables(script: Script) -> tuple[dict[int, str], dict[str, str], dict[str, tuple[int, ...]]]:
    """Return characters, phrases, and how long those are that begin with a character."""
    entries = _read("traditional")
    if script == "simplified":
        entries = _read("simplified") | _read("simplified_phrases")
    characters = {ord(old): new for old, new in entries.items() if len(old) == 1}
    phrases = {old: new for old, new in entries.items() if len(old) > 1}
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    ordered = {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()}
    return characters, phrases, ordered


def _read(name: str) -> dict[str, str]:
    lines = Path(__file__).with_name(f"{name}.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {old: new for old, new in pairs if len(old) == len(new)}

"""Text shown in Simplified or Traditional characters, one character for each.

By OpenCC's tables: phrases first, the longest at each place, for 后 is 後 in 以后 and 后 in 皇后.
What is stored is never changed; places in a text are those of what is printed.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from store.config import Script
from store.patterns import pattern

SCRIPTS: tuple[Script, ...] = get_args(Script)

SURNAMES = frozenset("于余范岳郁党种么咸后干占涂朴游却")
"""Surnames that stay so in Traditional script, where the same characters are others in words."""

_HAN = pattern("[\u3400-\u9fff\U00020000-\U0003ffff]+")


def in_script(text: str, script: Script, names: Iterable[str] = ()) -> str:
    """Return `text` in this script, as long as before; ``printed`` is as it is.

    `names` are of people in it whose surnames stay, see `names_kept`.
    """
    if script == "printed" or text.isascii():
        return text
    characters, phrases, lengths = _tables(script)
    shown = _HAN.sub(lambda run: _converted(run[0], characters, phrases, lengths), text)
    for name in names:
        for found in re.finditer(re.escape(name), text):
            shown = shown[: found.start()] + name[0] + shown[found.start() + 1 :]
    return shown


def names_kept(names: Iterable[str], script: Script) -> tuple[str, ...]:
    """Return those of people's `names` whose surnames would become other ones in this script."""
    if script != "traditional":
        return ()
    return tuple(dict.fromkeys(name for name in names if name[:1] in SURNAMES and name[1:]))


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

"""Numbered sections: 一、, （二）, 3., 第四节: crossheads that stand over text, or a list's items.

One number alone is neither, nor are those that lack one or stand in another order.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from store.press.text.characters import ends_sentence
from store.press.text.numbers import parse_number

_NUMBER = re.compile(
    r"(?P<before>[(第]?)(?P<number>[一二三四五六七八九十]{1,3}|[0-9]{1,2})"
    r"(?P<behind>[)、．]|\.(?![0-9])|[章节](?= )|部分(?=[ :])) *(?=[^0-9 ])"
)
LONGEST = 36
"""Characters of a crosshead with its number."""
_FEWEST = 2


class Sections(NamedTuple):
    """The places of lines that are numbered in a row."""

    crossheads: frozenset[int]
    """Those with text under each."""
    items: frozenset[int]
    """Those that make up a list."""


def read_sections(lines: Sequence[str]) -> Sections:
    """Return which of the folded `lines` are numbered in a row, and stand alone and short."""
    crossheads: set[int] = set()
    items: set[int] = set()
    for run in _runs(lines):
        if len(run) < _FEWEST:
            continue
        close = [there - here == 1 for here, there in pairwise(run)]
        if all(close):
            items.update(run)
        elif not any(close) and run[-1] + 1 < len(lines):
            crossheads.update(run)
    return Sections(frozenset(crossheads), frozenset(items))


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Yield the places of lines that count from 1 on, all numbered in one form."""
    open_runs: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        form, number = _numbered(line)
        run = open_runs.get(form, [])
        if number == 1:
            open_runs[form] = [at]
            yield run
        elif number and number == len(run) + 1:
            run.append(at)
    yield from open_runs.values()


def _numbered(line: str) -> tuple[str, int]:
    """Return the form and the number of a short line that has one, else ``("", 0)``."""
    found = _NUMBER.match(line) if len(line) <= LONGEST else None
    if found is None or ends_sentence(line.rstrip("！？!?")) or line[-1] in ",;:":
        return "", 0
    style = "1" if found["number"].isdigit() else "一"
    return f"{found['before']}{style}{found['behind']}", parse_number(found["number"]) or 0

"""Blanks between characters: headlines spaced out by hand, and PDFs that space out whole pages.

What stands alone between blanks is one character, a number or a word of Latin letters. Two of them
(要 闻, 贺 勇) are how pages and people are printed, and stay; so do words parted by blanks.
"""

import re
from collections import Counter

from store.messages import template
from store.press.text.surnames import begins_with_surname

SPACED = template("lines with blanks between characters")

_MARKS = "·—…“”‘’"
_CHARACTER = rf"[\u3001-\u303f\u3400-\u9fff\uff01-\uff65{_MARKS}\U00020000-\U0003ffff]"
_ALONE = rf"(?:{_CHARACTER}|[0-9A-Za-z.%,:+-]+|[()!?;])"
_SUSPECT = re.compile(rf"[ \u3000](?<=(?:[ \u3000]|{_CHARACTER})[ \u3000]){_CHARACTER}[ \u3000]")
"""Two characters, each before blanks; looked for by the blank, which is rarer."""
_WHOLE = re.compile(rf"[ \u3000]*{_ALONE}(?:[ \u3000]+{_ALONE}){{2,}}[ \u3000]*")
_RUN = re.compile(rf"(?![。！？]){_CHARACTER}(?:[ \u3000]{_ALONE}(?=[ \u3000]|$)){{4,}}")
_PEOPLE = re.compile(
    "记者|記者|通讯员|通訊員|编委|編委|[责美主副]编|编辑|編輯|校对|校對|[审審]|名单|名單"
)
"""In such a line 贺 勇 刘 慧 are two people."""
_PAPERS = "报報刊版"
_BLANKS = re.compile(r"[ \u3000]+")
_ONE = re.compile(_CHARACTER)
_LEAST = 3
"""Characters of a line that stand alone: 云 栈 报 is a name spaced out, 要 闻 is as printed."""
_BETWEEN = re.compile(rf"(?<={_CHARACTER}) (?={_CHARACTER})")
_AROUND = re.compile(rf"(?<={_CHARACTER}) (?=[0-9]|{_CHARACTER})|(?<=[0-9]) (?={_CHARACTER})")
_SENTENCE = re.compile("[，。,、]")
_JUSTIFIED = 0.08
"""The share of blanks among the characters of a text that was set so; names and heads make 1 %."""


def close_up(text: str) -> tuple[str, Counter[str]]:
    """Return `text` without the blanks that space its characters out, and how many lines had them.

    In a line whose words are parted by wider blanks, those become one.
    """
    if not _SUSPECT.search(text):
        return text, Counter()
    justified = _share(text) > _JUSTIFIED
    lines = text.split("\n")
    closed = [_closed(line, justified) for line in lines]
    changed = sum(old != new for old, new in zip(lines, closed, strict=True))
    return "\n".join(closed), +Counter({SPACED: changed})


def _share(text: str) -> float:
    """Return how many single blanks stand between characters, for each character."""
    return len(_BETWEEN.findall(text)) / len(_ONE.findall(text))


def _closed(line: str, justified: bool) -> str:
    if not _SUSPECT.search(line):
        return line
    if are_names(line):
        return line
    if _WHOLE.fullmatch(line) and len(_ONE.findall(line)) >= _LEAST:
        return _whole(line)
    if justified and _SENTENCE.search(line) and _share(line) > _JUSTIFIED:
        return _AROUND.sub("", line)
    if _PEOPLE.search(line):
        return line
    return _RUN.sub(lambda run: run[0] if are_names(run[0]) else _BLANKS.sub("", run[0]), line)


def are_names(text: str) -> bool:
    """Return whether `text` is two or three names of two characters: 朱 帆 程 静."""
    single = text.split()
    whole = len(single) in (4, 6) and single[-1] not in _PAPERS
    return whole and all(map(begins_with_surname, single[::2]))


def _whole(line: str) -> str:
    """Close up a line of nothing else; its narrowest blanks part characters, wider ones words."""
    body = line.strip()
    indent = line[: line.index(body)]
    narrow = min(len(blank) for blank in _BLANKS.findall(body))
    return indent + _BLANKS.sub(lambda blank: "" if len(blank[0]) == narrow else " ", body)

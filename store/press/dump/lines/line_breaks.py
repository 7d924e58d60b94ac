"""Between two lines: whether the second goes on with a paragraph that a column's end has cut."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from store.press.dump.lines.lines import INDENT, Line
from store.press.dump.lines.style import Style
from store.press.forms.endings import is_finished
from store.press.text.char_pairs import is_pair
from store.press.text.characters import STOPS, cells, ends_sentence

_OPENING = frozenset("“‘「『（(《【")
_PAIRED = re.compile(r"[“‘「『（(《【”’」』）)》】]")
_LINKS = "的了和在与及对把被将是为从向由以并或等至到就也而之其这该有使让所不"
_COMMAS = "，,、（(《“‘「"
_SENTENCE_INSIDE = re.compile(r"[。！？].{3}")
_LATIN = re.compile(r"[A-Za-z]")


class LineBreak(NamedTuple):
    """What a line break says of the line after it, as logarithms of likelihoods."""

    continues: float
    """That the next line is the rest of the paragraph."""
    begins: float
    """That it begins something new."""


CLEAN = LineBreak(-7.0, 0.0)
"""After a finished sentence."""
_LOOKED_THROUGH = 30_000
"""How many characters of a page are searched; a page has some 10,000."""
_NOTHING_BEFORE = LineBreak(-2.0, 0.0)
"""On a page that may begin in the middle of a story."""


def line_break(left: Line, right: Line, style: Style, text: str = "") -> LineBreak:
    """Return what the end of `left` and the start of `right` say of them as one paragraph.

    `text` is the page's: two characters that stand together somewhere in it may be parted here.
    """
    before, after = left.text, right.text
    unfinished = _unfinished(before)
    if style.indented and right.indent < INDENT:
        return _flush(left, right, unfinished)
    if not unfinished:
        return CLEAN
    found = _cut(before, after, style, text)
    return LineBreak(found.continues - _INDENTED, found.begins) if style.indented else found


_INDENTED = 4.0
"""What an indent says against the rest of a paragraph; some dumps indent every line."""


def _flush(left: Line, right: Line, unfinished: bool) -> LineBreak:
    """Judge a line that is set flush among indented paragraphs: a headline, or the rest of one."""
    if left.indent < INDENT and cells(left.text) <= 60:
        return CLEAN
    if unfinished:
        return LineBreak(3.0, -3.0)
    return LineBreak(2.0, 0.0) if ends_sentence(right.text) and cells(right.text) > 60 else CLEAN


def _cut(before: str, after: str, style: Style, text: str) -> LineBreak:
    """Judge an unfinished line by where it breaks off and how the next begins."""
    if _LATIN.match(before[-1]) and _LATIN.match(after):
        return LineBreak(3.0, -3.0) if after[0].islower() else LineBreak(0.5, -0.5)
    short = cells(before) / 2
    if before[-1] in _COMMAS:
        verse = short <= 25 and cells(after) / 2 <= 25
        return LineBreak(0.0, -1.0) if verse else LineBreak(3.0, -4.0)
    evidence = _PAIR if _paired(before[-1], after[0], text) else _NO_PAIR
    evidence += 1.0 if before[-1] in _LINKS else 0.0
    evidence += 0.7 if before[-1].isdigit() else 0.0
    evidence += 1.0 if "，" in before or "," in before else 0.0
    evidence += 2.0 if _open_mark(before) else 0.0
    evidence += 2.0 if _SENTENCE_INSIDE.search(before) else 0.0
    evidence += 2.5 if short > 45 else 1.5 if short > 30 else 0.5 if short > 20 else 0.0
    evidence -= 0.0 if style.cut else 2.5
    return LineBreak(evidence, _UNFINISHED)


_PAIR, _NO_PAIR = 2.7, -0.5
"""Two thirds of cuts part a pair that the source or the language has, of other ends one in 25."""
_UNFINISHED = -1.5
"""A paragraph without an end mark that nothing completes."""


def _paired(first: str, second: str, text: str) -> bool:
    return is_pair(first, second) or first + second in text


def _unfinished(text: str) -> bool:
    if text[-1] in STOPS or is_finished(text):
        return False
    if _open_mark(text) and text[-1] != ".":
        return True
    return not ends_sentence(text) and text[-1] not in "）)]】"


def _open_mark(text: str) -> bool:
    """Return whether the last quotation or bracket that `text` opens is still open at its end."""
    marks = _PAIRED.findall(text[-60:])
    return bool(marks) and marks[-1] in _OPENING


def line_breaks(lines: Sequence[Line], aside: Sequence[bool], style: Style) -> list[LineBreak]:
    """Return the line break before each line; `aside` marks lines, such as captions, in between.

    A caption may fall between the halves of a paragraph; then the halves are compared.
    """
    text = "\n".join(line.text for line in lines)[:_LOOKED_THROUGH]
    found = [_NOTHING_BEFORE]
    body: Line | None = None
    for at, (left, right) in enumerate(pairwise(lines)):
        body = body if aside[at] else left
        found.append(line_break(body, right, style, text) if body else _NOTHING_BEFORE)
    return found

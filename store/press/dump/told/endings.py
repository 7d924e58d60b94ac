"""The last lines of stories, told before lines are weighed: 新华社北京5月2日电, or who signs."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY, CREDIT, FURNITURE, TAIL
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_byline, is_signature
from store.press.forms.endings import is_closed_by_telegram, is_telegram
from store.press.forms.patterns import unspaced
from store.press.forms.surnames import are_people
from store.press.text.characters import ends_sentence, folded

_LONGEST_TITLE = 45
_LONGEST = 40
_ANSWER = re.compile(
    r"\(?(?:[本贵]报)?(?:记者|编辑|编者|编后|有关|相关|回音|回复|答复|点评|短评|答)[^。,:()]{0,8}[:)].{8}"
)
_PARTING = 3
"""Lines of a site that may stand between a story and who signs it."""

_SIGNING = 2
"""One name alone behind a story may be the next one's headline."""


def tell_endings(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those told that close a story behind its last paragraph."""
    told = list(lines)
    for at in range(1, len(lines)):
        line, before = lines[at], _before(lines, at)
        if line.kind or not ends_sentence(before.text):
            continue
        if is_closed_by_telegram(line.text):
            told[at] = replace(line, kind=BODY)
        if len(line.text) > _LONGEST:
            continue
        if is_telegram(line.folded):
            told[at] = replace(line, kind=TAIL)
        elif _signs(line) and _may_be_head(lines, at + 1):
            told[at] = replace(line, kind=CREDIT)
        elif is_signature(line.folded) and _answers(lines, at + 1):
            told[at] = replace(line, kind=CREDIT)
            told[at + 1] = replace(lines[at + 1], kind=BODY)
    return told


def _before(lines: Sequence[Line], at: int) -> Line:
    """Return the line before this place that is no furniture: an END may part who signs."""
    near = reversed(lines[max(0, at - _PARTING - 1) : at])
    return next((line for line in near if line.kind != FURNITURE), lines[at - 1])


def _answers(lines: Sequence[Line], at: int) -> bool:
    """Return whether the paper's answer to a letter stands at this place."""
    return at < len(lines) and _ANSWER.match(folded(lines[at].text[:_LONGEST])) is not None


def _signs(line: Line) -> bool:
    plain = unspaced(line.folded)
    if plain.startswith("("):
        return False  # a bracket is a tail, and its cue says so
    return (
        is_byline(line.folded)
        or is_signature(line.folded)
        or (are_people(plain) and len(plain.split()) >= _SIGNING)
    )


def _may_be_head(lines: Sequence[Line], at: int) -> bool:
    """Return whether the line at this place, if there, may be the next story's headline."""
    if at == len(lines):
        return True
    text = lines[at].text
    return len(text) <= _LONGEST_TITLE and not ends_sentence(text.rstrip("！？!?"))

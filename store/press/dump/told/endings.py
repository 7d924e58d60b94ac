"""The last lines of stories, told before lines are weighed: 新华社北京5月2日电, or who signs."""

from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import CREDIT, TAIL
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_byline
from store.press.forms.endings import is_telegram
from store.press.forms.patterns import unspaced
from store.press.forms.surnames import are_people
from store.press.text.characters import ends_sentence

_LONGEST_TITLE = 45
_LONGEST = 40
_SIGNING = 2
"""One name alone behind a story may be the next one's headline."""


def tell_endings(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those told that close a story behind its last paragraph."""
    told = list(lines)
    for at in range(1, len(lines)):
        line, before = lines[at], lines[at - 1]
        if line.kind or len(line.text) > _LONGEST or not ends_sentence(before.text):
            continue
        if is_telegram(line.folded):
            told[at] = replace(line, kind=TAIL)
        elif _signs(line) and _may_be_head(lines, at + 1):
            told[at] = replace(line, kind=CREDIT)
    return told


def _signs(line: Line) -> bool:
    plain = unspaced(line.folded)
    if plain.startswith("("):
        return False  # a bracket is a tail, and its cue says so
    return is_byline(line.folded) or (are_people(plain) and len(plain.split()) >= _SIGNING)


def _may_be_head(lines: Sequence[Line], at: int) -> bool:
    """Return whether the line at this place, if there, may be the next story's headline."""
    if at == len(lines):
        return True
    text = lines[at].text
    return len(text) <= _LONGEST_TITLE and not ends_sentence(text.rstrip("！？!?"))

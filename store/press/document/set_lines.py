"""From the paragraphs of a document to the lines that are classified: each with its look.

Most of the text sets the measure: its size is 1, and what it is sets nothing apart.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from store.press.document.paragraph import Paragraph
from store.press.document.roles import roles_of
from store.press.dump.lines.kinds import COLUMN, CROSSHEAD, FURNITURE
from store.press.dump.lines.look import Look, SetLine

_INDENT = "\u3000\u3000"
_BLANK = " \u3000\xa0\t"
_CENTRED_BY_BLANKS, _SHORT = 8, 40
"""Blanks before a short line that set it in the middle, and characters that it has at most."""


def set_lines(paragraphs: Sequence[Paragraph]) -> list[SetLine]:
    """Return the lines that `paragraphs` make."""
    usual = _usual(paragraphs)
    looks = [_look(paragraph, usual) for paragraph in paragraphs]
    lines: list[SetLine] = []
    roles = roles_of(paragraphs, looks)
    for paragraph, look, role in zip(paragraphs, looks, roles, strict=True):
        look = _in_role(look, role)
        before = lines[-1] if lines else SetLine()
        if paragraph.goes_on and look.apart and before.look == look and before.text:
            lines[-1] = replace(before, text=f"{before.text} {paragraph.text.strip()}")
            continue
        text = paragraph.text if paragraph.text.strip() else ""
        indent = _INDENT if text and paragraph.indented and not look.apart else ""
        lines.append(SetLine(indent + text, look))
    return lines


class _Usual(NamedTuple):
    """How most of the text is set, which sets nothing apart."""

    size: float
    bold: bool
    heavy: bool
    centred: bool


def _usual(paragraphs: Sequence[Paragraph]) -> _Usual:
    sizes: Counter[float] = Counter()
    for each in paragraphs:
        sizes[each.size] += len(each.text)
    whole = sum(sizes.values())

    def mostly(those: Iterable[Paragraph]) -> bool:
        return 2 * sum(len(each.text) for each in those) > whole

    return _Usual(
        sizes.most_common(1)[0][0] if sizes else 0.0,
        mostly(each for each in paragraphs if each.bold),
        mostly(each for each in paragraphs if each.heavy),
        mostly(each for each in paragraphs if each.centred),
    )


def _look(paragraph: Paragraph, usual: _Usual) -> Look:
    size, text = paragraph.size, paragraph.text
    relative = round(size / usual.size, 1) if usual.size and size else 1.0
    blanks = len(text) - len(text.lstrip(_BLANK))
    blanks += text[:blanks].count("\u3000")
    by_blanks = blanks >= _CENTRED_BY_BLANKS and len(text.strip()) <= _SHORT
    bold = paragraph.bold and not usual.bold
    heavy = paragraph.heavy and not usual.heavy
    centred = paragraph.centred and not usual.centred
    return Look(relative, bold or heavy, centred or by_blanks)


def _in_role(look: Look, role: str) -> Look:
    """Return the look of a line in a `role`."""
    if role in (FURNITURE, COLUMN):
        return Look(role=role)  # a name above a page is as large as its heads
    if role == CROSSHEAD:
        return Look(bold=True, role=role)  # as is one in a style of its own
    return replace(look, role=role)

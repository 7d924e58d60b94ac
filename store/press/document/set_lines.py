"""From the paragraphs of a document to the lines that are classified: each with its look.

Most of the text sets the measure: its size is 1, and its font is no sign of a head. The levels of
headings are read by their place: those that stand over text are heads, those above them name pages
or columns, those beneath part a story.
"""

from collections import Counter
from collections.abc import Sequence

from store.press.document.paragraph import Paragraph
from store.press.dump.lines.kinds import COLUMN, CROSSHEAD, FURNITURE, HEAD
from store.press.dump.lines.look import LARGER, Look, SetLine
from store.press.forms.dates import printed_date
from store.press.forms.masthead import read_masthead
from store.press.forms.page_lines import read_page_line
from store.press.text.characters import folded

_INDENT = "\u3000\u3000"
_BLANK = " \u3000\xa0\t"
_CENTRED_BY_BLANKS = 8
"""Blanks before a short line that set it in the middle."""
_SHORT, _NAME = 40, 6
_NUMBERED = tuple("（(一二三四五六七八九十0123456789")


def set_lines(paragraphs: Sequence[Paragraph]) -> list[SetLine]:
    """Return the lines that `paragraphs` make."""
    size, heavy = _measure(paragraphs)
    roles = _roles(paragraphs)
    lines: list[SetLine] = []
    for paragraph, role in zip(paragraphs, roles, strict=True):
        text = paragraph.text
        look = _look(paragraph, role, size, heavy)
        indent = _INDENT if paragraph.indented and not look.apart else ""
        lines.append(SetLine(indent + text if text.strip() else "", look))
    return lines


def _measure(paragraphs: Sequence[Paragraph]) -> tuple[float, bool]:
    """Return the size of most of the text, and whether its font is one that heads are set in."""
    sizes: Counter[float] = Counter()
    heavy = count = 0
    for each in paragraphs:
        length = len(each.text)
        sizes[each.size] += length
        heavy += length if each.heavy else 0
        count += length
    return (sizes.most_common(1)[0][0] if sizes else 0.0), heavy * 2 > count


def _look(paragraph: Paragraph, role: str, size: float, heavy: bool) -> Look:
    text = paragraph.text
    if role in (FURNITURE, COLUMN):
        return Look(role=role)  # a name above a page is as large as its heads
    if role == CROSSHEAD:
        return Look(bold=True, role=role)  # as is one in a style of its own
    relative = round(paragraph.size / size, 1) if size and paragraph.size else 1.0
    blanks = len(text) - len(text.lstrip(_BLANK))
    blanks += text[:blanks].count("\u3000")
    centred = paragraph.centred or (blanks >= _CENTRED_BY_BLANKS and len(text.strip()) <= _SHORT)
    bold = paragraph.bold or (paragraph.heavy and not heavy)
    return Look(relative, bold, centred, role)


def _roles(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return what the style of each paragraph says that it is."""
    roles = [each.role for each in paragraphs]
    filled = [at for at, each in enumerate(paragraphs) if each.text.strip() and not each.role]
    levels = [
        paragraphs[at].level if paragraphs[at].level and not _is_named(paragraphs[at].text) else 0
        for at in filled
    ]
    if not any(levels):
        return _roles_by_size(paragraphs, roles, filled)
    head = _head_level(levels, [len(paragraphs[at].text) for at in filled])
    for place, (at, level) in enumerate(zip(filled, levels, strict=True)):
        if not level or len(paragraphs[at].text) > 2 * _SHORT:
            continue
        if level == head:
            roles[at] = HEAD
        elif level < head:
            roles[at] = COLUMN if place else FURNITURE
        else:
            beside = head in (*levels[max(0, place - 1) : place], *levels[place + 1 : place + 2])
            numbered = paragraphs[at].text.strip().startswith(_NUMBERED)
            roles[at] = HEAD if beside and not numbered else CROSSHEAD
    return roles


def _head_level(levels: Sequence[int], lengths: Sequence[int]) -> int:
    """Return the level of the headings over stories: the highest that mostly stands over text.

    So does one with no more headings beneath than there are of it, which are subheads; the names of
    pages and columns are shorter than heads.
    """
    for level in sorted(set(levels) - {0}):
        here = [at for at, each in enumerate(levels) if each == level]
        over_text = sum(levels[at + 1 : at + 2] in ([], [0], [level]) for at in here)
        beneath = sum(each > level for each in levels)
        long = sum(lengths[at] for at in here) > _NAME * len(here)
        if over_text * 2 >= len(here) or (beneath <= len(here) and long):
            return level
    return max(levels, default=0)


def _roles_by_size(
    paragraphs: Sequence[Paragraph], roles: list[str], filled: Sequence[int]
) -> list[str]:
    """Return `roles` with the crossheads that are set larger than text, and smaller than heads.

    Where the largest stands over several stories, what is between the two sizes, and beside none of
    the largest, parts a story; one large headline may have smaller stories beneath it.
    """
    text = [each for each in paragraphs if len(each.text) > _SHORT]
    least = LARGER * _measure(text)[0]
    sizes = [
        each.size if _is_short_and_large(each, least) and not _is_named(each.text) else 0.0
        for each in map(paragraphs.__getitem__, filled)
    ]
    largest = max(sizes, default=0.0)
    if sizes.count(largest) < 2:
        return roles
    for place, (at, size) in enumerate(zip(filled, sizes, strict=True)):
        beside = (*sizes[max(0, place - 1) : place], *sizes[place + 1 : place + 2])
        if least <= size < largest and max(beside, default=0.0) < least:
            roles[at] = CROSSHEAD
    return roles


def _is_short_and_large(paragraph: Paragraph, least: float) -> bool:
    return len(paragraph.text) <= _SHORT and paragraph.size >= least


def _is_named(text: str) -> bool:
    """Return whether a line names a page, or the paper and its day: none of these is a head."""
    line = text.strip()
    plain = folded(line[:_SHORT])
    return (
        read_page_line(line, plain) is not None
        or bool(read_masthead([line]).paper.name)
        or printed_date([line]) is not None
    )

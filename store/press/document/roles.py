"""What the headings of a document are: by the levels of its styles, else by how they are set.

Levels are read by their place: headings that stand over text are heads, those above them name pages
or columns, those beneath part a story.
"""

import re
from collections.abc import Sequence

from store.press.document.paragraph import Paragraph
from store.press.dump.lines.kinds import COLUMN, CROSSHEAD, FURNITURE, HEAD
from store.press.dump.lines.look import LARGER, Look
from store.press.forms.bylines import is_byline
from store.press.forms.dates import printed_date
from store.press.forms.masthead import read_masthead
from store.press.forms.page_lines import read_page_line
from store.press.forms.patterns import unspaced
from store.press.text.characters import folded

_SHORT, _LONGEST, _NAME = 40, 80, 6
"""Characters of a headline by its looks, of a heading, and of the name of a page or a column."""
_NUMBERED = re.compile(r"[(（]?(?:[一二三四五六七八九十]+|[0-9]+)[、.．)）]")
_DAY_OF_PAPER = re.compile(r"(?:星期|周)[一二三四五六日天]|第 *\d+ *期|[A-Z][a-z]+day\b")


def roles_of(paragraphs: Sequence[Paragraph], looks: Sequence[Look]) -> list[str]:
    """Return the role of each paragraph, ``""`` where nothing tells; they are set as `looks`."""
    roles = ["" if _is_named_head(each) else each.role for each in paragraphs]
    filled = [at for at, each in enumerate(paragraphs) if each.text.strip() and not roles[at]]
    told = [paragraphs[at] for at in filled]
    named = [_is_named(each.text) for each in told]
    levels = [each.level * (not name) for each, name in zip(told, named, strict=True)]
    if any(levels):
        found = _by_levels(told, levels, named)
    else:
        apart = [
            look if look.apart and not name and _may_head(each.text.strip()) else None
            for each, name, look in zip(told, named, map(looks.__getitem__, filled), strict=True)
        ]
        found = _by_looks(told, apart)
    if len(told) > 2 and _opens_paper(told) and HEAD in found[2:]:
        found[0] = FURNITURE
    for at, role in zip(filled, found, strict=True):
        roles[at] = role
    return roles


def _by_levels(
    told: Sequence[Paragraph], levels: Sequence[int], named: Sequence[bool]
) -> list[str]:
    """Return the roles of paragraphs, those of headings by their `levels`; 0 is text.

    What is `named` is a page, the paper or its day, and no text over which a heading stands.
    """
    counted = [at for at, name in enumerate(named) if not name]
    head = _head_level([levels[at] for at in counted], [len(told[at].text) for at in counted])
    found = [""] * len(told)
    for at, (paragraph, level) in enumerate(zip(told, levels, strict=True)):
        if not level or len(paragraph.text) > _LONGEST:
            continue
        if level == head:
            found[at] = HEAD
        elif level < head:
            found[at] = COLUMN if levels.count(level) > 1 else FURNITURE
        else:
            beside = head in (*levels[max(0, at - 1) : at], *levels[at + 1 : at + 2])
            numbered = _NUMBERED.match(paragraph.text.strip())
            found[at] = HEAD if beside and not numbered else CROSSHEAD
    return found


def _head_level(levels: Sequence[int], lengths: Sequence[int]) -> int:
    """Return the level of the headings over stories: the highest that mostly stands over text.

    A subhead may stand between, which there is not more often than heads; the names of pages and
    columns, over which there is no text either, are shorter.
    """
    for level in sorted(set(levels) - {0}):
        here = [at for at, each in enumerate(levels) if each == level]
        long = sum(lengths[at] for at in here) > _NAME * len(here)
        over_text = 0
        for at in here:
            below = [*levels[at + 1 : at + 3], 0, 0]
            subhead = below[0] > level and below[1] == 0 and levels.count(below[0]) <= len(here)
            over_text += below[0] in (0, level) or (subhead and long)
        if over_text * 2 >= len(here):
            return level
    return max(levels, default=0)


def _by_looks(told: Sequence[Paragraph], apart: Sequence[Look | None]) -> list[str]:
    """Return the roles of paragraphs, given the looks of those that are set `apart`.

    Where all of these are set alike they are heads. Where the largest stands over several stories,
    what is between its size and that of text, and beside none so large, parts a story; one large
    headline may have smaller stories beneath it, and what begins a cell or a box parts nothing.
    """
    found = [""] * len(told)
    looks = [look for look in apart if look is not None]
    if len(looks) > 1 and len(set(looks)) == 1:
        for at, look in enumerate(apart):
            if look and not _NUMBERED.match(told[at].text.strip()):
                found[at] = HEAD
        return found
    sizes = [look.size if look else 0.0 for look in apart]
    largest = max(sizes, default=0.0)
    if largest < LARGER or sizes.count(largest) < 2:
        return found
    for at, (paragraph, size) in enumerate(zip(told, sizes, strict=True)):
        beside = (*sizes[max(0, at - 1) : at], *sizes[at + 1 : at + 2])
        if LARGER <= size < largest and max(beside, default=0.0) < LARGER:
            found[at] = HEAD if paragraph.starts else CROSSHEAD
    return found


def _opens_paper(told: Sequence[Paragraph]) -> bool:
    """Return whether the first line stands over a day as a masthead prints it."""
    day = folded(told[1].text.strip())
    if len(day) > _LONGEST or not _DAY_OF_PAPER.search(day):
        return False
    return len(told[0].text) <= _SHORT and printed_date([day]) is not None


def _is_named_head(paragraph: Paragraph) -> bool:
    """Return whether a day or the like is set in a style for heads, as under a paper's name."""
    return paragraph.role == HEAD and _is_named(paragraph.text)


def _may_head(line: str) -> bool:
    return len(line) <= _SHORT and line[-1] not in "。；" and not is_byline(unspaced(folded(line)))


def _is_named(text: str) -> bool:
    """Return whether a line names a page, or the paper and its day: none of these is a head."""
    line = text.strip()
    if len(line) > _LONGEST:
        return False
    return (
        read_page_line(line, folded(line)) is not None
        or bool(read_masthead([line]).paper.name)
        or printed_date([line]) is not None
    )

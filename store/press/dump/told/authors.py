"""Authors under headlines, told before lines are weighed: 文/甲 图/乙, 甲摄, or names alone."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, CROSSHEAD, HEAD, LEAD
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_byline, names_author
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.patterns import DATE
from store.press.text.characters import ends_sentence

_DAY = re.compile(DATE)
"""In a masthead: what stands under it is a headline."""
_MARKED = re.compile("[□■●◎○△▲◆★]")
"""Of two lines with such a mark the first is a title: □ 记住我, and □ 甲乙丙 below."""
_LABEL = re.compile(r"【(?![^】]*[讯訊电電])[^】，。/／╱]{2,16}】")
_LONGEST_HEAD = 45
_LONGEST_AUTHORS = 40
_PARAGRAPH = 25


def tell_authors(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those told as bylines that stand between a headline and its text.

    A label over text that names nobody, as 【云岭茶话】 does, is no author; nor is 【记者连线】.
    """
    told = list(lines)
    for at in range(1, len(lines) - 1):
        line = lines[at]
        over = lines[at - 1]
        if kind := _label(lines, at):
            told[at] = replace(line, kind=kind)
            continue
        marked = _MARKED.match(over.text) and _MARKED.match(line.text)
        if line.kind or len(line.text) > _LONGEST_AUTHORS or not (marked or _is_title(over, line)):
            continue
        if line.look and line.look.role:
            continue  # its place or its style says what it is
        if line.gap > over.gap and at > 1:
            continue  # it begins something else, a story about a man or a lane
        if names_author(line.folded) and _is_text(lines[end := _end_of_authors(lines, at)]):
            told[at:end] = [replace(each, kind=BYLINE) for each in lines[at:end]]
            if marked and not over.kind:
                told[at - 1] = replace(over, kind=HEAD)
    return told


def _end_of_authors(lines: Sequence[Line], at: int) -> int:
    """Return where the bylines end that stand one right under another from this place on.

    There is a line behind them; names alone are one line.
    """
    end = at + 1
    if not is_byline(lines[at].folded):
        return end
    while end + 1 < len(lines) and not lines[end].gap and is_byline(lines[end].folded):
        end += 1
    return end


def _label(lines: Sequence[Line], at: int) -> str:
    """Return the kind of a label over text: the lead's under a title, else a section's; or none."""
    over, line, below = lines[at - 1 : at + 2]
    if line.kind or line.text[0] != "【" or not _LABEL.fullmatch(line.text):
        return ""
    if "·" not in line.text and names_author(line.folded):
        return ""
    if _is_title(over, line):
        return LEAD if _is_text(below) else ""
    whole = len(below.text) > _LONGEST_HEAD or ends_sentence(below.text)
    return CROSSHEAD if whole and len(over.text) > _PARAGRAPH else ""


def _is_title(line: Line, author: Line) -> bool:
    """Return whether a title stands over its `author`; two characters may be another name."""
    says_so = author.text.startswith("文")
    short = (1 if says_so else 2) < len(line.text) <= _LONGEST_HEAD
    ends = ends_sentence(line.text.rstrip("！？!?—”’」』…"))
    if not short or ends or _DAY.search(line.folded):
        return False
    return says_so or not names_author(line.folded)


def _is_text(line: Line) -> bool:
    if read_lead_in(line.text):
        return True
    return len(line.text) > _PARAGRAPH or (len(line.text) > 8 and ends_sentence(line.text))

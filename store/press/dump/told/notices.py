"""Notices side by side, told before lines are weighed: 公告, 启事, 讣告, each under its name.

One alone among news is an advertisement as a rule; several are what their page is read for.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY, HEAD, TAIL
from store.press.dump.lines.lines import Line
from store.press.forms.patterns import PART_OF_DATE
from store.press.text.characters import ends_sentence

_NAMED = re.compile(
    r"[^。，,:]{0,30}(?:公告|公示|启事|啓事|啟事|声明|聲明|讣告|訃告|通告|告示|[停限]水通知|[停限]电通知"
    r"|更正|悼念|征婚|鸣谢|鳴謝|招标|拍卖|通知书)(?:\([^()]{1,12}\))?"
)
_LONGEST = 50
_TEXT = 25
_SIGNED = re.compile(
    rf"{PART_OF_DATE}|[^。，,:]{{2,30}}[局院司会會府心室行组組处處校社厂廠部厅廳委站所店馆]"
)
"""Who gives notice, and the day."""


def tell_notices(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; where notices follow one another, their names are told as headlines."""
    names = [at for at in range(len(lines)) if _is_name(lines, at)]
    ends = [_end(lines, at) for at in names]
    told = list(lines)
    for at, end in zip(names, ends, strict=True):
        if at not in ends and end not in names:
            continue
        told[at] = replace(lines[at], kind=HEAD)
        for place in range(at + 1, end):
            kind = BODY if _is_text(lines[place]) else TAIL
            told[place] = replace(lines[place], kind=kind)
    return told


def _end(lines: Sequence[Line], at: int) -> int:
    """Return where the notice ends whose name stands at this place."""
    end = at + 1
    while end < len(lines) and not (lines[end].gap or lines[end].kind or _is_name(lines, end)):
        if not (_is_text(lines[end]) or _SIGNED.fullmatch(lines[end].folded)):
            break
        end += 1
    return end


def _is_name(lines: Sequence[Line], at: int) -> bool:
    """Return whether a notice's name stands here, with text below and nothing unfinished above."""
    if at + 1 == len(lines):
        return False
    line, below = lines[at], lines[at + 1]
    short = not line.kind and len(line.text) <= _LONGEST
    named = short and _NAMED.fullmatch(line.folded) is not None
    begins = at == 0 or line.gap > 0 or bool(lines[at - 1].kind) or not _is_cut(lines[at - 1])
    return named and begins and not below.kind and _is_text(below)


def _is_cut(line: Line) -> bool:
    return len(line.text) > _TEXT and not ends_sentence(line.text)


def _is_text(line: Line) -> bool:
    return len(line.text) > _TEXT or ends_sentence(line.text)

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
_FEWEST = 2
_LONGEST = 50
_TEXT = 25
_SIGNED = re.compile(
    rf"{PART_OF_DATE}|[^。，,:]{{2,30}}[局院司会會府心室行组組处處校社厂廠部厅廳委站所店馆]"
)
"""Who gives notice, and the day."""


def tell_notices(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; where several notices stand on a page, their names are told as headlines."""
    names = [at for at in range(len(lines) - 1) if _is_name(lines, at)]
    told = list(lines)
    if len(names) < _FEWEST:
        return told
    for at in names:
        told[at] = replace(lines[at], kind=HEAD)
        end = at + 1
        while end < len(lines) and end not in names and not (lines[end].gap or lines[end].kind):
            if not (_is_text(lines[end]) or _SIGNED.fullmatch(lines[end].folded)):
                break
            kind = BODY if _is_text(lines[end]) else TAIL
            told[end] = replace(lines[end], kind=kind)
            end += 1
    return told


def _is_name(lines: Sequence[Line], at: int) -> bool:
    """Return whether a notice's name stands here, with text below and nothing unfinished above."""
    line, below = lines[at], lines[at + 1]
    short = not line.kind and len(line.text) <= _LONGEST
    named = short and _NAMED.fullmatch(line.folded) is not None
    begins = at == 0 or line.gap > 0 or bool(lines[at - 1].kind) or not _is_cut(lines[at - 1])
    return named and begins and not below.kind and _is_text(below)


def _is_cut(line: Line) -> bool:
    return len(line.text) > _TEXT and not ends_sentence(line.text)


def _is_text(line: Line) -> bool:
    return len(line.text) > _TEXT or ends_sentence(line.text)

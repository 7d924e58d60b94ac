"""A page's editors on a line of their own, which are nobody's authors: 责编 甲乙 版式 丙丁."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import FURNITURE
from store.press.dump.lines.lines import Line
from store.press.forms.patterns import HAN

_POST = (
    "(?:(?:本版|责任|值班|执行|见习|版面|美术|文字|图片|视觉)*(?:编辑|编委|[责主美总]编)|值班主任"
    "|组版|(?:版式|版面|美术|视觉|封面)设计|版式|(?:责任)?校对|[审终][读校核审])"
)
_HELP = "(?:视觉|制图|绘图|版面|统筹|策划|检校|主任|监制|出品)"
_NAME = f"{HAN}(?:{HAN}{{1,2}}| {HAN})"
_EDITORS = re.compile(
    rf"(?=.*{_POST})(?:(?:{_POST}|{_HELP}) *:? *{_NAME}(?:[ 、]+{_NAME})?(?:[ /|]+|$)){{1,6}}"
)
_LONGEST = 50


def tell_editors(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those that name nothing but editors told as furniture."""
    return [replace(line, kind=FURNITURE) if _names_editors(line) else line for line in lines]


def _names_editors(line: Line) -> bool:
    if line.kind or len(line.text) > _LONGEST:
        return False
    return _EDITORS.fullmatch(line.folded) is not None and " " in line.folded

"""A page's editors on a line of their own, which are nobody's authors: 责编 甲乙 版式 丙丁."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import FURNITURE
from store.press.dump.lines.lines import Line
from store.press.forms.patterns import HAN

_POST = "(?:(?:本版|责任|值班|执行|见习)*(?:编辑|[责主美]编)|组版|版式设计|版式|校对|审[读校核])"
_HELP = "(?:视觉|制图|绘图|版面|统筹|策划|检校)"
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

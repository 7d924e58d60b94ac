"""Who makes a page or the paper, on a line of its own: 责编 甲乙 版式 丙丁, and imprints.

They are nobody's authors, and no story.
"""

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
_PLACES = re.compile(
    "(?:地址|[电電][话話]|[传傳]真|[电電][邮郵]|[邮郵][编編箱]|[热熱][线線]|[网網]址) *:"
)
_PRESS = re.compile(
    "承印|印刷|(?:[编編][辑輯]|[广廣]告|市[场場]|[发發]行)部|(?:[广廣]告|[发發]行|[订訂][报報])(?:[热熱电電])"
)
_IMPRINT = 3
"""The fewest ways to a paper that its imprint tells."""


def tell_editors(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those told as furniture that name only editors, or are imprints."""
    return [
        replace(line, kind=FURNITURE) if _names_editors(line) or _is_imprint(line) else line
        for line in lines
    ]


def _is_imprint(line: Line) -> bool:
    """Return whether `line` tells where a paper is made, and how to reach those who do."""
    if line.kind or line.text.count("：") + line.text.count(":") < _IMPRINT:
        return False
    plain = line.folded
    return len(_PLACES.findall(plain)) >= _IMPRINT and _PRESS.search(plain) is not None


def _names_editors(line: Line) -> bool:
    if line.kind or len(line.text) > _LONGEST:
        return False
    return _EDITORS.fullmatch(line.folded) is not None and " " in line.folded

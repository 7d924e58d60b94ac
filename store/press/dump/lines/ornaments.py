"""What a program that made text of a page has put among its lines: rules, pictures, lists of links.

They are furniture wherever they stand.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import FURNITURE
from store.press.dump.lines.lines import Line

_RULE = re.compile(
    r"(?:([━─—═=_*~\-–·.•◆☆★※#┄┈▬■□●○◇+|])[ \u3000]*){5,}|[┌├└╭╰┏┗][─━┬┴┼┐┤┘╮╯┳┻┓┛]+"
)
_WHAT = "image|img|inline|icon|logo|picture|photo|embed|button|图片?|圖片?|广告|廣告"
_PICTURE = re.compile(
    rf"(?:\[ *(?:{_WHAT})[^\[\]]{{0,40}}\]|\((?:BUTTON|IMAGE)\)(?: *[^\s()]{{1,8}}(?= *\(|$))?"
    r"|\[[^\[\]\s]{1,60}\.(?:jpe?g|png|gif|webp|bmp|svg)\]|[ \u3000])+",
    re.IGNORECASE,
)
_FIELD = re.compile(r".{0,30}_{4,}.{0,30}")
"""Where something can be typed in."""
_LINKS = re.compile(r"(?:References|(?:Visible |Hidden |Document )?links)[ :]*", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:\[?\d{1,4}[.\])]? +)?(?:[a-z]{3,6}://|mailto:|javascript:|file:/|about:)\S*(?: .{0,40})?",
    re.IGNORECASE,
)


def tell_ornaments(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with what a program put among them told as furniture."""
    return [
        replace(line, kind=FURNITURE) if not line.kind and _is_ornament(line.text) else line
        for line in lines
    ]


def _is_ornament(text: str) -> bool:
    if text[0].isalnum() and not text[0].isascii():
        return False
    forms = (_RULE, _FIELD, _PICTURE, _LINKS, _ADDRESS)
    return any(form.fullmatch(text) for form in forms)

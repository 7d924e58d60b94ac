"""Headlines over signed leads, told before lines are weighed: 本报讯（记者 甲） has one."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import HEAD
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import byline_of_lead, is_byline
from store.press.text.characters import ends_sentence, folded

_OWN = re.compile(r"[(<]?(?:本报|[^据(]{2,6}[讯报]?(?:讯|电|消息) *\()")
_LONGEST_TITLE = 45


def tell_heads(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those told as heads that stand right over a lead with its authors."""
    told = list(lines)
    for at in range(1, len(lines)):
        over, line = lines[at - 1], lines[at]
        if over.kind or line.kind or not _OWN.match(folded(line.text[:20])):
            continue
        if _is_title(over) and byline_of_lead(line.text):
            told[at - 1] = replace(over, kind=HEAD)
    return told


def _is_title(line: Line) -> bool:
    if not 2 < len(line.text) <= _LONGEST_TITLE:
        return False
    ends = ends_sentence(line.text.rstrip("！？!?—…”’」』"))
    return not ends and not is_byline(line.folded)

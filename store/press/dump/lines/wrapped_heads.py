"""Headlines that a dump's width, or a sheet's, has parted: a line, and a rest that is no other.

Headlines are set larger than text, so their lines are shorter than those that are full.
"""

import re
from collections.abc import Sequence

from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_byline
from store.press.forms.page_lines import read_page_line
from store.press.forms.patterns import STARTS_ANEW, unspaced
from store.press.forms.surnames import are_people
from store.press.text.char_pairs import is_pair
from store.press.text.characters import ends_sentence, is_cjk

_SHORTEST, _LONGEST = 12, 30
"""Characters of a headline's full line."""
_REST = 6
"""So few characters are the rest of a headline, if they are nobody's name."""
_STOP = re.compile(r"[。；;]|[！？!?，,：:、—]$")
_NO_REST = re.compile(
    r"[（(【〔\[□■●◆▲★○◎•·※*]|[\d一二三四五六七八九十]+[、.．）)】 ]"
    r"|.*[：:]$|.*(?:[摄攝]|供[图圖]|/[文图圖])$"
)
_CLOSES = re.compile(r"[）)》”’」』】]")


def rest_of_head(lines: Sequence[Line], at: int) -> bool:
    """Return whether line `at` of a wrapped dump is the rest of the headline before it."""
    before, rest = lines[at - 1], lines[at]
    if rest.gap or not _SHORTEST <= len(before.text) <= _LONGEST or len(rest.text) > _LONGEST:
        return False
    if not _stands_first(lines, at - 1) or _STOP.search(before.text) or _STOP.search(rest.text):
        return False
    parted = _parts_word(before.text, rest.text)
    if (not parted and len(rest.text) > _REST) or not _may_be_rest(rest):
        return False
    # An author stands alone under a headline, and over no other.
    signed = at + 1 < len(lines) and is_byline(unspaced(lines[at + 1].folded))
    return parted or signed or not are_people(unspaced(rest.folded))


def _stands_first(lines: Sequence[Line], at: int) -> bool:
    """Return whether line `at` stands where a headline does: at the top, or after an end."""
    if not at or lines[at].gap:
        return True
    before = lines[at - 1]
    return ends_sentence(before.text) or bool(read_page_line(before.text, before.folded))


def _may_be_rest(line: Line) -> bool:
    plain = unspaced(line.folded)
    if _NO_REST.match(line.text) or is_byline(plain):
        return False
    return not STARTS_ANEW.match(plain) and not read_page_line(line.text, plain)


def _parts_word(before: str, after: str) -> bool:
    """Return whether a word goes on over the break: 首|相, 国|民党; of other breaks one in 100."""
    if not (is_cjk(before[-1]) and is_cjk(after[0])):
        return False
    return bool(_CLOSES.match(after)) or is_pair(before[-1], after[0])

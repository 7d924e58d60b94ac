"""Letters to the editor, told before lines are weighed: 编辑同志 stands right under a headline.

So does what a reader asks (问：…) who signs below.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY, HEAD
from store.press.dump.lines.lines import Line
from store.press.forms.bylines import is_signature, names_author
from store.press.text.characters import ends_sentence, folded

_SALUTATION = re.compile(
    r"(?:尊?敬?[爱的]{0,2})?(?:《[^《》]{2,12}》|[本贵]报)?(?:编[辑者]|主编|总编|记者|编辑部)"
    r"(?:同志|先生|女士|小姐|老师|朋友|部)*们? *(?:[,:!]|您好|[你您]们?好)"
)
_QUESTION = re.compile(r"[^。,:]{0,6}问 *:")
# What each of them holds: to fold every line would cost more than this look.
_ADDRESSED, _ASKED = re.compile("[编編总總记記]"), re.compile("[问問]")
_START = 24
_LONGEST_TITLE = 45


def tell_letters(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; where a letter begins, its headline is told, and the salutation is text."""
    told = list(lines)
    for at, line in enumerate(lines):
        if line.kind or not (_is_salutation(line) or _asks(lines, at)):
            continue
        title = at - 2 if at > 1 and names_author(lines[at - 1].folded) else at - 1
        if title < 0 or not _is_title(lines[title]):
            continue
        told[title] = replace(lines[title], kind=HEAD)
        told[at] = replace(line, kind=BODY)
    return told


def _is_salutation(line: Line) -> bool:
    start = line.text[:_START]
    return bool(_ADDRESSED.search(start)) and _SALUTATION.match(folded(start)) is not None


def _asks(lines: Sequence[Line], at: int) -> bool:
    """Return whether a reader's question stands here: who asks signs it."""
    start = lines[at].text[:_START]
    asked = bool(_ASKED.search(start)) and _QUESTION.match(folded(start)) is not None
    return asked and at + 1 < len(lines) and is_signature(lines[at + 1].folded)


def _is_title(line: Line) -> bool:
    ends = ends_sentence(line.text.rstrip("！？!?—…”’」』"))
    return not line.kind and not ends and 2 < len(line.text) <= _LONGEST_TITLE

"""What each line of a page shows, seen once for all who weigh it: its length and the trade's forms.

Each cue of the table (`cues`) is matched once for a line, and only where it can fit: some at the
start of any line, all others in lines that are no longer than a headline.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from store.press.dump.classify.cues import (
    END_CUES,
    INSIDE_CUES,
    LINE_CUES,
    START_CUES,
    Cue,
)
from store.press.dump.classify.last_cues import LAST_CUES
from store.press.dump.lines.lines import Line
from store.press.forms.patterns import unspaced
from store.press.text.characters import cells, folded

LONG = 70
"""Characters of full width that no headline exceeds."""
_START, _END = 40, 8
"""How many characters at its start, and at its end, a line is judged by."""
# What every cue at a line's start needs: folding each line would cost more than this look.
_MAY_CUE = re.compile(
    r"[一二三四五六七八九十第编編开開近日昨今图圖上下左右0-9０-９A-Z●■◆▲★○◎□•，。、；：！？”’）》」』,.;:!?)(（]"
    r"|.{0,39}[讯訊电電息导導]"
)


class Signs(Struct, frozen=True):
    """What one line shows."""

    length: float
    """In characters of full width."""
    cues: list[Cue]
    """The forms that it has."""


def signs_of(lines: Sequence[Line]) -> list[Signs]:
    """Return what each of `lines` shows on its own."""
    found = []
    for line in lines:
        length = cells(line.text) / 2
        cues = _cues_of_any(line)
        if length <= LONG:
            cues += _cues_of_short(line)
        found.append(Signs(length, cues))
    return found


def _cues_of_any(line: Line) -> list[Cue]:
    """Return the cues that a line of any length shows at its start and with its last characters."""
    found = []
    if _MAY_CUE.match(line.text):
        start = folded(line.text[:_START])
        found = [cue for cue in START_CUES if cue.pattern.match(start)]
    last = line.text[-4:]
    found.append(next(cue for cue in LAST_CUES if cue.pattern.search(last)))
    return found


def _cues_of_short(line: Line) -> list[Cue]:
    """Return the cues that a line no longer than a headline shows, whole, at its end and within."""
    whole = line.folded
    closed = unspaced(whole) if " " in whole else whole
    end = len(whole) - _END
    return [
        *(cue for cue in LINE_CUES if cue.pattern.fullmatch(closed)),
        *(cue for cue in END_CUES if cue.pattern.search(whole, end)),
        *(cue for cue in INSIDE_CUES if cue.pattern.search(whole)),
    ]

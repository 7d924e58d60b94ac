"""Interviews, told before lines are weighed: 问：…？ and 答：… are paragraphs, however short."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BODY
from store.press.dump.lines.lines import Line

_SPEAKER = re.compile(r"(?P<speaker>[\u4e00-\u9fff]{1,4}|[A-Z]) *[:：](?=\s*\S{2})")
_ASKED = ("？", "?")
_FEWEST = 2


def tell_interviews(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; where someone asks and another answers, what both say is told as text."""
    speakers = [_speaker(line) for line in lines]
    spoken = Counter(filter(None, speakers))
    asked = Counter(
        speaker for line, speaker in zip(lines, speakers, strict=True) if line.text.endswith(_ASKED)
    )
    asking = {speaker for speaker, count in asked.items() if speaker and count >= _FEWEST}
    pair = {speaker for speaker, count in spoken.items() if count >= _FEWEST}
    if not asking or len(pair) < _FEWEST:
        return list(lines)
    return [
        replace(line, kind=BODY) if speaker in pair else line
        for line, speaker in zip(lines, speakers, strict=True)
    ]


def _speaker(line: Line) -> str:
    found = None if line.kind else _SPEAKER.match(line.text)
    return found["speaker"] if found else ""

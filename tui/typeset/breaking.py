"""Where Chinese text may be broken into lines.

After the prohibition rules of W3C's *Requirements for Chinese Text Layout* (clreq, section 6.1.1)
and GB/T 15834-2011, section 5.1: no closing mark begins a line and no opening mark ends one, —— and
…… are not torn, a solidus stands at neither edge; numbers keep their units, Latin words stay whole.

One regular expression says all of it: it cuts a text into units that are never broken. A line takes
as many units as it has room for; two bisections find its end.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from store.config import Script
from store.patterns import pattern
from tui.typeset.cells import BLANKS, advances
from tui.typeset.script import as_drawn, script_shown
from tui.typeset.spacing import (
    AS_PRINTED,
    HALVES,
    Spacing,
    beside_latin,
    edge_marks,
    halved,
    spacing_shown,
)
from tui.typeset.upright import blanks_beside_latin, heights, upright

Span = tuple[int, int]

NO_START = (
    "，。、｡､｣．；：？！）》〉」』】〕〗〙〛］｝”’…—─·・‧•～∼–々ー〻ゝゞヽヾ％‰‱℃℉°′″〞〟／"
    ",.;:?!)]}%~/-"
)
"""What must not begin a line: closing marks, dashes, dots, and what follows a number."""

NO_END = "（《〈「｢『【〔〖〘〚［｛“‘〝([{$¥￥€£＄＃#@＠№±−"
"""What must not end a line: opening marks, and what goes before a number."""

_HANGING = "，。、｡､；：．,.;:"
"""What may hang over the end of a full line: stops (clreq, section 6.1.1, on hanging marks)."""

TAKEN = 6
"""Cells that a line may give to a single character behind it: two characters, one with a mark."""

_GLUE = "-/／~～–\"'＂"
"""What binds both its neighbours: hyphens, the solidus, quotation marks that look alike."""

_WORD = "A-Za-z0-9Ａ-Ｚａ-ｚ０-９\u2160-\u217f\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff"
_DIGIT = "0-9０-９\u2160-\u217f"
_UNITS = (
    "平方(?:公里|千米|米)|立方米|公里|公斤|公顷|公分|千米|千克|千瓦时?|厘米|毫米|毫升|小时|分钟"
    "|人次|世纪|年代|周年|周岁|美元|欧元"
)
_ATOM = (
    rf"https?://[!-~]+|第?[{_WORD}]+"
    rf"(?:(?:[-.:/_@&+~'’]{{1,3}}|,(?=\d{{3}}(?!\d))|(?<=[{_DIGIT}])[．：∶∕—–～·](?=[{_DIGIT}]))[{_WORD}]+)*"
    rf"(?:(?<=[{_DIGIT}])[多余几]?[十百千万亿]*(?:{_UNITS}|\w))?"
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}|[^{BLANKS}]"
)


def _any_of(marks: str) -> str:
    return f"[{re.escape(marks)}]"


_PLAIN = rf"[^\W{_WORD}第々ー〻ゝゞヽヾ]"
_BODY = rf"(?:{_any_of(NO_END)}[{BLANKS}]*|{_any_of(_GLUE)})*(?:{_ATOM})"
_UNIT = pattern(
    rf"{_PLAIN}(?={_PLAIN})|"  # most of any text; this short cut makes it a third faster
    rf"[{BLANKS}]*{_BODY}"
    rf"(?:{_any_of(_GLUE)}+(?:{_BODY})?|[{BLANKS}]*{_any_of(NO_START)})*"
)
_BLANK = pattern(f"[{BLANKS}]")
_BLANK_RUN = pattern(f"[{BLANKS}]*")
_LONE = pattern(rf"(?<!\w)\w(?:[{BLANKS}]+\w(?!\w))+")


def name_gaps(text: str) -> list[Span]:
    """Return the blanks that space characters out: 林  芮, printed as wide as three; 青 溪 时 报.

    A name is two single characters with blanks between. In a longer chain of single characters
    only the widest gaps count; if all are equal it is one word, or names of people (朱 帆 程 静),
    whose blanks stay.
    """
    gaps: list[Span] = []
    for chain in _LONE.finditer(text):
        characters = "".join(chain[0].split())
        if not all("\u3400" <= character <= "\u9fff" for character in characters):
            continue
        runs = (run.span() for run in _BLANK_RUN.finditer(text, *chain.span()))
        lengths = {(start, end): end - start for start, end in runs if start < end}
        widest = max(lengths.values())
        if len(lengths) == 1 or min(lengths.values()) < widest or not _are_names(chain[0]):
            gaps += [gap for gap, length in lengths.items() if length == widest]
    return gaps


def _are_names(text: str) -> bool:
    from store.press.text.mending.letterspacing import are_names  # few texts are spaced out

    return are_names(text)


def on_one_line(text: str) -> str:
    """Return what is drawn of `text` on a line of its own, in the script that is shown."""
    shown = as_drawn(text, script_shown())
    return _without(shown, name_gaps(shown)) if _BLANK.search(shown) else shown


def _without(text: str, gaps: Sequence[Span]) -> str:
    """Return `text` without the blanks at `gaps`, and with one at each that is none."""
    pieces, at = [], 0
    for start, end in gaps:
        pieces.append(text[at:start] if start < end else f"{text[at:start]} ")
        at = end
    return "".join((*pieces, text[at:]))


def _shown(drawn: str, spacing: Spacing) -> str:
    if spacing.upright:
        return upright(drawn)
    return halved(drawn) if spacing.half else drawn


class Breaker:
    """A text prepared for breaking at any measure; `shown` is what is drawn, offset by offset.

    Set upright, what stands in a pair of cells counts for two, and is not torn.

    `edges[i]` is the number of cells before character i, `ends` are the offsets at which a line may
    end, `gaps` the blanks that are not drawn, and the places, empty, of cells that no blank is for.
    At a line's edge a character takes a cell less if it follows such a place, or if it is a mark
    that can be halved: as the first one if its offset is in `light`, as the last one if that of the
    next one is in `trimmed`.
    """

    def __init__(
        self,
        text: str,
        script: Script = "printed",
        spacing: Spacing = AS_PRINTED,
        people: Sequence[str] = (),
    ) -> None:
        drawn = as_drawn(text, script, people)
        self.shown = _shown(drawn, spacing)
        self.light: frozenset[int] = frozenset()
        self.trimmed: frozenset[int] = frozenset()
        cells = heights(self.shown) if spacing.upright else advances(self.shown)
        names = name_gaps(drawn)
        self.gaps = sorted({*names, *blanks_beside_latin(drawn)}) if spacing.upright else names
        last = len(drawn.rstrip())
        self.ends = [unit.end() for unit in _UNIT.finditer(drawn, 0, last)]
        if self.gaps or 0 in cells:
            for start, end in self.gaps:
                cells[start:end] = [0] * (end - start)
            whole = {start for start, _ in names}
            self.ends = [
                end
                for end in self.ends
                if end == last or cells[end] or (_BLANK.match(drawn, end) and end not in whole)
            ]
        if spacing != AS_PRINTED:
            self._space(spacing, cells)
        self.edges = [0, *accumulate(cells)]

    def _space(self, spacing: Spacing, cells: list[int]) -> None:
        """Note what is light or trimmed at a line's edge, and count the cells beside Latin."""
        if spacing.half:
            starts, ends = edge_marks(self.shown)
            self.light, self.trimmed = frozenset(starts), frozenset(ends)
        if spacing.apart:
            apart = [at for at in beside_latin(self.shown) if cells[at]]
            for at in apart:
                cells[at] += 1
            self.light = self.light.union(apart)
            self.gaps = sorted([*self.gaps, *((at, at) for at in apart)])

    def line(self, start: int, end: int) -> str:
        """Return the characters of a line from `start` to `end`, marks halved at its edges."""
        text = self.shown[start:end]
        if start in self.light:
            text = HALVES.get(text[0], text[0]) + text[1:]
        return text[:-1] + HALVES[text[-1]] if end in self.trimmed else text

    def skip(self, at: int) -> int:
        """Return the offset of the first character from `at` on that is not blank."""
        match = _BLANK_RUN.match(self.shown, at)
        return match.end() if match else at

    def lines(
        self,
        measure: int,
        indent: int = 0,
        hang: bool = False,
    ) -> list[Span]:
        """Return the lines as `break_lines` does.

        With `hang`, a stop for which a full line has no room may hang over its end.
        """
        ends, spans = self.ends, []
        last = self.ends[-1] if self.ends else 0
        start, room = self.skip(0), measure - indent
        while start < last:
            fit = self._fit(start, room)
            if hang and fit < last and self.shown[fit] in _HANGING:
                fit += 1
            at = bisect_right(ends, fit) - 1
            end = ends[at] if at >= 0 and ends[at] > start else self.forced(start, room)
            spans.append((start, end))
            start, room = self.skip(end), measure
        if len(spans) > 1 and self.is_alone(*spans[-1]):
            self._join_widow(spans, measure)
        return spans

    def cells(self, start: int, end: int) -> int:
        """Return how many cells a line from `start` to `end` takes."""
        return self.edges[end] - self.edges[start] - (start in self.light) - (end in self.trimmed)

    def is_alone(self, start: int, end: int) -> bool:
        """Return whether a line from `start` to `end` is one Chinese character, but for marks."""
        letter = ""
        for char in self.shown[start:end]:
            if char.isalnum() or char == "_":
                if letter:
                    return False
                letter = char
        return "\u3400" <= letter <= "\u9fff"

    def gaps_in(self, start: int, end: int) -> list[Span]:
        """Return the gaps that begin between `start` and `end` (both exclusive)."""
        return self.gaps[bisect_left(self.gaps, (start + 1,)) : bisect_left(self.gaps, (end,))]

    def drawn(self, start: int, end: int) -> str:
        """Return what is drawn of a line from `start` to `end`: all but its gaps."""
        gaps = [(first - start, last - start) for first, last in self.gaps_in(start, end)]
        return _without(self.line(start, end), gaps)

    def _fit(self, start: int, room: int) -> int:
        """Return the furthest end of a line from `start` that has so many cells."""
        room += self.edges[start] + (start in self.light)
        end = bisect_right(self.edges, room, start) - 1
        return end + 1 if end + 1 in self.trimmed and self.edges[end + 1] == room + 1 else end

    def _join_widow(self, spans: list[Span], measure: int) -> None:
        """Give the last line, a single character, the end of the line before, if that is short."""
        start, end = spans[-2]
        at = bisect_left(self.ends, end) - 1
        earlier = self.ends[at] if at >= 0 else start
        taken = self.skip(earlier)
        if earlier <= start or self.is_alone(start, earlier):
            return
        if self.cells(taken, end) <= TAKEN and self.cells(taken, spans[-1][1]) <= measure:
            spans[-2:] = [(start, earlier), (taken, spans[-1][1])]

    def forced(self, start: int, room: int) -> int:
        """Return the end of a line that permits no break: not beside a mark, if possible."""
        edges, shown = self.edges, self.shown
        fit = self._fit(start, room)
        if fit <= start:  # not even one character fits
            return bisect_right(edges, edges[start + 1], start + 1) - 1
        for end in range(fit, start, -1):
            whole = edges[end + 1] > edges[end]
            if whole and shown[end] not in NO_START and shown[end - 1] not in NO_END:
                return end
        return fit


def on_screen(text: str) -> Breaker:
    """Prepare `text` for the screen: in the script that is shown, spaced as the reader wants."""
    return Breaker(text, script_shown(), spacing_shown())


def break_lines(text: str, measure: int, *, indent: int = 0) -> list[Span]:
    """Return (start, end) of each line of `text`, none wider than `measure` cells.

    The first line leaves `indent` cells free. What lies between one line's end and the next one's
    start is blank and not drawn, nor are the gaps of `name_gaps`. A unit wider than the measure is
    broken where the line is full; a character wider than the measure has a line of its own.
    """
    return Breaker(text).lines(measure, indent)


def break_text(text: str, measure: int) -> list[str]:
    """Return `text` as lines to be drawn, each at most `measure` cells."""
    breaker = Breaker(text)
    return [breaker.drawn(*span) for span in breaker.lines(measure)]

"""Headlines broken by sense: no word is torn, what stands between blanks stays together.

The lines are as few as that allows, and of similar lengths. All ways to break a headline are
weighed at once, from its end, as TeX weighs those of a paragraph.
"""

from collections.abc import Sequence

from store.patterns import pattern
from tui.typeset.breaking import Breaker, Span, on_screen
from tui.typeset.cells import BLANKS

LONGEST = 300
"""Places to break at beyond which a text is no headline, and is set as a paragraph is."""

_STAYS = frozenset("的地得了着过之们等吗呢吧啊了著過們嗎")
"""Words of one character that never begin a line: particles belong to what stands before them."""

_LEADS = frozenset("在向对与和及把被让为以从由到于给同将暨或對與讓為從於給將")
"""Words of one character that had better not end a line: they belong to what follows."""

_FOLLOWS = frozenset("上下里中内外前后间時时裡內後間")
"""Words of one character that had better not begin a line: they say where what precedes is."""

_STOPS = "，。；：！？、,;:!?—…》”」）"
"""Marks after which a headline draws breath."""

_PARTED = pattern(rf"(?:[^\W!-~]|[{_STOPS}])[{BLANKS}]+(?:[^\W!-~]|[《〈“‘「『（【])")
"""Two parts of a headline with a blank between: blanks beside Latin and bullets part nothing."""

_LINE, _MIXED, _TORN = 10**9, 10**13, 10**17
"""What counts against a line: that it is one, that it holds the end of one part and the beginning
of another, that it tears a word or is one character. Each is more than all that there can be of
what comes before; least are squares of cells, the fewer the more even lines are."""

_AWKWARD, _BREATH = 40, 60
"""Squares of cells: how much less even lines may be for a better break."""


def break_headline(
    text: str, measure: int, words: Sequence[int] = (), *, most: int = 0
) -> list[str]:
    """Return a headline as lines to be drawn on the screen, each at most `measure` cells.

    `words` are the offsets at which its words end, as in `store.models.HeadWords`. If that needs
    more than `most` lines, it is broken into as few as are possible.
    """
    breaker = on_screen(text)
    return [breaker.drawn(*span) for span in set_headline(breaker, measure, words, most=most)]


def set_headline(
    breaker: Breaker, measure: int, words: Sequence[int] = (), *, most: int = 0
) -> list[Span]:
    """Return (start, end) of each line of a headline, as `break_headline` breaks it."""
    if not breaker.ends:
        return []
    start, last = breaker.skip(0), breaker.ends[-1]
    if breaker.cells(start, last) <= measure:
        return [(start, last)]
    if len(breaker.ends) > LONGEST:
        return breaker.lines(measure)
    headline = _Headline(breaker, measure, words)
    spans = headline.best()
    return headline.best(torn=1, mixed=1) if 0 < most < len(spans) else spans


class _Headline:
    """A headline at one measure, in pieces that may be lines' beginnings and ends.

    Piece n begins at `starts[n]` and ends at `ends[n]`.
    """

    def __init__(self, breaker: Breaker, measure: int, words: Sequence[int]) -> None:
        self._breaker, self._measure = breaker, measure
        self._words = frozenset(words) if words[-1:] == (len(breaker.shown),) else frozenset()
        self._ends = self._all_ends()
        self._starts = [breaker.skip(0), *map(breaker.skip, self._ends[:-1])]
        breaks = list(zip(self._ends, self._starts[1:], strict=False))
        self._torn = [*(self._tears(end, start) for end, start in breaks), False]
        self._worth = [*(self._awkward(end, start) for end, start in breaks), 0]
        parted = (number for number, (end, _) in enumerate(breaks, 1) if self._is_part(end))
        self._part_starts = frozenset((0, *parted, len(self._ends)))

    def best(self, torn: int = _TORN, mixed: int = _MIXED) -> list[Span]:
        """Return the lines against which least counts, what is torn or mixed counting so much."""
        count = len(self._ends)
        costs, next_line = [0] * (count + 1), [0] * count
        for first in reversed(range(count)):
            costs[first], shorter = min(
                (self._cost(first, after, torn, mixed) + costs[after], -after)
                for after in self._within(first)
            )
            next_line[first] = -shorter
        spans, first = [], 0
        while first < count:
            after = next_line[first]
            spans.append((self._starts[first], self._ends[after - 1]))
            first = after
        return spans

    def _within(self, first: int) -> range:
        """Return before which pieces a line that begins with piece `first` may end."""
        after = first + 1
        while after < len(self._ends) and self._cells(first, after + 1) <= self._measure:
            after += 1
        return range(first + 1, after + 1)

    def _cells(self, first: int, after: int) -> int:
        return self._breaker.cells(self._starts[first], self._ends[after - 1])

    def _cost(self, first: int, after: int, torn: int, mixed: int) -> int:
        """Return what counts against a line of the pieces from `first` up to `after`."""
        begins = first in self._part_starts and after in self._part_starts
        is_mixed = not begins and any(n in self._part_starts for n in range(first + 1, after))
        is_alone = self._breaker.is_alone(self._starts[first], self._ends[after - 1])
        bad = torn * (self._torn[after - 1] + is_alone) + mixed * is_mixed
        return bad + _LINE + self._cells(first, after) ** 2 + self._worth[after - 1]

    def _all_ends(self) -> list[int]:
        """Return where lines may end, and must end within what is wider than the measure."""
        breaker, ends = self._breaker, []
        start = breaker.skip(0)
        for end in breaker.ends:
            while breaker.cells(start, end) > self._measure:
                start = breaker.forced(start, self._measure)
                ends.append(start)
            if start < end:
                ends.append(end)
            start = breaker.skip(end)
        return ends

    def _tears(self, end: int, start: int) -> bool:
        """Return whether a break here tears a word, or a particle from what stands before it."""
        if start > end or not self._words:
            return False
        return end not in self._words or self._is_one(start, _STAYS)

    def _awkward(self, end: int, start: int) -> int:
        """Return how many squares of cells a break here is worse than another, or better."""
        if self._breaker.shown[end - 1] in _STOPS:
            return -_BREATH
        if not self._words:
            return 0
        return _AWKWARD * (self._is_one(end - 1, _LEADS) + self._is_one(start, _FOLLOWS))

    def _is_one(self, at: int, words: frozenset[str]) -> bool:
        """Return whether the character at this offset is one of `words`, and a word by itself."""
        alone = at in self._words and at + 1 in self._words
        return alone and self._breaker.shown[at] in words

    def _is_part(self, end: int) -> bool:
        """Return whether a part of the headline ends here, and another begins behind a blank."""
        return _PARTED.match(self._breaker.shown, end - 1) is not None

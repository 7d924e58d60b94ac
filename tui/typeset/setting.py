"""An article set in one column: its lines, each of runs that know their role and their source.

From the top: 栏目, 引题, 主题, 副题, byline, then the paragraphs with their crossheads, captions,
credit and jump, as a page would have them (clreq, sections 3 and 5).
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, islice
from typing import Literal

from msgspec import Struct

from store.config import Script
from store.exports.bylines import shown_byline
from store.models import Article, Jump
from tui.typeset.breaking import Breaker, Span
from tui.typeset.headlines import set_headline
from tui.typeset.lazy_sequence import LazySequence
from tui.typeset.script import people_in, script_shown
from tui.typeset.spacing import AS_PRINTED, Spacing

Role = Literal[
    "column",
    "kicker",
    "headline",
    "subhead",
    "byline",
    "lead",
    "body",
    "crosshead",
    "caption",
    "credit",
    "jump",
    "rule",
    "blank",
    "space",
]
Field = str | tuple[str, int]
Align = Literal["left", "centre", "right"]
Prepare = Callable[[str], Breaker]
"""How a text is prepared for breaking: in which script, and how spaced."""

HEAD_LINES: tuple[Literal["kicker", "headline", "subhead"], ...] = ("kicker", "headline", "subhead")
"""The lines of a head whose words are known, from the top."""

INDENT = 4
"""Cells by which a paragraph is indented: two characters (clreq, section 6.1.3.1)."""

NARROW = 16
"""Below this measure, in cells, paragraphs are not indented."""


class Run(Struct, frozen=True):
    """Characters `start` to `end` of the article's `field`, in one role.

    `text` is what is drawn, one character for each; a run of role ``space`` draws nothing, where it
    is blanks at a line's edge or inside a name, or a cell between Chinese and Latin that nothing in
    the text stands for. `source_text` returns the text of a `field`.
    """

    text: str
    role: Role
    field: Field
    start: int
    end: int


class Line(Struct, frozen=True):
    """One line: its runs, and the blank cells before them; a blank line has no runs."""

    runs: tuple[Run, ...] = ()
    pad: int = 0

    @property
    def text(self) -> str:
        """The text drawn, without the padding."""
        return "".join(run.text for run in self.runs)

    @property
    def role(self) -> Role:
        """The role of the line as a whole; a lead-in is part of the body, a number of nothing."""
        drawn = (run.role for run in self.runs if run.role not in ("space", "rule"))
        role: Role = next(drawn, "blank")
        return "body" if role == "lead" else role

    @property
    def field(self) -> Field:
        """The field that it shows; ``""`` for a blank line."""
        return self.runs[0].field if self.runs else ""


BLANK = Line()


class Setting:
    """An article set in lines of `measure` cells, as far as it has been asked for.

    The first `head` lines are its head. A place is a paragraph's number and an offset in it.
    """

    def __init__(self, head: Sequence[Line], body: Iterable[Line], measure: int) -> None:
        self.head = len(head)
        self.measure = measure
        self._kept = LazySequence(chain(head, body))
        self._numbers: list[int] = []
        self._places: list[tuple[int, int]] = []
        self._noted = 0

    @property
    def lines(self) -> Sequence[Line]:
        """All lines: 500 kB of text take a tenth of a second."""
        return self.at_least(sys.maxsize)

    @property
    def whole(self) -> bool:
        """Whether all lines have been set."""
        return self._kept.whole

    def at_least(self, count: int) -> Sequence[Line]:
        """Return the lines set so far; at least `count`, if there are so many."""
        lines = self._kept.at_least(count)
        for number in range(self._noted, len(lines)):
            runs = lines[number].runs
            if runs and isinstance(field := runs[0].field, tuple) and field[0] == "body":
                self._numbers.append(number)
                self._places.append((field[1], runs[0].start))
        self._noted = len(lines)
        return lines

    def line_at(self, paragraph: int, offset: int) -> int:
        """Return the number of the line that shows this place; 0 if there is no body."""
        place = (paragraph, offset)
        while not self.whole and (not self._places or self._places[-1] <= place):
            self.at_least(2 * self._noted + 1)
        if not self._numbers:
            return 0
        return self._numbers[max(0, bisect_right(self._places, place) - 1)]

    def place_at(self, line: int) -> tuple[int, int]:
        """Return the place of `line` or of the next line that has one; after the body, the last."""
        while not self.whole and (not self._numbers or self._numbers[-1] < line):
            self.at_least(max(line, self._noted) + 1)
        if not self._places:
            return (0, 0)
        return self._places[min(bisect_left(self._numbers, line), len(self._places) - 1)]


def source_text(article: Article, field: Field) -> str:
    """Return the text of a field of `article`, in which the offsets of a run count.

    Fields are ``column``, ``kicker``, ``headline``, ``subhead``, ``byline``, ``continues``,
    ``credit``, ``jump``, ``("body", paragraph)`` and ``("caption", number)``.
    """
    match field:
        case ("body", number):
            return article.paragraphs[int(number)]
        case ("caption", number):
            return article.captions[int(number)]
        case "byline":
            return shown_byline(article)
        case "jump" | "continues":
            jump: Jump | None = getattr(article, field)
            return jump.text if jump else ""
        case _:
            return str(getattr(article, str(field)))


def texts(article: Article) -> Iterator[tuple[Field, str]]:
    """Yield each text of `article` in which hits are marked, with its field."""
    for field in ("column", "kicker", "headline", "subhead", "byline", "credit"):
        yield field, source_text(article, field)
    for number, paragraph in enumerate(article.paragraphs):
        yield ("body", number), paragraph
    for number, caption in enumerate(article.captions):
        yield ("caption", number), caption


def set_article(
    article: Article,
    measure: int,
    *,
    head: int = 0,
    hang: bool = False,
    spacing: Spacing = AS_PRINTED,
    numbered: bool = False,
) -> Setting:
    """Set `article` in lines of at most `measure` cells (2 or more), in the script that is shown.

    The head is set at `head` cells if these are given, so that it can stand above columns. With
    `hang`, a stop may hang over the end of a full line of the body, by one character. Set
    upright, the byline is at the foot of its line. Where they are to be `numbered`, paragraphs have
    their number in their indent, and no line is broken elsewhere for it.
    """
    return set_in(article, measure, head or measure, hang, spacing, script_shown(), numbered)


@lru_cache(maxsize=32)
def set_in(
    article: Article,
    measure: int,
    head: int,
    hang: bool,
    spacing: Spacing,
    script: Script,
    numbered: bool = False,
) -> Setting:
    """Set `article` in this script, as `set_article` does in the one that is shown."""
    people = people_in(article, script)
    prepare = partial(Breaker, script=script, spacing=spacing, people=people)
    top = list(_head(article, head, prepare, "right" if spacing.upright else "centre"))
    body = _body(article, measure, hang, prepare)
    body = map(_numbered, body) if numbered else body
    first = list(islice(body, 1))
    if top and first:
        top.append(BLANK)
    return Setting(top, chain(first, body), measure)


def _head(article: Article, measure: int, prepare: Prepare, byline: Align) -> Iterator[Line]:
    told, words = shown_byline(article), article.head_words
    yield from set_text(article.column, "column", "column", measure, align="left", prepare=prepare)
    for name in HEAD_LINES:
        text, ends = getattr(article, name), getattr(words, name)
        yield from set_text(text, name, name, measure, prepare=prepare, words=ends)
    yield from set_text(told, "byline", "byline", measure, align=byline, prepare=prepare)


def _body(article: Article, measure: int, hang: bool, prepare: Prepare) -> Iterator[Line]:
    before = _unprinted(article.continues, article.paragraphs[:1])
    yield from set_text(before, "jump", "continues", measure, align="left", prepare=prepare)
    crossheads = frozenset(article.crossheads)
    for number, paragraph in enumerate(article.paragraphs):
        if number not in crossheads:
            yield from _paragraph(article, number, paragraph, measure, hang, prepare)
        else:
            if number:
                yield BLANK
            yield from set_text(paragraph, "crosshead", ("body", number), measure, prepare=prepare)
    if article.captions and article.paragraphs:
        yield BLANK
    for number, caption in enumerate(article.captions):
        yield from set_text(
            caption, "caption", ("caption", number), measure, align="left", prepare=prepare
        )
    yield from set_text(article.credit, "credit", "credit", measure, align="right", prepare=prepare)
    after = _unprinted(article.jump, article.paragraphs[-1:])
    yield from set_text(after, "jump", "jump", measure, align="right", prepare=prepare)


def _numbered(line: Line) -> Line:
    """Return `line` with its paragraph's number before it, where one begins that is indented.

    The number takes whole pairs of cells, of which columns that stand upright are made.
    """
    first = next((run for run in line.runs if run.role != "space" or run.start < run.end), None)
    if first is None or first.start or not isinstance(first.field, tuple):
        return line
    part, at = first.field
    number = f"{at + 1} "
    number += " " * (len(number) % 2)
    if part != "body" or line.pad < len(number):
        return line
    label = Run(number, "rule", first.field, 0, 0)
    return Line((label, *line.runs), line.pad - len(number))


def _paragraph(
    article: Article, number: int, text: str, measure: int, hang: bool, prepare: Prepare
) -> Iterator[Line]:
    """Yield the lines of a paragraph; the lead-in of the first is a run of its own."""
    breaker = prepare(text)
    indent = INDENT if measure >= NARROW else 0
    spans = breaker.lines(measure, indent, hang=hang)
    lead = 0
    if number == 0 and article.lead_in and text.lstrip().startswith(article.lead_in):
        lead = len(text) - len(text.lstrip()) + len(article.lead_in)
    for line, runs in enumerate(_runs(breaker, spans, "body", ("body", number), lead)):
        yield Line(runs, 0 if line else indent)


def set_text(
    text: str,
    role: Role,
    field: Field,
    measure: int,
    *,
    align: Align = "centre",
    prepare: Prepare | None = None,
    words: Sequence[int] = (),
) -> Iterator[Line]:
    """Yield the lines of `text`, all of one role; those of a head are broken by sense.

    It is prepared in this way, by default in the script that is shown. `words` are where the words
    of a head line end, as in `store.models.HeadWords`.
    """
    if not text.strip():
        return
    breaker = prepare(text) if prepare else Breaker(text, script_shown())
    by_sense = align == "centre" or role in HEAD_LINES
    spans = set_headline(breaker, measure, words) if by_sense else breaker.lines(measure)
    for (start, end), runs in zip(spans, _runs(breaker, spans, role, field), strict=True):
        free = max(0, measure - breaker.cells(start, end))
        yield Line(runs, {"left": 0, "centre": free // 2, "right": free}[align])


def _runs(
    breaker: Breaker, spans: list[Span], role: Role, field: Field, lead: int = 0
) -> Iterator[tuple[Run, ...]]:
    """Yield the runs of each line; together they cover the whole text."""
    at, last = 0, len(spans) - 1
    for number, (start, end) in enumerate(spans):
        until = spans[number + 1][0] if number < last else len(breaker.shown)
        if at == start and end == until and start >= lead and not breaker.gaps:
            yield (Run(breaker.line(start, end), role, field, start, end),)
            at = until
            continue
        runs = list(_pieces(breaker, role, field, (start, end), lead))
        if at < start:
            runs.insert(0, Run("", "space", field, at, start))
        if end < until:
            runs.append(Run("", "space", field, end, until))
        yield tuple(runs)
        at = until


def _pieces(breaker: Breaker, role: Role, field: Field, span: Span, lead: int) -> Iterator[Run]:
    """Yield the runs of a line, cut at its gaps and at the end of the lead-in."""
    at, last = span
    line, first = breaker.line(at, last), at
    for start, end in (*breaker.gaps_in(at, last), (last, last)):
        middle = min(max(at, lead), start)
        if at < middle:
            yield Run(line[at - first : middle - first], "lead", field, at, middle)
        if middle < start:
            yield Run(line[middle - first : start - first], role, field, middle, start)
        if start < last:
            yield Run("" if start < end else " ", "space", field, start, end)
        at = end


def _unprinted(jump: Jump | None, beside: tuple[str, ...]) -> str:
    """Return the text of an open jump, unless a paragraph `beside` it prints the text already."""
    if jump is None or jump.resolved or any(jump.text in paragraph for paragraph in beside):
        return ""
    return jump.text

"""Unwrapping: a dump that was wrapped to a fixed width gets its paragraphs back.

A line is full when the first word of the next would not have fitted after it. That needs no
particular width and serves Chinese and English alike.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from store.press.dump.lines.lines import INDENT, Line
from store.press.dump.lines.wrapped_heads import rest_of_head
from store.press.forms.endings import ends_story, is_credited, is_finished
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.page_lines import read_page_line
from store.press.forms.patterns import STANDS_ALONE, STARTS_ANEW
from store.press.forms.site_lines import may_be_site_line, read_site_line
from store.press.text.characters import cells, ends_sentence, folded
from store.press.text.join_text import join_text

_WIDEST = 110
"""Cells; the author broke any line that is wider than a typewriter's."""
_NARROWEST = 12
_HANGING = "，。、；：！？,.;:!?)）】》”’」』"
_FIRST_WORD = re.compile(
    r"""["“‘「『（(《〈【\[]*(?:[0-9A-Za-z'’.,%\-]+|.)[，。、；：！？）)】》”’」』]*"""
)
# What every line that starts anew, and every line that stands alone, has to hold.
# Each pattern begins with a set of characters: a search skips to these, and tries no alternatives.
_TELLING = "讯訊電电息导導接转轉版/"
_MAY_START = re.compile(rf"[{_TELLING}记記论論习習稿影](?:(?<=[{_TELLING}])|[者员員生人师師])")
_ENGLISH_START = frozenset("BbCc")
_MAY_STAND = re.compile(r"[版办辦号號期▶年](?:(?<!年)|.*[日….．见見])")
_DIGITS = frozenset("0123456789")
_CLOSING = frozenset("，。、；：！？）》”’」』】")
_NUMBERED = re.compile(r"\d{1,3}[.、．] +\S")
"""An entry of a list, such as the contents of a PDF."""
_POINT = re.compile("[，。；,;]|[a-z][.] ")
_STOP = re.compile(r"[。！？!?；;]|\.(?:\s|$)")
_HEAD_LINES = 4
_FEWEST = 5
_FEWEST_BROKEN = 3
_FILLED = 0.33
"""The least share of full lines in a wrapped dump; of unwrapped lines a tenth are that long."""


class _Width(NamedTuple):
    """The width that lines were wrapped to, in cells or in characters of any width."""

    limit: int
    measure: Callable[[str], int]

    def overflows(self, line: Line, following: Line, lost: int = 0) -> bool:
        """Return whether the first word of `following` would not have fitted after `line`.

        `lost` is the length of an indent that stood before it.
        """
        length = lost + self.length(line)
        if length >= self.limit:
            return True  # no word would have fitted
        word = _FIRST_WORD.match(following.text, 0, 40)
        needed = self.measure(word.group() if word else following.text[0])
        blank = line.text[-1].isascii() and following.text[0].isascii()
        return length + blank + needed > self.limit

    def length(self, line: Line) -> int:
        """Return the length of `line` with the blank before it."""
        return self.indent(line) + self.measure(line.text)

    def indent(self, line: Line) -> int:
        """Return the length of the blank before `line`."""
        return line.indent if self.measure is cells else (line.indent + 1) // 2


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """Return `lines`; those of a hard-wrapped dump become whole paragraphs and headlines.

    Lines whose kind is told are passed over, and stand behind what they stood in.
    """
    places = [at for at, line in enumerate(lines) if not line.kind]
    if not places:
        return list(lines)
    plain = _single_spaced([lines[at] for at in places])
    width = wrap_width(plain)
    full = _full(plain, width)
    plain = _without_margin(plain, full)
    spans = _spans(plain, full, wrapped=any(full))
    whole = [(places[a], _joined(plain[a:b], full[b - 1])) for a, b in spans]
    told = [(at, line) for at, line in enumerate(lines) if line.kind]
    return [line for _, line in sorted([*whole, *told], key=lambda each: each[0])]


def _full(lines: Sequence[Line], width: _Width | None) -> list[bool]:
    """Return which of `lines` fill the `width` to which they were wrapped."""
    if width is None:
        return [line.full for line in lines]
    indent = _lost_indent(lines, width)
    full: list[bool] = []
    for at, (line, following) in enumerate(pairwise(lines)):
        opens = indent and _opens(lines, at, full)
        full.append(line.full or width.overflows(line, following, indent if opens else 0))
    return [*full, width.length(lines[-1]) >= width.limit - 1]


def _opens(lines: Sequence[Line], at: int, full: Sequence[bool]) -> bool:
    """Return whether line `at` opens a paragraph: the one before it ends short of the width."""
    return not at or lines[at].gap > 0 or (not full[-1] and ends_sentence(lines[at - 1].text))


def _lost_indent(lines: Sequence[Line], width: _Width) -> int:
    """Return the length of the blank that a PDF's text has lost before each paragraph.

    There as many lines that end in mid-sentence are shorter by two characters as are full.
    """
    if any(line.indent for line in lines):
        return 0
    lost = 2 * width.measure("\u3000")
    cut = [line for line in lines if not line.gap and not ends_sentence(line.text)]
    lengths = Counter(width.length(line) for line in cut)
    short, full = lengths[width.limit - lost], lengths[width.limit]
    return lost if short * 4 > full and short > lengths[width.limit - lost // 2] else 0


def _without_margin(lines: Sequence[Line], full: Sequence[bool]) -> Sequence[Line]:
    """Return `lines` without the margin that text browsers set before all, as lines go on there."""
    on = Counter(line.indent for cut, line in zip(full, lines[1:], strict=False) if cut)
    margin = on.most_common(1)[0][0] if on else min((line.indent for line in lines), default=0)
    if not margin:
        return lines
    return [replace(line, indent=max(0, line.indent - margin)) for line in lines]


def _spans(lines: Sequence[Line], full: Sequence[bool], *, wrapped: bool) -> list[tuple[int, int]]:
    """Return where the paragraphs and headlines that `lines` make begin and end."""
    indented = sum(line.indent >= INDENT for line in lines) * 20 >= len(lines)

    starts = [0]
    for at in range(1, len(lines)):
        line = lines[at]
        if line.look != lines[at - 1].look:
            on = False
        elif wrapped:
            on = full[at - 1] and _goes_on(lines, full, at, indented)
            on = on or _hangs(line) or rest_of_head(lines, at)
        else:
            on = _is_flush_rest(lines, at)
        if not on:
            starts.append(at)
    return list(pairwise([*starts, len(lines)]))


def _is_flush_rest(lines: Sequence[Line], at: int) -> bool:
    """Return whether a flush line ends the sentence in which an indented one above breaks off.

    So few lines of a dump may be wrapped that it shows no width.
    """
    before, line = lines[at - 1], lines[at]
    ends = not line.gap and line.indent < INDENT <= before.indent and ends_sentence(line.text)
    if not ends or before.text[-1] in "）)" or not _POINT.search(before.text):
        return False
    return not ends_sentence(before.text) and not is_finished(before.text)


def _single_spaced(lines: Sequence[Line]) -> Sequence[Line]:
    """Return `lines` without the blank line that a double-spaced dump has before each."""
    if sum(line.gap > 0 for line in lines) * 10 < len(lines) * 9:
        return lines
    return [replace(line, gap=max(0, line.gap - 1)) for line in lines]


_SAMPLE = 400
"""How many lines from the middle of a dump its width is judged by."""


def wrap_width(lines: Sequence[Line]) -> _Width | None:
    """Return the width that the lines were wrapped to, or None when they were not."""
    start = max(0, (len(lines) - _SAMPLE) // 2)
    lines = lines[start : start + _SAMPLE]
    if sum(len(line.text.rstrip(_HANGING)) > _WIDEST for line in lines) > len(lines) // 10:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    sentences = sum(bool(_STOP.search(line.text)) for line in lines)
    if len(lines) < _FEWEST or len(pairs) * 3 <= len(lines) or sentences * 8 < len(lines):
        return None
    broken = sum(_breaks_off(a.text) for a, _ in pairs)
    found = [
        (len(full) / len(pairs), width)
        for measure in (cells, len)
        if (width := _width(lines, measure))
        and (full := [a.text for a, b in pairs if width.overflows(a, b)])
        and (len(full) > _FILLED * len(pairs) or _break_off(full, broken))
        and _are_cut(full)
    ]
    return max(found, key=lambda each: each[0])[1] if found else None


def _width(lines: Sequence[Line], measure: Callable[[str], int]) -> _Width | None:
    """Return the width that a tenth of the lines reach and hardly any exceeds."""
    width = _Width(0, measure)
    lengths = sorted(width.indent(line) + measure(line.text.rstrip(_HANGING)) for line in lines)
    limit = lengths[-1 - len(lengths) // 10]
    within = _NARROWEST <= limit <= _WIDEST and lengths[-1 - len(lengths) // 20] <= limit + 6
    return width._replace(limit=limit) if within else None


def _are_cut(full: Sequence[str]) -> bool:
    """Return whether most full lines end within a sentence; paragraphs alike in length do not."""
    return sum(map(ends_sentence, full)) * 2 < len(full)


def _breaks_off(text: str) -> bool:
    """Return whether `text` has a point within and none at its end: no head, and no paragraph."""
    return text[-1] not in _HANGING and bool(_POINT.search(text)) and not ends_sentence(text)


def _break_off(full: Sequence[str], broken: int) -> bool:
    """Return whether most of the `broken` lines that break off are among the `full` ones.

    So it is where paragraphs are short, and few of their lines full.
    """
    found = sum(map(_breaks_off, full))
    return found >= _FEWEST_BROKEN and found * 3 >= broken * 2


def _hangs(line: Line) -> bool:
    """Return whether `line` begins with a mark that no line of its own can begin with."""
    return line.text[0] in _CLOSING and not line.gap


def _goes_on(lines: Sequence[Line], full: Sequence[bool], at: int, indented: bool) -> bool:
    """Return whether line `at` continues the line before it, which is full or broken off."""
    line, before = lines[at], lines[at - 1]
    text = line.text
    if line.gap or line.indent >= INDENT or (text[0] in _DIGITS and _NUMBERED.match(text)):
        return False
    may_start = text[0] in _ENGLISH_START or _MAY_START.search(text, 0, 40)
    if may_start and STARTS_ANEW.match(folded(text[:40])):
        return bool(read_lead_in(text)) and _breaks_within(before.text, indented)
    if _MAY_STAND.search(before.text) and _stands_alone(before):
        return False
    if _is_site_line(before) or _is_site_line(line):
        return False
    if not ends_sentence(before.text):
        # Bare names behind a stop may as well begin the next sentence: 他答应了。贾知远|说……
        bracketed = before.text[-1] in "）)" and ends_story(before.text)
        return not (bracketed or is_credited(before.text))
    # A sentence ends with its line: a headline may follow. It holds no sentence, it is short, and
    # the paragraph after it is indented or begins at a full line.
    for after in range(at, min(at + _HEAD_LINES, len(lines))):
        if _STOP.search(lines[after].text):
            return True
        ends = after + 1 == len(lines)
        if ends or lines[after + 1].gap or lines[after + 1].indent >= INDENT:
            return False
        if not indented and not full[after]:
            return False
    return True


def _breaks_within(text: str, indented: bool) -> bool:
    """Return whether the full line `text` breaks off in a sentence, as no headline does.

    So what looks like a lead-in under it names a paper or an agency in that sentence. A headline
    may have a comma, and where paragraphs are not indented a lead-in may follow it.
    """
    point = _POINT if indented else _STOP
    return bool(point.search(text)) and not ends_sentence(text) and not is_finished(text)


def _is_site_line(line: Line) -> bool:
    text = line.text
    if "，" in text or "。" in text:  # sentences: nearly all lines, not to be looked at closely
        return False
    return may_be_site_line(text) and read_site_line(text, line.folded) is not None


def _stands_alone(line: Line) -> bool:
    return bool(STANDS_ALONE.match(line.folded) or read_page_line(line.text, line.folded))


def _joined(lines: Sequence[Line], full: bool) -> Line:
    first = lines[0]
    if len(lines) == 1:
        return replace(first, full=full)
    text = join_text(" " + line.text if line.indent == 1 else line.text for line in lines)
    return replace(first, text=text.lstrip(), last=lines[-1].last, full=full)

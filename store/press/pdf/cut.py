"""The order in which the parts of a page are read: it is cut where white space runs through it.

This is the XY cut of Nagy and Seth (1984), with what newspapers teach: columns are parted before
rows, unless a rule, wide space or a headline runs over them; what spans the columns beneath it, as
headlines do, is cut off them; what stands in a frame is a page of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from store.press.forms.masthead import tells_issue
from store.press.pdf.heads import foot_of, under_heads
from store.press.pdf.items import (
    AT_EDGE,
    GUTTER,
    HEAD,
    Item,
    Measure,
    columns_of,
    gaps_along,
    gutters_of,
    in_frames,
    is_cross,
    levels,
    spaces,
)
from store.press.pdf.rows import Row
from store.press.pdf.shapes import Box

_SPACE = 1.8
"""Space between lines that parts what stands above it from what stands beneath."""
_WIDE = 1.3
"""Lines that are so much wider than most stand over several columns."""
_SPANS, _ALL = 0.7, 0.97
"""The part of a space's width that a rule in it has; where lines stand close, it has all."""
_LEVEL = 0.5
_ASKEW = 0.3
"""By how much the tops of columns differ that begin at one height."""
_MOST_LINES = 8
"""A head has fewer lines, with its kicker, its subhead and its authors."""
_CLOSE = 0.6
"""The gap between pieces of one line."""
_BALANCED = 2.0
"""By how much a line may stand aside of the middle."""
_MOST_AT_TOP = 12
"""A masthead and what stands beside it, in pieces of lines."""


class Part(NamedTuple):
    """Rows that stand in one column, with no other beside them."""

    rows: Sequence[Row]
    framed: int = 0
    """The number of the frame around it, 0 where there is none; `AT_EDGE` beside all stories."""


class _Region(NamedTuple):
    items: Sequence[Item]
    framed: int = 0


_TOP, _BOTTOM = attrgetter("top"), attrgetter("bottom")
_Cut = list[Sequence[Item]] | None


def read_parts(
    rows: Iterable[Row], frames: Iterable[Box], rules: Sequence[Box], measure: Measure
) -> Iterator[Part]:
    """Yield the parts of a page in the order in which they are read."""
    pieces = [Item(row.start, row.top, row.inked, row.bottom, row.size, (row,)) for row in rows]
    waiting = _off_edges(in_frames(pieces, frames), measure)[::-1]
    count = 0
    while waiting:
        items, framed = waiting.pop()
        if len(items) == 1 and items[0].inner:
            count += 1
            waiting.append(_Region(items[0].inner, count))
            continue
        parts = None if framed == AT_EDGE else _cut(items, rules, measure)
        if parts:
            waiting += [_Region(part, framed) for part in reversed(parts)]
        elif items:
            yield Part([row for item in items for row in _rows(item)], framed)


def _off_edges(items: Sequence[Item], measure: Measure) -> list[_Region]:
    """Return `items`, those apart that stand at the edges: a masthead, a running head.

    On a page that is written downward, a running head stands across where its lines begin.
    """
    start = min((item.start for item in items if not is_cross(item)), default=0.0)
    edge = [item for item in items if is_cross(item) and item.end < start + measure.size / 2]
    edge = [item for item in edge if item.size < HEAD * measure.size]
    taken = set(map(id, edge))
    rest = [item for item in items if id(item) not in taken]
    top = _top(rest, measure)
    below = [item for item in rest if item.top + item.bottom >= 2 * top]
    above = [item for item in rest if item.top + item.bottom < 2 * top]
    return [_Region(edge, AT_EDGE), _Region(above, AT_EDGE), _Region(below)]


def _top(items: Sequence[Item], measure: Measure) -> float:
    """Return how far down what tells the issue reaches, if it stands over all others."""
    for space in spaces(items, _LEVEL * measure.size):
        above = [item for item in items if item.bottom <= space.begin]
        if len(above) > _MOST_AT_TOP:
            break
        rows = [row for item in above for row in item.rows]
        if any(tells_issue("".join(run.text for run in row.runs)) for row in rows):
            return space.middle
    return 0.0


def _rows(item: Item) -> Iterator[Row]:
    yield from item.rows
    for inner in item.inner:
        yield from _rows(inner)


def _cut(items: Sequence[Item], rules: Sequence[Box], measure: Measure) -> _Cut:
    """Return `items` in two parts or more, in the order of reading; None where they are one."""
    if len(items) < 2:
        return None
    stack = sorted(items, key=_TOP)
    if all(below.top > above.bottom - measure.size / 2 for above, below in pairwise(stack)):
        return _apart(stack, measure)
    return (
        _across(items, rules, measure)
        or _off_lone(items, measure)
        or _between(items, measure)
        or _beneath_spanning(items, measure)
        or _at_space(items, measure)
    )


def _apart(stack: Sequence[Item], measure: Measure) -> _Cut:
    """Cut what stands in one column at wide spaces; its order is clear."""
    parts: list[list[Item]] = [[stack[0]]]
    for above, below in pairwise(stack):
        if below.top - above.bottom >= _wide(measure):
            parts.append([])
        parts[-1].append(below)
    return list(parts) if len(parts) > 1 else None


def _wide(measure: Measure) -> float:
    return max(_SPACE * measure.size, 2.5 * measure.gap)


def _across(items: Sequence[Item], rules: Sequence[Box], measure: Measure) -> _Cut:
    """Cut from side to side where a rule, wide space or the space above a head says so."""
    size, gap = measure
    plain = max(1.25 * gap, _LEVEL * size)
    ruled = _ruled(items, rules)
    sure = []
    for space in spaces(items, -0.1 * size if ruled else plain):
        room = space.width > plain
        if any(
            space.begin - size / 2 <= rule <= space.end + size / 2 and (room or share > _ALL)
            for rule, share in ruled
        ):
            sure.append((2, space))
        elif room:
            above = max(each.size for each in items if -size < space.begin - each.bottom < size)
            below = max(each.size for each in items if -size < each.top - space.end < size)
            wide = space.width >= _wide(measure)
            if above < HEAD * size and (wide or below >= HEAD * size):
                sure.append((int(wide), space))
    if not sure:
        return None
    _, space = max(sure, key=lambda each: (each[0], each[1].width))
    return _at(items, space.middle)


def _ruled(items: Sequence[Item], rules: Sequence[Box]) -> list[tuple[float, float]]:
    """Return where rules run over most of the width of `items`, and over what part of it."""
    if not rules:
        return []
    start, end = min(item.start for item in items), max(item.end for item in items)
    top, bottom = min(item.top for item in items), max(item.bottom for item in items)
    shares = [
        (rule.top, (min(rule.end, end) - max(rule.start, start)) / max(1.0, end - start))
        for rule in rules
        if top < rule.top < bottom
    ]
    return [(down, share) for down, share in shares if share >= _SPANS]


def _at(items: Sequence[Item], down: float) -> _Cut:
    """Cut from side to side, where nothing is cut in two."""
    above = [item for item in items if item.top + item.bottom < 2 * down]
    below = [item for item in items if item.top + item.bottom >= 2 * down]
    return [above, below] if above and below else None


def _between(items: Sequence[Item], measure: Measure) -> _Cut:
    """Cut from above to beneath, between columns."""
    size = measure.size
    gutters = gutters_of(items, size)
    if not gutters:
        return None
    columns = columns_of(items, gutters)
    stories = under_heads(columns, size)
    return _with_side_heads(stories if len(stories) > 1 else columns)


def _off_lone(items: Sequence[Item], measure: Measure) -> _Cut:
    """Cut heads, and lines in the middle, off the columns over which they stand alone.

    A line beneath all columns is cut off, too, where it stands over several.
    """
    size = measure.size
    lines: list[Item] = []
    below = list(items)
    while len(lines) < _MOST_LINES and len(below) > 1:
        line, below = _top_line(below, size)
        lines += line
        foot = max(item.bottom for item in lines)
        top = min((item.top for item in below), default=0.0)
        if top < foot - _LEVEL * size or any(item.inner or is_cross(item) for item in line):
            break
        if gutters := gutters_of(below, size):
            lead = _lead(lines, columns_of(below, gutters), size)
            return _at(items, (foot + top) / 2) if lead else None
    return _off_foot(items, size)


def _off_foot(items: Sequence[Item], size: float) -> _Cut:
    last = max(items, key=_BOTTOM)
    above = [item for item in items if item is not last]
    foot = max(item.bottom for item in above)
    if last.top > foot - _LEVEL * size and any(
        last.start < gutter.begin and last.end > gutter.end for gutter in gutters_of(above, size)
    ):
        return _at(items, (last.top + foot) / 2)
    return None


def _top_line(items: Sequence[Item], size: float) -> tuple[list[Item], list[Item]]:
    """Return the highest of `items`, with what stands close beside it, and the others."""
    first = min(items, key=_TOP)
    level = [item for item in items if item.top < first.bottom - _LEVEL * size]
    if gaps_along(level, _CLOSE * size):
        level = [first]
    taken = set(map(id, level))
    return level, [item for item in items if id(item) not in taken]


def _lead(lines: Sequence[Item], columns: Sequence[Sequence[Item]], size: float) -> bool:
    """Return whether `lines` stand over all `columns`, none of which has its own head beside."""
    start, end = min(item.start for item in lines), max(item.end for item in lines)
    for column in columns:
        first = min(column, key=_TOP)
        if first.size >= HEAD * size and (first.start > end or first.end < start):
            return False
    if any(item.size >= HEAD * size for item in lines):
        return True
    starts = [min(item.start for item in column) for column in columns]
    tops = [min(item.top for item in column) for column in columns]
    aside = start + end - starts[0] - max(item.end for item in columns[-1])
    inset = all(abs(start - each) > size for each in starts)
    return abs(aside) < 2 * _BALANCED * size or (inset and max(tops) - min(tops) < _ASKEW * size)


def _with_side_heads(columns: list[list[Item]]) -> list[Sequence[Item]]:
    """Return `columns` in their order; heads that stand upright behind their text come first."""
    upright = [all(map(is_cross, column)) for column in columns]
    if not upright[-1]:
        return list(columns)
    ordered: list[Sequence[Item]] = []
    start = 0
    for at, head in enumerate(upright):
        if head:
            ordered += [columns[at], *columns[start:at]]
            start = at + 1
    return ordered


def _beneath_spanning(items: Sequence[Item], measure: Measure) -> _Cut:
    """Cut above or beneath what spans several columns: a head, or lines of a wider measure."""
    size = measure.size
    narrow = _narrow(items, size)
    gutters = gaps_along(narrow, GUTTER * size)
    if not gutters or len(narrow) == len(items):
        return None
    spanning = sorted(
        (
            item
            for item in items
            if any(item.start < gutter.begin and item.end > gutter.end for gutter in gutters)
        ),
        key=lambda item: item.top,
    )
    for item in spanning:
        for down in (item.top, foot_of(item, items, size)):
            if _cuts_nothing(items, down, size) and (cut := _at(items, down)):
                return cut
    return None


def _narrow(items: Sequence[Item], size: float) -> list[Item]:
    """Return the lines of text that stand in one column."""
    text = [item for item in items if item.rows and item.size < HEAD * size]
    if not text:
        return []
    usual = median(item.end - item.start for item in text)
    return [item for item in text if item.end - item.start <= _WIDE * max(usual, 6 * size)]


def _cuts_nothing(items: Sequence[Item], down: float, size: float) -> bool:
    near = 0.3 * size
    return not any(item.top < down - near and item.bottom > down + near for item in items)


def _at_space(items: Sequence[Item], measure: Measure) -> _Cut:
    """Cut at the widest space, where it is wider than between lines and something is beside."""
    if len(items) == levels(items, measure.size):
        return None
    found = spaces(items, max(1.5 * measure.gap, _LEVEL * measure.size))
    return _at(items, max(found).middle) if found else None

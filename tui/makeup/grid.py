"""A page made up by the weight of its stories, on a grid of columns, where no area is known.

The lead stands at the upper left over the widest measure, what weighs next beside it, the others
beneath in columns or in blocks that are made up in the same way.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tui.makeup.tree import Leaf, Node, in_line

BETWEEN = 33
"""Cells from one column to the next, about: fifteen characters and the gutter."""

LEAST_LEAD, MOST_LEAD = 0.2, 0.5
"""Parts of the page that the lead story has, however light or heavy it is."""

BLOCKS = 4
"""From so many columns on, what stands beneath the lead is two blocks with leads of their own."""


class Weighed(NamedTuple):
    """A block's number and its weight, more than 0."""

    block: int
    weight: float


def columns_in(width: int) -> int:
    """Return how many columns a page of so many cells has."""
    return max(1, round(width / BETWEEN))


def made_up(stories: Sequence[Weighed], columns: int) -> Node:
    """Return the page of `stories`, the heaviest first, of which there is at least one."""
    if columns == 1 or len(stories) <= 2:
        beside = columns > 1 and len(stories) * 2 <= columns
        return in_line(beside, [(Leaf(each.block), each.weight) for each in stories])
    lead, *rest = stories
    whole = sum(each.weight for each in stories)
    span = columns if columns == 2 else -(-2 * columns // 3)
    wanted = min(max(lead.weight / whole, LEAST_LEAD), MOST_LEAD)
    depth = min(0.75, wanted * columns / span)
    side, beneath = _beside_lead(rest, depth * (columns - span) / columns * whole)
    if not beneath:
        depth = 1.0
    top: Node = Leaf(lead.block)
    if side:
        top = in_line(True, [(top, span), (_stack(side), columns - span)])
    if not beneath:
        return top
    return in_line(False, [(top, depth), (_beneath(beneath, columns), 1 - depth)])


def _beside_lead(
    rest: Sequence[Weighed], room: float
) -> tuple[Sequence[Weighed], Sequence[Weighed]]:
    """Return what stands beside the lead, and what stands beneath."""
    if room <= 0:
        return (), rest
    count, taken = 0, 0.0
    while count < len(rest) and (not count or taken + rest[count].weight / 2 <= room):
        taken += rest[count].weight
        count += 1
    return rest[:count], rest[count:]


def _beneath(stories: Sequence[Weighed], columns: int) -> Node:
    """Return the lower part of a page: blocks where there is room for two, else columns."""
    if columns < BLOCKS or len(stories) <= columns:
        filled = _filled(stories, [1.0] * min(columns, len(stories)))
        widths = _whole_columns([sum(s.weight for s in each) for each in filled], columns)
        return in_line(
            True, [(_stack(each), wide) for each, wide in zip(filled, widths, strict=True)]
        )
    widths = [-(-columns // 2), columns // 2]
    blocks = _filled(stories, widths)
    return in_line(
        True, [(made_up(each, wide), wide) for each, wide in zip(blocks, widths, strict=True)]
    )


def _stack(stories: Sequence[Weighed]) -> Node:
    return in_line(False, [(Leaf(each.block), each.weight) for each in stories])


def _filled(stories: Sequence[Weighed], widths: Sequence[float]) -> list[list[Weighed]]:
    """Return the stories of each part: every one goes where the least stands for its width."""
    parts: list[list[Weighed]] = [[] for _ in widths]
    weights = [0.0 for _ in widths]
    for story in stories:
        part = min(range(len(widths)), key=lambda at: weights[at] / widths[at])
        parts[part].append(story)
        weights[part] += story.weight
    return parts


def _whole_columns(weights: Sequence[float], columns: int) -> list[int]:
    """Return how many columns each part has, at least one, by its weight."""
    given = [1 for _ in weights]
    for _ in range(columns - len(weights)):
        given[max(range(len(weights)), key=lambda at: weights[at] / given[at])] += 1
    return given

"""A page as a tree of cuts: each divides a part of it in two, down to the block of every story."""

from collections.abc import Iterator, Sequence

from msgspec import Struct


class Leaf(Struct, frozen=True):
    """Where the block of this number stands."""

    block: int


class Cut(Struct, frozen=True):
    """Two parts of a page: `beside` each other, or the second beneath the first.

    `share` is what the first one has of both, greater than 0 and less than 1.
    """

    beside: bool
    share: float
    first: "Node"
    second: "Node"


Node = Leaf | Cut


def leaves(node: Node) -> Iterator[int]:
    """Yield the blocks of a tree, as they stand: from above, and from the left."""
    if isinstance(node, Leaf):
        yield node.block
    else:
        yield from leaves(node.first)
        yield from leaves(node.second)


def in_line(beside: bool, parts: Sequence[tuple[Node, float]]) -> Node:
    """Return parts in a row or a column, each with a size in proportion to the number with it."""
    first, size = parts[0]
    if len(parts) == 1:
        return first
    rest = sum(each for _, each in parts[1:])
    return Cut(beside, size / (size + rest), first, in_line(beside, parts[1:]))

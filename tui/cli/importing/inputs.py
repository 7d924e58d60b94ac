"""The inputs of an import, as they are named on the command line."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.imports.sources import Input


def inputs_of(names: Iterable[str]) -> "Iterator[Input]":
    """Yield the inputs named; ``-`` is standard input, read when its turn comes."""
    from store.imports.sources import Input, gather

    for name in names:
        if name == "-":
            yield Input("-", sys.stdin.buffer.read())
        else:
            yield from gather([name])


def count_inputs(names: Iterable[str]) -> int:
    """Return how many inputs are named; none is opened."""
    from store.imports.sources import gather

    count = 0
    for name in names:
        count += 1 if name == "-" else sum(1 for _ in gather([name]))
    return count

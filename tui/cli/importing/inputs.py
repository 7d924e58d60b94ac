"""The inputs of an import, as they are named on the command line."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.imports.sources import Input

LARGEST = 2**30
"""Bytes of an archive on standard input at most, which is held in memory; a file is not."""


def inputs_of(names: Iterable[str]) -> "Iterator[Input]":
    """Yield the inputs named; ``-`` is standard input, read when its turn comes."""
    from store.imports.sources import Input, gather

    for name in names:
        if name == "-":
            yield Input("-", _standard_input())
        else:
            yield from gather([name])


def count_inputs(names: Iterable[str]) -> int:
    """Return how many inputs are named; none is opened."""
    from store.imports.sources import gather

    count = 0
    for name in names:
        count += 1 if name == "-" else sum(1 for _ in gather([name]))
    return count


def _standard_input() -> bytes:
    """Return what is on standard input, a byte more than the press takes at most.

    Of an archive it is all. Raises SourceError when that is more than `LARGEST`.
    """
    from store.errors import SourceError
    from store.exports.archive import is_archive
    from store.press.recognise import HEAD, LIMIT, foreign_archive

    data = sys.stdin.buffer.read(HEAD)
    most = LARGEST if is_archive(data) or foreign_archive(data) else LIMIT
    data += sys.stdin.buffer.read(most + 1 - len(data))
    if len(data) > LARGEST:
        raise SourceError(
            "{file}: larger than the limit of {limit:,} bytes; split the file.",
            file="-",
            limit=LARGEST,
        )
    return data

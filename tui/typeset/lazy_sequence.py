"""A sequence made as far as it is asked for, so that a long text opens with what is shown."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")


class LazySequence(Generic[T]):
    """The items of an iterable, fetched as far as they are asked for.

    `known` are those fetched so far; `whole` is whether they are known to be all.
    """

    def __init__(self, items: Iterable[T]) -> None:
        self._coming: Iterator[T] = iter(items)
        self.known: list[T] = []
        self.whole = False

    def at_least(self, count: int) -> list[T]:
        """Return the items known; at least `count`, if there are so many."""
        missing = count - len(self.known)
        if missing > 0 and not self.whole:
            self.known += islice(self._coming, missing)
            self.whole = len(self.known) < count
        return self.known

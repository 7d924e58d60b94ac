"""A sequence that is made as it is asked for, so that a long text opens with what is seen."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")


class LazySequence(Generic[T]):
    """What an iterable yields, fetched as far as is asked for and kept."""

    def __init__(self, items: Iterable[T]) -> None:
        self._coming: Iterator[T] = iter(items)
        self.known: list[T] = []
        self.whole = False

    def at_least(self, count: int) -> list[T]:
        """Return the items known, at least the first `count` where there are as many."""
        missing = count - len(self.known)
        if missing > 0 and not self.whole:
            self.known += islice(self._coming, missing)
            self.whole = len(self.known) < count
        return self.known

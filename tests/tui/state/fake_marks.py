"""Marks that a test sets, and that know what they were asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from store.reader.saved_filters import SavedFilter


class AskedSet(set[str]):
    """A set that knows what it was asked for."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        super().__init__(keys)
        self.asked: list[object] = []

    def __contains__(self, key: object) -> bool:
        self.asked.append(key)
        return super().__contains__(key)


@dataclass
class FakeFilters:
    """One reader's saved filters."""

    saved: tuple[SavedFilter, ...] = ()

    def all(self) -> tuple[SavedFilter, ...]:
        return self.saved


@dataclass
class FakeMarks:
    """One reader's marks."""

    read: AskedSet = field(default_factory=AskedSet)
    starred: frozenset[str] = frozenset()
    changed: list[str] = field(default_factory=list)
    filters: FakeFilters = field(default_factory=FakeFilters)

    def read_keys(self) -> AskedSet:
        return self.read

    def starred_keys(self) -> frozenset[str]:
        return self.starred

    def tags(self) -> Mapping[str, frozenset[str]]:
        return {}

    def changes(self, since: int) -> tuple[int, Sequence[str]]:
        return len(self.changed), self.changed[since:]

    def mark(self, *keys: str) -> None:
        """Mark these read, and those that were read unread."""
        self.read = AskedSet(self.read ^ set(keys))
        self.changed += keys

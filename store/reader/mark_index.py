"""Which articles are marked: read from the files of marks as they are asked for, and followed.

All that is asked of one article is in one of 256 files (`store.reader.mark_records`), so that a
reader starts with the few that the first screen needs: of 100,000 marks all take 60 ms (measured).
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from itertools import chain
from threading import RLock

import msgspec
from msgspec import Struct

from store.backends.files import Stamp
from store.bounds import Instant
from store.models import Mark, Tags
from store.reader.mark_records import MarkRecords, shard_name, start_of

HEX = "0123456789abcdef"

YOUNG = 50_000_000
"""Nanoseconds: some ticks of any system's clock for files."""


class MarkIndex:
    """All marks in `files` together, as they were at the last `look`; threads take turns."""

    def __init__(self, records: MarkRecords) -> None:
        self._records = records
        self._stamp: Stamp | None = None
        self._stamps: dict[str, Stamp] = {}
        self._shards: dict[str, _Shard] = {}
        self._changes: list[str] = []
        self._turn = RLock()
        self.read = MarkedKeys(self)
        self.starred = MarkedKeys(self)

    def look(self) -> None:
        """See what has been changed since the last look.

        What cannot be read counts as unmarked.
        """
        with self._turn:
            stamp = self._records.stamp()
            # A folder's date is as coarse as the system's tick: of two changes within one tick the
            # second would not be seen, so a date this recent is not trusted.
            if stamp and stamp == self._stamp and time.time_ns() - stamp[0] > YOUNG:
                return
            self._stamps = self._records.stamps()
            for start, shard in list(self._shards.items()):
                if shard.stamp != self._stamps.get(shard_name(start)):
                    self._load(start)
            self._stamp = stamp

    def need(self, start: str) -> None:
        """Make sure that the marks on keys that start with these two digits have been read."""
        with self._turn:
            if start not in self._shards:
                self._load(start)

    def need_all(self) -> None:
        """Make sure that every mark has been read."""
        for name in list(self._stamps):
            self.need(start_of(name))

    def latest(self) -> datetime | None:
        """Return when the last of the marks was changed, or None without any."""
        return next((latest for _, latest in self.latest_first()), None)

    def latest_first(self) -> list[tuple[str, datetime]]:
        """Return the files of marks, each with when the last of its marks was changed."""
        self.look()
        self.need_all()
        shards = self._shards.items()
        dated = [(shard_name(start), shard.latest) for start, shard in shards if shard.latest]
        return sorted(dated, key=lambda each: each[1], reverse=True)

    def files_since(self, moment: datetime) -> list[str]:
        """Return the files that hold a mark changed at `moment` or later."""
        return [name for name, latest in self.latest_first() if latest >= moment]

    def take(self, files: Mapping[str, Mapping[str, Mark]]) -> None:
        """Take note of what has just been written: all marks of these files, by name and key."""
        with self._turn:
            stamps = self._records.stamps()
            for name, marks in files.items():
                self._put(start_of(name), stamps.get(name), marks)

    def tags(self) -> dict[str, Set[str]]:
        """Return the tags in use, each with the keys of the articles that have it."""
        self.need_all()
        found: dict[str, set[str]] = defaultdict(set)
        for shard in list(self._shards.values()):
            for key, tags in shard.tags.items():
                for tag in tags:
                    found[tag].add(key)
        return dict(sorted(found.items()))

    def changes(self, since: int) -> tuple[int, Sequence[str]]:
        """Return how many changes from read to unread or back there were, and the keys `since`.

        What was not asked for before has not changed.
        """
        return len(self._changes), self._changes[since:]

    def _load(self, start: str) -> None:
        stamp, name = self._stamps.get(shard_name(start)), shard_name(start)
        self._put(start, stamp, self._records.read_as(name, _State))

    def _put(self, start: str, stamp: Stamp | None, marks: "Mapping[str, Mark | _State]") -> None:
        old, new = self.read.of(start), {key for key, mark in marks.items() if mark.read}
        if start in self._shards:
            self._changes += old ^ new
        self.read.put(start, new)
        self.starred.put(start, (key for key, mark in marks.items() if mark.starred))
        self._shards[start] = _Shard(
            stamp,
            {k: mark.tags for k, mark in marks.items() if mark.tags},
            max((mark.changed for mark in marks.values() if mark.changed), default=None),
        )


class MarkedKeys(Set[str]):
    """The keys of the articles that have one mark; the set follows the marks as they change.

    Keys that start with the same three digits lie in one string: 17 bytes a key, where a set takes
    130, and as quick to look into (measured, with 100,000).
    """

    def __init__(self, marked: MarkIndex) -> None:
        self._marked = marked
        self._lists: dict[str, str] = {}

    def __contains__(self, key: object) -> bool:
        """Return whether the article of this key is marked so."""
        # Asked of every article of a library: a third of a microsecond.
        start = key[:3]  # type: ignore[index]
        if start not in self._lists:
            self._marked.need(start[:2])
        return key in self._lists.get(start, ())

    def __iter__(self) -> Iterator[str]:
        """Yield the keys, in no order."""
        self._marked.need_all()
        return chain.from_iterable(map(str.split, list(self._lists.values())))

    def __len__(self) -> int:
        """Return how many articles are marked so."""
        return sum(1 for _ in self)

    @classmethod
    def _from_iterable(cls, keys: Iterable[str]) -> Set[str]:  # type: ignore[override]
        """Return a set that no longer changes, for what set operations make."""
        return frozenset(keys)

    def of(self, start: str) -> set[str]:
        """Return the keys that start with these two digits, of those known so far."""
        lists = (self._lists.get(start + digit, "") for digit in HEX)
        return set(chain.from_iterable(map(str.split, lists)))

    def put(self, start: str, keys: Iterable[str]) -> None:
        """Take these keys for all that start with these two digits."""
        lists: dict[str, list[str]] = {start + digit: [] for digit in HEX}
        for key in keys:
            lists.setdefault(key[:3], []).append(key)
        for three, found in lists.items():
            self._lists[three] = " ".join(found)


class _State(msgspec.Struct, gc=False):
    """What is read of every mark: 100,000 in 32 ms, as dataclasses in 110 (measured)."""

    read: bool = False
    starred: bool = False
    tags: Tags = ()
    changed: Instant | None = None


class _Shard(Struct, frozen=True):
    """What is kept of one file: its stamp when it was read, and the tags in it by key."""

    stamp: Stamp | None
    tags: dict[str, tuple[str, ...]]
    latest: datetime | None

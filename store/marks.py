"""What one reader did: articles read and starred, and the place where reading left off.

Marks lie in ``marks/XX.json``, XX being the first two digits of the article's key, so that one mark
rewrites a 256th of them. They are the reader's own and never lie in a shared library. Sessions of
one reader merge: each change is made to what the file says at that moment, under the lock, so that
of two changes to one mark the later stands, and changes to others are never lost.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from store.errors import LibraryError
from store.files import DiskFiles, Files, Stamp
from store.locations import state_folder
from store.models import Mark, Place
from store.tables import Tables, writing

FOLDER = "marks"
PLACE = "place.json"


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def open_marks(folder: Path | None = None, *, clock: Callable[[], datetime] = utc_now) -> "Marks":
    """Return the marks kept in the state folder `folder`, or in this reader's own.

    Nothing is made on disk before something is marked.
    """
    return Marks(DiskFiles(folder or state_folder(), private=True), clock)


class Marks:
    """One reader's marks; what other sessions mark is seen at the next call.

    Every method may raise LibraryError, with a sentence that names the file.
    """

    def __init__(self, files: Files, clock: Callable[[], datetime] = utc_now) -> None:
        self._files = files
        self._clock = clock
        self._shards: dict[str, _Shard] = {}
        self._known = _Known()

    def get(self, key: str) -> Mark:
        """Return the mark on the article of this key; one without a mark is unread."""
        name = _shard_file(key)
        stamp = self._files.stamp(name) if name else None
        found = self._shard(name, stamp).marks.get(key) if stamp else None
        return found or Mark(key)

    def mark(self, key: str, *, read: bool | None = None, starred: bool | None = None) -> Mark:
        """Set what is not None on the article of this key; it is durable when this returns."""
        name = _shard_file(key)
        if not name:
            raise LibraryError(f"{key!r} is not the key of an article.")
        with self._files.lock(), writing(self._files, name) as tables:
            before = tables.named("marks", key, Mark) or Mark(key)
            after = replace(
                before,
                read=before.read if read is None else read,
                starred=before.starred if starred is None else starred,
            )
            if after != before:
                after = replace(after, changed=self._clock())
                tables.put("marks", {key: after})
        return after

    def read_keys(self) -> frozenset[str]:
        """Return the keys of the articles that have been read; 256 files' dates are looked at."""
        return self._all().read

    def starred_keys(self) -> frozenset[str]:
        """Return the keys of the articles that are starred."""
        return self._all().starred

    def all(self) -> Iterator[Mark]:
        """Yield every mark, by key."""
        for shard in self._all().shards:
            yield from sorted(shard.marks.values(), key=lambda mark: mark.key)

    def place(self) -> Place:
        """Return where this reader left off."""
        return Tables(self._files, PLACE).named("place", "last", Place) or Place()

    def leave(self, place: Place) -> None:
        """Keep `place` as where this reader left off; it is durable when this returns."""
        with self._files.lock(), writing(self._files, PLACE) as tables:
            if tables.named("place", "last", Place) != place:
                tables.put("place", {"last": place})

    def _all(self) -> "_Known":
        stamps = self._files.stamps(FOLDER)
        shards = tuple(self._shard(name, stamps[name]) for name in sorted(stamps))
        if shards != self._known.shards:
            self._known = _Known(
                shards,
                frozenset(m.key for shard in shards for m in shard.marks.values() if m.read),
                frozenset(m.key for shard in shards for m in shard.marks.values() if m.starred),
            )
        return self._known

    def _shard(self, name: str, stamp: Stamp) -> "_Shard":
        """Return the shard in the file `name`, read anew if it has another stamp than before."""
        known = self._shards.get(name)
        if known is None or known.stamp != stamp:
            marks = Tables(self._files, name).records("marks", Mark)
            known = self._shards[name] = _Shard(stamp, {mark.key: mark for mark in marks})
        return known


@dataclass(frozen=True, slots=True, eq=False)
class _Shard:
    """The marks of one file, by key."""

    stamp: Stamp
    marks: dict[str, Mark]


@dataclass(frozen=True, slots=True)
class _Known:
    """All shards, and what they say together."""

    shards: tuple[_Shard, ...] = ()
    read: frozenset[str] = frozenset()
    starred: frozenset[str] = frozenset()


def _shard_file(key: str) -> str:
    """Return the file of the mark on `key`, or ``""`` for what is no key."""
    return f"{FOLDER}/{key[:2]}.json" if re.fullmatch(r"[0-9a-f]{16}", key) else ""

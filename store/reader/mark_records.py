"""The marks on disk: a file for each 256th of the articles, and what was done to many at once.

One mark rewrites ``marks/XX.json``, XX being the first two digits of the article's key. An action
on many would rewrite them all, a second of work; it is one record in ``marks/many.json`` instead,
written in one go: after a kill all of it is there or nothing. What is read of a file has those
actions done to it, and is written so with its next mark; in the end all files are (`fold`).

An action may meet a mark that it has been done to already. It does nothing to one changed at its
own moment or later, and what undoes it follows it in the record: done again, both change nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from msgspec import Struct

from store.backends.files import Files, Stamp
from store.backends.locking import quietly
from store.backends.state_files import StateRecords, Told
from store.bounds import Instant
from store.models import Mark, Past

U = TypeVar("U")

FOLDER = "marks"

MANY = f"{FOLDER}/many.json"

KEPT_PAST = 8
"""How many changes of one mark can be undone."""

FEW_FILES = 8
"""Files that one action rewrites; what would take more is kept as what was done to many."""

MOST_ACTIONS = 32
MOST_KEYS = 200_000
"""Actions on many, and articles in them, that are kept before they are written into the files."""


class Action(Struct, frozen=True, omit_defaults=True):
    """What is done to marks: what is set, or the moment of what is undone."""

    read: bool | None = None
    starred: bool | None = None
    tag: str = ""
    untag: str = ""
    by_filter: bool = False
    undoes: Instant | None = None

    def done_to(self, mark: Mark, at: datetime) -> Mark:
        """Return what `mark` is after this, done at the moment `at`."""
        if self.undoes is not None:
            return _undone(mark) if mark.changed == self.undoes and mark.past else mark
        if mark.changed is not None and mark.changed >= at:
            return mark
        tags = mark.tags
        if self.tag or self.untag:
            tags = tuple(sorted({*tags, self.tag} - {self.untag, ""}))
        read = mark.read if self.read is None else self.read
        starred = mark.starred if self.starred is None else self.starred
        if (read, starred, tags) == (mark.read, mark.starred, mark.tags):
            return mark
        past = (*mark.past, Past(mark.read, mark.starred, mark.tags, mark.changed))[-KEPT_PAST:]
        filtered = self.by_filter and mark.filtered
        return Mark(mark.key, read, starred, tags, at, past, filtered)


class Many(Struct, frozen=True, omit_defaults=True):
    """When an action was done, and to which keys: by their first two digits, parted by blanks."""

    at: Instant
    action: Action
    keys: dict[str, str]


class Shards(StateRecords[Mark]):
    """The marks by the first two digits of their keys, as they lie in their files."""

    def stamps(self) -> dict[str, Stamp]:
        """Return the names and stamps of the files."""
        return {name: stamp for name, stamp in super().stamps().items() if name != MANY}


class MarkRecords:
    """The marks in `files`, as they are with all that was done to many.

    Reading never fails. Writing raises LibraryError when it cannot be kept.
    """

    def __init__(self, files: Files, told: Told = quietly) -> None:
        self.shards = mark_records(files, told)
        self.many = many_records(files, told)
        self._seen: Stamp | None = None
        self._done: Sequence[Many] = ()

    def stamp(self) -> Stamp | None:
        """Return what changes when anything is marked; the change is seen a moment later."""
        return self.shards.stamp(FOLDER)

    def stamps(self) -> dict[str, Stamp]:
        """Return what changes, for each file, when a mark in it does."""
        stamps = self.shards.stamps()
        for each in self.done():
            moment = round(each.at.timestamp() * 1_000_000)
            for start in each.keys:
                name = shard_name(start)
                stamps[name] = (*stamps.get(name, ()), moment)
        return stamps

    def done(self) -> Sequence[Many]:
        """Return what was done to many and is not in the files yet, in its order."""
        stamp = self.many.stamp(MANY)
        if stamp != self._seen:
            self._done = tuple(self.many.read(MANY).values()) if stamp else ()
            self._seen = self.many.stamp(MANY)
        return self._done

    def read_as(self, name: str, shape: type[U]) -> "Mapping[str, U | Mark]":
        """Return the marks in this file by key: whole ones, or what `shape` asks of each."""
        if self._concerns(name):
            return self._with_many(name, self.shards.read(name))
        return self.shards.read_as(name, shape)

    def get(self, name: str, key: str) -> Mark | None:
        """Return the mark on this key in this file, or None."""
        if self._concerns(name):
            return self._with_many(name, self.shards.read(name)).get(key)
        return self.shards.get(name, key)

    def fresh(self, name: str) -> dict[str, Mark]:
        """Return the marks in this file, to be changed; the caller holds the lock of the files."""
        return self._with_many(name, self.shards.fresh(name))

    def look(self) -> None:
        """See what was done to many, before anything is changed, under the lock.

        Raises LibraryError where that cannot be known.
        """
        if not self.done() and self._seen is not None:
            self.many.fresh(MANY)

    def put(
        self,
        at: datetime,
        action: Action,
        changed: Iterable[Mark],
        files: Mapping[str, Mapping[str, Mark]],
    ) -> None:
        """Keep what was changed by an action, under the lock; `files` are as they are then."""
        undoes_many = any(each.at == action.undoes for each in self.done())
        if undoes_many or len(files) > FEW_FILES:
            self._put_many(at, action, (mark.key for mark in changed))
        elif files:
            self.shards.put_all(files)

    def replace(self, name: str, marks: Mapping[str, Mark]) -> None:
        """Put these in the place of all marks in this file, under the lock."""
        if self._concerns(name):
            self.fold()
        self.shards.put_all({name: marks})

    def _put_many(self, at: datetime, action: Action, keys: Iterable[str]) -> None:
        if len(self.done()) >= MOST_ACTIONS or self._size() >= MOST_KEYS:
            self.fold()
        by_start: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            by_start[key[:2]].append(key)
        new = Many(at, action, {start: " ".join(each) for start, each in by_start.items()})
        self._put_done((*self.many.fresh(MANY).values(), new))

    def fold(self) -> None:
        """Write into the files what was done to many, under the lock."""
        names = dict.fromkeys(shard_name(start) for each in self.done() for start in each.keys)
        self.shards.put_all({name: self.fresh(name) for name in names})
        self._put_done(())

    def _put_done(self, done: Sequence[Many]) -> None:
        self.many.put_all({MANY: {str(number): each for number, each in enumerate(done)}})

    def _size(self) -> int:
        return sum(len(keys) // 17 + 1 for each in self.done() for keys in each.keys.values())

    def _concerns(self, name: str) -> bool:
        start = start_of(name)
        return any(start in each.keys for each in self.done())

    def _with_many(self, name: str, marks: dict[str, Mark]) -> dict[str, Mark]:
        """Return `marks`, those of this file, after all that was done to many."""
        start = start_of(name)
        for each in self.done():
            for key in each.keys.get(start, "").split():
                before = marks.get(key) or new_mark(key)
                after = each.action.done_to(before, each.at)
                if after is not before:
                    marks[key] = after
        return marks


def mark_records(files: Files, told: Told = quietly) -> Shards:
    """Return the records of marks, in the state that lies in `files`."""
    return Shards(files, FOLDER, "marks", Mark, told)


def many_records(files: Files, told: Told = quietly) -> StateRecords[Many]:
    """Return the records of what was done to many, in the state that lies in `files`."""
    return StateRecords(files, MANY, "many", Many, told)


def new_mark(key: str) -> Mark:
    """Return what the article of this key has while nobody has marked it."""
    return Mark(key, filtered=True)


def _undone(mark: Mark) -> Mark:
    before = mark.past[-1]
    return Mark(mark.key, before.read, before.starred, before.tags, before.changed, mark.past[:-1])


def shard_file(key: str) -> str:
    """Return the file of the mark on `key`, or ``""`` for what is no key."""
    return shard_name(key[:2]) if re.fullmatch(r"[0-9a-f]{16}", key) else ""


def shard_name(start: str) -> str:
    """Return the file of the marks on keys that start with these two digits."""
    return f"{FOLDER}/{start}.json"


def start_of(name: str) -> str:
    """Return the two digits with which the keys in this file start."""
    return name.removeprefix(f"{FOLDER}/").removesuffix(".json")

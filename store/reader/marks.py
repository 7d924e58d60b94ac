"""What one reader did: articles read, starred and tagged, and the place where reading left off.

Marks lie in files of their own (`store.reader.mark_records`). They are the reader's own and never
lie in a shared library. Sessions of one reader merge: each change is made to what the files say at
that moment, under the lock, so that of two changes to one mark the later stands, and changes to
others are never lost.

Each mark knows what it was before, and all that one action changes has that action's moment: the
last action can so be undone in any session, without a journal that a mark would have to wait for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from store.backends.disk import state_files
from store.backends.files import Files, Stamp
from store.backends.locking import PATIENCE, quietly
from store.backends.state_files import StateRecords, Told
from store.bounds import LONGEST_NAME, Instant
from store.errors import DubaoError, LibraryError
from store.models import Mark
from store.moments import next_moment, utc_now
from store.reader.filter_history import FilterHistory
from store.reader.mark_index import MarkIndex
from store.reader.mark_records import FOLDER, Action, MarkRecords, new_mark, shard_file
from store.reader.place import Place
from store.reader.saved_filters import SavedFilters

PLACE = "place.json"
LAST = "last"
"""The name of the place where reading left off."""

BESIDE = "moments.json"
"""When the reader last did what is no mark, such as removing an issue."""

MOST_TAGS = 32
"""Tags of one article, for a reader who has no more yet."""


def open_marks(
    folder: Path | None = None,
    *,
    clock: Callable[[], datetime] = utc_now,
    patience: float = PATIENCE,
    told: Told = quietly,
) -> "Marks":
    """Return the marks kept in the state folder `folder`, or in this reader's own.

    Nothing is made on disk before something is marked. A mark that has to wait for another session
    for more than `patience` seconds fails. `told` is told what cannot be read of the state.
    """
    return Marks(state_files(folder, patience), clock, told)


class Marks:
    """One reader's marks; what other sessions mark is seen at the next call.

    Reading never fails: what cannot be read is set aside and told of. What changes something may
    raise LibraryError, with a sentence that names the file.
    """

    def __init__(
        self, files: Files, clock: Callable[[], datetime] = utc_now, told: Told = quietly
    ) -> None:
        self._files = files
        self._clock = clock
        self.told = told
        self._records = MarkRecords(files, told)
        self._places = place_records(files, told)
        self._beside = moment_records(files, told)
        self._marked = MarkIndex(self._records)
        self.asked = FilterHistory(files, told)
        self.filters = SavedFilters(files, told)

    def get(self, key: str) -> Mark:
        """Return the mark on the article of this key; one without a mark is unread."""
        name = shard_file(key)
        mark = self._records.get(name, key) if name else None
        return mark or Mark(key)

    def untouched(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return those of `keys` whose articles the reader never marked, nor undid a mark on."""
        touched: dict[str, set[str]] = {}
        left = []
        for key in keys:
            name = shard_file(key)
            if name not in touched:
                marks = self._records.read_as(name, _Touched) if name else {}
                touched[name] = {each for each, mark in marks.items() if not mark.filtered}
            if key not in touched[name]:
                left.append(key)
        return tuple(left)

    def mark(self, key: str, *, read: bool | None = None, starred: bool | None = None) -> Mark:
        """Set what is not None on the article of this key; it is durable when this returns."""
        return self.mark_all([key], read=read, starred=starred)[0]

    def mark_all(
        self,
        keys: Iterable[str],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        tag: str = "",
        untag: str = "",
        by_filter: bool = False,
    ) -> tuple[Mark, ...]:
        """Set what is given on the articles of these keys, as one action, and return their marks.

        All is durable when this returns. `by_filter` tells what a saved filter marks from what the
        reader does. Raises DubaoError for a tag that is too long or too many.
        """
        if len(tag) > LONGEST_NAME:
            raise DubaoError("A tag has {most} characters at most.", most=LONGEST_NAME)
        shards: dict[str, list[str]] = defaultdict(list)
        for key in dict.fromkeys(keys):
            name = shard_file(key)
            if not name:
                raise LibraryError("{key!r} is not the key of an article.", key=key)
            shards[name].append(key)
        return self._change(shards, Action(read, starred, tag, untag, by_filter))

    def undo(self) -> tuple[Mark, ...]:
        """Take back the last action on marks, of any session; return the marks as they are now.

        If nothing can be undone, nothing is changed or returned.
        """
        last = self.last_change()
        if last is None:
            return ()
        return self._change(dict.fromkeys(self._marked.files_since(last)), Action(undoes=last))

    def last_change(self) -> datetime | None:
        """Return when the last action that can be undone was done, or None."""
        last = None
        for name, latest in self._marked.latest_first():
            if last is not None and latest <= last:
                break
            held = self._records.read_as(name, _Changed).values()
            moments = [mark.changed for mark in held if mark.past and mark.changed]
            last = max(moments if last is None else [last, *moments], default=None)
        return last

    def read_keys(self) -> Set[str]:
        """Return the keys of the articles that have been read, as they are and will be."""
        self._marked.look()
        return self._marked.read

    def starred_keys(self) -> Set[str]:
        """Return the keys of the articles that are starred, as they are and will be."""
        self._marked.look()
        return self._marked.starred

    def tags(self) -> dict[str, Set[str]]:
        """Return the tags in use, each with the keys of the articles that have it."""
        self._marked.look()
        return self._marked.tags()

    def changes(self, since: int) -> tuple[int, Sequence[str]]:
        """Return how often an article was marked read or unread, and their keys `since` so often.

        What has not been asked for before counts as unchanged.
        """
        self._marked.look()
        return self._marked.changes(since)

    def watched(self) -> tuple[str, ...]:
        """Return the paths of which one has a new date when a mark or the place changes."""
        return self._files.where(FOLDER), self._files.where(PLACE)

    def all(self) -> Iterator[Mark]:
        """Yield every mark, by key."""
        for name in sorted(self._records.stamps()):
            marks = self._records.read_as(name, Mark)
            yield from sorted(marks.values(), key=lambda mark: mark.key)

    def stamp(self) -> Stamp | None:
        """Return what changes when a mark is made; the change is seen a moment later."""
        return self._records.stamp()

    def place(self, name: str = LAST) -> Place:
        """Return where this reader left off, or the place kept by this name; empty without one."""
        return self._places.get(PLACE, name) or Place()

    def places(self) -> dict[str, Place]:
        """Return the places kept by a name, by these names."""
        held = self._places.read(PLACE)
        return {name: held[name] for name in sorted(held) if name != LAST}

    def leave(self, place: Place, name: str = LAST, patience: float | None = None) -> None:
        """Keep `place` as where this reader left off, or by this name; durable on return.

        Another session is waited for as long as ever, or for `patience` seconds.
        """
        with self._files.lock(patience), self._places.writing(PLACE) as tables:
            if tables.named("place", name, Place) != place:
                tables.put("place", {name: place})

    def note(self, moment: datetime) -> None:
        """Keep that the reader did something else at this moment: what they mark next is later."""
        with self._files.lock(), self._beside.writing(BESIDE) as tables:
            tables.put("moments", {LAST: Moment(moment)})

    def next_moment(self) -> datetime:
        """Return the present moment, or the one after all that the reader did before."""
        return next_moment(self._clock(), *self._before())

    def _before(self) -> tuple[datetime | None, ...]:
        """Return when the reader last marked something, marked or undid many, did something else.

        What undoes an action on many knows it by its moment, so that no other may have that.
        """
        noted = self._beside.get(BESIDE, LAST)
        many = (each.at for each in self._records.done())
        return self._marked.latest(), max(many, default=None), noted.at if noted else None

    def _change(self, shards: Mapping[str, Iterable[str] | None], do: Action) -> tuple[Mark, ...]:
        """Do this to the marks on the keys in each file, now and in one go, and return them.

        Of a file without keys it is done to all, and those are returned that it has changed.
        """
        if not shards:
            return ()
        marks: list[Mark] = []
        changed: list[Mark] = []
        self._before()  # what cannot be read of that is set aside, which takes the lock
        with self._files.lock():
            self._records.look()
            now, files = self.next_moment(), {}
            for name, keys in shards.items():
                held = self._records.fresh(name)
                asked = held if keys is None else keys
                before = [held.get(key) or new_mark(key) for key in asked]
                after = [do.done_to(mark, now) for mark in before]
                others = [new for old, new in zip(before, after, strict=True) if new is not old]
                marks += others if keys is None else after
                changed += others
                if others:
                    files[name] = held | {mark.key: mark for mark in others}
            if do.tag and any(len(mark.tags) > MOST_TAGS for mark in changed):
                raise DubaoError("An article has {most} tags at most.", most=MOST_TAGS)
            self._records.put(now, do, changed, files)
            self._marked.take(files)
        return tuple(marks)


def place_records(files: Files, told: Told = quietly) -> StateRecords[Place]:
    """Return the records of places, in the state that lies in `files`."""
    return StateRecords(files, PLACE, "place", Place, told)


def moment_records(files: Files, told: Told = quietly) -> StateRecords["Moment"]:
    """Return the record of when the reader last did what is no mark, in the state in `files`."""
    return StateRecords(files, BESIDE, "moments", Moment, told)


class Moment(Struct, frozen=True):
    """When something was done (UTC)."""

    at: Instant


class _Changed(Struct, gc=False):
    """What an undo reads of every mark: a quarter of the time that all of it takes (measured)."""

    changed: Instant | None = None
    past: list[msgspec.Raw] = []


class _Touched(Struct, gc=False):
    """What tells the reader's marks from those of filters."""

    filtered: bool = False

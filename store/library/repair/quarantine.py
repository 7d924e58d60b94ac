"""Files that are set aside: each keeps its path beneath ``quarantine/``, with a record of why.

The record (``quarantine/moved.json``: by place, where the file lay, why it was moved, and when) is
written before anything is moved. A full disk or a kill so leaves each file either where it was, or
in a place that is known, from which it can be put back.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import count

from msgspec import Struct

from store.backends.files import Files
from store.backends.tables import Tables, write
from store.bounds import Instant, Text
from store.errors import DamagedError, LibraryError, NotFoundError
from store.library.catalogue_file import BASE, RECENT
from store.library.library_id import FILE as ID_FILE
from store.messages import Message

QUARANTINE = "quarantine"
RECORD = f"{QUARANTINE}/moved.json"


class Finding(Struct, frozen=True):
    """What is wrong with `file`, and how it was mended, if it was."""

    file: str
    wrong: Message
    mended: Message | None = None


class Moved(Struct, frozen=True):
    """One file in quarantine: where it lay, why it was moved (in English), and when (UTC)."""

    origin: Text
    why: Text
    when: Instant


class Quarantine:
    """What is set aside of `files`; the caller holds their lock.

    Every method may raise LibraryError.
    """

    def __init__(self, files: Files) -> None:
        self._files = files

    def moved(self) -> dict[str, Moved]:
        """Return the record, by the place where each file lies now.

        What older versions set aside is known by its name, in which ``_`` stood for ``/``. A record
        that is damaged is an empty one. Whoever shares the library can write the record: what does
        not lead from quarantine to where files of dubao's lie is passed over. Raises NewerError.
        """
        try:
            told = Tables(self._files, RECORD).records("moved", Moved)
        except DamagedError:
            told = {}
        known = {place: moved for place, moved in told.items() if _can_be(place, moved.origin)}
        old = (name for name in self._files.names(QUARANTINE) if name not in known)
        return {**{name: moved for name in old for moved in _flat(name)}, **known}

    def set_aside(self, files: Sequence[tuple[str, Message]]) -> list[str]:
        """Move files, each with the reason why; return where they are now."""
        places = self._record(files)
        for (name, _), place in zip(files, places, strict=True):
            self._files.move(name, place)
        return places

    def keep_copy(self, name: str, why: Message) -> str:
        """Keep a copy of a file that is to be written anew; return where."""
        (place,) = self._record([(name, why)])
        self._files.write(place, self._files.read(name) or b"")
        return place

    def restore(self, names: Collection[str] = ()) -> Iterator[Finding]:
        """Put files back where they lay, all or those of these names (now or then).

        Yield what became of each; one whose place is taken stays. Raises NotFoundError.
        """
        record = {n: m for n, m in self.moved().items() if self._files.stamp(n) is not None}
        for name in names:
            if not any(name in (place, moved.origin) for place, moved in record.items()):
                raise NotFoundError("{file}: nothing of this name is in quarantine.", file=name)
        left = dict(record)
        for place, moved in record.items():
            if names and place not in names and moved.origin not in names:
                continue
            wrong = Message("{file} was set aside.", {"file": moved.origin})
            if self._files.stamp(moved.origin) is not None:
                wrong = Message(
                    "{file}: it stays in quarantine, for there is another {origin}.",
                    {"file": place, "origin": moved.origin},
                )
                yield Finding(place, wrong)
                continue
            self._files.move(place, moved.origin)
            del left[place]
            yield Finding(place, wrong, Message("put back"))
        if left.keys() != record.keys():
            write(self._files, RECORD, {"moved": left})

    def _record(self, files: Iterable[tuple[str, Message]]) -> list[str]:
        """Write into the record that these files are to be moved, and return to which places."""
        record = self.moved()
        now = datetime.now(UTC)
        places: list[str] = []
        for name, why in files:
            place = self._free(name, places)
            record[place] = Moved(name, str(why), now)
            places.append(place)
        if places:
            self._keep_damaged_record()
            write(self._files, RECORD, {"moved": record})
        return places

    def _keep_damaged_record(self) -> None:
        """Keep a record that cannot be read under another name before it is written anew."""
        try:
            Tables(self._files, RECORD).records("moved", Moved)
        except DamagedError:
            self._files.write(self._free("moved.json"), self._files.read(RECORD) or b"")

    def _free(self, name: str, taken: Collection[str] = ()) -> str:
        """Return a place in quarantine where nothing is, for the file `name`."""
        places = (f"{QUARANTINE}/{name}{f'.{n}' if n else ''}" for n in count())
        return next(
            each for each in places if self._files.stamp(each) is None and each not in taken
        )


def now_at(place: str, mended: Message | None) -> Message:
    """Return that a file is now in this place, and how it was mended."""
    if mended is None:
        return Message("now {file}", {"file": place})
    return Message("now {file}; {mended}", {"file": place, "mended": mended})


def _can_be(place: str, origin: str) -> bool:
    """Return whether a file that lay at `origin` can be set aside at `place`."""
    top = origin.partition("/")[0]
    ours = origin in (BASE, RECENT, ID_FILE) or (
        top in ("issues", "sources", "pictures") and top != origin
    )
    plain = {"", ".", ".."}.isdisjoint([*place.split("/"), *origin.split("/")])
    return ours and plain and place.startswith(f"{QUARANTINE}/")


def _flat(place: str) -> Iterator[Moved]:
    """Yield the record of a file that an older version has set aside, if it is one."""
    name = place.removeprefix(f"{QUARANTINE}/")
    found = re.fullmatch(
        r"(issues)_([a-z0-9]+)_([a-z0-9.-]+?\.json)(\.[0-9]+)?"
        r"|(sources)_([0-9a-f]{64}\.gz)(\.[0-9]+)?",
        name,
    )
    if found:
        parts = [part for part in found.groups() if part and not re.fullmatch(r"\.[0-9]+", part)]
        why = "an older dubao set it aside; reasons.txt says why"
        yield Moved("/".join(parts), why, datetime.fromtimestamp(0, UTC))


def restored(files: Files, names: Collection[str] = ()) -> list[Finding]:
    """Put what is set aside back under the lock; see `Quarantine.restore`.

    Raises LibraryError, and NotFoundError.
    """
    if not files.writable():
        raise LibraryError("{file}: you may not change this library.", file=files.where(""))
    with files.lock():
        return list(Quarantine(files).restore(names))

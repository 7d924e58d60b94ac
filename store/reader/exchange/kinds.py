"""What of a reader's state travels, each file of it by its name: read, merged and written here.

Marks travel as they are with all that was done to many, and clippings by the month.
"""

import re
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from store.backends.files import Files, Stamp
from store.backends.locking import quietly
from store.backends.memory import MemoryFiles
from store.backends.state_files import StateRecords, Told
from store.backends.tables import Tables, packed
from store.errors import LibraryError, NewerError
from store.messages import template
from store.models import Mark
from store.reader.briefed import Keys, briefed_records
from store.reader.clippings import Clip, clip_records, drop_clips, put_clips
from store.reader.exchange import merging
from store.reader.exchange.merging import NEVER, Rule, Side, merge
from store.reader.filter_history import KEPT, Question, Questions, history_records
from store.reader.mark_records import MarkRecords, shard_file
from store.reader.marks import Moment, place_records
from store.reader.place import Place
from store.reader.saved_filters import SavedFilter, filter_records

T = TypeVar("T")

_AT, _LAST = "exchanged", "last"

REFUSED = template(
    "{file}: what the archive has of it is not what dubao wrote; it is left there, and yours here."
)
NEWER = template("{file}: a newer dubao has put it into the archive; update this one to have it.")

NOTHING = packed({})
"""What travels where there is no file."""


class Kind(ABC, Generic[T]):
    """Records of one kind in `files`; what travels of them is packed, those of a file together."""

    def __init__(self, files: Files, table: str, kind: type[T], rule: Rule[T]) -> None:
        self.files = files
        self._table = table
        self._kind = kind
        self._rule = rule

    @abstractmethod
    def owns(self, name: str) -> bool:
        """Return whether a file of this name holds records of this kind."""

    @abstractmethod
    def stamps(self) -> Mapping[str, Stamp]:
        """Return the names of the files that are here, and what changes when they do."""

    @abstractmethod
    def fresh(self, name: str) -> Mapping[str, T]:
        """Return the records that are here, under the lock of the files; see `StateRecords.fresh`.

        Raises LibraryError.
        """

    @abstractmethod
    def write(self, name: str, records: Mapping[str, T]) -> None:
        """Put these in the place of all that are here, under the lock. Raises LibraryError."""

    @abstractmethod
    def fits(self, name: str, record: str, held: T) -> bool:
        """Return whether a record of this name may be in this file."""

    def asides(self, name: str) -> int:
        """Return how often something of this file could not be read, and was set aside."""
        if self._rule.goes is None:
            return 0
        stem = name.removesuffix(".json")
        folder = name.rpartition("/")[0]
        return sum(
            each.startswith(stem) and ".damaged-" in each for each in self.files.names(folder)
        )

    def side(self, name: str, held: bytes) -> Side[T]:
        """Return what was packed. Raises LibraryError when that cannot be what dubao packed."""
        files = MemoryFiles()
        files.write(name, held)
        tables = Tables(files, name, verify=True)
        records = tables.records(self._table, self._kind)
        if not all(self.fits(name, each, record) for each, record in records.items()):
            raise LibraryError(REFUSED, file=name)
        moment = tables.named(_AT, _LAST, Moment)
        return Side(records, moment.at if moment else NEVER)

    def same(self, name: str, one: bytes, other: bytes) -> bool:
        """Return whether these hold the same records. Raises LibraryError."""
        return self.side(name, one).records == self.side(name, other).records

    def take(self, name: str, base: bytes, there: bytes, asides: int) -> bytes:
        """Merge what is `there` into what is here, where both had `base`, and return that.

        It is durable here then; the caller holds the lock of the files. What was set aside more
        often than `asides` was not taken away by its reader. Raises LibraryError.
        """
        other, both = self.side(name, there), self._or_none(name, base)
        here = Side(self.fresh(name), self.files.dated(name) or NEVER)
        if self.asides(name) != asides:
            both = {}
        merged = merge(both, here, other, self._rule)
        if merged != here.records:
            self.write(name, merged)
        return self._packed(Side(merged, max(here.at, other.at)))

    def check(self, name: str, there: bytes) -> None:
        """Raise LibraryError when what is `there` cannot be what dubao has put there."""
        try:
            self.side(name, there)
        except NewerError as error:
            raise NewerError(NEWER, file=name) from error
        except LibraryError as error:
            raise LibraryError(REFUSED, file=name) from error

    def _or_none(self, name: str, base: bytes) -> Mapping[str, T]:
        try:
            return self.side(name, base).records
        except LibraryError:
            return {}

    def _packed(self, side: Side[T]) -> bytes:
        return packed({self._table: side.records, _AT: {_LAST: Moment(side.at)}})


class InOneFile(Kind[T]):
    """Records that lie in the file `place`."""

    def __init__(self, files: Files, place: str, table: str, kind: type[T], rule: Rule[T]) -> None:
        super().__init__(files, table, kind, rule)
        self.place = place

    def owns(self, name: str) -> bool:
        """Return whether this is their file."""
        return name == self.place

    def stamps(self) -> Mapping[str, Stamp]:
        """Return the file's, if there is one."""
        stamp = self.files.stamp(self.place)
        return {self.place: stamp} if stamp else {}


class Named(InOneFile[T]):
    """Records by their own names, or by those under which they are kept."""

    def __init__(self, records: StateRecords[T], rule: Rule[T]) -> None:
        super().__init__(records.files, records.place, records.table, records.kind, rule)
        self._records = records

    def fresh(self, name: str) -> Mapping[str, T]:
        """Return the records, to be changed."""
        return self._records.fresh(name)

    def write(self, name: str, records: Mapping[str, T]) -> None:
        """Put these in their place."""
        self._records.put_all({name: records})

    def fits(self, name: str, record: str, held: T) -> bool:
        """Return whether it has the name under which it is kept, where it has one."""
        return bool(getattr(held, "name", record) == record)


class Asked(InOneFile[Questions]):
    """What was asked, which is one record as it travels: its order is what matters."""

    def __init__(self, records: StateRecords[Question]) -> None:
        place, table = records.place, records.table
        super().__init__(records.files, place, table, Questions, merging.QUESTIONS)
        self._records = records

    def fresh(self, name: str) -> Mapping[str, Questions]:
        """Return all as one, to be changed."""
        return _as_one(self._records.fresh(name))

    def write(self, name: str, records: Mapping[str, Questions]) -> None:
        """Write them one by one."""
        texts = records[_LAST].texts if _LAST in records else ()
        self._records.put_all({name: {text: Question(text) for text in texts}})

    def fits(self, name: str, record: str, held: Questions) -> bool:
        """Return whether it is the one."""
        return record == _LAST


def _as_one(records: Mapping[str, Question]) -> Mapping[str, Questions]:
    texts = tuple(question.text for question in records.values())[:KEPT]
    return {_LAST: Questions(texts)} if texts else {}


class Marked(Kind[Mark]):
    """Marks, by the first two digits of their keys."""

    def __init__(self, records: MarkRecords) -> None:
        super().__init__(records.shards.files, "marks", Mark, merging.MARKS)
        self._records = records

    def owns(self, name: str) -> bool:
        """Return whether this is one of the files of marks."""
        return bool(re.fullmatch(r"marks/[0-9a-f]{2}\.json", name))

    def stamps(self) -> Mapping[str, Stamp]:
        """Return those of the files, and of what was done to many in each."""
        return self._records.stamps()

    def fresh(self, name: str) -> Mapping[str, Mark]:
        """Return the marks, to be changed."""
        return self._records.fresh(name)

    def write(self, name: str, records: Mapping[str, Mark]) -> None:
        """Put these in the place of the file's."""
        self._records.replace(name, records)

    def fits(self, name: str, record: str, held: Mark) -> bool:
        """Return whether the key of the mark begins with these digits."""
        return held.key == record and shard_file(record) == name


class Clipped(Kind[Clip]):
    """Clippings, by the month in which they were made."""

    def __init__(self, records: StateRecords[Clip]) -> None:
        super().__init__(records.files, "clips", Clip, merging.CLIPS)
        self._records = records

    def owns(self, name: str) -> bool:
        """Return whether this names a month."""
        return bool(re.fullmatch(r"clips/[0-9]{4}-[0-9]{2}\.json", name))

    def stamps(self) -> Mapping[str, Stamp]:
        """Return for each month what changes when one of its files does."""
        months: dict[str, Stamp] = defaultdict(tuple)
        for name, stamp in sorted(self._records.stamps().items()):
            months[_month(name)] += stamp
        return {name: stamp for name, stamp in months.items() if self.owns(name)}

    def fresh(self, name: str) -> Mapping[str, Clip]:
        """Return the clippings of the month, to be changed."""
        files = self._of(name)
        return {each: clip for file in files for each, clip in self._records.fresh(file).items()}

    def write(self, name: str, records: Mapping[str, Clip]) -> None:
        """Keep these, each in its file, and take the month's others away."""
        held = self.fresh(name)
        drop_clips(self._records, [each for each in held if each not in records])
        put_clips(self._records, [clip for each, clip in records.items() if held.get(each) != clip])

    def fits(self, name: str, record: str, held: Clip) -> bool:
        """Return whether the clipping was made in this month."""
        return held.id == record and _month_of(record) == name

    def _of(self, month: str) -> Sequence[str]:
        return [name for name in self._records.names() if _month(name) == month]


def _month(file: str) -> str:
    """Return by which name the month travels of which this is a file."""
    return f"{file.removesuffix('.json').partition('_')[0]}.json"


def _month_of(clip: str) -> str:
    return f"clips/{clip[:4]}-{clip[4:6]}.json" if re.fullmatch(r"[0-9]{20}", clip) else ""


Carried = Kind[Mark] | Kind[Clip] | Kind[SavedFilter] | Kind[Place] | Kind[Questions] | Kind[Keys]


def kinds(files: Files, told: Told = quietly) -> Sequence[Carried]:
    """Return all that travels of the state in `files`."""
    return (
        Marked(MarkRecords(files, told)),
        Clipped(clip_records(files, told)),
        Named(filter_records(files, told), merging.FILTERS),
        Named(place_records(files, told), merging.PLACES),
        Asked(history_records(files, told)),
        Named(briefed_records(files, told), merging.BRIEFED),
    )

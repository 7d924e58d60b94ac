"""Clippings (剪报): articles, or paragraphs of them, kept with where they stood.

They are a reader's own and lie in their state, ``clips/2024-03.json`` for the first hundred of a
month, ``clips/2024-03_ID.json`` for a hundred from the one of this id on: whoever keeps one more
writes these anew, and not thousands. A clipping holds its text: it stays when its article is set
right or its issue removed.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from store.backends.disk import state_files
from store.backends.files import Files
from store.backends.locking import PATIENCE, quietly
from store.backends.state_files import StateRecords, Told
from store.bounds import MANY, Address, Hash, Instant, Ordinal, Short, Text
from store.errors import DubaoError, LibraryError, NotFoundError
from store.exports.citation import authors_of, citation
from store.models import Article, Issue
from store.moments import TICK, next_moment, utc_now
from store.press.text.clean import clean_line
from store.reader.short_names import named, short_names

FOLDER = "clips"

KEPT = timedelta(days=30)
"""How long a clipping that was dropped can be brought back."""

MOST_IN_FILE = 100
"""Clippings in one file."""

_BEGINNING = 16
"""Characters of its text by which one of an article's clippings is told from another."""

_KEYS = re.compile(rb'"key" *: *"([0-9a-f]+)"')
"""Finds the keys of the articles in a file, in a tenth of the time that reading it takes."""


class Clip(Struct, frozen=True):
    """One clipping.

    `id` is the moment it was made (UTC) as digits, `taken` the same; `article` and `key` are the
    article's address and key then. `paragraphs` are those clipped, `whole` tells whether these are
    all; if they are not, `numbers` are their places in the article (from 0; none in what was
    clipped by an earlier version). `authors` are the names of the byline, without their roles.
    `note` is the reader's own. `dropped` is when the reader took it away (UTC), which can be undone
    until `KEPT` has passed.
    """

    id: Hash
    taken: Instant
    article: Address
    key: Hash
    paper: Text
    date: date | None
    page: Short
    headline: Text
    kicker: Text = ""
    subhead: Text = ""
    authors: tuple[Text, ...] = ()
    paragraphs: tuple[Text, ...] = ()
    whole: bool = True
    numbers: Annotated[tuple[Ordinal, ...], Meta(max_length=MANY)] = ()
    note: Text = ""
    dropped: Instant | None = None

    @property
    def citation(self) -> str:
        """The clipping's source after GB/T 7714-2015."""
        return citation(self.headline, self.authors, self.paper, self.date, self.page)

    @property
    def part(self) -> str:
        """Which paragraphs it has of the article, and how they begin; ``""`` if it has all."""
        if self.whole:
            return ""
        begin = next(iter(self.paragraphs), "").strip()
        words = begin if len(begin) <= _BEGINNING else f"{begin[:_BEGINNING]}…"
        return f"¶{_ranges(self.numbers)} {words}".strip()


class Cutting(Struct, frozen=True):
    """What is to be clipped: an article of `issue`, or those `paragraphs` of it (from 0).

    Raises DubaoError for a paragraph that it has not.
    """

    issue: Issue
    article: Article
    paragraphs: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be cut out."""
        count = len(self.article.paragraphs)
        if self.paragraphs and not 0 <= min(self.paragraphs) <= max(self.paragraphs) < count:
            raise DubaoError(
                "{id} has {count} paragraphs; say which.", id=self.article.id, count=count
            )

    @property
    def text(self) -> tuple[str, ...]:
        """The paragraphs that are cut out, in their order."""
        chosen = sorted(set(self.paragraphs))
        return tuple(self.article.paragraphs[at] for at in chosen) or self.article.paragraphs

    def clip(self, taken: datetime) -> Clip:
        """Return the clipping that is made of it at that moment."""
        return Clip(
            id=f"{taken:%Y%m%d%H%M%S%f}",
            taken=taken,
            article=self.article.id,
            key=self.article.key,
            paper=self.issue.paper.name,
            date=self.issue.date,
            page=self.article.page,
            headline=self.article.headline,
            kicker=self.article.kicker,
            subhead=self.article.subhead,
            authors=authors_of(self.article),
            paragraphs=self.text,
            whole=not self.paragraphs,
            numbers=tuple(sorted(set(self.paragraphs))),
        )


def _ranges(numbers: Sequence[int]) -> str:
    """Return ascending `numbers` (from 0) as people write them, from 1: ``2-4 6``."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return " ".join(f"{r[0] + 1}-{r[-1] + 1}" if r[1:] else f"{r[0] + 1}" for r in found)


def open_clips(
    folder: Path | None = None,
    *,
    clock: Callable[[], datetime] = utc_now,
    patience: float = PATIENCE,
    told: Told = quietly,
) -> "Clips":
    """Return the clippings kept in the state folder `folder`, or in this reader's own."""
    return Clips(state_files(folder, patience), clock, told)


class Clips:
    """One reader's clippings.

    Every method may raise LibraryError, with a sentence that names the file.
    """

    def __init__(
        self, files: Files, clock: Callable[[], datetime] = utc_now, told: Told = quietly
    ) -> None:
        self._files = files
        self._records = clip_records(files, told)
        self._clock = clock

    def clip(self, issue: Issue, article: Article, paragraphs: Iterable[int] = ()) -> Clip:
        """Keep an article, or those paragraphs of it (from 0), durably, and return the clipping.

        Raises DubaoError for a paragraph that it has not.
        """
        return self.clip_all([Cutting(issue, article, tuple(paragraphs))])[0]

    def clip_all(self, cuttings: Sequence[Cutting]) -> list[Clip]:
        """Keep all of these in one go, durably, and return the clippings."""
        first = next_moment(self._clock(), self._latest())
        clips = [cutting.clip(first + number * TICK) for number, cutting in enumerate(cuttings)]
        self._put(*clips)
        return clips

    def new(self, cuttings: Iterable[Cutting]) -> list[Cutting]:
        """Return those of `cuttings` that are no clipping yet, each of them once."""
        cuttings = list(cuttings)
        keys = {cutting.article.key.encode() for cutting in cuttings}
        there = {
            (clip.key, clip.paragraphs, clip.whole)
            for name in self._records.names()
            if self._may_hold(name, keys)
            for clip in self._records.read(name).values()
            if clip.dropped is None
        }
        new = []
        for cutting in cuttings:
            name = (cutting.article.key, cutting.text, not cutting.paragraphs)
            if name not in there:
                there.add(name)
                new.append(cutting)
        return new

    def all(self) -> Iterator[Clip]:
        """Yield the clippings, the first made first."""
        return (clip for clip in self._held() if clip.dropped is None)

    def _held(self) -> Iterator[Clip]:
        """Yield the clippings, and those that were dropped but can be brought back."""
        for name in self._records.names():
            clips = self._records.read(name)
            yield from sorted(clips.values(), key=lambda clip: clip.id)

    def named(self, name: str) -> Clip:
        """Return the clipping whose id or short name is `name`, or the only one that begins so.

        Raises NotFoundError when there is none, DubaoError when there are several.
        """
        clips = {clip.id: clip for clip in self.all()}
        found = named(name, clips)
        if not found:
            raise NotFoundError(
                "There is no clipping {name}; dubao clips shows what there is.", name=name
            )
        if len(found) > 1:
            raise DubaoError(
                "{name} begins the names of {count} clippings; give more of it.",
                name=name,
                count=len(found),
            )
        return clips[found[0]]

    def short_names(self) -> dict[str, str]:
        """Return the short name of each clipping by its id."""
        return short_names(clip.id for clip in self.all())

    def drop(self, name: str) -> Clip:
        """Take the clipping of this name (see `named`) away, and return it.

        Those in its file that were dropped long ago are gone for good.
        """
        clip, now = self.named(name), self._clock()
        with self._files.lock():
            file = _file_of(clip.id, self._records.names())
            held = self._records.fresh(file) | {clip.id: replace(clip, dropped=now)}
            kept = {
                each.id: each
                for each in held.values()
                if each.dropped is None or now - each.dropped < KEPT
            }
            self._records.put_all({file: kept})
        return clip

    def undo_drop(self) -> Clip | None:
        """Keep the clipping again that was taken away last, and return it; None without any."""
        dropped = [(clip.dropped, clip.id, clip) for clip in self._held() if clip.dropped]
        if not dropped:
            return None
        clip = replace(max(dropped)[-1], dropped=None)
        self._put(clip)
        return clip

    def note(self, name: str, note: str) -> Clip:
        """Keep the reader's own `note` on the clipping of this name, and return that."""
        clip = replace(self.named(name), note=clean_line(note))
        self._put(clip)
        return clip

    def _put(self, *clips: Clip) -> None:
        """Keep `clips`."""
        with self._files.lock():
            put_clips(self._records, clips)

    def _may_hold(self, name: str, keys: Set[bytes]) -> bool:
        """Return whether a clipping of an article of one of `keys` may be in this file."""
        try:
            held = self._files.read(name) or b""
        except LibraryError:
            return True
        return not keys.isdisjoint(_KEYS.findall(held))

    def _latest(self) -> datetime | None:
        """Return when the last clipping was made, or None without any."""
        newest = self._records.names()[-1:]
        clips = [clip for name in newest for clip in self._records.read(name).values()]
        return max((clip.taken for clip in clips), default=None)


def clip_records(files: Files, told: Told = quietly) -> StateRecords[Clip]:
    """Return the records of clippings, in the state that lies in `files`."""
    return StateRecords(files, FOLDER, "clips", Clip, told)


def put_clips(records: StateRecords[Clip], clips: Iterable[Clip]) -> None:
    """Keep `clips`, under the lock: each in its file, or in one begun by it where that is full.

    Raises LibraryError.
    """
    held: dict[str, dict[str, Clip]] = {}
    changed = set()
    names = records.names()
    for clip in clips:
        name = _file_of(clip.id, names)
        if name not in held:
            held[name] = records.fresh(name)
        if len(held[name]) >= MOST_IN_FILE and clip.id > max(held[name]):
            name = _begun_by(clip.id)
            held[name] = {}
        if name not in names:
            insort(names, name)
        held[name][clip.id] = clip
        changed.add(name)
    if changed:
        records.put_all({name: held[name] for name in sorted(changed)})


def drop_clips(records: StateRecords[Clip], ids: Iterable[str]) -> None:
    """Take the clippings of these ids away, under the lock. Raises LibraryError."""
    names = records.names()
    held: dict[str, dict[str, Clip]] = {}
    for each in ids:
        name = _file_of(each, names)
        if name not in held:
            held[name] = records.fresh(name)
        held[name].pop(each, None)
    if held:
        records.put_all(held)


def _file_of(name: str, files: Sequence[str]) -> str:
    """Return the file of the clipping of this id, where there are these `files`, in their order."""
    month = f"{FOLDER}/{name[:4]}-{name[4:6]}"
    at = bisect_right(files, _begun_by(name))
    return files[at - 1] if at and files[at - 1].startswith(month) else f"{month}.json"


def _begun_by(name: str) -> str:
    """Return the file that begins with the clipping of this id, behind the month's first ones."""
    return f"{FOLDER}/{name[:4]}-{name[4:6]}_{name}.json"

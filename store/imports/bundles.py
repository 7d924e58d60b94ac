"""Inputs told apart before the press: archives unpacked, and mirrored issues put together.

A folder or an archive may hold a mirrored issue: page lists and articles with relative links. It is
one source (`store.press.mirror`). What belongs to one its pages' outlines tell: a page list, and
what it links to or what links to it, of the same day, within the folder. Pictures, styles and
programs that a page there has are parts of it, and no sources; beside a mirrored issue, those
that no page has are passed over, too. Everything else is a source of its own, in the order in which
it came. A worker unpacks and makes outlines, as these are strangers' bytes.
"""

import os
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from tempfile import NamedTemporaryFile

from msgspec import Struct, field
from msgspec.structs import replace

from store.errors import SourceError, WorkerError
from store.imports.sources import Input, load
from store.imports.unpacking import AT_ONCE, Archive, Unpacked, too_much
from store.press.mirror import MOST_FILES, File, Place, Places
from store.press.outline import Outline
from store.press.recognise import HEAD, foreign_archive, is_picture, may_be_markup, may_be_part
from store.processes import Worker, each_that_lives
from store.subscriptions.pictures import LARGEST_PICTURE
from store.subscriptions.pictures import is_picture as is_kept_picture

MOST_HELD = 160 * 2**20
"""Bytes of an archive's pages, and of their parts, that are held until all of it is known."""

MOST_PICTURES = 96 * 2**20
"""Bytes of an archive's pictures that are held until it is known whose they are."""

_SHOWN = re.compile(
    r"\.(?:css|m?js|map|swf|png|jpe?g|gif|webp|bmp|ico|svg|avif|woff2?|[ot]tf|eot|mp[34]|m4a|wav|ogg"
    r"|flv|webm)(?:[?@][^/]*)?$|(?:^|/)robots\.txt$",
    re.IGNORECASE,
)
"""How files of style, script, picture, font, sound and film are called, perhaps with a query, and
what a site tells programs."""
_SAVED_WITH = re.compile(r"(.+)[_.]files/", re.DOTALL)
"""The folder into which browsers save what a page is shown with."""


class _Held(Struct):
    """What is held back of one folder or archive until all of it is known."""

    worker: Worker
    pages: list[Input] = field(default_factory=list)
    parts: list[Input] = field(default_factory=list)
    """Pictures, styles and programs, which are no sources where a page has them."""
    pictures: list[Input] = field(default_factory=list)
    """Those of the parts that articles may show."""

    def holds(self, source: Input, start: bytes) -> bool:
        """Hold `source` back, which begins with `start`, if it can be a page or a part of one."""
        if may_be_markup(start):
            self.pages.append(source)
        elif may_be_part(start) or _is_shown(source):
            self.parts.append(source)
            if is_kept_picture(start):
                self.pictures.append(source)
        else:
            return False
        return True

    def sources(self) -> Iterator[Input]:
        """Yield the pages, those of one mirrored issue as one, and the parts that no page has.

        What pages are shown with is passed over beside a mirrored issue, whoever has it.
        """
        saved = {posixpath.splitext(page.inner)[0] for page in self.pages}
        self.pages = [page for page in self.pages if not _is_saved_with(page, saved)]
        self.parts = [part for part in self.parts if not _is_saved_with(part, saved)]
        several = self.pages and len(self.pages) + len(self.parts) > 1
        found = _outlines(self.pages, self.worker) if several else []
        groups = _groups(found)
        places = Places(Place(part.inner) for part in self.parts)
        shown = {places.find(link) for page in found for link in page.links}
        others = (part for part in self.parts if part.inner not in shown)
        for source in chain(_mirrors(self.pages, groups), others):
            if source.members or not (groups and _is_shown(source)):
                yield replace(source, pictures=tuple(self.pictures))


def put_together(inputs: Iterable[tuple[Input, bytes]]) -> Iterator[Input]:
    """Yield the sources in `inputs`, each of which comes with how it starts."""
    with Worker() as worker:
        top, held = "", _Held(worker)
        for source, start in inputs:
            if source.top != top:
                yield from held.sources()
                top, held = source.top, _Held(worker)
            if foreign_archive(start):
                yield from _in_archive(source, worker)
            elif not source.top or Path(source.path).is_symlink() or not held.holds(source, start):
                yield source
        yield from held.sources()


def _is_saved_with(source: Input, pages: Collection[str]) -> bool:
    """Return whether a browser has saved `source` with one of the `pages`, named without suffix."""
    folder = _SAVED_WITH.match(source.inner)
    return folder is not None and folder[1] in pages


def _is_shown(source: Input) -> bool:
    """Return whether `source` is called as what pages are shown with, and has no text to read."""
    return _SHOWN.search(source.inner) is not None


def _in_archive(source: Input, worker: Worker) -> Iterator[Input]:
    """Yield the sources in an archive, and it itself where none are: what it is tells its kind.

    So comes a document that only looks like an archive. Of a picture that no article may show, and
    of one too many, the start is kept, which tells that it is one.
    """
    held = _Held(worker)
    empty = True
    left, room = MOST_HELD, MOST_PICTURES
    try:
        for file in _unpacked(source, worker):
            empty = False
            start = file.data[:HEAD]
            data = file.data
            if is_picture(start):
                whole = is_kept_picture(start) and len(data) <= min(LARGEST_PICTURE, room)
                data = data if whole else start
                room -= len(data)
            each = Input(f"{source.path}: {file.path}", data, source.path, file.path)
            if not held.holds(each, start):
                yield each
                continue
            left -= len(start if is_picture(start) else data)
            if left < 0:
                raise too_much(source.name)
    except SourceError as error:
        yield replace(source, refusal=error.message)
        return
    if empty:
        yield source
    yield from held.sources()


def _unpacked(source: Input, worker: Worker) -> Iterator[File]:
    """Yield the files in an archive, as a worker unpacks it. Raises SourceError."""
    refusal = None
    try:
        with _path(source) as path:
            for some in worker.stream("unpack", Archive(path, source.name), Unpacked):
                yield from some.files
                refusal = some.refusal
    except WorkerError as error:
        raise too_much(source.name) from error
    if refusal:
        raise SourceError(refusal)


@contextmanager
def _path(source: Input) -> Iterator[bytes]:
    """Give the path at which the worker finds `source`: what came through a pipe is put there."""
    if source.data is None:
        yield os.fsencode(source.path)
    else:
        with NamedTemporaryFile() as file:
            file.write(source.data)
            file.flush()
            yield os.fsencode(file.name)


def _outlines(pages: Iterable[Input], worker: Worker) -> list[Outline]:
    """Return the outlines of `pages`, as a worker makes them; empty ones where it has died."""

    def ask(batch: Sequence[File]) -> list[Outline]:
        return worker.ask("outlines", batch, list[Outline])

    found: list[Outline] = []
    for batch in _batches(_files(pages)):
        found += each_that_lives(ask, batch, lambda page, _: Outline(Place(page.path)))
    return found


def _mirrors(pages: Sequence[Input], groups: Mapping[str, list[str]]) -> Iterator[Input]:
    """Yield `pages`, those of one mirrored issue as one input, where the first of them stood."""
    members = {page.inner: page for page in pages}
    told: set[str] = set()
    for page in pages:
        group = groups.get(page.inner, [page.inner])
        if page.inner in told:
            continue
        told.update(group)
        if len(group) == 1:
            yield page
        else:
            folder = posixpath.commonpath([posixpath.dirname(inner) for inner in group])
            name = f"{page.top}/{folder}" if folder else page.top
            yield Input(name, top=page.top, members=tuple(members[inner] for inner in group))


def _groups(pages: Sequence[Outline]) -> dict[str, list[str]]:
    """Return for each page that is part of a mirrored issue all the pages of that."""
    places = Places(page.place for page in pages)
    days = {page.place.path: page.place.day for page in pages}
    lists = {page.place.path for page in pages if page.lists}
    group_of = {path: [path] for path in days}

    def join(one: str, other: str) -> None:
        mine, theirs = group_of[one], group_of[other]
        if mine is not theirs and len(mine) + len(theirs) <= MOST_FILES:
            mine += theirs
            group_of.update(dict.fromkeys(theirs, mine))

    for page in pages:
        here = page.place.path
        if ahead := places.find(page.ahead):
            join(here, ahead)
        for there in filter(None, map(places.find, page.links)):
            of_one_day = None in (days[here], days[there]) or days[here] == days[there]
            if of_one_day and not lists.isdisjoint((here, there)):
                join(here, there)
    return {path: group for path, group in group_of.items() if not lists.isdisjoint(group)}


def _files(pages: Iterable[Input]) -> Iterator[File]:
    """Yield `pages` with their bytes; none where they cannot be had: why is told when read."""
    for page in pages:
        try:
            yield File(page.inner, load(page))
        except SourceError:
            yield File(page.inner, b"")


def _batches(pages: Iterable[File]) -> Iterator[list[File]]:
    batch: list[File] = []
    size = 0
    for page in pages:
        batch.append(page)
        size += len(page.data)
        if size >= AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

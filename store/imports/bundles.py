"""Inputs told apart before the press: archives unpacked, and mirrored issues put together.

A folder or an archive may hold a mirrored issue: page lists and articles with relative links. It is
one source (`store.press.mirror`). What belongs to one its pages' outlines tell: a page list, and
what it links to or what links to it, of the same day, within the folder. Everything else is a
source of its own, in the order in which it came. Outlines are made by a worker, as these are
strangers' bytes.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from store.errors import SourceError
from store.imports.sources import Input, load
from store.imports.unpacking import MOST_BYTES, Unpacking
from store.press.mirror import MOST_FILES, File, Place, Places
from store.press.outline import Outline
from store.press.recognise import foreign_archive, may_be_markup
from store.processes import Worker, each_that_lives

HEAD = 4096
"""Bytes at the start of a file that tell whether it is an archive or may be a page."""


AT_ONCE = 2**20
"""Bytes of pages of which a worker is asked at once."""

Outliner = Callable[[Iterable[File]], list[Outline]]
"""Returns the outlines of pages."""


def outlines(pages: Iterable[File]) -> list[Outline]:
    """Return the outlines of `pages`, as a worker makes them; empty ones where it has died."""
    found: list[Outline] = []
    with Worker() as worker:

        def ask(batch: Sequence[File]) -> list[Outline]:
            return worker.ask("outline", batch, list[Outline])

        for batch in _batches(pages):
            found += each_that_lives(ask, batch, lambda page, _: Outline(Place(page.path)))
    return found


def put_together(
    inputs: Iterable[tuple[Input, bytes]], outlined: Outliner = outlines
) -> Iterator[Input]:
    """Yield the sources in `inputs`, each of which comes with how it starts."""
    pages: list[Input] = []
    for source, start in inputs:
        if pages and source.top != pages[0].top:
            yield from _mirrors(pages, outlined)
            pages = []
        if foreign_archive(start):
            yield from _in_archive(source, outlined)
        elif source.top and may_be_markup(start) and not Path(source.path).is_symlink():
            pages.append(source)
        else:
            yield source
    yield from _mirrors(pages, outlined)


def _in_archive(source: Input, outlined: Outliner) -> Iterator[Input]:
    """Yield the sources in the archive `source`; where it cannot be unpacked, itself, refused.

    A document that only looks like an archive comes as it is.
    """
    pages: list[Input] = []
    try:
        data = load(source, MOST_BYTES)
        if not foreign_archive(data):
            yield replace(source, data=data)
            return
        for file in Unpacking(source.name).files(data):
            each = Input(f"{source.path}: {file.path}", file.data, source.path, file.path)
            if may_be_markup(file.data[:HEAD]):
                pages.append(each)
            else:
                yield each
    except SourceError as error:
        yield replace(source, refusal=error.message)
        return
    yield from _mirrors(pages, outlined)


def _mirrors(pages: list[Input], outlined: Outliner) -> Iterator[Input]:
    """Yield `pages`, those of one mirrored issue as one input, where the first of them stood."""
    groups = _groups(outlined(_files(pages))) if len(pages) > 1 else {}
    told: set[str] = set()
    for page in pages:
        group = groups.get(page.inner, [page.inner])
        if page.inner in told:
            continue
        told.update(group)
        if len(group) == 1:
            yield page
        else:
            members = {each.inner: each for each in pages if each.inner in set(group)}
            folder = posixpath.commonpath([posixpath.dirname(inner) for inner in group])
            name = f"{page.top}/{folder}" if folder else page.top
            yield Input(name, top=page.top, members=tuple(members.values()))


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

"""Inputs told apart before the press: archives unpacked, and mirrored issues put together.

A folder or an archive may hold a mirrored issue: page lists and articles with relative links. It is
one source (`store.press.mirror`). What belongs to one is told by `store.press.page_links` and
`store.press.signs`: a page list, and what it links to or what links to it, of the same day, within
the folder. Everything else is a source of its own, in the order in which it came.
"""

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from store.errors import SourceError
from store.imports.sources import Input, load
from store.imports.unpacking import MOST_BYTES, Unpacking
from store.press.kinds import EPAPER
from store.press.mirror import MOST_FILES
from store.press.page_links import leads_to, links_of, same_issue
from store.press.recognise import foreign_archive, may_be_markup, text_of
from store.press.signs import markup_kind

HEAD = 4096
"""Bytes at the start of a file that tell whether it is an archive or may be a page."""


def put_together(inputs: Iterable[tuple[Input, bytes]]) -> Iterator[Input]:
    """Yield the sources in `inputs`, each of which comes with how it starts."""
    pages: list[Input] = []
    for source, start in inputs:
        if pages and source.top != pages[0].top:
            yield from _mirrors(pages)
            pages = []
        if foreign_archive(start):
            yield from _in_archive(source)
        elif source.top and may_be_markup(start) and not Path(source.path).is_symlink():
            pages.append(source)
        else:
            yield source
    yield from _mirrors(pages)


def _in_archive(source: Input) -> Iterator[Input]:
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
    yield from _mirrors(pages)


def _mirrors(pages: list[Input]) -> Iterator[Input]:
    """Yield `pages`, those of one mirrored issue as one input, where the first of them stood."""
    groups = _groups(pages) if len(pages) > 1 else {}
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


def _groups(pages: list[Input]) -> dict[str, list[str]]:
    """Return for each page that is part of a mirrored issue all the pages of that."""
    there = {page.inner for page in pages}
    group_of = {inner: [inner] for inner in there}
    lists: set[str] = set()
    links: list[tuple[str, str, bool]] = []
    for page in pages:
        text = _text(page)
        if markup_kind(text) is EPAPER:
            lists.add(page.inner)
        ahead = leads_to(text, page.inner)
        links += [(page.inner, to, False) for to in links_of(text, page.inner) if to in there]
        links += [(page.inner, ahead, True)] if ahead in there else []
    for one, other, sure in links:
        belong = sure or (same_issue(one, other) and not lists.isdisjoint((one, other)))
        mine, theirs = group_of[one], group_of[other]
        if belong and mine is not theirs and len(mine) + len(theirs) <= MOST_FILES:
            mine += theirs
            group_of.update(dict.fromkeys(theirs, mine))
    return {inner: group for inner, group in group_of.items() if not lists.isdisjoint(group)}


def _text(page: Input) -> str:
    """Return the text of a page, ``""`` where it cannot be had: why is told when it is read."""
    try:
        decoded = text_of(load(page))
    except SourceError:
        return ""
    return decoded.text if decoded else ""

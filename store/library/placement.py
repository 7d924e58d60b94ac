"""Where an issue belongs: with the other sources of its paper and day, or alone."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from types import MappingProxyType

from msgspec.structs import replace

from store.corrections.apply import corrected, heirs
from store.corrections.correction import Correction
from store.errors import DamagedError
from store.identity import issue_id, numbered
from store.library.catalogue import slot
from store.library.catalogue_file import Change
from store.library.issue_file import StoredIssue, file_of, load, save
from store.library.merging import compose, old_names
from store.library.same_story import with_keys
from store.models import Article, CatalogueRow, Issue, original_of
from store.moments import next_moment
from store.words.fold import fold


def composed(stored: StoredIssue) -> tuple[Issue, tuple[Correction, ...]]:
    """Return the issue that sources and corrections of `stored` make, and what does not fit."""
    touched = {
        (key, original_of(source))
        for correction in stored.corrections
        for key in (correction.article, correction.to)
        for source in correction.sources
    }
    return corrected(compose(stored.parsed, touched), stored.corrections)


def parted(stored: StoredIssue, sources: Iterable[str]) -> tuple[StoredIssue, StoredIssue]:
    """Return what in `stored` is of these sources alone, and the rest."""
    gone = set(sources)
    originals = set(map(original_of, gone))

    def moves(correction: Correction) -> bool:
        return originals.issuperset(map(original_of, correction.sources))

    def part(within: bool) -> StoredIssue:
        return replace(
            stored,
            parsed=tuple(r for r in stored.parsed if (r.sources[0].id in gone) is within),
            corrections=tuple(c for c in stored.corrections if moves(c) is within),
        )

    return part(True), part(False)


def amended(stored: StoredIssue, corrections: Iterable[Correction]) -> StoredIssue:
    """Return `stored` with more corrections, at the address that it has."""
    more = replace(stored, corrections=(*stored.corrections, *corrections))
    issue, _ = composed(more)
    return _placed(more, issue, stored.issue.id, stored.issue.articles, stored.aliases)


def place(
    change: Change,
    moved: StoredIssue,
    home: CatalogueRow | None,
    followed: Mapping[str, str] = MappingProxyType({}),
    *,
    coming: bool = False,
) -> tuple[StoredIssue, StoredIssue]:
    """Put `moved`, the whole of the issue `home` if there is one, where its day says.

    Return it as it is there, and what was there before. `followed` maps keys of articles that are
    gone to those of the articles that now have their text. Nothing hangs yet on the keys of what is
    only `coming` into the library: they become those of the same stories that are there. A `home`
    that was removed comes back into the library, and is joined to what is there of that day.
    """
    catalogue = change.catalogue
    day, _ = composed(moved)
    stays = home is not None and home.removed is None and _is_of_day(home, day)
    target = None if stays else catalogue.of_day(day.paper.name, day.date)
    held = load(change.files, target) if target else StoredIssue()
    stored = _together(held, moved, coming=coming)
    issue = day if stored.parsed == moved.parsed else composed(stored)[0]
    there = home if stays else target
    name = there.id if there else catalogue.free(issue_id(issue), moved.issue.id)
    before = (*held.issue.articles, *moved.issue.articles)
    stored = _placed(stored, issue, name, before, {**held.aliases, **moved.aliases}, followed)

    former = [row for row in (target, home) if row]
    ids = dict.fromkeys(each for row in former for each in (*row.aliases, row.id))
    ids.pop(name, None)
    row = stored.row(tuple(ids), catalogue.revision)
    save(change.files, stored, row)
    change.drop(each for each in former if slot(each) != row.id)
    change.put(row)
    change.stale += map(file_of, former)
    return stored, held


def _together(held: StoredIssue, moved: StoredIssue, *, coming: bool) -> StoredIssue:
    parsed = moved.parsed
    if coming:
        parsed = with_keys(parsed, held.issue.articles)
    return StoredIssue(
        parsed=(*held.parsed, *parsed), corrections=(*held.corrections, *moved.corrections)
    )


def take_out(change: Change, row: CatalogueRow, now: datetime) -> CatalogueRow:
    """Mark the issue of `row` as removed; its own file says so as well, where it can be read.

    Return its row. It is removed `now`, or, where the clock has been set back, after the last one.
    """
    last = [other.removed for other in change.catalogue.removed[:1]]
    gone = replace(row, removed=next_moment(now, *last))
    stored = None
    with suppress(DamagedError):
        stored = load(change.files, row)
    if stored:
        gone = replace(gone, revision=change.catalogue.revision)
        save(change.files, stored, gone)
        change.stale.append(file_of(row))
    change.drop([row])
    change.put(gone)
    return gone


def _placed(
    stored: StoredIssue,
    issue: Issue,
    name: str,
    before: tuple[Article, ...],
    aliases: Mapping[str, str],
    followed: Mapping[str, str] = MappingProxyType({}),
) -> StoredIssue:
    """Return `stored` as `issue` at the address `name`; the articles of `before` lead there."""
    issue = numbered(issue, name)
    old = {**aliases, **{article.id: article.key for article in before}}
    gone = (*before, *(article for r in stored.parsed for article in r.articles))
    names = old_names(old, gone, issue, {**heirs(stored.corrections), **followed})
    return replace(stored, issue=issue, aliases=names)


def _is_of_day(row: CatalogueRow, issue: Issue) -> bool:
    return (row.date, fold(row.paper)) == (issue.date, fold(issue.paper.name))

"""Where an issue belongs: it goes by its paper and day, alone or with what is there already."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from store.backends.files import Files
from store.corrections.apply import corrected, heirs
from store.corrections.records import Correction
from store.library.catalogue import slot
from store.library.catalogue_file import Change
from store.library.issue_file import StoredIssue, file_of, load, save
from store.library.merging import addressed, compose, old_names
from store.models import Article, CatalogueRow, Issue
from store.words.fold import fold


def composed(kept: StoredIssue) -> tuple[Issue, tuple[Correction, ...]]:
    """Return the issue that the readings and corrections of `kept` make, and what does not fit."""
    return corrected(compose(kept.readings), kept.corrections)


def parted(kept: StoredIssue, sources: Iterable[str]) -> tuple[StoredIssue, StoredIssue]:
    """Return what in `kept` is of these sources alone, and the rest."""
    gone = set(sources)

    def part(within: bool) -> StoredIssue:
        return replace(
            kept,
            readings=tuple(r for r in kept.readings if (r.sources[0].sha256 in gone) is within),
            corrections=tuple(c for c in kept.corrections if (gone >= {*c.sources}) is within),
        )

    return part(True), part(False)


def amended(kept: StoredIssue, corrections: Iterable[Correction]) -> StoredIssue:
    """Return `kept` with more corrections, at the address that it has."""
    more = replace(kept, corrections=(*kept.corrections, *corrections))
    issue, _ = composed(more)
    return _placed(more, issue, kept.issue.id, kept.issue.articles, kept.aliases)


def settle(
    files: Files,
    change: Change,
    moved: StoredIssue,
    home: CatalogueRow | None,
    followed: Mapping[str, str] = MappingProxyType({}),
) -> tuple[StoredIssue, StoredIssue]:
    """Put `moved`, the whole of the issue `home` if there is one, where its day says.

    Return it as it is there, and what was there before. `followed` are keys of articles that are no
    more, with those of the articles that have their text. A `home` that has been removed gets back
    into the library, with what is there of that day if there is any.
    """
    catalogue = change.catalogue
    day, _ = composed(moved)
    stays = home is not None and home.removed is None and _is_of_day(home, day)
    target = None if stays else catalogue.of_day(day.paper.name, day.date)
    held = load(files, target) if target else StoredIssue()
    kept = StoredIssue(
        readings=(*held.readings, *moved.readings),
        corrections=(*held.corrections, *moved.corrections),
    )
    issue, _ = composed(kept)
    place = home if stays else target
    name = place.id if place else catalogue.free(issue.id, moved.issue.id)
    before = (*held.issue.articles, *moved.issue.articles)
    kept = _placed(kept, issue, name, before, {**held.aliases, **moved.aliases}, followed)

    former = [row for row in (target, home) if row]
    ids = dict.fromkeys(each for row in former for each in (*row.aliases, row.id))
    ids.pop(name, None)
    row = kept.row(tuple(ids), catalogue.revision)
    save(files, kept, row)
    change.drop(each for each in former if slot(each) != row.id)
    change.put(row)
    change.stale += map(file_of, former)
    return kept, held


def _placed(
    kept: StoredIssue,
    issue: Issue,
    name: str,
    before: tuple[Article, ...],
    aliases: Mapping[str, str],
    followed: Mapping[str, str] = MappingProxyType({}),
) -> StoredIssue:
    """Return `kept` as `issue` at the address `name`, where the articles of `before` are found."""
    issue = addressed(issue, name)
    old = {**aliases, **{article.id: article.key for article in before}}
    gone = (*before, *(article for r in kept.readings for article in r.articles))
    names = old_names(old, gone, issue, {**heirs(kept.corrections), **followed})
    return replace(kept, issue=issue, aliases=names)


def _is_of_day(row: CatalogueRow, issue: Issue) -> bool:
    return (row.date, fold(row.paper)) == (issue.date, fold(issue.paper.name))

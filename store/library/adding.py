"""What becomes of a source that is added to a library."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from store.backends.files import Files
from store.errors import LibraryError
from store.library.catalogue import Catalogue
from store.library.catalogue_file import Change
from store.library.fetches import is_fetch, news_of
from store.library.issue_file import StoredIssue, load
from store.library.originals import original_file, pack
from store.models import CatalogueRow, Issue, Paper
from store.words.fold import fold


class Added(Struct, frozen=True):
    """What became of a source that was added.

    `issue` is the id of the issue it is in now. `status` is ``new``, ``held`` (nothing changed),
    ``merged`` into an issue of that paper and day, ``restored`` if that had been removed, or
    ``redated``: it was held, and has moved from the id `renamed_from`, having got a date or a
    paper. `pages_added` are new to the issue, `variants` the pages that it now has twice,
    `jumps_resolved` counts stories joined across sources, `articles` how many more the issue has.
    """

    issue: str
    status: Literal["new", "held", "merged", "redated", "restored"] = "new"
    pages_added: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    jumps_resolved: int = 0
    renamed_from: str = ""
    articles: int = 0


def add_all(change: Change, pairs: Iterable[tuple[Issue, bytes]]) -> list[Added]:
    """Keep issues, each with its original, in a `change` of a library, in their order.

    Pages of one day that follow each other are put into its issue together. Raises LibraryError.
    """
    done: list[Added] = []
    for _, group in groupby(pairs, lambda pair: _day_of(pair[0])):
        coming: list[Issue] = []
        for issue, original in group:
            sha256 = _checked(issue, original)
            if not _comes(change, issue, coming):
                done += _together(change, coming)
                coming = []
                done.append(add(change, issue, original))
                continue
            change.files.write(original_file(sha256), pack(original))
            coming.append(issue)
        done += _together(change, coming)
    return done


def _day_of(issue: Issue) -> tuple[str, date] | str:
    """Return what is the same for issues that belong together."""
    return (fold(issue.paper.name), issue.date) if issue.date else str(issue.sources)


def _comes(change: Change, issue: Issue, others: Iterable[Issue]) -> bool:
    """Return whether nothing is known yet of the source of `issue`, which is no fetch of a feed.

    It is none of the `others` that come with it, either.
    """
    source, catalogue = issue.sources[0].id, change.catalogue
    return (
        not is_fetch(issue)
        and catalogue.holding(source) is None
        and all(source not in row.sources for row in catalogue.removed)
        and all(source != other.sources[0].id for other in others)
    )


def _together(change: Change, coming: Sequence[Issue]) -> list[Added]:
    """Put the sources `coming`, all of one day, where they belong, and say what became of each.

    What they have only together, such as jumps, counts for the last one.
    """
    from store.library.merging import pages_of
    from store.library.placement import place

    if not coming:
        return []
    stored, held = place(change, StoredIssue(parsed=tuple(coming)), None, coming=True)
    whole = added(stored, held, tuple(coming), None)
    had = {page.number for page in held.issue.pages}
    done: list[Added] = []
    for source_issue in coming:
        numbers = [page.number for page in pages_of(source_issue)]
        new = tuple(each for each in whole.pages_added if each in numbers and each not in had)
        twice = tuple(each for each in numbers if each and each in had)
        done.append(Added(whole.issue, "merged" if done else whole.status, new, twice))
        had.update(new)
    done[-1] = replace(done[-1], jumps_resolved=whole.jumps_resolved, articles=whole.articles)
    return done


def add(change: Change, issue: Issue, original: bytes) -> Added:
    """Keep `issue`, which the press read from `original`, in a `change` of a library.

    Raises LibraryError.
    """
    from store.library.placement import place

    sha256 = _checked(issue, original)
    files, source = change.files, issue.sources[0].id
    for row in change.catalogue.removed:
        if source in row.sources:
            stored, held = place(change, load(files, row), row)
            return Added(stored.issue.id, "restored", articles=_more(stored, held))
    home = change.catalogue.holding(source)
    if home and not _completes(issue, home):
        if files.stamp(original_file(sha256)) is None:  # it was lost, and has come again
            files.write(original_file(sha256), pack(original))
        return Added(home.id, "held")
    if not home and is_fetch(issue):
        rows = _rows_with(change.catalogue, issue)
        issue = news_of(issue, _parsed(files, rows))
        if rows and not issue.articles:
            return Added(rows[0].id, "held")
    files.write(original_file(sha256), pack(original))
    moved = load(files, home) if home else StoredIssue(parsed=(issue,))
    incoming = tuple(_completed(source_issue, issue) for source_issue in moved.parsed)
    coming = replace(moved, parsed=incoming)
    stored, held = place(change, coming, home, coming=home is None)
    return added(stored, held, incoming, home)


def added(
    stored: StoredIssue, held: StoredIssue, incoming: tuple[Issue, ...], home: CatalogueRow | None
) -> Added:
    """Say what has become of `incoming`, once the issue `home`, now that `held` is `stored`."""
    from store.library.merging import pages_of, parts

    had = {page.number for page in held.issue.pages if page.number}
    came = (page.number for source_issue in incoming for page in pages_of(source_issue))
    joined = parts(stored.issue.articles) - parts(held.issue.articles)
    joined -= sum(parts(source_issue.articles) for source_issue in incoming)
    return Added(
        stored.issue.id,
        "redated" if home else "merged" if held.parsed else "new",
        tuple(each.number for each in stored.issue.pages if each.number and each.number not in had),
        tuple(number for number in came if number in had),
        max(joined, 0),
        home.id if home else "",
        _more(stored, held),
    )


def _checked(issue: Issue, original: bytes) -> str:
    """Return the sha256 of `original`. Raises LibraryError if `issue` was not read from that."""
    sha256 = hashlib.sha256(original).hexdigest()
    if [source.sha256 for source in issue.sources] != [sha256]:
        raise LibraryError("{id}: not read from this original; read it again.", id=issue.id)
    return sha256


def _more(stored: StoredIssue, held: StoredIssue) -> int:
    return max(0, len(stored.issue.articles) - len(held.issue.articles))


def _rows_with(catalogue: Catalogue, issue: Issue) -> list[CatalogueRow]:
    """Return the issues that may have stories of `issue`: of its day, or else of its paper.

    A feed without dates has each of its entries on the day of every fetch.
    """
    there = catalogue.of_day(issue.paper.name, issue.date)
    keys = [article.key for article in issue.articles]
    others = (row for row in catalogue.of_paper(issue.paper.name) if row is not there)
    found = [row for row in others if any(key in row.keyed for key in keys)]
    return [there, *found] if there else found


def _parsed(files: Files, rows: Iterable[CatalogueRow]) -> Iterator[Issue]:
    for row in rows:
        yield from load(files, row, verify=False).parsed


def _completes(issue: Issue, home: CatalogueRow) -> bool:
    """Return whether `issue` brings a date or a paper that `home` lacks."""
    dates = home.date is None and issue.date is not None
    return dates or (not home.paper and bool(issue.paper.name))


def _completed(source_issue: Issue, issue: Issue) -> Issue:
    """Return `source_issue` with the date and paper of `issue` where it has none."""
    paper = Paper(
        source_issue.paper.name or issue.paper.name,
        source_issue.paper.publishers or issue.paper.publishers,
    )
    return replace(source_issue, date=source_issue.date or issue.date, paper=paper)

"""What becomes of a source that is added to a library."""

import hashlib
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from store.backends.files import Files
from store.errors import LibraryError
from store.library.catalogue_file import Change
from store.library.issue_file import StoredIssue, load
from store.library.originals import original_file, pack
from store.models import CatalogueRow, Issue, Paper


class Added(Struct, frozen=True):
    """What became of a source that was added.

    `issue` is the id of the issue it is in now. `status` is ``new``, ``held`` (nothing changed),
    ``merged`` into an issue of that paper and day, ``restored`` if that had been removed, or
    ``redated``: it was held, and has moved from the id `renamed_from`, having got a date or a
    paper. `pages_added` are new to the issue, `variants` the pages that it now has twice,
    `jumps_resolved` counts stories joined across sources.
    """

    issue: str
    status: Literal["new", "held", "merged", "redated", "restored"] = "new"
    pages_added: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    jumps_resolved: int = 0
    renamed_from: str = ""


def add(files: Files, change: Change, issue: Issue, original: bytes) -> Added:
    """Keep `issue`, which the press read from `original`, in a change of the library in `files`.

    Raises LibraryError.
    """
    from store.library.placement import settle

    sha256 = hashlib.sha256(original).hexdigest()
    if [source.sha256 for source in issue.sources] != [sha256]:
        raise LibraryError("{id}: not read from this original; read it again.", id=issue.id)
    for row in change.catalogue.removed:
        if sha256 in row.sources:
            return Added(settle(files, change, load(files, row), row)[0].issue.id, "restored")
    home = change.catalogue.holding(sha256)
    if home and not _completes(issue, home):
        if files.stamp(original_file(sha256)) is None:  # it was lost, and has come again
            files.write(original_file(sha256), pack(original))
        return Added(home.id, "held")
    files.write(original_file(sha256), pack(original))
    moved = load(files, home) if home else StoredIssue(readings=(issue,))
    incoming = tuple(_completed(reading, issue) for reading in moved.readings)
    kept, held = settle(files, change, replace(moved, readings=incoming), home)
    return added(kept, held, incoming, home)


def added(
    kept: StoredIssue, held: StoredIssue, incoming: tuple[Issue, ...], home: CatalogueRow | None
) -> Added:
    """Say what has become of `incoming`, once the issue `home`, now that `held` is `kept`."""
    from store.library.merging import pages_of, parts

    had = {page.number for page in held.issue.pages}
    came = (page.number for reading in incoming for page in pages_of(reading))
    joined = parts(kept.issue.articles) - parts(held.issue.articles)
    joined -= sum(parts(reading.articles) for reading in incoming)
    return Added(
        kept.issue.id,
        "redated" if home else "merged" if held.readings else "new",
        tuple(page.number for page in kept.issue.pages if page.number not in had),
        tuple(number for number in came if number in had),
        max(joined, 0),
        home.id if home else "",
    )


def _completes(issue: Issue, home: CatalogueRow) -> bool:
    """Return whether `issue` brings a date or a paper that `home` lacks."""
    dates = home.date is None and issue.date is not None
    return dates or (not home.paper and bool(issue.paper.name))


def _completed(reading: Issue, issue: Issue) -> Issue:
    """Return `reading` with the date and paper of `issue` where it has none."""
    paper = Paper(
        reading.paper.name or issue.paper.name, reading.paper.publishers or issue.paper.publishers
    )
    return replace(reading, date=reading.date or issue.date, paper=paper)

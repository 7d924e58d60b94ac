"""An issue from another library: whether it is whole, and what it adds to what is here.

What is here stays. An issue that is held already gets the sources and corrections that it lacks, in
their order and after its own: nothing that was set right in either library is lost, and the last
correction can be undone. Addresses that the issue had in the other library lead to it.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from msgspec.structs import replace

from store.backends.files import Files
from store.backends.serialization import to_json
from store.errors import LibraryError, NotFoundError
from store.library.adding import Added, added
from store.library.catalogue_file import Change
from store.library.issue_file import IssueCopy, StoredIssue, file_of, load, save
from store.library.originals import original_file, packed
from store.library.placement import composed, place
from store.models import CatalogueRow
from store.press.text.clean import clean

PART = r"[0-9a-z-]{0,32}"
"""What the part of a source can be called: a day, if need be with a number."""

_MISSHAPEN = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)


def accept(change: Change, copy: IssueCopy) -> Added:
    """Put `copy` where it belongs, and say what became of it.

    What had been removed of it comes back. Where an issue of its day is held, or one with some of
    its sources, it becomes one with that; sources that are held in yet another issue stay there.
    Raises LibraryError when it is not whole.
    """
    check(copy)
    files = change.files
    sources = {source.id for each in copy.stored.parsed for source in each.sources}
    removed = [row for row in change.catalogue.removed if sources & {*row.sources}]
    for row in removed:
        place(change, load(files, row), row)
    for sha256, held in copy.originals.items():
        if not _is_whole(files, sha256):
            files.write(original_file(sha256), held)

    homes = {source: change.catalogue.holding(source) for source in sources}
    home = next((row for row in homes.values() if row), None)
    if home is None:
        stored, before = place(change, copy.stored, None)
    else:
        stored = before = load(files, home)
        elsewhere = {source for source, row in homes.items() if row not in (None, home)}
        moved = united(before, copy.stored, elsewhere)
        if (moved.parsed, moved.corrections) != (before.parsed, before.corrections):
            stored, _ = place(change, moved, home)
    _also_named(change, stored, (*copy.names, copy.stored.issue.id))
    done = added(stored, before, (), None)
    status = "restored" if removed else "held" if stored is before else done.status
    return replace(done, status=status)


def hand_over(here: Files, there: Files, originals: Iterable[str]) -> None:
    """See that these originals are `there`, whole, and put the pictures beside them there, too.

    Both are locked. Raises NotFoundError for an original that is not there, and LibraryError.
    """
    for sha256 in originals:
        packed(there, sha256)
        for name in here.names(f"pictures/{sha256}"):
            if there.stamp(name) is None:
                there.write(name, here.read(name) or b"")


@contextmanager
def both_locked(here: Files, there: Files) -> Iterator[None]:
    """Hold the locks of two libraries, in an order that is the same whoever takes them.

    Raises LibraryError when they are one library, or cannot both be held.
    """
    keys = [(files.lock_key(), files) for files in (here, there)]
    if keys[0][0] == keys[1][0]:
        raise LibraryError(
            "{folder}: the issues are already in this library.", folder=there.where("")
        )
    keys.sort(key=lambda pair: pair[0])
    (_, first), (_, second) = keys
    with first.lock(), second.lock():
        yield


def united(held: StoredIssue, coming: StoredIssue, elsewhere: Container[str] = ()) -> StoredIssue:
    """Return `held` with what it lacks of `coming`, but for its sources `elsewhere`."""
    here = {source_issue.sources[0].id for source_issue in held.parsed}
    done = Counter(held.corrections)
    parsed, corrections = list(held.parsed), list(held.corrections)
    for source_issue in coming.parsed:
        source = source_issue.sources[0].id
        if source not in here and source not in elsewhere:
            parsed.append(source_issue)
    for correction in coming.corrections:
        if done[correction]:
            done[correction] -= 1
        else:
            corrections.append(correction)
    addresses = {article.id: article.key for article in coming.issue.articles}
    return replace(
        held,
        parsed=tuple(parsed),
        corrections=tuple(corrections),
        aliases={**coming.aliases, **addresses, **held.aliases},
    )


def check(copy: IssueCopy) -> None:
    """Raise LibraryError unless `copy` is whole, and could have come from a library.

    A key names a file of marks, and text goes to the terminal: neither may be anything else.
    """
    stored = copy.stored
    name = stored.issue.id
    file_of(CatalogueRow(name, ""))
    sources = [source for source_issue in stored.parsed for source in source_issue.sources]
    try:
        if (
            not len(stored.parsed) == len(sources) == len({source.id for source in sources})
            or {source.sha256 for source in sources} != copy.originals.keys()
            or not all(re.fullmatch(PART, source.part) for source in sources)
        ):
            raise LibraryError(
                "{id}: it was not read from the originals that come with it.", id=name
            )
        if not all(re.fullmatch(r"[0-9a-f]{16}", key) for key in _keys(stored)):
            raise LibraryError("{id}: the keys of its articles are damaged.", id=name)
        # JSON escapes what is below the blank, and backslashes: those go first, being pairs.
        text = to_json((stored, copy.names)).decode().replace(r"\\", "")
        if clean(text).taken or re.search(r"\\[ubr]", text):
            raise LibraryError(
                "{id}: its text holds what dubao takes out of every source.", id=name
            )
        for correction in stored.corrections:
            if correction.action == "date":
                date.fromisoformat(correction.to)
        composed(stored)
    except _MISSHAPEN as error:
        raise LibraryError("{id}: this cannot be an issue that dubao has kept.", id=name) from error


def _keys(stored: StoredIssue) -> Iterator[str]:
    for source_issue in stored.parsed:
        for articles in (
            source_issue.articles,
            *(variant.articles for variant in source_issue.variants),
        ):
            yield from (article.key for article in articles)
    yield from stored.aliases.values()
    for correction in stored.corrections:
        yield from (correction.article, correction.to) if correction.action == "split" else ()


def _is_whole(files: Files, sha256: str) -> bool:
    """Return whether this original is held, and not damaged."""
    try:
        return bool(packed(files, sha256))
    except (LibraryError, NotFoundError):
        return False


def _also_named(change: Change, stored: StoredIssue, names: Iterable[str]) -> None:
    """Let `names` lead to the issue `stored`, too."""
    row = change.catalogue.at(stored.issue.id)
    if row:
        more = dict.fromkeys((*row.aliases, *names))
        more.pop(row.id, None)
        if tuple(more) != row.aliases:
            named = replace(row, aliases=tuple(more), revision=change.catalogue.revision)
            save(change.files, stored, named)
            change.put(named)
            change.stale.append(file_of(row))

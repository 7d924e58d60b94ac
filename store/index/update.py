"""Bringing the index up to date with its library, by one writer at a time.

Readers carry on meanwhile: they read through what the index does not hold yet. What a writer that
dies has committed stays, and the next one goes on from there.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from store.backends import opening
from store.backends.locking import held
from store.errors import DubaoError, HeldError, LibraryError
from store.index.server.chosen import is_on_server
from store.index.storage.database import open_to_write
from store.index.storage.location import index_file, lock_file, make_folder
from store.index.storage.verification import DAMAGE, may_be_whole
from store.index.writer import IndexWriter, Writer
from store.locations import is_remote
from store.messages import template
from store.models import CatalogueRow, Issue, RowStamp
from store.protocols import CatalogueOnDisk, CatalogueReader

BATCH = 1000
"""Articles in one commit: a second of work, which is all that a writer that dies can lose."""

NONE_HERE = template(
    "{file}: only the index that a host keeps of an archive in a database can be shared."
)

WASTE, ROOM = 2, 1000
"""The index is rebuilt once it has been given WASTE times the library's articles and ROOM more."""

NOT_HERS = template(
    "{file}: this role reads the index there and cannot rebuild it; whoever may write the library "
    "keeps it up to date."
)

Progress = Callable[[int, int], object]
"""Is told how many articles are done, and of how many."""


def update(
    library: CatalogueOnDisk, *, anew: bool = False, progress: Progress | None = None
) -> bool:
    """Put into the index what has changed in `library`, or rebuild it `anew`.

    Return False when another process is doing so. Issues that cannot be read are left out. Raises
    LibraryError when the index cannot be written, or the catalogue cannot be read. An archive's own
    is left alone by who may only read it, who cannot have it rebuilt.
    """
    if is_on_server(library):
        return _update_on_server(library, anew, progress)
    if not opening.is_folder(library.path):
        return True
    path = index_file(library)
    try:
        make_folder(path)
        with held(lock_file(path), patience=0, mode=0o600):
            if not anew:
                _begin_with_another(library, path)
            try:
                _update(library, path, anew, progress)
            except DAMAGE as error:
                if may_be_whole(error):
                    raise
                _update(library, path, True, progress)
    except HeldError:
        return False
    except (OSError, *DAMAGE) as error:
        raise LibraryError(
            "{file}: the index cannot be written ({why}).", file=path, why=error
        ) from error
    return True


def share(library: CatalogueOnDisk) -> None:
    """Put the index of an archive that this host keeps into it, for hosts that have none to take.

    Raises LibraryError, HeldError while another process writes it.
    """
    from store.index.server.exchange import put

    path = index_file(library)
    with held(lock_file(path), patience=0, mode=0o600):
        put(library.address, path)


def refuse_to_share(library: CatalogueOnDisk) -> None:
    """Raise LibraryError unless this host keeps an index of an archive."""
    if not is_remote(library.address) or is_on_server(library):
        raise LibraryError(NONE_HERE, file=library.address)


def _begin_with_another(library: CatalogueOnDisk, path: Path) -> None:
    """Take the index that lies in an archive, if there is one, where this host has none."""
    if is_remote(library.address) and not os.path.lexists(path):
        from store.index.server.exchange import take

        take(library, path)


def _update_on_server(library: CatalogueOnDisk, anew: bool, progress: Progress | None) -> bool:
    from store.index.server.writer import writing

    try:
        with writing(library.address) as writer:
            if writer:
                if anew or _wasteful(writer, library):
                    writer.empty()
                _fill(library, writer, progress)
            elif anew:  # otherwise whoever may keeps it up to date
                raise LibraryError(NOT_HERS, file=library.address)
    except HeldError:
        return False
    return True


def _update(library: CatalogueOnDisk, path: Path, anew: bool, progress: Progress | None) -> None:
    with closing(open_to_write(path, anew=anew)) as base:
        writer = Writer(base)
        if _wasteful(writer, library):
            base.close()
            _update(library, path, True, progress)
            return
        if _fill(library, writer, progress) >= BATCH:
            writer.tidy()
        writer.seal()


def _wasteful(writer: IndexWriter, library: CatalogueReader) -> bool:
    return writer.next > ROOM + WASTE * sum(row.articles for row in library.rows())


def _fill(library: CatalogueReader, writer: IndexWriter, progress: Progress | None) -> int:
    """Put in what is missing; return how many articles that were."""
    unreadable: set[RowStamp] = set()
    done = 0
    rows = library.rows()
    while missing := [row for row in writer.settle(rows) if row.stamp not in unreadable]:
        total = done + sum(row.articles for row in missing)
        for batch in _batches(missing):
            read = {row.stamp: _read(library, row) for row in batch}
            unreadable.update(issue for issue, content in read.items() if content is None)
            # What has changed while it was read is left for the next round.
            now = library.rows()
            same = read.keys() if now is rows else {row.stamp for row in now}
            writer.put((i, content) for i, content in read.items() if content and i in same)
            done += sum(row.articles for row in batch)
            if progress:
                progress(done, total)
        rows = library.rows()
    return done


def _batches(rows: Iterable[CatalogueRow]) -> Iterator[list[CatalogueRow]]:
    batch: list[CatalogueRow] = []
    articles = 0
    for row in rows:
        batch.append(row)
        articles += row.articles
        if articles >= BATCH:
            yield batch
            batch, articles = [], 0
    if batch:
        yield batch


def _read(library: CatalogueReader, row: CatalogueRow) -> Issue | None:
    try:
        issue = library.issue(row.id)
    except DubaoError:
        return None
    return issue if len(issue.articles) == row.articles else None

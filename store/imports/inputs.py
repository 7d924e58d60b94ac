"""Importing sources and archives alike; archives are recognised by their first bytes.

Archives of dubao's own come last, and each of their issues has an outcome of its own. What others
have packed, and mirrored issues in folders, `bundles` tells apart.
"""

import io
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from store.errors import DubaoError, SourceError
from store.exports.archive import accept_all, is_archive, open_archive
from store.imports.bundles import put_together
from store.imports.pipeline import Heard, Outcome, import_inputs, read_inputs, unheard
from store.imports.sources import NOTHING, Input, Known, load
from store.library.library import Library
from store.press.recognise import HEAD


def import_all(
    library: Library,
    inputs: Iterable[Input],
    known: Known = NOTHING,
    heard: Heard = unheard,
) -> Generator[Outcome, None, None]:
    """Import `inputs` as `import_inputs` does, then the archives among them.

    Nothing is imported from a damaged archive.
    """
    archives: list[Input] = []
    yield from import_inputs(library, _without_archives(inputs, archives), known, heard)
    for source in archives:
        yield from _open(source, partial(_accept, library, heard))


def preview(
    inputs: Iterable[Input], known: Known = NOTHING, heard: Heard = unheard
) -> Generator[Outcome, None, None]:
    """Read `inputs` as `read_inputs` does, and check the archives among them; nothing is kept."""
    archives: list[Input] = []
    yield from read_inputs(_without_archives(inputs, archives), known, heard)
    for source in archives:
        yield from _open(source, _list)


def verify(source: Input) -> tuple[int, int]:
    """Return how many issues and originals an import of the archive `source` would restore.

    Raises SourceError when it cannot be read or is no archive, NewerError when a newer dubao wrote
    it, and any other LibraryError when it is damaged.
    """
    start = _start(source)
    if not start:
        load(source)  # it says why
    if not is_archive(start):
        raise SourceError(
            "{file}: this is no archive; dubao export -o backup.zip writes one.", file=source.name
        )
    with _stream(source) as file:
        rows = open_archive(file, source.name).rows()
    return len(rows), len({sha256 for row in rows for sha256 in row.originals})


def _without_archives(inputs: Iterable[Input], archives: list[Input]) -> Iterator[Input]:
    """Yield the sources in `inputs` for the press; archives of dubao's are put into `archives`."""

    def others() -> Iterator[tuple[Input, bytes]]:
        for source in inputs:
            start = _start(source)
            if is_archive(start):
                archives.append(source)
            else:
                yield source, start

    return put_together(others())


def _open(
    source: Input, outcomes: Callable[[Library, str], Iterator[Outcome]]
) -> Iterator[Outcome]:
    """Yield the `outcomes` of the library in an archive, or why the archive cannot be read."""
    try:
        with _stream(source) as file:
            yield from outcomes(open_archive(file, source.name), source.name)
    except DubaoError as error:
        yield Outcome(source.name, error=error.message)


def _accept(library: Library, heard: Heard, archive: Library, name: str) -> Iterator[Outcome]:
    share = 1 / max(1, len(archive.rows()))
    for added in accept_all(library, archive):
        heard(share)
        yield Outcome(name, added=added)


def _list(archive: Library, name: str) -> Iterator[Outcome]:
    for row in archive.rows():
        yield Outcome(f"{name}: {row.id}")


def _start(source: Input) -> bytes:
    """Return the first bytes of `source`; none of a pipe, which can be read only once.

    A file that cannot be opened has none: why is said when all of it is to be read.
    """
    with suppress(OSError):
        if source.data is not None or Path(source.path).is_file():
            with _stream(source) as file:
                return file.read(HEAD)
    return b""


def _stream(source: Input) -> BinaryIO:
    return open(source.path, "rb") if source.data is None else io.BytesIO(source.data)

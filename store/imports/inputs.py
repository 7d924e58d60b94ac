"""All that an import takes in: sources for the press, and archives, which are known by their bytes.

Archives come last, and each of their issues has an outcome of its own.
"""

import io
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO

from store.errors import DubaoError
from store.exports.archive import START, accept_all, is_archive, open_archive
from store.imports.pipeline import Outcome, import_inputs, read_inputs
from store.imports.sources import Input
from store.library.library import Library


def import_all(
    library: Library, inputs: Iterable[Input], day: date | None = None, paper: str = ""
) -> Generator[Outcome, None, None]:
    """Import `inputs` as `import_inputs` does, and then the archives among them.

    Of an archive that is damaged nothing is taken in.
    """
    archives: list[Input] = []
    yield from import_inputs(library, _sources(inputs, archives), day, paper)
    for source in archives:
        yield from _outcomes(source, partial(_accepted, library))


def preview(
    inputs: Iterable[Input], day: date | None = None, paper: str = ""
) -> Generator[Outcome, None, None]:
    """Read `inputs` as `read_inputs` does, and check the archives among them; nothing is kept."""
    archives: list[Input] = []
    yield from read_inputs(_sources(inputs, archives), day, paper)
    for source in archives:
        yield from _outcomes(source, _listed)


def _sources(inputs: Iterable[Input], archives: list[Input]) -> Iterator[Input]:
    """Yield those of `inputs` that are for the press, and put the others into `archives`."""
    for source in inputs:
        if is_archive(_start(source)):
            archives.append(source)
        else:
            yield source


def _outcomes(
    source: Input, outcomes: Callable[[Library, str], Iterator[Outcome]]
) -> Iterator[Outcome]:
    """Yield the `outcomes` of the library in an archive, or why it cannot be read."""
    try:
        with _opened(source) as file:
            yield from outcomes(open_archive(file, source.name), source.name)
    except DubaoError as error:
        yield Outcome(source.name, error=error.message)


def _accepted(library: Library, other: Library, name: str) -> Iterator[Outcome]:
    return (Outcome(name, added=added) for added in accept_all(library, other))


def _listed(other: Library, name: str) -> Iterator[Outcome]:
    return (Outcome(f"{name}: {row.id}") for row in other.rows())


def _start(source: Input) -> bytes:
    """Return the first bytes of `source`, none of what can be read but once, such as a pipe.

    Why a file cannot be read is told when all of it is.
    """
    with suppress(OSError):
        if source.data is not None or Path(source.name).is_file():
            with _opened(source) as file:
                return file.read(START)
    return b""


def _opened(source: Input) -> BinaryIO:
    return open(source.name, "rb") if source.data is None else io.BytesIO(source.data)

"""From files to the library: the whole way of an import, in one place for every caller."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from store.errors import DubaoError, SourceError
from store.library import Added, Library
from store.press import Reading, read_issue
from store.rereading import Reread
from store.words.keywords import add_keywords

BATCH = 16
"""Issues whose keywords are made by one worker process: it costs 0.7 s to load (measured)."""


@dataclass(frozen=True, slots=True)
class Input:
    """One source to be read: its name for messages, and its bytes or why there are none."""

    name: str
    data: bytes = b""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: read and added, or an error's sentence."""

    name: str
    reading: Reading | None = None
    added: Added | None = None
    error: str = ""


def gather(paths: Iterable[str]) -> Iterator[Input]:
    """Yield the inputs `paths` name: files, and the files within folders in their names' order.

    Names that begin with a dot are passed over inside folders.
    """
    for path in map(Path, paths):
        if not path.is_dir():
            yield load(path)
            continue
        found = [p for p in sorted(path.rglob("*")) if p.is_file() and not _hidden(p, path)]
        if not found:
            yield Input(str(path), error=f"{path}: this folder holds no files; name one that does.")
        yield from map(load, found)


def load(path: Path) -> Input:
    """Return the input at `path`; a file that cannot be read is an input with an error."""
    try:
        return Input(str(path), path.read_bytes())
    except FileNotFoundError:
        return Input(str(path), error=f"{path}: there is no such file; check its name.")
    except OSError as error:
        why = error.strerror or "it cannot be read"
        return Input(str(path), error=f"{path}: {why}; check the file and its permissions.")


def read(source: Input, day: date | None = None, paper: str = "") -> Outcome:
    """Read `source` with the press; an error becomes the outcome's sentence.

    Text in which neither an article nor a contents list is found is no newspaper.
    """
    if source.error:
        return Outcome(source.name, error=source.error)
    try:
        reading = read_issue(source.data, source.name, day=day, paper=paper)
    except SourceError as error:
        return Outcome(source.name, error=str(error))
    if not reading.issue.articles and not reading.issue.index:
        name = reading.issue.sources[0].name
        why = "neither an article nor a contents list was found; check that it is a page's text."
        return Outcome(name, error=f"{name}: {why}")
    return Outcome(source.name, reading)


def import_inputs(
    library: Library, inputs: Iterable[Input], day: date | None = None, paper: str = ""
) -> Iterator[Outcome]:
    """Read `inputs`, give their articles keywords and add them to `library`, in order.

    An outcome is yielded when its input is safe on disk, or has failed. A source that the library
    already holds is not read again, unless `day` or `paper` may now date or name it.
    """
    waiting: list[tuple[Input, Outcome]] = []
    for source in inputs:
        held = not (day or paper) and library.holds(hashlib.sha256(source.data).hexdigest())
        if held and not source.error:
            yield from _add(library, waiting)
            waiting = []
            yield Outcome(source.name, added=Added(issue=held, status="held"))
            continue
        waiting.append((source, read(source, day, paper)))
        if len(waiting) == BATCH:
            yield from _add(library, waiting)
            waiting = []
    yield from _add(library, waiting)


def reimport(library: Library, name: str, *, keep: bool = True) -> Reread:
    """Read the originals of the issue of this id anew, with the press of today.

    Only what has changed gets new keywords, and is kept if it is to be. Raises NotFoundError,
    LibraryError for an original that is missing or damaged, SourceError for one that cannot be
    read any more.
    """
    sources = library.issue(name).sources
    readings = [read_issue(library.original(s.sha256), s.name).issue for s in sources]
    found = library.reread(name, readings, keep=False)
    if keep and found.changed:
        return library.reread(name, add_keywords(readings))
    return found


def _add(library: Library, waiting: list[tuple[Input, Outcome]]) -> Iterator[Outcome]:
    """Add what was read, keywords first: one worker serves them all."""
    readings = [outcome.reading for _, outcome in waiting if outcome.reading]
    issues = iter(add_keywords([reading.issue for reading in readings]))
    for source, outcome in waiting:
        if outcome.reading is None:
            yield outcome
            continue
        try:
            added = library.add(next(issues), source.data)
        except DubaoError as error:
            yield Outcome(source.name, outcome.reading, error=str(error))
        else:
            yield Outcome(source.name, outcome.reading, added)


def _hidden(path: Path, top: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(top).parts)

"""From files to the library: the whole way of an import, in one place for every caller."""

import hashlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import cache
from threading import Thread

from msgspec import Struct
from msgspec.structs import replace

from store.errors import DubaoError, LibraryError, SourceError, WorkerError
from store.imports.keywords import add_keywords
from store.imports.sources import Input, Sources, load, read_source
from store.library.adding import Added
from store.library.library import Library
from store.library.reimport import Reread
from store.messages import Message
from store.models import Issue
from store.press.result import Reading
from store.processes import Worker, spread
from store.words.pinyin import slug

ISSUES, BYTES = 16, 1 << 19
"""So much goes to a worker at a time: names met in one of the issues are known in the others, and
what is done since the last one was added is lost when an import is interrupted (0.7 s)."""

HELD = 256
"""So many inputs that are held already are passed over before that is told."""


class Outcome(Struct, frozen=True):
    """What became of one input: read and added, or an error's message."""

    name: str
    reading: Reading | None = None
    added: Added | None = None
    error: Message | None = None


_Batch = list[tuple[Outcome, bytes | None]]
"""Inputs in their order, with the bytes of those that are still to be read."""


def import_inputs(
    library: Library, inputs: Iterable[Input], day: date | None = None, paper: str = ""
) -> Generator[Outcome, None, None]:
    """Read `inputs`, give their articles keywords and add them to `library`, in order.

    An outcome is yielded when its input is safe on disk, or has failed. A source that the library
    already holds is not read again, unless `day` or `paper` may now date or name it. Inputs are
    taken as they are needed; closing this generator ends the import where it is. Raises DubaoError
    when the library takes nothing in.
    """

    def read(worker: Worker, batch: _Batch) -> list[Reading | Message]:
        unread = tuple((outcome.name, data) for outcome, data in batch if data is not None)
        if unread:
            _prepare()
        return _read(worker, Sources(unread, day, paper))

    batches = _batches(library, inputs, again=bool(day or paper))
    with closing(spread(read, batches)) as done:
        for batch, readings in done:
            yield from _add(library, batch, readings)


def read_inputs(
    inputs: Iterable[Input], day: date | None = None, paper: str = ""
) -> Generator[Outcome, None, None]:
    """Read `inputs` with the press, in order, without keywords; nothing is kept."""
    for source in inputs:
        outcome = Outcome(source.name)
        try:
            yield _with(outcome, read_source(load(source), source.name, day, paper))
        except SourceError as error:
            yield _with(outcome, error.message)


def reimport(
    library: Library, name: str, *, keep: bool = True, worker: Worker | None = None
) -> Reread:
    """Read the originals of the issue of this id anew, with the press of today.

    Only what has changed gets new keywords, of `worker` if there is one, and is kept if it is to
    be. Raises NotFoundError, LibraryError for an original that is missing or damaged, SourceError
    for one that cannot be read any more.
    """
    from store.press.dump.read import read_issue

    sources = library.issue(name).sources
    readings = [read_issue(library.original(s.sha256), s.name).issue for s in sources]
    found = library.reread(name, readings, keep=False)
    if keep and found.changed:
        return library.reread(name, add_keywords(readings, worker))
    return found


REWORDED = 16
"""Issues whose keywords are made together: names met in one are known in all."""


def reword(library: Library, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Make the keywords of these issues anew, with the words that are known today.

    Yield how many issues are done, and how many of them changed. Raises LibraryError.
    """
    changed = 0
    with Worker() as worker:
        for start in range(0, len(names), REWORDED):
            batch = names[start : start + REWORDED]
            changed += library.reword(batch, lambda issues: add_keywords(issues, worker))
            yield start + len(batch), changed


@cache
def _prepare() -> None:
    """Load pinyin for the ids while the worker loads everything else: 0.3 s of a first import."""
    Thread(target=slug, args=("报",), daemon=True).start()


def _batches(library: Library, inputs: Iterable[Input], *, again: bool) -> Iterator[_Batch]:
    """Yield what goes to a worker together; what is held already is to be read only `again`."""
    batch: _Batch = []
    size = unread = 0
    for source in inputs:
        outcome, data = _loaded(library, source, again)
        batch.append((outcome, data))
        unread += data is not None
        size += len(data or b"")
        if unread == ISSUES or size >= BYTES or len(batch) == HELD:
            yield batch
            batch = []
            size = unread = 0
    yield batch


def _loaded(library: Library, source: Input, again: bool) -> tuple[Outcome, bytes | None]:
    try:
        data = load(source)
    except SourceError as error:
        return Outcome(source.name, error=error.message), None
    held = library.holds(hashlib.sha256(data).hexdigest())
    if held and not again:
        return Outcome(source.name, added=Added(held, "held")), None
    if not library.writable():
        raise LibraryError(
            "{file}: cannot be written; import into another (--library).", file=library.path
        )
    return Outcome(source.name), data


def _read(worker: Worker, request: Sources) -> list[Reading | Message]:
    """Return what `worker` reads; each source alone when it dies of them, to tell of which."""
    if not request.sources:
        return []
    try:
        return worker.ask("read", request, list[Reading | Message])
    except WorkerError as error:
        if len(request.sources) == 1:
            name = request.sources[0][0]
            return [
                Message(
                    "{file}: not imported, for the process that read it has died ({why}).",
                    {"file": name, "why": error.message},
                )
            ]
    singles = (replace(request, sources=(source,)) for source in request.sources)
    return [reading for single in singles for reading in _read(worker, single)]


def _add(library: Library, batch: _Batch, readings: list[Reading | Message]) -> Iterator[Outcome]:
    """Add what was read, and yield what became of each input."""
    reading = iter(readings)
    outcomes = [
        outcome if data is None else _with(outcome, next(reading)) for outcome, data in batch
    ]
    pairs = [
        (outcome.reading.issue, data)
        for outcome, (_, data) in zip(outcomes, batch, strict=True)
        if outcome.reading and data is not None
    ]
    added = iter(_add_all(library, pairs))
    for outcome in outcomes:
        yield _with(outcome, next(added)) if outcome.reading else outcome


def _with(outcome: Outcome, news: Reading | Added | Message) -> Outcome:
    """Return `outcome` after one more step, which may have failed."""
    if isinstance(news, Message):
        return replace(outcome, error=news)
    if isinstance(news, Added):
        return replace(outcome, added=news)
    return replace(outcome, reading=news)


def _add_all(library: Library, pairs: list[tuple[Issue, bytes]]) -> list[Added | Message]:
    """Return what became of each pair, or the message that says why it could not be added.

    Raises DubaoError when none of them could: then it is not they that are wrong.
    """
    if not pairs:
        return []
    try:
        return [*library.add_all(pairs)]
    except DubaoError as error:
        if len(pairs) == 1:
            return [error.message]
        found = [one for pair in pairs for one in _add_all(library, [pair])]
        if not any(isinstance(one, Added) for one in found):
            raise
        return found

"""Importing: sources are loaded, read by worker processes and added to a library, in batches."""

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
from store.library.repair.remaking import Read
from store.messages import Message
from store.models import Issue
from store.press.result import PressResult
from store.processes import Worker, spread
from store.words.pinyin import slug

ISSUES, BYTES = 16, 1 << 19
"""Limits of a batch, which one worker reads at a time. Names met in one of its issues are known in
all; a batch that is under way when an import is interrupted is lost (0.7 s of work)."""

HELD = 256
"""Inputs in a batch at most, when most are in the library already: so often there is news."""


class Outcome(Struct, frozen=True):
    """What became of one input: read and added, or an error's message."""

    name: str
    result: PressResult | None = None
    added: Added | None = None
    error: Message | None = None


class _Item(Struct, frozen=True):
    """One input of a batch: what became of it so far, and its bytes if they are to be read."""

    outcome: Outcome
    data: bytes | None = None


def import_inputs(
    library: Library, inputs: Iterable[Input], day: date | None = None, paper: str = ""
) -> Generator[Outcome, None, None]:
    """Read `inputs`, give their articles keywords and add them to `library`, in order.

    An outcome is yielded when its input is safe on disk, or has failed. A source that the library
    already holds is not read again, unless `day` or `paper` may now date or name it. Inputs are
    taken as they are needed; closing this generator ends the import where it is. Raises DubaoError
    when the library takes nothing in.
    """

    def read(worker: Worker, batch: list[_Item]) -> list[PressResult | Message]:
        unread = [(item.outcome.name, item.data) for item in batch if item.data is not None]
        if unread:
            _prepare()
        return _read(worker, Sources(tuple(unread), day, paper))

    batches = _batches(library, inputs, again=bool(day or paper))
    with closing(spread(read, batches)) as done:
        for batch, results in done:
            yield from _add(library, batch, results)


def read_inputs(
    inputs: Iterable[Input], day: date | None = None, paper: str = ""
) -> Generator[Outcome, None, None]:
    """Read `inputs` with the press, in order, without keywords; nothing is kept."""
    for source in inputs:
        outcome = Outcome(source.name)
        try:
            yield _after(outcome, read_source(load(source), source.name, day, paper))
        except SourceError as error:
            yield _after(outcome, error.message)


def reimport(
    library: Library, name: str, *, keep: bool = True, worker: Worker | None = None
) -> Reread:
    """Read the originals of the issue of this id again, with the press of today.

    The result is stored if it differs and `keep` is true, with new keywords, which `worker`
    extracts if there is one. Raises NotFoundError, LibraryError for an original that is missing or
    damaged, SourceError for one that cannot be read any more.
    """
    from store.press.dump.read import read_issue

    sources = library.issue(name).sources
    issues = [read_issue(library.original(s.sha256), s.name).issue for s in sources]
    found = library.reread(name, issues, keep=False)
    if keep and found.changed:
        return library.reread(name, add_keywords(issues, worker))
    return found


def reader(worker: Worker) -> Read:
    """Return what reads originals again, with keywords: `worker` does it."""

    def read(sources: Sequence[tuple[str, bytes]]) -> list[Issue | Message]:
        found = _read(worker, Sources(tuple(sources)))
        return [each.issue if isinstance(each, PressResult) else each for each in found]

    return read


@cache
def _prepare() -> None:
    """Load pinyin for the ids while the worker loads everything else: 0.3 s of a first import."""
    Thread(target=slug, args=("报",), daemon=True).start()


def _batches(library: Library, inputs: Iterable[Input], *, again: bool) -> Iterator[list[_Item]]:
    """Yield `inputs` in batches; those in the library already are to be read only `again`."""
    batch: list[_Item] = []
    size = unread = 0
    for source in inputs:
        item = _load(library, source, again)
        batch.append(item)
        if item.data is not None:
            unread += 1
            size += len(item.data)
        if unread == ISSUES or size >= BYTES or len(batch) == HELD:
            yield batch
            batch = []
            size = unread = 0
    yield batch


def _load(library: Library, source: Input, again: bool) -> _Item:
    """Return `source` with its bytes, or with its outcome if it is not to be read.

    Raises LibraryError when there is something to read, but nowhere to put it.
    """
    try:
        data = load(source)
    except SourceError as error:
        return _Item(Outcome(source.name, error=error.message))
    held = library.holds(hashlib.sha256(data).hexdigest())
    if held and not again:
        return _Item(Outcome(source.name, added=Added(held, "held")))
    if not library.writable():
        raise LibraryError(
            "{file}: cannot be written; import into another (--library).", file=library.path
        )
    return _Item(Outcome(source.name), data)


def _read(worker: Worker, request: Sources) -> list[PressResult | Message]:
    """Return what `worker` reads in each source, or why it cannot be read.

    If the worker dies, each source is tried alone, so that only the one that it died of fails.
    """
    if not request.sources:
        return []
    try:
        return worker.ask("read", request, list[PressResult | Message])
    except WorkerError as error:
        if len(request.sources) == 1:
            name = request.sources[0][0]
            return [
                Message(
                    "{file}: not imported, for the process that read it has died ({why}).",
                    {"file": name, "why": error.message},
                )
            ]
    results: list[PressResult | Message] = []
    for source in request.sources:
        results += _read(worker, replace(request, sources=(source,)))
    return results


def _add(
    library: Library, batch: list[_Item], results: list[PressResult | Message]
) -> Iterator[Outcome]:
    """Add what was read, and yield what became of each input of the batch."""
    read = iter(results)
    outcomes: list[Outcome] = []
    pairs: list[tuple[Issue, bytes]] = []
    for item in batch:
        outcome = item.outcome
        if item.data is not None:
            outcome = _after(outcome, next(read))
            if outcome.result:
                pairs.append((outcome.result.issue, item.data))
        outcomes.append(outcome)
    added = iter(_add_all(library, pairs))
    for outcome in outcomes:
        yield _after(outcome, next(added)) if outcome.result else outcome


def _add_all(library: Library, pairs: list[tuple[Issue, bytes]]) -> list[Added | Message]:
    """Return what became of each issue and its source, or why it could not be added.

    If they cannot be added together, each is tried alone. Raises DubaoError when none can be
    added: then the fault is the library's.
    """
    if not pairs:
        return []
    try:
        return [*library.add_all(pairs)]
    except DubaoError as error:
        if len(pairs) == 1:
            return [error.message]
        results: list[Added | Message] = []
        for pair in pairs:
            results += _add_all(library, [pair])
        if not any(isinstance(result, Added) for result in results):
            raise
        return results


def _after(outcome: Outcome, result: PressResult | Added | Message) -> Outcome:
    """Return `outcome` after one more step, which succeeded or failed with a message."""
    if isinstance(result, Message):
        return replace(outcome, error=result)
    if isinstance(result, Added):
        return replace(outcome, added=result)
    return replace(outcome, result=result)

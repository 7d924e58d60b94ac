"""Importing: sources are loaded, read by worker processes and added to a library, in batches."""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, nullcontext
from datetime import date
from functools import cache
from itertools import islice
from threading import Thread

from msgspec import Struct
from msgspec.structs import replace

from store.errors import OVERTIME, DubaoError, LibraryError, SourceError, WorkerError, why_ended
from store.imports.keywords import add_keywords, reword_texts, without_words
from store.imports.pictures import keep_pictures
from store.imports.sources import (
    NOTHING,
    Input,
    Known,
    Loaded,
    Reading,
    Sources,
    load,
)
from store.library.adding import Added
from store.library.library import Library
from store.library.reimport import Reread
from store.library.repair.remaking import Read
from store.messages import Message
from store.models import Issue, Source
from store.press.result import PressResult
from store.processes import Worker, each_that_lives, spread
from store.words.pinyin import slug

ISSUES, BYTES = 16, 1 << 19
"""Limits of a batch, which one worker reads at a time. Names met in one of its issues are known in
all; a batch that is under way when an import is interrupted is lost (0.7 s of work)."""

HELD = 256
"""Inputs in a batch at most, when most are in the library already: so often there is news."""


READ = 0.6
"""The share of an import that is done when a source has been read, before it has words and is safe.

That is most of it where the worker is new, and a little less than half later.
"""

Heard = Callable[[float], object]
"""Is called with how much more is done: of each input 1 in all. Several threads may call it."""


def unheard(_share: float) -> None:
    """Take no notice."""


class Outcome(Struct, frozen=True):
    """What became of one issue in an input: read and added, or an error's message."""

    name: str
    result: PressResult | None = None
    added: Added | None = None
    error: Message | None = None


class _Item(Struct, frozen=True):
    """One input of a batch: what became of it so far, and its source if that is to be read."""

    outcome: Outcome
    source: Loaded | None = None
    pictures: tuple[Input, ...] = ()
    files: int = 1

    def left(self) -> float:
        """Return how much is still to be done once it is read, of what there is for each file."""
        return self.files * (1 if self.source is None else 1 - READ)


def import_inputs(
    library: Library,
    inputs: Iterable[Input],
    known: Known = NOTHING,
    heard: Heard = unheard,
) -> Generator[Outcome, None, None]:
    """Read `inputs`, give their articles keywords and add them to `library`, in order.

    An outcome is yielded for each issue in an input when all of them are safe on disk, or one when
    the input has failed; how far they have come is `heard` meanwhile. A source that the library
    already holds is not read again, unless what is `known` of it may now date, name or read it
    otherwise. Inputs are taken as they are needed; closing this generator ends the import where it
    is. Raises DubaoError when the library takes nothing in.
    """

    def read(worker: Worker, batch: list[_Item]) -> list[Reading]:
        unread = [item.source for item in batch if item.source is not None]
        files = iter([item.files for item in batch if item.source is not None])
        if unread:
            _prepare()
        return _read(worker, Sources(tuple(unread)), lambda: heard(READ * next(files, 0)))

    batches = _batches(library, inputs, known)
    with closing(spread(read, batches)) as done:
        for batch, found in done:
            yield from _add(library, batch, found)
            heard(sum(item.left() for item in batch))


def read_one(worker: Worker, source: Loaded) -> Reading:
    """Return what `worker` reads in one source, with keywords."""
    _prepare()
    return _read(worker, Sources((source,)))[0]


def keep(library: Library, read: Sequence[tuple[Loaded, Reading]]) -> list[list[Outcome]]:
    """Add what was read in some sources, in one go, and return what became of each.

    Raises DubaoError when the library takes nothing in.
    """
    items = [_Item(Outcome(source.name), source) for source, _ in read]
    outcomes = _add(library, items, [reading for _, reading in read])
    return [list(islice(outcomes, max(1, len(reading.results)))) for _, reading in read]


def read_inputs(
    inputs: Iterable[Input], known: Known = NOTHING, heard: Heard = unheard
) -> Generator[Outcome, None, None]:
    """Read `inputs` with the press, in order, without keywords; nothing is kept."""
    with Worker() as worker:
        for source in inputs:
            try:
                request = Sources((Loaded(source.name, load(source), known),), words=False)
                yield from _outcomes(Outcome(source.name), _read(worker, request)[0])
            except SourceError as error:
                yield Outcome(source.name, error=error.message)
            heard(source.files)


def reimport(
    library: Library, name: str, *, keep: bool = True, worker: Worker | None = None
) -> Reread:
    """Read the originals of the issue of this id again, with the press of today.

    The result is stored if it differs and `keep` is true, with new keywords. `worker` does it, or
    one that ends with this call. Raises NotFoundError, LibraryError for an original that is missing
    or damaged, SourceError for one that cannot be read any more.
    """
    issue = library.issue(name)
    with nullcontext(worker) if worker else Worker() as asked:
        issues: list[Issue] = []
        for source in issue.sources:
            issues += _read_again(asked, library.original(source.sha256), source, issue.date)
        found = library.reread(name, issues, keep=False)
        if keep and found.changed:
            found = library.reread(name, add_keywords(issues, asked))
            reword_texts(library, found.after.id, asked)
    return found


def _read_again(worker: Worker, data: bytes, source: Source, day: date | None) -> list[Issue]:
    """Return the issue that `source` names among those in its original.

    Where it was one and would now be several, they are the issue of that `day`. Raises SourceError.
    """
    known = Known(kind=source.kind if source.kind_told else "", arrived=source.made)
    (found,) = _read(worker, Sources((Loaded(source.name, data, known),), words=False))
    if len(found.results) > 1 and not source.part:
        known = replace(known, day=day)
        (found,) = _read(worker, Sources((Loaded(source.name, data, known),), words=False))
    if found.error:
        raise SourceError(found.error)
    return [each.issue for each in found.results if each.issue.sources[0].id == source.id]


def reader(worker: Worker) -> Read:
    """Return what reads originals again, with keywords: `worker` does it."""

    def read(sources: Sequence[tuple[str, bytes]]) -> list[list[Issue] | Message]:
        found = _read(worker, Sources(tuple(Loaded(*source) for source in sources)))
        return [one.error or one.issues() for one in found]

    return read


@cache
def _prepare() -> None:
    """Load pinyin for the ids while the worker loads everything else: 0.3 s of a first import."""
    Thread(target=slug, args=("报",), daemon=True).start()


def _batches(library: Library, inputs: Iterable[Input], known: Known) -> Iterator[list[_Item]]:
    """Yield `inputs` in batches; of those in the library what is `known` alone makes one read."""
    batch: list[_Item] = []
    size = unread = 0
    for source in inputs:
        item = _load(library, source, known)
        batch.append(item)
        if item.source is not None:
            unread += 1
            size += len(item.source.data)
        if unread == ISSUES or size >= BYTES or len(batch) == HELD:
            yield batch
            batch = []
            size = unread = 0
    yield batch


def _load(library: Library, source: Input, known: Known) -> _Item:
    """Return `source` with its bytes, or with its outcome if it is not to be read.

    Raises LibraryError when there is something to read, but nowhere to put it.
    """
    try:
        data = load(source)
    except SourceError as error:
        return _Item(Outcome(source.name, error=error.message), files=source.files)
    held = library.holds(hashlib.sha256(data).hexdigest())
    if held and replace(known, arrived=None) == NOTHING:
        if source.pictures:
            keep_pictures(library, [library.issue(held)], source.pictures)
        return _Item(Outcome(source.name, added=Added(held, "held")), files=source.files)
    if not library.writable():
        raise LibraryError(
            "{file}: cannot be written; import into another (--library).", file=library.address
        )
    loaded = Loaded(source.name, data, known)
    return _Item(Outcome(source.name), loaded, source.pictures, source.files)


def _read(
    worker: Worker, request: Sources, told: Callable[[], object] = lambda: None
) -> list[Reading]:
    """Return what `worker` reads in each source; `told` is called when one is read.

    If the worker dies, each source is tried alone, so that only the one that it died of fails; and
    that one without keywords, lest it died of making them.
    """
    if not request.sources:
        return []

    def ask(sources: Sequence[Loaded]) -> list[Reading]:
        return worker.ask("read", replace(request, sources=tuple(sources)), list[Reading], told)

    def died(source: Loaded, error: WorkerError) -> Reading:
        if not request.words:
            return Reading(error=_why_it_died(source.name, error))
        (found,) = _read(worker, Sources((source,), words=False))
        return found.with_issues(without_words(found.issues(), str(error)))

    return each_that_lives(ask, request.sources, died)


def _why_it_died(name: str, error: WorkerError) -> Message:
    if str(error) == OVERTIME:
        return Message(
            "{file}: not imported, for it took longer to read than a source may; split the file.",
            {"file": name},
        )
    return Message(
        "{file}: not imported, for the process that read it has died ({why}); save its text, and "
        "import that.",
        {"file": name, "why": why_ended(str(error))},
    )


def _add(library: Library, batch: list[_Item], found: list[Reading]) -> Iterator[Outcome]:
    """Add what was read, and yield what became of each input of the batch."""
    unread = [item for item in batch if item.source is not None]
    read = dict(zip(map(id, unread), found, strict=True))
    sources = [
        [(each.issue, item.source.data) for each in read[id(item)].results]
        for item in unread
        if item.source is not None and read[id(item)].results
    ]
    added = iter(_add_all(library, sources))
    for item in batch:
        one = read.get(id(item))
        if one is None:
            yield item.outcome
        else:
            done = next(added) if one.results else None
            if item.pictures and not isinstance(done, Message):
                keep_pictures(library, one.issues(), item.pictures)
            yield from _outcomes(item.outcome, one, done)


def _outcomes(
    outcome: Outcome, read: Reading, added: list[Added] | Message | None = None
) -> Iterator[Outcome]:
    """Yield what became of one input: of each of its issues, or why there are none."""
    if read.error:
        yield replace(outcome, error=read.error)
    elif isinstance(added, Message):
        yield replace(outcome, result=read.results[0], error=added)
    else:
        for at, result in enumerate(read.results):
            yield replace(outcome, result=result, added=added[at] if added else None)


def _add_all(
    library: Library, sources: list[list[tuple[Issue, bytes]]]
) -> list[list[Added] | Message]:
    """Return what became of the issues of each source, or why they could not be added.

    If not all can be added together, each source is tried alone. Raises DubaoError when none can be
    added: then the fault is the library's.
    """
    if not sources:
        return []
    try:
        added = iter(library.add_all([pair for pairs in sources for pair in pairs]))
        return [[next(added) for _ in pairs] for pairs in sources]
    except DubaoError as error:
        if len(sources) == 1:
            return [error.message]
        results: list[list[Added] | Message] = []
        for pairs in sources:
            results += _add_all(library, [pairs])
        if not any(isinstance(result, list) for result in results):
            raise
        return results

"""The worker process, which loads the press, jieba and pypinyin and answers one request at a time.

`store.processes` runs it as ``python -m store.imports.worker``. It ends at once when its standard
input does, so that it never outlives the process that asks, however that one ended.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache, partial
from itertools import islice
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from store.backends.serialization import from_bytes, to_bytes
from store.errors import SourceError
from store.imports.keywords import with_words, without_words
from store.imports.sources import Fetched, Loaded, Reading, Sources
from store.imports.unpacking import AT_ONCE, Archive, Unpacked, Unpacking
from store.messages import Message, template
from store.models import Issue
from store.press.limits import allow, limited
from store.press.mirror import File, Place
from store.press.outline import Outline, outline
from store.press.read import read as read_issues
from store.processes import END, STEP, Task, receive, send
from store.words.extract import extract
from store.words.segmenter import Segmenter
from store.words.user_dictionary import user_words

if TYPE_CHECKING:
    from store.press.leads import Leads

TOO_MUCH = template("{file}: it needs more memory than a source may; split the file.")

LETTERS_A_SECOND = 50_000
"""Letters of an article that are cut into words in a second at least; 1.3 million are usual."""

MOST_LETTERS = 200_000
"""Letters of an article that there is time for: the longest report has a tenth."""

Bound = Callable[[], AbstractContextManager[None]]
"""Holds what is done for one source within bounds."""


def read(
    request: Sources, bound: Bound = nullcontext, tell: Callable[[], object] = lambda: None
) -> list[Reading]:
    """Return what is read in each source, with keywords; `tell` of each source that is read.

    Names met in one source are known in all. Each is read within what `bound` allows, and so are
    the keywords of all made.
    """
    found: list[Reading] = []
    for source in request.sources:
        found.append(_read(source, bound))
        tell()
    if not request.words:
        return found
    worded = iter(extract_keywords([issue for one in found for issue in one.issues()], bound))
    return [one.with_issues(islice(worded, len(one.results))) for one in found]


def look_into(page: Fetched, bound: Bound = nullcontext) -> "Leads":
    """Return what a fetched page leads to, looked into within what `bound` allows."""
    from store.press.leads import Leads, read_leads  # they load most rooms

    try:
        with bound():
            return read_leads(page.data, page.address)
    except SourceError as error:
        return Leads("", refusal=error.message)
    except (MemoryError, RecursionError):
        return Leads("", refusal=Message(TOO_MUCH, {"file": page.address}))


def unpack(archive: Archive, bound: Bound = nullcontext) -> Iterator[Unpacked]:
    """Yield the files in an archive, some at a time, unpacked within what `bound` allows."""
    files: list[File] = []
    size = 0
    refusal = None
    try:
        with bound(), open(archive.path, "rb") as packed:
            for file in Unpacking(archive.name).files(packed):
                files.append(file)
                size += len(file.data)
                if size >= AT_ONCE:
                    yield Unpacked(tuple(files))
                    files, size = [], 0
    except SourceError as error:
        refusal = error.message
    yield Unpacked(tuple(files), refusal)


def outlines(pages: Iterable[File], bound: Bound = nullcontext) -> list[Outline]:
    """Return the outlines of `pages`, each made within what `bound` allows, else empty."""
    return [_outline(page, bound) for page in pages]


def extract_keywords(issues: Sequence[Issue], bound: Bound = nullcontext) -> list[Issue]:
    """Return `issues` with the keywords and names of their articles, extracted together.

    That is done within what `bound` allows, and more time for more text. An import goes on without
    them: when they cannot be made, a warning says why.
    """
    if not any(issue.articles for issue in issues):
        return list(issues)
    try:
        segmenter = _segmenter()
        with bound():
            allow(sum(map(_letters, issues)) / LETTERS_A_SECOND)
            found = extract(segmenter, issues, user_words())
    except Exception as error:  # a dictionary that is damaged, a segmenter of another version
        return without_words(issues, f"{type(error).__name__}: {error}")
    return [with_words(issue, words) for issue, words in zip(issues, found, strict=True)]


def main() -> None:
    """Answer requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # what a library prints is no answer,
    os.dup2(nowhere, 2)  # and who writes into a pipe that nobody empties waits for ever
    requests: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_take, args=[requests], daemon=True).start()
    while True:
        task, packed = from_bytes(requests.get(), tuple[Task, bytes])
        if task == "read":
            sources, packed = from_bytes(packed, Sources), b""  # large ones are held once
            send(answers, to_bytes(read(sources, limited, partial(send, answers, STEP))))
        elif task == "look_into":
            send(answers, to_bytes(look_into(from_bytes(packed, Fetched), limited)))
        elif task == "outlines":
            send(answers, to_bytes(outlines(from_bytes(packed, list[File]), limited)))
        elif task == "unpack":
            for some in unpack(from_bytes(packed, Archive), limited):
                send(answers, to_bytes(some))
            send(answers, END)
        else:
            send(answers, to_bytes(extract_keywords(from_bytes(packed, list[Issue]), limited)))


def _take(requests: "SimpleQueue[bytes]") -> None:
    """Take requests in while the worker is busy, so that it ends at once when they do."""
    while request := receive(sys.stdin.buffer):
        requests.put(request)
    os._exit(0)


def _read(source: Loaded, bound: Bound) -> Reading:
    """Return what is read in one source."""
    known = source.known
    try:
        with bound():
            results = read_issues(
                source.data,
                source.name,
                day=known.day,
                paper=known.paper,
                kind=known.kind,
                arrived=known.arrived,
            )
    except SourceError as error:
        return Reading(error=error.message)
    except (MemoryError, RecursionError):
        return Reading(error=Message(TOO_MUCH, {"file": source.name}))
    return Reading(tuple(results))


def _outline(page: File, bound: Bound) -> Outline:
    try:
        with bound():
            return outline(page.path, page.data)
    except MemoryError:
        return Outline(Place(page.path))


def _letters(issue: Issue) -> int:
    """Return how many letters of its paragraphs there is time for."""
    return sum(min(sum(map(len, a.paragraphs)), MOST_LETTERS) for a in issue.articles)


@cache
def _segmenter() -> Segmenter:
    return Segmenter()


if __name__ == "__main__":
    last_words = os.dup(2)
    try:
        main()
    except Exception:
        os.dup2(last_words, 2)
        traceback.print_exc()
    os._exit(1)  # the thread that takes requests in waits for ever

"""The process that loads the press, jieba and pypinyin, and is asked for one thing after another.

Run as ``python -m store.imports.worker`` by `store.processes`. When its standard input ends, it
ends at once: it never outlives the process that asks, however that one has ended.
"""

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from functools import cache
from queue import SimpleQueue
from threading import Thread

from msgspec.structs import replace

from store.backends.serialization import from_bytes, to_bytes
from store.errors import SourceError
from store.imports.keywords import unworded, worded
from store.imports.sources import Sources, read_source
from store.messages import Message
from store.models import Issue
from store.press.result import Reading
from store.processes import Task, receive, send
from store.words.extract import extract
from store.words.segmenter import Segmenter
from store.words.user_dictionary import user_words


def read(request: Sources) -> list[Reading | Message]:
    """Return what is read in each source, with keywords, or the message that says why it is not.

    Names met in one source are known in all.
    """
    results = [_read(request, name, data) for name, data in request.sources]
    issues = iter(keyworded([one.issue for one in results if isinstance(one, Reading)]))
    return [
        replace(one, issue=next(issues)) if isinstance(one, Reading) else one for one in results
    ]


def keyworded(issues: Sequence[Issue]) -> list[Issue]:
    """Return `issues` with the keywords and names of their articles, made together.

    An import goes on without them: when they cannot be made, a warning says why.
    """
    if not any(issue.articles for issue in issues):
        return list(issues)
    try:
        found = extract(_segmenter(), issues, user_words())
    except Exception as error:  # a dictionary that is damaged, a segmenter of another version
        return unworded(issues, f"{type(error).__name__}: {error}")
    return [worded(issue, words) for issue, words in zip(issues, found, strict=True)]


def main() -> None:
    """Answer requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    requests: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_take, args=[requests], daemon=True).start()
    while True:
        task, packed = from_bytes(requests.get(), tuple[Task, bytes])
        if task == "read":
            send(answers, to_bytes(read(from_bytes(packed, Sources))))
        else:
            send(answers, to_bytes(keyworded(from_bytes(packed, list[Issue]))))


def _take(requests: "SimpleQueue[bytes]") -> None:
    """Take requests in beside the work, so that the end of them is the end of it."""
    while request := receive(sys.stdin.buffer):
        requests.put(request)
    os._exit(0)


def _read(request: Sources, name: str, data: bytes) -> Reading | Message:
    try:
        return read_source(data, name, request.day, request.paper)
    except SourceError as error:
        return error.message


@cache
def _segmenter() -> Segmenter:
    return Segmenter()


if __name__ == "__main__":
    try:
        main()
    except Exception:
        traceback.print_exc()
    os._exit(1)  # the thread that takes requests in waits for ever

"""What is left of an error that nobody foresaw: a bounded note, for the reader's eyes alone."""

import traceback
from pathlib import Path

from store.backends import atomic
from store.errors import DubaoError
from store.messages import Message
from tui.language import N_

FAILED = 70
"""Exit status after such an error: EX_SOFTWARE of sysexits.h."""

NAME = "failed.txt"

MOST_BYTES = 64 * 1024
"""What is kept of a traceback: its end, where the error stands."""


def note_failure(error: BaseException, folder: Path) -> Message:
    """Keep the error's traceback in the state's `folder`, and return the sentence that says so."""
    kind = type(error).__name__
    lines = traceback.format_exception(error, limit=-100)
    data = "".join(lines).encode("utf-8", "replace")[-MOST_BYTES:]
    path = folder / NAME
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
        atomic.write(path, data, mode=atomic.PRIVATE, durable=False)
    except OSError:
        return DubaoError(N_("The reader has failed ({kind}) and had to end."), kind=kind).message
    sentence = N_("The reader has failed ({kind}) and had to end; {file} says where, for a report.")
    return DubaoError(sentence, kind=kind, file=path).message

"""The process that brings an index up to date beside a reader, and says how far it is.

The reader runs ``python -m store.index.worker LIBRARY``. Each line printed says how many articles
are done, and of how many; a last one may hold, as JSON, the message why it failed. The process ends
at once when its standard input does: what it has committed stays, and the next one goes on from
there.
"""

import os
import sys
from threading import Thread

from store.backends.serialization import to_json
from store.errors import DubaoError
from store.index.update import update
from store.library.library import open_library


def main() -> None:
    """Bring the index up to date, at a low priority."""
    os.nice(10)
    Thread(target=_end_with_input, daemon=True).start()
    try:
        update(open_library(sys.argv[1]), progress=_tell)
    except DubaoError as error:
        print(to_json(error.message).decode(), flush=True)


def _tell(done: int, total: int) -> None:
    print(done, total, flush=True)


def _end_with_input() -> None:
    # Not by `sys.stdin`: Python aborts when it ends while a thread holds that one's lock.
    while os.read(0, 1024):
        pass
    os._exit(0)


if __name__ == "__main__":
    main()

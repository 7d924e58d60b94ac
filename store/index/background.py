"""Bringing the index up to date in a process of its own while someone reads."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import store
from store.backends.serialization import decode
from store.errors import DubaoError, LibraryError
from store.messages import Message, template

FAILED = template(
    "{file}: the index is not brought up to date, for the process that does so has ended "
    "({status}); dubao reindex says why."
)


async def indexing(library: str) -> AsyncGenerator[tuple[int, int], None]:
    """Bring the index of the library at this address up to date; yield (done, of) in articles.

    The process ends with this one, however that ends. Raises DubaoError when it fails.
    """
    root = str(Path(store.__file__).parents[1])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "store.index.worker", library],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert process.stdout
    with process:
        try:
            while line := await asyncio.to_thread(process.stdout.readline):
                yield _read(line)
            if status := await asyncio.to_thread(process.wait):
                raise LibraryError(FAILED, file=library, status=status)
        finally:
            process.kill()  # no harm if it has ended


def _read(line: bytes) -> tuple[int, int]:
    """Return how far the process says it is.

    Raises DubaoError with the message why it has failed, if it says that.
    """
    if line.startswith(b"["):
        raise DubaoError(decode(line, Message))
    done, total = map(int, line.split())
    return done, total

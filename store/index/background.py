"""Bringing the index up to date in a process of its own while someone reads."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import store


async def indexing(library: Path) -> AsyncGenerator[tuple[int, int], None]:
    """Bring the index of the library in this folder up to date; yield (done, of) in articles.

    The process ends with this one, however that ends.
    """
    root = str(Path(store.__file__).parents[1])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "store.index.worker", str(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert process.stdout
    with process:
        try:
            while line := await asyncio.to_thread(process.stdout.readline):
                done, total = map(int, line.split())
                yield done, total
        finally:
            process.kill()  # no harm if it has ended

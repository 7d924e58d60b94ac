"""Another dubao that works beside the reader, in a process of its own."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

import tui

_MAIN = "import os, sys; os.nice({behind}); from tui.cli.main import main; sys.exit(main())"
BEHIND = 10
"""How far it stands behind the reader where the processors are few, as `nice` counts."""

LONGEST = 4096
"""Characters of a line that are read in one go."""


async def running(words: Sequence[str]) -> AsyncGenerator[str, None]:
    """Run ``dubao WORDS…`` and yield each line that it prints, what it says of errors among them.

    It is asked nothing, and ends with this generator.
    """
    root = str(Path(tui.__file__).parents[1])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _MAIN.format(behind=BEHIND), *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout
    with process:
        try:
            while line := await asyncio.to_thread(process.stdout.readline, LONGEST):
                yield line.decode("utf-8", "replace").strip()
        finally:
            process.kill()  # no harm if it has ended: what it has said is kept is kept

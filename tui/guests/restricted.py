"""The reader for guests: they read, filter and mark, and reach nothing else of the machine.

A guest's marks are kept in a folder of their own, or in one that is deleted when they leave; the
library is never written. Meant for ``ForceCommand`` and ``command="…",restrict,pty`` in OpenSSH,
and for ``dubao serve``.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from store.errors import DubaoError
from tui.language import _

SWITCH = "--restricted"
VARIABLE = "DUBAO_RESTRICTED"

DENIED = frozenset({"suspend_process", "pipe", "edit", "discard", "links"})
"""Actions that would start a program, change the library, or open what a paper names."""

NAME = re.compile(r"[A-Za-z0-9_-]+")
"""What a guest may be called: the name of a folder, never a path."""

KEPT = ("DUBAO_LIBRARY", "DUBAO_RESTRICTED", "DUBAO_MONOCHROME", "DUBAO_STOCK_OUTPUT")
"""Our variables that a guest's environment may set; none of them but the first names a place."""

ROOM = 16 * 2**20
"""The most bytes that a file of theirs may have: years of marks, thousands of clippings."""


def is_restricted(words: Sequence[str]) -> bool:
    """Return whether the command line or the environment asks for the reader for guests."""
    return SWITCH in words or bool(os.environ.get(VARIABLE))


@contextmanager
def confined(guest: str | None) -> Iterator[None]:
    """Keep what the block writes in the folder of `guest`, or, without a name, in a temporary one.

    Raises DubaoError for a name that could be a path.
    """
    import resource
    import shutil
    import tempfile

    from store.locations import state_folder

    if guest is not None and not NAME.fullmatch(guest):
        raise DubaoError(_("A guest's name is letters, digits, _ and -."))
    for name in [name for name in os.environ if name.startswith("DUBAO_") and name not in KEPT]:
        del os.environ[name]
    passing = Path(tempfile.mkdtemp(prefix="dubao-guest-"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM if hard < 0 else min(ROOM, hard), hard))
        state = state_folder() / "guests" / guest if guest else passing / "state"
        os.environ |= {"DUBAO_STATE": str(state), "DUBAO_CACHE": str(passing / "cache")}
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        shutil.rmtree(passing, ignore_errors=True)

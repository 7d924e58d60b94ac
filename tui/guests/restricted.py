"""The reader for guests: they read, filter and mark, and reach nothing else of the machine.

A guest's marks are kept in a folder of their own, or in one that is deleted when they leave; the
library is never written. Meant for ``ForceCommand`` and ``command="…",restrict,pty`` in OpenSSH,
and for ``dubao serve``.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress

from store.errors import DubaoError
from tui.language import N_, _

SWITCH = "--restricted"
VARIABLE = "DUBAO_RESTRICTED"

DENIED = frozenset(
    {
        "suspend_process", "pipe", "edit", "discard", "links", "fetch", "full_text", "subscribe",
        "subscriptions", "write_clips",
    }
)  # fmt: skip
"""Actions that would start a program, change the library, write a file, open what a paper names, or
show what its keeper has set."""

NAME = re.compile(r"[A-Za-z0-9_-]+")
"""What a guest may be called: the name of a folder, never a path."""

KEPT = ("DUBAO_LIBRARY", "DUBAO_RESTRICTED", "DUBAO_MONOCHROME", "DUBAO_STOCK_OUTPUT")
"""Our variables that a guest's environment may set; none of them but the first names a place."""

ROOM = 32 * 2**20
"""Bytes that all they keep may have: years of marks, thousands of clippings."""

ROOM_EACH = 16 * 2**20
"""Bytes that one file of theirs may have, whatever writes it."""

MEMORY = 2 * 2**30
"""Bytes of addresses that a guest's process may have: ten times what it needs."""

TIME = 3600
"""Seconds of the processor that a guest's process may take; then it is asked to leave."""


def is_restricted(words: Sequence[str]) -> bool:
    """Return whether the command line or the environment asks for the reader for guests."""
    return SWITCH in words or bool(os.environ.get(VARIABLE))


@contextmanager
def confined(guest: str | None) -> Iterator[None]:
    """Keep what the block writes in the folder of `guest`, or, without a name, in a temporary one.

    Raises DubaoError for a name that could be a path, and where a link stands in its place.
    """
    from store.backends import opening
    from store.locations import cache_folder, state_folder
    from tui.guests.passing import passing_folder

    if guest is not None and not NAME.fullmatch(guest):
        raise DubaoError(_("A guest's name is letters, digits, _ and -."))
    for name in [name for name in os.environ if name.startswith("DUBAO_") and name not in KEPT]:
        del os.environ[name]
    state = state_folder() / "guests" / guest if guest else None
    with ExitStack() as stack:
        try:
            if guest:  # a link in the folder of all guests, or of this one, leads nobody elsewhere
                with suppress(FileNotFoundError), opening.folder(state_folder(), "guests", guest):
                    pass
            passing = stack.enter_context(passing_folder(cache_folder() / "guests"))
        except OSError as error:
            file = error.filename or state or cache_folder()
            raise DubaoError(
                N_("{file}: no place for a guest ({why})."), file=file, why=error
            ) from error
        stack.enter_context(_limited())
        os.environ["DUBAO_ROOM"] = str(ROOM)
        os.environ["DUBAO_STATE"] = str(state or passing / "state")
        os.environ["DUBAO_CACHE"] = str(passing / "cache")
        yield


@contextmanager
def _limited() -> Iterator[None]:
    """Bound what the process and its children take, within what they may have anyway."""
    import resource

    most = {resource.RLIMIT_FSIZE: ROOM_EACH, resource.RLIMIT_AS: MEMORY, resource.RLIMIT_CPU: TIME}
    before = {limit: resource.getrlimit(limit) for limit in most}
    try:
        for limit, value in most.items():
            hard = before[limit][1]
            resource.setrlimit(limit, (value if hard < 0 else min(value, hard), hard))
        yield
    finally:
        for limit, value_before in before.items():
            resource.setrlimit(limit, value_before)

"""The reader's own command that is run when issues have come: ``hook`` in the configuration.

It gets one JSON object on its standard input: the library's folder, and the issues that are new or
have grown. What it prints goes to standard error.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cli.output import print_error
from tui.language import _

if TYPE_CHECKING:
    from store.library.library import Library

SHELL = "/bin/sh"

LONGEST = 60.0
"""Seconds that the command may take."""


class Come(Struct, frozen=True):
    """An issue that is new or has grown."""

    id: str
    paper: str
    date: date | None
    articles: int


class News(Struct, frozen=True):
    """What the command gets."""

    library: str
    issues: tuple[Come, ...]


@contextmanager
def hooked(library: "Library") -> Iterator[None]:
    """Run the reader's command at the end of the block if issues have come in it.

    So it is, too, where the block is interrupted: what has come by then is kept. A failure of the
    command is told. Raises DubaoError when the configuration or the library cannot be read.
    """
    from store.config import read_config

    command = read_config().hook
    before = {row.id: row.revision for row in library.rows()} if command else {}
    try:
        yield
    finally:
        if command:
            _tell_of_new(library, before, command)


def _tell_of_new(library: "Library", before: Mapping[str, int], command: str) -> None:
    come = tuple(
        Come(row.id, row.paper, row.date, row.articles)
        for row in library.rows()
        if before.get(row.id) != row.revision
    )
    if come:
        _run(command, News(library.address, come))


def _run(command: str, news: News) -> None:
    """Run the command in a group of its own, all of which ends when its time is over."""
    from store.backends.serialization import to_json

    sys.stdout.flush()
    process = subprocess.Popen(
        [SHELL, "-c", command],
        stdin=subprocess.PIPE,
        stdout=2,
        start_new_session=True,
        env={**os.environ, "DUBAO_LIBRARY": news.library},
    )
    try:
        process.communicate(to_json(news), timeout=LONGEST)
    except subprocess.TimeoutExpired:
        print_error(
            _("The hook has not ended within {n} seconds, and is ended.").format(n=f"{LONGEST:g}")
        )
    else:
        if process.returncode:
            status = process.returncode
            print_error(_("The hook has failed ({status}).").format(status=status))
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

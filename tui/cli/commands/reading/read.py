"""``dubao`` and ``dubao PATH…``: open the reader, importing what is named first."""

import argparse
import gc
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.output import complain
from tui.language import N_, _

if TYPE_CHECKING:
    from store.config import Config
    from store.library.library import Library
    from tui.state.session import Session
    from tui.terminal.picture import Picture

HELP = N_("open the reader")

PATIENCE = 2.0
"""Seconds that the reader waits for another writer; a command waits longer, and says so."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao read``."""
    parser.add_argument("files", nargs="*", metavar="PATH", help=_("import these first"))
    parser.add_argument("--mouse", action="store_true", help=_("let the mouse work, too"))


def run(arguments: argparse.Namespace) -> int:
    """Open the reader; on a terminal that cannot draw, print the newest issue's text instead."""
    from tui.terminal import environment

    if not arguments.files:
        gc.disable()  # until the first paint: what is imported until then stays, 30 ms of looking
    environment.prepare()
    from store.library.library import open_library
    from store.locations import config_file, library_folder
    from store.reader.marks import open_marks
    from tui.state.session import Session
    from tui.styles import PALETTES

    config = arguments.config
    guest = arguments.restricted
    folder = library_folder(arguments.library)
    with open_library(folder, patience=PATIENCE, readonly=guest) as held:
        library = held
        start, failed = _import(library, arguments.files)
        if failed:
            return failed
        if why_not := environment.terminal_can_draw():
            return _plainly(library, start, why_not)
        if config.theme not in ("", *PALETTES):
            sentence = _("{file}: there is no theme {name}; there are {names}.")
            names = ", ".join(PALETTES)
            raise DubaoError(sentence.format(file=config_file(), name=config.theme, names=names))
        notice, awaited = "", None
        if not library.rows():
            library, awaited = sample_library(_making_ready), held
            own = _("A sample paper; ? helps. Read your own: dubao import FILE")
            notice = _("A sample paper; ? helps.") if guest else own
        marks = open_marks(patience=PATIENCE)
        filters = marks.filters.watched()
        watched = (*held.watched(), *marks.watched(), *filters, str(config_file()))
        with _seen_at_once(arguments.picture, Session(library, marks), config, start) as picture:
            from tui.app import DubaoApp
            from tui.terminal.picture import keep

            app = DubaoApp(
                library,
                marks,
                config,
                start=start,
                notice=notice,
                picture=picture,
                watched=() if start or guest else watched,
                restricted=guest,
                awaited=awaited,
            )
            app.run(mouse=arguments.mouse or config.mouse)
        if app.left_off:
            keep(arguments.given, *app.left_off)
        return app.return_code or 0


@contextmanager
def _seen_at_once(
    picture: "Picture | None", session: "Session", config: "Config", start: str
) -> "Iterator[Picture | None]":
    """Give the picture that is painted, or paint what can be said of the first screen already."""
    from tui.first_paint import sketch
    from tui.terminal.picture import sketched

    rows = None
    if picture is None and not os.environ.get("DUBAO_STOCK_OUTPUT"):
        with suppress(DubaoError):  # the reader says it on its own screen
            rows = sketch(session, config, *os.get_terminal_size(1), start=start)
    if rows is None:
        yield picture
        return
    with sketched(rows) as picture:
        yield picture


def _import(library: "Library", files: list[str]) -> tuple[str, int]:
    """Import `files`; return the issue to open and, when none could be read, exit status 2."""
    if not files:
        return "", 0
    from store.imports.inputs import import_all
    from tui.cli.commands.arrival.import_ import count, inputs_of
    from tui.cli.tally import follow

    tally = follow(import_all(library, inputs_of(files)), count(files))
    return tally.first, 0 if tally.first else 2


def _making_ready() -> AbstractContextManager[None]:
    from tui.terminal.picture import waiting

    return waiting(_("Making the sample paper ready…"))


def sample_library(
    making_ready: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> "Library":
    """Return a library that holds the sample paper, kept in the cache where that can be written.

    It is made `making_ready`, which takes two seconds, if it is not there.
    """
    import hashlib

    from store.library.library import open_library
    from store.locations import cache_folder
    from store.sample import NAME, sample

    text = sample()
    version = hashlib.sha256(text).hexdigest()[:8]
    library = open_library(cache_folder() / f"sample-{version}")
    if library.rows():
        return library
    from store.imports.pipeline import import_inputs
    from store.imports.sources import Input

    try:
        with making_ready():
            for outcome in import_inputs(library, [Input(NAME, text)]):
                if outcome.error:
                    raise DubaoError(outcome.error)
    except DubaoError as error:
        raise DubaoError(
            _("The library is empty, and the sample paper cannot be kept: {why}").format(why=error)
        ) from error
    return library


def _plainly(library: "Library", start: str, why_not: str) -> int:
    """Print the issue `start`, else the newest, as it would be shown."""
    from tui.cli.commands.reading.show import text_of
    from tui.cli.output import say

    complain(why_not)
    if not library.rows():
        library = sample_library()
    issue = library.issue(start or library.rows()[0].id)
    say(*text_of(issue, issue.articles))
    return 0

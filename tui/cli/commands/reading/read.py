"""``dubao`` and ``dubao PATH…``: open the reader, importing what is named first."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from store.errors import DubaoError
from tui.cli.output import print_error
from tui.language import N_, _
from tui.messages import translated

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from store.config import Config
    from store.library.library import Library
    from store.messages import Message
    from tui.state.session import Session
    from tui.terminal.picture import Picture

HELP = N_("open the reader")

PATIENCE = 2.0
"""Seconds that the reader waits for another writer; other commands wait longer, and say so."""


LEAVING = 1.0
"""Seconds that what was marked last has to reach the archive; what has not goes the next time."""


def add_arguments(parser: "ArgumentParser") -> None:
    """Declare the arguments of ``dubao read``."""
    parser.add_argument("files", nargs="*", metavar="PATH", help=_("import these files first"))
    parser.add_argument("--mouse", action="store_true", help=_("enable the mouse"))


def by_itself() -> "Namespace":
    """Return the arguments of ``dubao`` and no more, as the parser would: it takes 8 ms."""
    chosen = {"library": None, "restricted": False, "guest": None, "lang": None}
    return cast(
        "Namespace", SimpleNamespace(**chosen, command="read", files=[], mouse=False, run=run)
    )


def run(arguments: "Namespace") -> int:
    """Open the reader; on a terminal that cannot draw, print the newest issue's text instead."""
    from tui.terminal import environment

    if not arguments.files:
        gc.disable()  # until the first paint: what is imported until then stays, 30 ms of looking
    environment.prepare()
    from store.library.library import open_library
    from store.locations import library_address

    address = library_address(arguments.library)
    untold: list[Message] = []
    opened = open_library(
        address, patience=PATIENCE, readonly=arguments.restricted, told=untold.append, lazily=True
    )
    with _told_at_the_end(untold), opened as library:
        start, failed = _import(library, arguments.files)
        if failed:
            return failed
        if why_not := environment.terminal_can_draw():
            return _print_instead(library, start, why_not)
        _check_theme(arguments.config)
        return _read(arguments, library, start, untold)


@contextmanager
def _told_at_the_end(untold: "list[Message]") -> Iterator[None]:
    """Print what the reader has not told of the sentences that came meanwhile."""
    try:
        yield
    finally:
        for sentence in untold:
            print_error(sentence)


def _import(library: "Library", files: list[str]) -> tuple[str, int]:
    """Import `files`; return the issue to open and, when none could be read, exit status 2."""
    if not files:
        return "", 0
    _check_name(files[0])
    from store.imports.inputs import import_all
    from store.imports.sources import NOTHING
    from tui.cli.importing.inputs import count_inputs, inputs_of
    from tui.cli.importing.run import run_import

    imported = partial(import_all, library, inputs_of(files), NOTHING)
    summary = run_import(imported, count_inputs(files))
    return summary.first, 0 if summary.first else 2


def _check_name(name: str) -> None:
    """Raise DubaoError where this is no path, but nearly a command."""
    from pathlib import Path

    if name == "-" or Path(name).exists():
        return
    from difflib import get_close_matches

    from tui.cli.help.topics import ORDER
    from tui.cli.parser import COMMANDS

    if name in ORDER:
        raise DubaoError(
            _("{name} is no command; dubao help {name} tells about it.").format(name=name)
        )
    if near := get_close_matches(name, COMMANDS, 1):
        raise DubaoError(
            _("{name}: there is no such file or command; is it dubao {near}?").format(
                name=name, near=near[0]
            )
        )


def _print_instead(library: "Library", start: str, why_not: str) -> int:
    """Print the issue `start`, else the newest, for a terminal that cannot draw."""
    from tui.cli.output import print_lines
    from tui.cli.plain_text import text_of
    from tui.cli.sample import sample_library

    print_error(why_not)
    if not library.rows():
        library = sample_library()
    issue = library.issue(start or library.rows()[0].id)
    print_lines(*text_of(issue, issue.articles, doubted=True, placed=True))
    return 0


def _check_theme(config: "Config") -> None:
    """Take the reader's own colours. Raises DubaoError for a theme or a colour there is not."""
    from store.locations import config_file
    from tui.styles import PALETTES, take_colours

    if config.theme not in ("", *PALETTES):
        sentence = _("{file}: there is no theme {name}; choose one of {names}.")
        names = ", ".join(PALETTES)
        raise DubaoError(sentence.format(file=config_file(), name=config.theme, names=names))
    take_colours(config.colours)


def _read(arguments: "Namespace", held: "Library", start: str, untold: "list[Message]") -> int:
    """Show the library `held`, or the sample paper while that is empty; return the exit status."""
    from store.locations import config_file
    from store.reader.marks import open_marks
    from store.reader.place import Place
    from tui.state.session import Session

    config, guest = arguments.config, arguments.restricted
    library, notice = _held_or_sample(held, guest)
    marks = open_marks(patience=PATIENCE, told=untold.append)
    filters = marks.filters.watched()
    watched = (*held.watched(), *marks.watched(), *filters, str(config_file()))
    with _first_paint(arguments.picture, Session(library, marks), config, start) as picture:
        from tui.app import DubaoApp
        from tui.terminal.picture import keep

        app = DubaoApp(
            library,
            marks,
            config,
            start=start,
            notice=notice,
            first=library is not held and not guest and marks.place() == Place(),
            picture=picture,
            watched=() if start or guest else watched,
            restricted=guest,
            awaited=None if library is held else held,
        )
        app.untold = untold
        with _exchanging(arguments, untold) as app.once_standing:
            app.run(mouse=arguments.mouse or config.mouse)
    if app.left_off:
        keep(arguments.given, *app.left_off)
    return app.return_code or 0


def _is_empty(library: "Library") -> bool:
    """Return whether there is nothing in the library, not even once its servers were asked."""
    if not library.rows():
        library.files.follow(at_once=True)
    return not library.rows()


@contextmanager
def _exchanging(
    arguments: "Namespace", untold: "list[Message]"
) -> "Iterator[Callable[[], object]]":
    """Give what begins to carry marks to other hosts and back, if that is set, until the end."""
    carrier = None
    if arguments.config.state != "here":
        from tui.cli.libraries import carrier_of

        carrier = carrier_of(arguments, untold.append)
    yield carrier.begin if carrier else lambda: None
    if carrier:
        carrier.end(LEAVING)


def _held_or_sample(held: "Library", guest: bool) -> "tuple[Library, str]":
    """Return the library `held`, or the sample paper while that is empty, and a notice."""
    if not _is_empty(held):
        return held, ""
    try:
        return _sample(guest)
    except DubaoError as error:
        return held, translated(error.message)


def _sample(guest: bool) -> "tuple[Library, str]":
    """Return a library with the sample paper, and the notice that says so."""
    from tui.cli.sample import sample_library
    from tui.terminal.picture import waiting

    library = sample_library(lambda: waiting(_("Preparing the sample paper…")))
    if guest:
        return library, _("A sample paper; ? helps.")
    return library, _("A sample paper; ? helps. Read your own: dubao import FILE")


@contextmanager
def _first_paint(
    picture: "Picture | None", session: "Session", config: "Config", start: str
) -> "Iterator[Picture | None]":
    """Yield the picture painted at the start, or paint what is known of the first screen."""
    from tui.first_paint import first_rows
    from tui.terminal.environment import import_textual
    from tui.terminal.picture import painted
    from tui.terminal.size import terminal_size

    rows = None
    if picture is None and not os.environ.get("DUBAO_STOCK_OUTPUT"):
        with suppress(DubaoError):  # the reader says it on its own screen
            rows = first_rows(session, config, *terminal_size(), start=start)
    with nullcontext(picture) if rows is None else painted(rows) as shown:
        import_textual()
        yield shown

"""``dubao export``: issues and articles written for other programs, or to be kept."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec.structs import replace

from store.errors import DubaoError
from store.exports.destination import writing_to
from store.locations import is_remote
from store.messages import Message
from store.press.text.clean import printable
from tui.cli.libraries import library_of
from tui.cli.output import escape_controls, found_nothing, print_error
from tui.cli.plain_text import WIDEST, text_of
from tui.cli.progress import progress
from tui.cli.selection import select
from tui.language import N_, _

if TYPE_CHECKING:
    from store.exports.selection import Selection
    from store.library.library import Library
    from store.models import Article, Issue

HELP = N_("export issues and articles as JSON Lines, Markdown, text or an archive")

FORMATS = {
    "jsonl": (".jsonl", ".ndjson"),
    "markdown": (".md", ".markdown"),
    "text": (".txt",),
    "archive": (".zip",),
}
"""The formats, each with the suffixes of file names that imply it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao export``."""
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help=_("ids of issues and articles (default: everything)")
    )
    parser.add_argument("--query", metavar="QUERY", help=_("only articles that match this query"))
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help=_("output format (default: from the file's name, else jsonl)"),
    )
    parser.add_argument(
        "-o",
        "--output",
        default="-",
        metavar="FILE",
        help=_("write to this file (default: standard output)"),
    )
    parser.add_argument("--force", action="store_true", help=_("overwrite an existing file"))


def run(arguments: argparse.Namespace) -> int:
    """Write what is selected; exit status 1 when that is nothing, or some could not be read."""
    form = arguments.format or _format_of(arguments.output)
    if form == "archive" and arguments.output == "-" and sys.stdout.isatty():
        raise DubaoError(_("An archive cannot be shown on a terminal; name a file with -o."))
    with library_of(arguments) as library:
        chosen, problems = select(library, arguments)
        if not chosen:
            return found_nothing(_("There is nothing to export."))
        failures = _export(library, chosen, form, arguments)
        if form == "archive" and is_remote(library.address):
            print_error(_("Nobody's marks are in it; dubao help backup says where yours lie."))
    for failure in failures:
        print_error(failure)
    return 1 if failures or problems else 0


def _export(
    library: "Library", chosen: "Selection", form: str, arguments: argparse.Namespace
) -> list[Message]:
    """Write what is chosen, with a progress bar; return a message for each issue that failed."""
    failures: list[Message] = []
    # A bar would be drawn between the lines of a terminal that shows these.
    total = 0 if arguments.output == "-" and sys.stdout.isatty() else len(chosen)
    with (
        _destination(arguments.output, force=arguments.force) as file,
        progress(_("exporting"), total) as step,
    ):

        def done(failure: Message | None) -> None:
            step(failure is not None)
            if failure:
                failures.append(failure)

        _write(library, chosen, form, file, done)
    return failures


def _format_of(name: str) -> str:
    """Return the format that a file's name implies; raise DubaoError when it implies none."""
    if name == "-":
        return "jsonl"
    suffix = Path(name).suffix.lower()
    for form, suffixes in FORMATS.items():
        if suffix in suffixes:
            return form
    known = ", ".join(suffix for suffixes in FORMATS.values() for suffix in suffixes)
    unclear = _("{file}: the name does not tell the format; use --format, or one of {known}.")
    raise DubaoError(unclear.format(file=name, known=known))


@contextmanager
def _destination(name: str, *, force: bool) -> Iterator[BinaryIO]:
    """Yield the file of this name to be written to, standard output for ``-``.

    Raises DubaoError.
    """
    if name == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with writing_to(name, force=force) as file:
        yield file


def _write(
    library: "Library",
    chosen: "Selection",
    form: str,
    file: BinaryIO,
    done: Callable[[Message | None], None],
) -> None:
    """Write issue after issue; `done` is called after each, with a message if it failed.

    An archive holds whole issues, those of which any article is chosen.
    """
    if form == "archive":
        from store.exports.archive import write_archive

        write_archive(library, chosen, file, done)
        return
    from store.exports.selection import articles_of

    between = b""
    for name, articles in chosen.items():
        try:
            issue = library.issue(name)
        except DubaoError as error:
            done(error.message)
            continue
        file.write(between)
        for line in _lines(form, issue, articles_of(issue, articles)):
            file.write(f"{line}\n".encode())
        between = b"" if form == "jsonl" else b"\n"
        done(None)


def _lines(form: str, issue: "Issue", articles: "tuple[Article, ...]") -> Iterator[str]:
    """Return the lines of `issue` with these of its articles, safe to print."""
    if form == "jsonl":
        from store.exports.selection import json_lines

        return map(escape_controls, json_lines(issue, articles))
    if form == "markdown":
        from store.exports.markdown import markdown

        return map(printable, markdown(issue, articles))
    if len(articles) < len(issue.articles):
        issue = replace(issue, index=())  # the contents list is that of the whole issue
    return map(printable, text_of(issue, articles, WIDEST))

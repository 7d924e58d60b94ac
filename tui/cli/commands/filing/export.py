"""``dubao export``: issues and articles out of the library, for other programs and for keeping."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec.structs import replace

from store.backends.atomic import replacing
from store.errors import DubaoError
from store.press.text.clean import printable
from tui.cli.libraries import library_of
from tui.cli.output import complain, escaped
from tui.cli.progress import progress
from tui.language import N_, _

if TYPE_CHECKING:
    from store.exports.selection import Chosen
    from store.library.library import Library
    from store.models import Article, Issue

HELP = N_("write issues and articles as JSON Lines, Markdown or text, or as an archive")

FORMATS = {
    "jsonl": (".jsonl", ".ndjson"),
    "markdown": (".md", ".markdown"),
    "text": (".txt",),
    "archive": (".zip",),
}
"""What there is to choose from, and the names of files that choose it."""

WIDTH = 76
"""Cells in a line of text, as wide as ``dubao show`` is at most."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao export``."""
    parser.add_argument("ids", nargs="*", metavar="ID", help=_("issues and articles, else all"))
    parser.add_argument("--query", metavar="QUERY", help=_("only the articles that this finds"))
    parser.add_argument(
        "--format", choices=FORMATS, help=_("else by the file's name, or jsonl without a file")
    )
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help=_("write this file"))
    parser.add_argument("--force", action="store_true", help=_("even if there is such a file"))


def run(arguments: argparse.Namespace) -> int:
    """Write what is meant; exit status 1 when that is nothing, or some could not be read."""
    form = arguments.format or format_of(arguments.output)
    if form == "archive" and arguments.output == "-" and sys.stdout.isatty():
        raise DubaoError(_("An archive is no text for a terminal; name a file with -o."))
    with library_of(arguments) as library:
        meant, problems = what(library, arguments)
        if not meant:
            complain(_("There is nothing to export."))
            return 1
        failures: list[str] = []
        # A bar would be drawn between the lines of a terminal that shows these.
        total = 0 if sys.stdout.isatty() and arguments.output == "-" else len(meant)
        with (
            destination(arguments.output, force=arguments.force) as file,
            progress(_("exporting"), total) as step,
        ):

            def told(sentence: str) -> None:
                step(bool(sentence))
                failures.extend(filter(None, [sentence]))

            _write(library, meant, form, file, told)
    for sentence in failures:
        complain(sentence)
    return 1 if failures or problems else 0


def format_of(name: str) -> str:
    """Return the format that a file of this name has; raise DubaoError when it says nothing."""
    if name == "-":
        return "jsonl"
    suffix = Path(name).suffix.lower()
    for form, suffixes in FORMATS.items():
        if suffix in suffixes:
            return form
    known = ", ".join(suffix for suffixes in FORMATS.values() for suffix in suffixes)
    raise DubaoError(
        _("{file}: the name does not tell the format; use --format, or one of {known}.").format(
            file=name, known=known
        )
    )


def what(library: "Library", arguments: argparse.Namespace) -> "tuple[Chosen, bool]":
    """Return what ids and query mean, and whether something could not be searched."""
    from store.exports.selection import chosen

    if arguments.query is None:
        return chosen(library, arguments.ids), False
    from store.index.results import addresses
    from store.index.search import open_searcher
    from store.reader.marks import open_marks
    from tui.cli.asking import asked

    query = asked(arguments.query)
    found = open_searcher(library, open_marks()).search(query)
    names, unread = addresses(library, found.hits)
    for problem in (*found.problems, *unread):
        complain(problem)
    return chosen(library, arguments.ids, names), bool(found.problems or unread)


@contextmanager
def destination(name: str, *, force: bool) -> Iterator[BinaryIO]:
    """Give the file of this name to be written, ``-`` for standard output.

    It is there whole when the block has ended, and not at all when that fails. Raises DubaoError.
    """
    if name == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(name).resolve()
    if path.exists() and not (path.is_file() and force):
        why = (
            _("there is such a file already; --force replaces it.")
            if path.is_file()
            else _("this is no file; name one.")
        )
        raise DubaoError(f"{name}: {why}")
    try:
        with replacing(path) as file:
            yield file
    except OSError as error:
        why = error.strerror or type(error).__name__
        sentence = _("{file}: cannot be written ({why}).").format(file=name, why=why)
        raise DubaoError(sentence) from error


def _write(
    library: "Library", meant: "Chosen", form: str, file: BinaryIO, told: Callable[[str], None]
) -> None:
    """Write what is meant, issue after issue, as `told` is told: with a sentence of what failed.

    An archive holds whole issues, those of which any article is meant.
    """
    if form == "archive":
        from store.exports.archive import write_archive

        write_archive(library, meant, file, told)
        return
    from store.exports.selection import articles_of

    between = b""
    for name, articles in meant.items():
        try:
            issue = library.issue(name)
        except DubaoError as error:
            told(str(error))
            continue
        file.write(between)
        for line in _lines(form, issue, articles_of(issue, articles)):
            file.write(f"{line}\n".encode())
        between = b"" if form == "jsonl" else b"\n"
        told("")


def _lines(form: str, issue: "Issue", articles: "tuple[Article, ...]") -> Iterator[str]:
    """Return the lines of `issue` with these of its articles, safe to print."""
    if form == "jsonl":
        from store.exports.selection import json_lines

        return map(escaped, json_lines(issue, articles))
    if form == "markdown":
        from store.exports.markdown import markdown

        return map(printable, markdown(issue, articles))
    return map(printable, _text(issue, articles))


def _text(issue: "Issue", articles: "tuple[Article, ...]") -> Iterator[str]:
    from tui.typeset.plain import plain_issue_head, plain_lines

    whole = len(articles) == len(issue.articles)
    yield from plain_issue_head(issue if whole else replace(issue, index=()), WIDTH)
    for article in articles:
        yield ""
        yield from plain_lines(article, WIDTH)

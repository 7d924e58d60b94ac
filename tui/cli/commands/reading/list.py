"""``dubao list``: the issues in the library, newest first."""

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from store.doubts import Doubt
from tui.cli.libraries import library_of
from tui.cli.output import json_printer, print_error, print_hanging, print_lines, print_table
from tui.cli.queries import parse_query, searcher_of
from tui.language import N_, _, plural
from tui.messages import doubt_reasons, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.index.hits import Hits
    from store.index.search import Searcher
    from store.library.library import Library
    from store.models import Article, CatalogueRow

READ_THROUGH = 2_000
"""Articles that are read through where the index lacks them: a second of work."""

HELP = N_("list the issues in the library")
FOR_MORE = N_("dubao show ID shows one issue")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao list``."""
    parser.add_argument(
        "--doubtful",
        action="store_true",
        help=_("list the doubtful articles instead, with what is doubted of each"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


class _Listed(Struct, frozen=True):
    """One issue of ``dubao list --json``; `doubtful` is None where the index does not tell."""

    id: str
    paper: str
    date: date | None
    articles: int
    unread: int
    doubtful: int | None


def run(arguments: argparse.Namespace) -> int:
    """List the issues; exit status 1 when there are none."""
    from store.reader.marks import open_marks

    marks = open_marks(told=print_error)
    with library_of(arguments) as library:
        if arguments.doubtful:
            return _list_doubtful(library, searcher_of(library, marks), as_json=arguments.json)
        rows = library.rows()
        doubted = _doubted(searcher_of(library, marks))
    read = frozenset(marks.read_keys())

    def listed_as(row: "CatalogueRow") -> _Listed:
        unread = sum(key not in read for key in row.keys)  # as the reader's list counts
        doubtful = None if doubted is None else len(list(doubted.select(row.id, row.keys)))
        return _Listed(row.id, row.paper, row.date, row.articles, unread, doubtful)

    listed = map(listed_as, rows)
    if arguments.json:
        with json_printer(as_array=True) as put:
            for one in listed:
                put(one)
    elif not rows:
        print_lines(_("The library is empty. Import a paper: dubao import FILE"))
    else:
        days = {row.date.isoformat() if row.date else _("undated") for row in rows}
        papers = [row.paper or _("unknown paper") for row in rows]
        print_table(map(_shown, listed), [[row.id for row in rows], papers, days])
        if sys.stdout.isatty() and any(not row.paper or row.date is None for row in rows):
            print_error(_("To name a paper or a day: dubao edit ID --paper NAME --date DAY"))
    return 0 if rows else 1


def _doubted(searcher: "Searcher") -> "Hits | None":
    """Return the doubtful articles; None where too many would have to be read to find them."""
    if searcher.lacking() > READ_THROUGH:
        return None
    return searcher.search(parse_query("is:doubtful")).hits


class _Doubtful(Struct, frozen=True):
    """One article of ``dubao list --doubtful --json``: what is doubted of it, and in sentences."""

    id: str
    headline: str
    confidence: float
    doubts: tuple[Doubt, ...]
    told: str


def _list_doubtful(library: "Library", searcher: "Searcher", *, as_json: bool) -> int:
    """List the doubtful articles with what is doubted; exit status 1 when there are none."""
    doubtful = [
        _Doubtful(a.id, a.headline, round(a.confidence, 2), a.doubts, doubt_reasons(a))
        for a in _doubtful(library, searcher)
    ]
    if as_json:
        with json_printer(as_array=True) as put:
            for one in doubtful:
                put(one)
    elif doubtful:
        from tui.typeset import on_one_line

        for one in doubtful:
            print_hanging(f"{one.id}  {on_one_line(one.headline)}".rstrip())
            for doubt in one.doubts:
                print_hanging(translated(doubt.message()), "  ")
    else:
        print_lines(_("No article is doubtful."))
    return 0 if doubtful else 1


def _doubtful(library: "Library", searcher: "Searcher") -> "Iterator[Article]":
    """Yield the doubtful articles, the newest issue's first; what the index lacks is read."""
    hits = searcher.search(parse_query("is:doubtful")).hits
    for row in library.rows():
        if row.id in hits:
            yield from hits.select(row.id, library.issue(row.id).articles)


def _shown(one: _Listed) -> tuple[str, ...]:
    unread = _("{unread}/{articles} unread").format(unread=one.unread, articles=one.articles)
    unread = unread if one.articles else _("no articles")
    doubtful = plural("{n} doubtful article", "{n} doubtful articles", one.doubtful or 0)
    return (
        one.id,
        one.paper or _("unknown paper"),
        one.date.isoformat() if one.date else _("undated"),
        _(", ").join((unread, doubtful.format(n=one.doubtful))) if one.doubtful else unread,
    )

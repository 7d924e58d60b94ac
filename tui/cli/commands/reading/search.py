"""``dubao search``: the articles that match a query, in the library's order."""

import argparse
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from store.errors import DubaoError
from tui.cli.arguments import at_least_one
from tui.cli.libraries import library_of
from tui.cli.output import found_nothing, print_error, print_json, print_table
from tui.cli.queries import parse_query, print_problems, searcher_of
from tui.language import N_, _

if TYPE_CHECKING:
    from store.index.query.query import Query
    from store.index.results import Results
    from store.library.library import Library

HELP = N_("find articles by keyword")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao search``."""
    parser.add_argument(
        "query", nargs="+", metavar="QUERY", help=_("a query, as in the filter line")
    )
    parser.add_argument(
        "--limit", type=at_least_one, metavar="N", help=_("show at most N articles")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


class _Hit(Struct, frozen=True):
    """One article of ``dubao search --json``; `hits` counts the places that match."""

    id: str
    issue: str
    paper: str
    date: date | None
    page: str
    headline: str
    hits: int


def run(arguments: argparse.Namespace) -> int:
    """Print what the query finds; exit status 1 when that is nothing."""
    query = parse_query(" ".join(arguments.query))
    with library_of(arguments) as library:
        empty = not library.rows()
        found = searcher_of(library).search(query)
        hits = list(islice(_hits(library, query, found), arguments.limit))
    print_problems((*found.notes, *found.problems))
    if arguments.json:
        print_json(hits)
    else:
        from tui.typeset import on_one_line

        print_table((hit.id, str(hit.hits), on_one_line(hit.headline)) for hit in hits)
    if hits:
        return 0
    return found_nothing(
        _("The library is empty. Import a paper: dubao import FILE")
        if empty
        else _("Nothing has been found.")
    )


def _hits(library: "Library", query: "Query", found: "Results") -> Iterator[_Hit]:
    """Yield the articles found; an issue that cannot be read is reported on standard error."""
    from store.index.folded import fold_issue
    from store.index.query.conditions import Scope

    scope = Scope(stands_for=found.words)
    for name in found.hits:
        try:
            issue = library.issue(name)
        except DubaoError as error:
            print_error(error.message)
            continue
        both = zip(issue.articles, fold_issue(issue), strict=True)
        for article, folded in found.hits.select(name, both):
            yield _Hit(
                article.id,
                issue.id,
                issue.paper.name,
                issue.date,
                article.page,
                article.headline,
                query.occurrences(folded, scope),
            )

"""``dubao keywords``: the keywords of an issue, of what a query finds, or of everything."""

import argparse
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.arguments import at_least_one
from tui.cli.charts import bar_chart
from tui.cli.libraries import library_of
from tui.cli.output import found_nothing, print_json, print_lines
from tui.cli.queries import parse_query, searcher_of
from tui.language import N_, _

if TYPE_CHECKING:
    from store.index.results import Facet
    from store.library.library import Library

HELP = N_("show the keywords of an issue, of what a query finds, or of everything")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao keywords``."""
    parser.add_argument(
        "query", nargs="*", metavar="ISSUE|QUERY", help=_("an issue's id, or a query")
    )
    parser.add_argument(
        "--new",
        action="store_true",
        help=_("only those that the thirty issues before did not have"),
    )
    parser.add_argument(
        "--limit", type=at_least_one, default=30, metavar="N", help=_("show at most N keywords")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Show the keywords; exit status 1 when there are none."""
    with library_of(arguments) as library:
        facets = _facets(library, " ".join(arguments.query), arguments.new, arguments.limit)
    if arguments.json:
        print_json(facets)
    else:
        print_lines(*bar_chart([(facet.word, facet.count) for facet in facets]))
    return 0 if facets else found_nothing(_("No keywords were found."))


def _facets(library: "Library", text: str, new: bool, limit: int) -> "tuple[Facet, ...]":
    from store.index.query.parse import parse
    from store.index.trends import keywords_of, new_in

    if any(text == row.id for row in library.rows()):
        found = new_in(library, text) if new else keywords_of(library.issue(text))
        return found[:limit]
    if new:
        raise DubaoError(_("--new needs an issue: give its id, as dubao list shows it."))
    query = parse_query(text) if text else parse("")
    searcher = searcher_of(library)
    return searcher.facets(searcher.search(query), most=max(1, limit))[:limit]

"""``dubao search``: the articles a query finds, in the library's order."""

import argparse
from dataclasses import dataclass
from datetime import date
from itertools import islice

from tui.cli.libraries import library_of
from tui.cli.output import complain, say_json, table
from tui.language import N_, _

HELP = N_("find articles by keyword")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao search``."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help=_("what the filter line takes"))
    parser.add_argument("--limit", type=int, metavar="N", help=_("at most N articles"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


@dataclass(frozen=True, slots=True)
class _Hit:
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
    from store.index.query import parse
    from store.index.search import Searcher
    from store.marks import open_marks

    query = parse(" ".join(arguments.query))
    for problem in query.problems:
        complain(problem)
    with library_of(arguments) as library:
        found = Searcher(library, open_marks()).search(query)
        hits = []
        for name, count in islice(found.hits.items(), arguments.limit):
            issue, article = library.article(name)
            hits.append(
                _Hit(
                    name,
                    issue.id,
                    issue.paper.name,
                    issue.date,
                    article.page,
                    article.headline,
                    count,
                )
            )
    if arguments.json:
        say_json(hits)
    else:
        table((hit.id, str(hit.hits), hit.headline) for hit in hits)
    return 0 if hits else 1

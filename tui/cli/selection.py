"""Which articles a command is about: those of its ids, narrowed by its query."""

import argparse
from typing import TYPE_CHECKING

from tui.cli.queries import parse_query, print_problems, searcher_of

if TYPE_CHECKING:
    from store.exports.selection import Selection
    from store.library.library import Library


def select(library: "Library", arguments: argparse.Namespace) -> "tuple[Selection, bool]":
    """Return what ``ids`` and ``query`` mean, and whether some of it could not be searched.

    Without ids that is the whole library. Raises NotFoundError for an id that is not there, and
    DubaoError for a query that asks for nothing.
    """
    from store.exports import selection
    from store.index.results import addresses

    if arguments.query is None:
        return selection.select(library, arguments.ids), False
    found = searcher_of(library).search(parse_query(arguments.query))
    names, unread = addresses(library, found.hits)
    problems = (*found.problems, *unread)
    print_problems((*found.notes, *problems))
    return selection.select(library, arguments.ids, names), bool(problems)

"""The query of a command, and what it finds."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.errors import DubaoError
from store.messages import Message
from tui.cli.output import print_error
from tui.language import _

if TYPE_CHECKING:
    from store.index.query.query import Query
    from store.index.search import Searcher
    from store.library.library import Library
    from store.reader.marks import Marks


def parse_query(text: str) -> "Query":
    """Return the query in `text`; what is not understood of it goes to standard error.

    Raises DubaoError when nothing is: a slip in a query must not print, export or move everything.
    """
    from store.index.query.parse import parse

    query = parse(text)
    if not query.groups:
        nothing = _("“{text}” does not search for anything.").format(text=text)
        raise DubaoError(next(iter(query.problems), nothing))
    print_problems(query.problems)
    return query


def print_problems(problems: Iterable[Message]) -> None:
    """Print each sentence about what could not be understood or read on standard error."""
    for problem in problems:
        print_error(problem)


def searcher_of(library: "Library", marks: "Marks | None" = None) -> "Searcher":
    """Return a searcher of `library` that knows `marks`, by default this reader's own."""
    from store.config import read_config
    from store.index.search import open_searcher
    from store.reader.marks import open_marks

    marks = marks or open_marks(told=print_error)
    return open_searcher(library, marks, fuzzy=read_config().fuzzy)

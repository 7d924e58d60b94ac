"""The query of a command."""

from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.output import complain
from tui.language import _

if TYPE_CHECKING:
    from store.index.query import Query


def asked(text: str) -> "Query":
    """Return what `text` asks for; what is not understood of it is complained of.

    Raises DubaoError when nothing is: a slip in a query must not print, export or move everything.
    """
    from store.index.query import parse

    query = parse(text)
    if not query.groups:
        nothing = _("“{text}” asks for nothing.").format(text=text)
        raise DubaoError(next(iter(query.problems), nothing))
    for problem in query.problems:
        complain(problem)
    return query

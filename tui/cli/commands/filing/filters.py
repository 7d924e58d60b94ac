"""``dubao filters``: queries saved under a name, and what they do to the articles they match."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from store.errors import DubaoError
from tui.cli import saved_filters
from tui.cli.libraries import library_of
from tui.cli.output import found_nothing, print_error, print_json, print_lines, print_table
from tui.cli.queries import print_problems, searcher_of
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.index.search import Searcher
    from store.library.library import Library
    from store.reader.marks import Marks
    from store.reader.saved_filters import Action, SavedFilter

HELP = N_("save filters under a name, to mark or hide what they match")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao filters``."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=_("the filter's name"))
    parser.add_argument("query", nargs="*", metavar="QUERY", help=_("the filter's query"))
    done = parser.add_mutually_exclusive_group()
    done.add_argument("--read", action="store_true", help=_("mark matching articles read"))
    done.add_argument("--star", action="store_true", help=_("star matching articles"))
    done.add_argument("--tag", metavar="TAG", default="", help=_("tag matching articles"))
    done.add_argument("--hide", action="store_true", help=_("hide matching articles"))
    parser.add_argument(
        "--dry-run", action="store_true", help=_("count the matches, but save nothing")
    )
    parser.add_argument("--drop", action="store_true", help=_("delete the filter of this name"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


class _Counted(Struct, frozen=True):
    """One filter of ``dubao filters --json``."""

    name: str
    query: str
    action: str
    tag: str
    articles: int
    unread: int


def run(arguments: argparse.Namespace) -> int:
    """List, save or drop filters; exit status 1 when there are none to list."""
    from store.reader.marks import open_marks

    marks = open_marks(told=print_error)
    if arguments.drop:
        if not arguments.name:
            raise DubaoError(_("Name the filter to delete."))
        marks.filters.drop(arguments.name)
        return 0
    new = _filter_of(arguments)
    with library_of(arguments) as library:
        if new:
            _save(new, library, marks, dry_run=arguments.dry_run)
            listed = [new]
        else:
            listed = [one for one in marks.filters.all() if arguments.name in (None, one.name)]
        try:
            counted = list(_counted(listed, searcher_of(library, marks)))
        except DubaoError as error:
            if not new or arguments.dry_run:
                raise
            print_error(error.message)  # it is saved, though its articles cannot be counted
            return 0
    if arguments.json:
        print_json(counted)
    else:
        print_table(_rows(counted))
    return 0 if counted else found_nothing(_("There are no saved filters."))


def _save(new: "SavedFilter", library: "Library", marks: "Marks", *, dry_run: bool) -> None:
    """Save the filter and let it act; what is not understood of it goes to standard error."""
    from store.reader.filter_actions import query_of

    print_problems(query_of(new).problems)
    if dry_run:
        return
    marks.filters.save(new)
    marked = saved_filters.apply([new], library, marks)
    if marked:
        print_lines(plural("{n} article marked.", "{n} articles marked.", marked).format(n=marked))


def _filter_of(arguments: argparse.Namespace) -> "SavedFilter | None":
    """Return the filter to be saved, None without a query."""
    from store.reader.saved_filters import ACTIONS, SavedFilter

    if not arguments.query:
        return None
    action: Action = next((name for name in ACTIONS[1:] if getattr(arguments, name)), "")
    return SavedFilter(arguments.name, " ".join(arguments.query), action, arguments.tag)


def _counted(filters: "list[SavedFilter]", searcher: "Searcher") -> Iterator[_Counted]:
    from store.index.query.parse import parse

    for saved in filters:
        found = searcher.search(parse(saved.query))
        unread = searcher.search(parse(f"{saved.query} is:unread"))
        counts = found.articles, unread.articles
        yield _Counted(saved.name, saved.query, saved.action, saved.tag, *counts)


def _rows(counted: list[_Counted]) -> Iterator[tuple[str, ...]]:
    """Yield the columns of the list: name, counts, what is done, and the query."""
    does = {
        "": "-",
        "read": _("marks read"),
        "star": _("stars"),
        "tag": _("tags {tag}"),
        "hide": _("hides"),
    }
    for one in counted:
        yield (
            one.name,
            _("{unread}/{articles} unread").format(unread=one.unread, articles=one.articles),
            does[one.action].format(tag=one.tag),
            one.query,
        )

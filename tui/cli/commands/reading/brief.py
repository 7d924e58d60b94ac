"""``dubao brief``: the day's headlines by page, as plain text for a greeting or a letter."""

import argparse
import sys
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from tui.cli.libraries import exchange_state, library_of
from tui.cli.output import found_nothing, print_error, print_lines
from tui.cli.queries import parse_query, print_problems, searcher_of
from tui.language import N_, _

if TYPE_CHECKING:
    from store.index.hits import Hits
    from store.library.library import Library
    from store.models import Article, Issue
    from store.subscriptions.todays import OfToday

HELP = N_("print the headlines of today, or that came today, for motd or mail")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao brief``."""
    parser.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help=_("what to tell of; without a date, what is of today or came today"),
    )
    parser.add_argument(
        "--new", action="store_true", help=_("only what --new has not printed before")
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the headlines; exit status 1 when there are none.

    That there is nothing new is no failure, and not told: ``--new`` stands in the start-up files of
    shells.
    """
    from store.backends.locking import quietly
    from store.reader.briefed import open_briefed

    if arguments.new:  # what was told of on another host is nothing new
        exchange_state(arguments, quietly)
    briefed = open_briefed(told=print_error) if arguments.new else None
    told = frozenset(briefed.keys()) if briefed else frozenset()
    printed: list[str] = []
    with library_of(arguments) as library:
        for issue, articles in _found(library, " ".join(arguments.query), told):
            print_lines(*([""] if printed else []), *_lines(issue, articles))
            printed += [article.key for article in articles]
    if briefed and printed:
        sys.stdout.flush()  # what could not be printed is new the next time
        briefed.keep(printed)
        exchange_state(arguments, quietly)
    return 0 if printed or briefed else found_nothing(_("No article was found."))


def _found(
    library: "Library", text: str, told: Collection[str]
) -> "Iterator[tuple[Issue, list[Article]]]":
    """Yield the issues with the articles found in them that nobody has been told of.

    Where no date is asked for, those are found that are of today.
    """
    from store.moments import utc_now
    from store.subscriptions.todays import of_today

    hits, dated = _hits(library, text)
    today = {} if dated else _by_id(of_today(library.files, library.rows(), utc_now()))
    for name in hits:
        if not (dated or name in today):
            continue
        issue = library.issue(name)
        found = list(hits.select(name, issue.articles))
        if not dated:
            found = [article for article in found if today[name].holds(article)]
        if articles := [article for article in found if article.key not in told]:
            yield issue, articles


def _by_id(found: "Iterable[OfToday]") -> "dict[str, OfToday]":
    return {each.row.id: each for each in found}


def _hits(library: "Library", text: str) -> "tuple[Hits, bool]":
    """Return what is asked for, and whether a date is. Raises DubaoError."""
    from store.index.hits import Hits
    from store.index.query.conditions import Dated

    if not text:
        return Hits.all_of(library.rows()), False
    query = parse_query(text)
    found = searcher_of(library).search(query)
    print_problems((*found.notes, *found.problems))
    return found.hits, any(isinstance(condition, Dated) for condition in query.conditions())


def _lines(issue: "Issue", articles: "Collection[Article]") -> Iterator[str]:
    """Yield the head of an issue, its pages, and beneath each its headlines."""
    from store.models import Page
    from tui.state.outline import page_label, title
    from tui.typeset import on_one_line

    day = issue.date.isoformat() if issue.date else _("undated")
    yield f"{issue.paper.name or _('unknown paper')}  {day}"
    for page in issue.pages or (Page("1"),):
        heads = [on_one_line(title(each)) for each in articles if each.page == page.number]
        if heads:
            if label := page_label(page):
                yield f"  {label}"
            yield from (f"    {head}" for head in heads)

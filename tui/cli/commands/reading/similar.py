"""``dubao similar``: the articles most like one, the prints of one story together."""

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from store.models import issue_of
from tui.cli.arguments import at_least_one
from tui.cli.libraries import library_of
from tui.cli.output import found_nothing, print_json, print_table
from tui.cli.queries import searcher_of
from tui.language import N_, _

if TYPE_CHECKING:
    from store.library.library import Library

HELP = N_("find similar articles, and other printings of the same story")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao similar``."""
    parser.add_argument("id", metavar="ID", help=_("an article's id"))
    parser.add_argument("--limit", type=at_least_one, metavar="N", help=_("show at most N stories"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


class _Similar(Struct, frozen=True):
    """One article of ``dubao similar --json``; `story` counts stories, 0 is that of the id."""

    id: str
    paper: str
    date: date | None
    page: str
    headline: str
    story: int


def run(arguments: argparse.Namespace) -> int:
    """Print what is like the article; exit status 1 when nothing is."""
    with library_of(arguments) as library:
        found = list(_similar(library, arguments.id, arguments.limit))
    if arguments.json:
        print_json(found)
    else:
        print_table(_rows(found))
    return 0 if found else found_nothing(_("Nothing here is like this article."))


def _similar(library: "Library", name: str, limit: int | None) -> Iterator[_Similar]:
    """Yield the other prints of the article's own story, then those of at most `limit` in all."""
    from store.index.similar import stories

    _issue, article = library.article(name)
    found = searcher_of(library).like(article)
    for number, prints in enumerate(stories(library, article, found)[:limit]):
        for one in prints:
            if one is article:
                continue
            issue = library.issue(issue_of(one.id))
            yield _Similar(one.id, issue.paper.name, issue.date, one.page, one.headline, number)


def _rows(found: list[_Similar]) -> Iterator[tuple[str, ...]]:
    """Yield the columns: id, how many prints there are or "+" for another one, headline."""
    from tui.typeset import on_one_line

    prints = Counter(one.story for one in found)
    known = {0}  # the story of the article itself
    for one in found:
        several = f"×{prints[one.story]}" if prints[one.story] > 1 else ""
        yield one.id, "+" if one.story in known else several, on_one_line(one.headline)
        known.add(one.story)

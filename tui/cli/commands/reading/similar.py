"""``dubao kin``: the articles most like one, the prints of one story together."""

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from store.models import issue_of
from tui.cli.libraries import library_of
from tui.cli.output import at_least_one, nothing, say_json, table
from tui.language import N_, _

HELP = N_("find the articles most like one, and other prints of its story")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao kin``."""
    parser.add_argument("id", metavar="ID", help=_("an article's id"))
    parser.add_argument("--limit", type=at_least_one, metavar="N", help=_("at most N stories"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


class _Kin(Struct, frozen=True):
    """One article of ``dubao kin --json``; `story` numbers the stories, 0 is the one asked of."""

    id: str
    paper: str
    date: date | None
    page: str
    headline: str
    story: int


def run(arguments: argparse.Namespace) -> int:
    """Print what is like the article; exit status 1 when nothing is."""
    from store.index.search import open_searcher
    from store.index.similar import stories
    from store.reader.marks import open_marks

    with library_of(arguments) as library:
        _issue, article = library.article(arguments.id)
        found = open_searcher(library, open_marks()).like(article)
        told = stories(library, article, found)[: arguments.limit]
        listed = [
            _Kin(one.id, of.paper.name, of.date, one.page, one.headline, number)
            for number, prints in enumerate(told)
            for one in prints
            if one is not article
            for of in [library.issue(issue_of(one.id))]
        ]
    if arguments.json:
        say_json(listed)
    else:
        table(_rows(listed))
    return 0 if listed else nothing(_("Nothing here is like this article."))


def _rows(listed: list[_Kin]) -> Iterator[tuple[str, ...]]:
    """Yield the columns: id, of how many prints it is the first or that it is another, headline."""
    prints = Counter(kin.story for kin in listed)
    known = {0}  # the story asked of
    for kin in listed:
        several = f"×{prints[kin.story]}" if prints[kin.story] > 1 else ""
        yield kin.id, "+" if kin.story in known else several, kin.headline
        known.add(kin.story)

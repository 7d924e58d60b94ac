"""``dubao trend``: how often words occur, by issue or by month."""

import argparse
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cli.charts import bar_chart
from tui.cli.libraries import library_of
from tui.cli.output import print_error, print_json, print_lines
from tui.cli.queries import parse_query, print_problems, searcher_of
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.index.search import Searcher
    from store.index.trends import Period
    from store.library.library import Library

HELP = N_("chart how often words occur, by issue or by month")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao trend``."""
    parser.add_argument("words", nargs="+", metavar="WORD", help=_("a word, or a query in quotes"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


class _Trend(Struct, frozen=True):
    """One word of ``dubao trend --json``."""

    word: str
    periods: "tuple[Period, ...]"

    @property
    def articles(self) -> int:
        return sum(period.articles for period in self.periods)


def run(arguments: argparse.Namespace) -> int:
    """Chart the words; exit status 1 when none of them occurs."""
    with library_of(arguments) as library:
        searcher = searcher_of(library)
        trends = [_trend(library, searcher, word) for word in arguments.words]
    if arguments.json:
        print_json(trends)
    else:
        for each in trends:
            _draw(each)
    return 0 if any(each.articles for each in trends) else 1


def _trend(library: "Library", searcher: "Searcher", word: str) -> _Trend:
    """Return how often `word` occurs; what Latin letters stand for goes to standard error."""
    from store.index.results import addresses
    from store.index.trends import trend

    found = searcher.search(parse_query(word))
    for letters, needles in found.words.items():
        counted = dict(found.stands_for)
        meant = ", ".join(name for name in needles.words[1:] if name in counted)
        if meant:
            print_error(f"{letters} → {meant}")
    names, problems = addresses(library, found.hits)
    print_problems((*found.notes, *found.problems, *problems))
    return _Trend(word, trend(library.rows(), names))


def _draw(trend: _Trend) -> None:
    heading = plural("{word}: {n} article", "{word}: {n} articles", trend.articles)
    print_lines(heading.format(word=trend.word, n=trend.articles))
    bars = [(period.name or _("undated"), period.articles) for period in trend.periods]
    print_lines(*bar_chart(bars))

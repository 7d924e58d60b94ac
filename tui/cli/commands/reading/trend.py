"""``dubao trend``: how often words are met, issue by issue or month by month."""

import argparse
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cli.libraries import library_of
from tui.cli.output import complain, say, say_json
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.index.trends import Period

HELP = N_("draw how often words are met, issue by issue or month by month")


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
    """Draw the words; exit status 1 when none of them is met."""
    from store.index.results import addresses
    from store.index.search import open_searcher
    from store.index.trends import trend
    from store.reader.marks import open_marks
    from tui.cli.asking import asked
    from tui.cli.charts import chart

    trends = []
    with library_of(arguments) as library:
        searcher = open_searcher(library, open_marks())
        for word in arguments.words:
            found = searcher.search(asked(word))
            for letters, needles in found.words.items():
                meant = ", ".join(w for w, _n in found.stands_for if w in needles.words[1:])
                if meant:
                    complain(f"{letters} → {meant}")
            names, problems = addresses(library, found.hits)
            for problem in problems:
                complain(problem)
            trends.append(_Trend(word, trend(library.rows(), names)))
    if arguments.json:
        say_json(trends)
    else:
        for each in trends:
            told = plural("{word}: {n} article", "{word}: {n} articles", each.articles)
            say(told.format(word=each.word, n=each.articles))
            say(*chart([(p.name or _("undated"), p.articles) for p in each.periods]))
    return 0 if any(each.articles for each in trends) else 1

"""``dubao words``: the reader's own words, which an import then knows."""

import argparse
from typing import TYPE_CHECKING

from tui.cli.output import say, say_json, table
from tui.language import N_, _

if TYPE_CHECKING:
    from store.models import KeywordKind

HELP = N_("teach dubao words that its dictionary lacks")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao words``."""
    from store.words.own import KINDS

    parser.add_argument("action", nargs="?", choices=("add", "drop"), help=_("else they are shown"))
    parser.add_argument("words", nargs="*", metavar="WORD", help=_("a word"))
    parser.add_argument("--kind", choices=KINDS, default="topic", help=_("what the words name"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Show, add or drop words; exit status 1 when there are none to show."""
    from store.words.own import own_words, set_words

    words: dict[str, KeywordKind | None] = dict.fromkeys(
        arguments.words, arguments.kind if arguments.action == "add" else None
    )
    kept = set_words(words) if arguments.action else own_words()
    if arguments.json:
        say_json(kept)
    else:
        table(kept.items())
        if arguments.action:
            say(_("Imports know them from now on; dubao reindex --words makes keywords anew."))
    return 0 if kept or arguments.action else 1

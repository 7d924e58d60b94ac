"""``dubao words``: the reader's own words, which imports then recognise."""

import argparse
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.output import found_nothing, print_json, print_lines, print_table
from tui.language import N_, _

if TYPE_CHECKING:
    from store.models import KeywordKind

HELP = N_("teach dubao words that its dictionary lacks")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao words``."""
    from store.words.user_dictionary import KINDS

    parser.add_argument(
        "action",
        nargs="?",
        choices=("add", "drop"),
        help=_("add or drop words (default: list them)"),
    )
    parser.add_argument("words", nargs="*", metavar="WORD", help=_("a word"))
    parser.add_argument("--kind", choices=KINDS, help=_("what the words stand for"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Show, add or drop words; exit status 1 when there are none to show."""
    from store.words.user_dictionary import update_user_words, user_words

    before = user_words()
    if arguments.action and not arguments.words:
        raise DubaoError(_("Name the words to add or drop."))
    if arguments.action == "drop" and (odd := [w for w in arguments.words if w not in before]):
        raise DubaoError(_("{word} is not one of your words.").format(word=odd[0]))
    words: dict[str, KeywordKind | None] = {
        word: (arguments.kind or before.get(word) or "topic") if arguments.action == "add" else None
        for word in arguments.words
    }
    kept = update_user_words(words) if arguments.action else before
    if arguments.json:
        print_json(kept)
    else:
        print_table(kept.items())
        if arguments.action:
            print_lines(_("Imports use them from now on; dubao reindex --words updates the rest."))
    return 0 if kept or arguments.action else found_nothing(_("You have not added any words."))

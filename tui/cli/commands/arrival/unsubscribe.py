"""``dubao unsubscribe``: fetch a paper or a feed no more."""

import argparse

from tui.cli.fetching.subscribed import forget_unused, secrets_of, subscribed
from tui.cli.output import print_lines
from tui.language import N_, _

HELP = N_("end a subscription; what came of it stays")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao unsubscribe``."""
    parser.add_argument(
        "names", nargs="+", metavar="NAME", help=_("a subscription's name or address")
    )


def run(arguments: argparse.Namespace) -> int:
    """End the subscriptions named, all or none of them. Raises NotFoundError."""
    with subscribed(arguments, changing=True) as (_library, subscriptions):
        named = {own.name: own for own in map(subscriptions.named, arguments.names)}
        for own in named.values():
            subscriptions.drop(own.name)
            forget_unused(secrets_of(own), subscriptions)
            print_lines(
                _("{name} is fetched no more; what came of it stays.").format(name=own.name)
            )
    return 0

"""``dubao subscriptions``: what is subscribed, how its fetches fare, and when it is due."""

import argparse
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui.cli.fetching.subscribed import subscribed
from tui.cli.fetching.told import when
from tui.cli.output import found_nothing, print_json, print_table
from tui.language import N_, _, plural
from tui.messages import translated

if TYPE_CHECKING:
    from store.subscriptions.models import FetchState, Subscription

HELP = N_("list the subscriptions, and how their fetches fare")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao subscriptions``."""
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help=_("print JSON"))
    how.add_argument("--opml", action="store_true", help=_("print OPML, for other readers"))


def run(arguments: argparse.Namespace) -> int:
    """List the subscriptions; exit status 1 when there is none."""
    with subscribed(arguments) as (_library, subscriptions):
        every, states = subscriptions.all(), subscriptions.states()
    if arguments.opml:
        from store.subscriptions.opml import write_opml

        print(write_opml(every).decode(), end="")
    elif arguments.json:
        print_json([{"subscription": each, "state": states.get(each.name)} for each in every])
    else:
        print_table(tuple(_row(each, states)) for each in every)
    if every:
        return 0
    return found_nothing(
        _("There are no subscriptions; dubao subscribe makes one, + in the reader.")
    )


def _row(own: "Subscription", states: "Mapping[str, FetchState]") -> Iterator[str]:
    """Yield name, title, last fetch, what came, next due, options set, failure or address."""
    from store.subscriptions.options import as_typed, options_set

    state = states.get(own.name)
    yield own.name
    yield own.title
    yield when(state.asked) if state and state.asked else _("never fetched")
    came = state.came if state else 0
    yield plural("{n} new article", "{n} new articles", came).format(n=came)
    yield _("due {time}").format(time=when(state.due)) if state and state.due else _("due now")
    yield as_typed(options_set(own))
    yield translated(state.error) if state and state.error else own.address

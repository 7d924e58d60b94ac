"""``dubao fetch``: bring what is new in the papers and feeds that are subscribed."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.arguments import day
from tui.cli.fetching.run import Round, days_of, fetch_now, show
from tui.cli.fetching.subscribed import subscribed
from tui.cli.fetching.told import when
from tui.cli.output import print_error, print_json, print_lines
from tui.language import N_, _

if TYPE_CHECKING:
    from store.library.library import Library
    from store.subscriptions.models import Subscription
    from store.subscriptions.subscriptions import Subscriptions

HELP = N_("bring what is new in papers and feeds")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao fetch``."""
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=_("subscriptions (default: those that are due), or an address to be read once"),
    )
    parser.add_argument("--all", action="store_true", help=_("all subscriptions, due or not"))
    days = parser.add_mutually_exclusive_group()
    days.add_argument("--date", type=day, metavar="DAY", help=_("bring this day's issue"))
    days.add_argument("--since", type=day, metavar="DAY", help=_("bring the issues since this day"))
    parser.add_argument(
        "--every", action="store_true", help=_("go on, and fetch each when it is due")
    )
    parser.add_argument(
        "--into", metavar="ISSUE", help=_("for a story's address: the issue that it belongs to")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))
    parser.add_argument("-q", "--quiet", action="store_true", help=_("print only failures"))
    parser.add_argument(
        "--allow-private",
        action="store_true",
        default=argparse.SUPPRESS,
        help=_("for an address: one of this machine or its network, too"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Fetch what is named or due. Raises DubaoError when nothing can be fetched."""
    once = [name for name in arguments.names if "://" in name]
    others = len(once) != len(arguments.names)
    if arguments.every and (arguments.names or arguments.all or arguments.date or arguments.since):
        print_error(_("With --every, name nothing: each subscription is fetched when it is due."))
        return 2
    with subscribed(arguments, changing=True, follow=True) as (library, subscriptions):
        if arguments.every:
            from tui.cli.fetching.service import serve

            return serve(library, subscriptions, quiet=arguments.quiet)
        known = {each.address for each in subscriptions.all()}
        if once and not others and once[0] not in known:
            if len(once) > 1:
                raise DubaoError(_("Name one address at a time."))
            return _told(arguments, _once(arguments, library, subscriptions, once[0]))
        wanted = _wanted(arguments, subscriptions)
        if not wanted:
            return _nothing_due(arguments, subscriptions)
        quiet = arguments.quiet or arguments.json
        days = days_of(arguments)
        return _told(arguments, fetch_now(library, subscriptions, wanted, days, quiet=quiet))


def _told(arguments: argparse.Namespace, done: Round) -> int:
    if arguments.json:
        print_json(done.records())
    return done.exit_status


def _once(
    arguments: argparse.Namespace, library: "Library", subscriptions: "Subscriptions", address: str
) -> Round:
    """Bring what stands at `address`, without subscribing to it, as its host's others come."""
    from store.fetching.lock import only_fetcher
    from store.fetching.once import fetch_once
    from store.imports.sources import NOTHING, Known
    from store.net.addresses import shown
    from store.subscriptions.of_address import asked_once

    if address != shown(address):
        raise DubaoError(
            _(
                "{url}: a name and a password are kept with a subscription alone; subscribe to it."
            ).format(url=shown(address))
        )
    issue = library.issue(arguments.into) if arguments.into else None
    known = Known(issue.date, issue.paper.name) if issue else NOTHING
    allowed = "allow_private" in arguments
    own = asked_once(address, subscriptions.all(), known.paper, allow_private=allowed)
    with only_fetcher(library.files):
        quiet = arguments.quiet or arguments.json
        return show(library, fetch_once(library, own, known), 1, quiet=quiet)


def _wanted(
    arguments: argparse.Namespace, subscriptions: "Subscriptions"
) -> "Sequence[Subscription]":
    """Return the subscriptions to be fetched: those named, all, or those due. Raises DubaoError."""
    from store.fetching.due import due
    from store.fetching.once import IS_OPML
    from store.moments import utc_now

    if arguments.names:
        for name in arguments.names:
            if name.endswith(".opml"):
                raise DubaoError(IS_OPML, url=name)
        named = [subscriptions.named(name) for name in arguments.names]
        if arguments.date or arguments.since:
            _refuse_feeds(named)
        return list({each.name: each for each in named}.values())
    every = subscriptions.all()
    if not every:
        raise DubaoError(
            _("There are no subscriptions; dubao subscribe makes one, + in the reader.")
        )
    if arguments.date or arguments.since:
        return [each for each in every if each.kind == "epaper"]
    return every if arguments.all else due(subscriptions, utc_now())


def _refuse_feeds(named: "Sequence[Subscription]") -> None:
    """Raise DubaoError if one of these is a feed, which has no issue of a day."""
    for own in named:
        if own.kind == "feed":
            raise DubaoError(
                _(
                    "{name} is a feed, and a feed serves no day's issue; leave out --date and "
                    "--since, or name e-papers alone."
                ).format(name=own.name)
            )


def _nothing_due(arguments: argparse.Namespace, subscriptions: "Subscriptions") -> int:
    """Say when the next subscription is due."""
    from store.fetching.due import next_due

    if arguments.json:
        print_json([])
    elif not arguments.quiet and (found := next_due(subscriptions)):
        moment, own = found
        print_lines(
            _("Nothing is due before {time} ({name}); --all fetches all the same.").format(
                time=when(moment), name=own.name
            )
        )
    return 0

"""``dubao fetch --every``: a service that fetches each subscription when it is due."""

import time
from datetime import datetime
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli import saved_filters
from tui.cli.fetching.run import fetch_now
from tui.cli.fetching.told import when
from tui.cli.output import print_error, print_lines
from tui.cli.signals import ended_by_sigterm
from tui.language import _

if TYPE_CHECKING:
    from store.library.library import Library
    from store.subscriptions.subscriptions import Subscriptions

LONGEST = 60.0
"""Seconds of sleep at a time: what is subscribed meanwhile, elsewhere, is due at once."""


def serve(library: "Library", subscriptions: "Subscriptions", *, quiet: bool = False) -> int:
    """Fetch what is due, for ever; ended by a signal, at once, which is how it ends well."""
    told: datetime | None = None
    try:
        with ended_by_sigterm():
            while True:
                due = _round(library, subscriptions, quiet)
                if due and due != told and not quiet:
                    print_lines(_("next: {time}").format(time=when(due)))
                    told = due
                time.sleep(pause_before(due))
    except KeyboardInterrupt:
        return 0


def pause_before(due: datetime | None) -> float:
    """Return the seconds to sleep when the next subscription is `due` then."""
    from store.moments import utc_now

    left = (due - utc_now()).total_seconds() if due else LONGEST
    return min(max(left, 1.0), LONGEST)


def _round(library: "Library", subscriptions: "Subscriptions", quiet: bool) -> datetime | None:
    """Fetch what is due, and return when the next will be; a failure is told, and stops nothing."""
    from store.fetching.due import due, next_due
    from store.moments import utc_now

    try:
        wanted = due(subscriptions, utc_now())
        if wanted:
            fetch_now(library, subscriptions, wanted, quiet=quiet)
            saved_filters.apply_all(library)
        found = next_due(subscriptions)
    except DubaoError as error:
        print_error(error.message)
        return None
    return found[0] if found else None

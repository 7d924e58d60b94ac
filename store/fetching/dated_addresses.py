"""The address of another day's issue: that of one day, with the other written in its place.

By it the newest issue is looked for, too, of a paper whose entry nobody knows.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit, urlunsplit

from store.errors import DubaoError, NetError
from store.fetching.asking import Asker
from store.net.client import Response
from store.press.leads import Leads
from store.press.text.web_address import day_in
from store.subscriptions.zones import day_in as today_in

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_]?)(0[1-9]|1[0-2])([-/_]?)([0-3]\d)(?!\d)")

_WITHIN = 8
"""Days among which the newest issue is: so that of a weekly is, too."""


def newest_by_day(asker: Asker, wanted: Sequence[date] = ()) -> tuple[Response, Leads]:
    """Return the first page of the newest issue of a paper whose address is that of one day.

    It is one of the `wanted` days, if any are. Raises DubaoError where there is none, and for all
    that is wrong but that one is missing.
    """
    own = asker.subscription
    today = today_in(own.zone, asker.now)
    days = sorted(wanted, reverse=True) or [today - timedelta(days=ago) for ago in range(_WITHIN)]
    for day in days:
        try:
            found = asker.follow(asker.get(of_day(own.address, day)))
        except NetError as error:
            if error.code != "missing":
                raise
            continue
        if found[1].pages or found[1].entries:
            return found
    raise DubaoError(
        "{url}: no issue of {first} to {last} lies where that one does; the site may have "
        "changed. Subscribe to the address that shows the newest issue.",
        url=own.address,
        first=days[-1],
        last=days[0],
    )


def of_day(address: str, day: date) -> str:
    """Return the address that the page at `address` has in the issue of another `day`.

    Raises DubaoError where an address tells no day.
    """
    here = day_in(address)
    if here is None:
        raise DubaoError(
            "{url}: the address tells no day, so that other days' issues cannot be asked for.",
            url=address,
        )

    def other(found: re.Match[str]) -> str:
        written = found[1] + found[3] + found[5]
        if written != f"{here:%Y%m%d}":
            return found[0]
        return f"{day:%Y}{found[2]}{day:%m}{found[4]}{day:%d}"

    parts = urlsplit(address)
    path, query = _DAY.sub(other, parts.path), _DAY.sub(other, parts.query)
    return urlunsplit(parts._replace(path=path, query=query))

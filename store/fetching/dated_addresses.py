"""The address of another day's issue: that of one day, with the other written in its place."""

import re
from datetime import date
from urllib.parse import urlsplit, urlunsplit

from store.errors import DubaoError
from store.press.text.web_address import day_in

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_]?)(0[1-9]|1[0-2])([-/_]?)([0-3]\d)(?!\d)")


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

"""How long a site wants robots to wait between two requests: the line Crawl-delay of robots.txt."""

from dataclasses import replace

from store.errors import NetError
from store.net.addresses import parse
from store.net.client import Client, Request

NAME = "dubao"
"""How we are called in such files."""

LONGEST = 3600.0
"""Seconds: whoever asks for more wants no robots at all, and we are none."""

MOST = 2**19
"""Bytes that are read (RFC 9309, 2.5)."""


def crawl_delay(client: Client, request: Request) -> float:
    """Return the seconds to leave between two requests to the host of `request`.

    They are 0 where the site does not say. Raises NetError when the client is closed, and for an
    address that is none.
    """
    site = parse(request.url)
    try:
        url = f"{site.origin}/robots.txt"
        answer = client.get(replace(request, url=url, etag="", modified="", most=MOST))
    except NetError as error:
        if error.code == "stopped":
            raise
        return 0.0
    return delay(answer.body)


def delay(text: bytes) -> float:
    """Return the seconds in a robots.txt: those for us by name, else those for all (RFC 9309)."""
    delays: dict[str, float] = {}
    agents: set[str] = set()
    between = False
    for line in text.decode("utf-8-sig", "replace").splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip().lower()
        if key == "user-agent":
            agents = (set() if between else agents) | ({value} & {NAME, "*"})
        elif key == "crawl-delay":
            delays.update(dict.fromkeys(agents, _seconds(value)))
        between = bool(key) and key != "user-agent"
    return delays.get(NAME, delays.get("*", 0.0))


def _seconds(value: str) -> float:
    """Return a number of seconds, 0 where there is none."""
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return min(seconds, LONGEST) if seconds > 0 else 0.0

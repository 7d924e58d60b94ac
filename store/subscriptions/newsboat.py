"""The ``urls`` file of newsboat: an address a line, then its tags; ``"~Title"`` names it.

See newsboat's manual, "Configuring your feeds". Its query feeds are filters of dubao's, and what it
runs as a program is not run here: both are told, and left out.
"""

import shlex

from msgspec import Struct

from store.press.text.clean import clean_line
from store.press.text.web_address import canonical
from store.subscriptions.listed import Listed

_SPECIAL = ("query:", "exec:", "filter:", "file:")


class Read(Struct, frozen=True):
    """The feeds that a file lists, and the lines that are none of dubao's."""

    listed: tuple[Listed, ...]
    left_out: tuple[str, ...]


def looks_like_urls(text: str) -> bool:
    """Return whether `text` is such a file: its first line that says anything is an address."""
    lines = (line.strip() for line in text.splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "")
    return first.lstrip("\"'").startswith(("http://", "https://", *_SPECIAL))


def read_urls(text: str) -> Read:
    """Return what the ``urls`` file of this `text` lists."""
    listed: dict[str, Listed] = {}
    left_out = []
    for line in text.splitlines():
        words = _words(line)
        if not words:
            continue
        address = canonical(words[0])
        if not address:
            left_out.append(clean_line(line.strip())[:200])
            continue
        titles = [clean_line(word[1:]) for word in words[1:] if word.startswith("~")]
        tags = [clean_line(word.removeprefix("!")) for word in words[1:] if word[0] != "~"]
        one = Listed(address, next(iter(titles), ""), tuple(dict.fromkeys(filter(None, tags))))
        listed.setdefault(address, one)
    return Read(tuple(listed.values()), tuple(left_out))


def _words(line: str) -> list[str]:
    """Return the words of a line, those in quotation marks whole; a comment has none."""
    line = line.strip()
    if line.startswith("#"):
        return []
    try:
        return [word for word in shlex.split(line, comments=False) if word]
    except ValueError:  # a mark of quotation without its fellow
        return line.replace('"', " ").split()

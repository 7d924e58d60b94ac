"""Addresses of e-papers: which are pages, which articles, and of what day (SOURCES, section 1)."""

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from msgspec import Struct

from store.press.text.web_address import DAY, day_in

_PAGE = re.compile(
    r"node_\w+\.html?|page(?:\d\d\w*|articleindex\w*)\.html?|nbs\.[\w.-]+\.html?|col\d*\w*\.html",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"content_\w+\.html?|c\d+\.html|artic(?:el|le)\d\w*\.html?|nw\.[\w.-]+\.html?", re.IGNORECASE
)
_OTHER = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|bmp|webp|zip|rar|mp3|mp4|swf|docx?|css|js|xml|ico|svg|txt)(?:\.\d)?$",
    re.IGNORECASE,
)
_SIDE = re.compile(r"/(?:layout|content|html|page|col|con|paper)/?$", re.IGNORECASE)
"""Folders of one issue that stand beside each other: of its pages and of its articles."""
_NUMBERED = re.compile(r"(?:node_|page|nw\.[^_]*_\d{8}_\d+-|artic(?:el|le))([a-z]{0,2}\d\d)", re.I)
"""Where a page's number stands in an address, in two digits."""

UNKNOWN = "http://page.invalid/a/b/c/d/e/f/g/h/"
"""The folder of a page whose address is not known: links may lead upward from there."""


def is_page(address: str) -> bool:
    """Return whether `address` has the form of a page's."""
    return bool(_PAGE.fullmatch(_name(address)))


def is_article(address: str) -> bool:
    """Return whether `address` has the form of an article's."""
    return bool(_ARTICLE.fullmatch(_name(address)))


def is_other(address: str) -> bool:
    """Return whether `address` is that of a file which is no page of HTML."""
    return bool(_OTHER.search(urlsplit(address).path))


def number_in(address: str) -> str:
    """Return the number of a page as two digits of an address tell it, else ``""``."""
    found = _NUMBERED.match(_name(address))
    return found[1] if found else ""


def misdated(address: str, printed: Iterable[date]) -> date | None:
    """Return the day that the page at `address` prints, where its address names another."""
    days = list(printed)
    day = day_in(address)
    return days[0] if day and days and day not in days else None


class Folder(Struct, frozen=True):
    """An issue's folder: where its pages and its articles lie."""

    paper: str
    """The path before the day, without the folders that part pages from articles."""
    directory: str
    day: date | None = None

    def holds(self, address: str) -> bool:
        """Return whether `address` lies in it: of the same day and paper, or in the same place."""
        other = folder_of(address)
        if self.directory == other.directory:
            return True
        if self.day is None or other.day != self.day:
            return False
        ends = self.paper.rsplit("/", 1)[-1], other.paper.rsplit("/", 1)[-1]
        return ends[0] == ends[1] or "" in ends or self.directory.startswith(UNKNOWN)


def folder_of(address: str) -> Folder:
    """Return the folder of the issue that the page at `address` belongs to."""
    parts = urlsplit(address)
    directory = f"{parts.scheme}://{parts.netloc}{parts.path.rpartition('/')[0]}/"
    day = day_in(address)
    found = DAY.search(parts.path) if day else None
    before = parts.path[: found.start()] if found else parts.path.rpartition("/")[0]
    before = before.rpartition("/")[0] if found else before
    while _SIDE.search(before):
        before = _SIDE.sub("", before)
    return Folder(before.rstrip("/"), directory, day)


def _name(address: str) -> str:
    return urlsplit(address).path.rpartition("/")[2]

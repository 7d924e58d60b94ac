"""An issue as a site tells it: its pages and what stands on them, and pages of our own for it.

Where one page of a site has the whole issue, or a paper answers its own programs alone, a page list
is written for each page, and an article's page for what came in no page: in the form that e-papers
have, which the press reads, so that such an issue comes page by page, too.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from types import MappingProxyType
from urllib.parse import urljoin

from msgspec import Struct

from store.press.epaper.page_list import Entry, ListedPage

_LIST = """<html><head><meta charset="utf-8"><title>{paper}</title></head><body>
<ul>{pages}</ul>
<ul>{entries}</ul>
</body></html>
<!--enpproperty <founder-date>{day}</founder-date><founder-pagenum>{number}</founder-pagenum>\
<founder-papername>{paper}</founder-papername><founder-type>2</founder-type>/enpproperty-->
"""
_STORY = """<html><head><meta charset="utf-8">\
<link rel="canonical" href="{address}"></head><body>
<founder-introtitle>{kicker}</founder-introtitle><founder-title>{title}</founder-title>
<founder-subtitle>{subhead}</founder-subtitle><founder-author>{author}</founder-author>
<founder-content>{content}</founder-content>
</body></html>
<!--enpproperty <founder-type>1</founder-type>/enpproperty-->
"""


class Edition(Struct, frozen=True):
    """The issue of a `day`: its pages, and the `entries` of all of them where it is `whole`.

    Else they are those of the page `here`, whose list at `address` is `body`. `stories` are pages
    of articles, by their addresses, that need not be asked for.
    """

    day: date
    paper: str = ""
    pages: tuple[ListedPage, ...] = ()
    entries: tuple[Entry, ...] = ()
    whole: bool = True
    here: str = "1"
    address: str = ""
    body: bytes = b""
    stories: Mapping[str, bytes] = MappingProxyType({})

    def of_page(self, number: str) -> list[Entry]:
        """Return the entries of the page of this number."""
        return [entry for entry in self.entries if (entry.page or self.here) == number]


def page_list(edition: Edition, number: str, entries: Sequence[Entry]) -> tuple[str, bytes]:
    """Return a page list of the page of this `number`, which has `entries`, and its address."""
    beside = {urljoin(entry.address, ".") for entry in entries}
    folder = f"/dubao/{edition.day:%Y%m%d}/" if len(beside) > 1 else ""
    addresses = {
        page.number: urljoin(entries[0].address, f"{folder}node_{page.number}.html")
        for page in edition.pages or (ListedPage(number),)
    }
    names = {page.number: page.name for page in edition.pages}
    pages = "".join(
        f'<li><a href="{escape(address)}">第{escape(each)}版：{escape(names.get(each, ""))}</a>'
        for each, address in addresses.items()
    )
    told = "".join(
        f'<li><a href="{escape(entry.address)}">{escape(entry.title)}</a>' for entry in entries
    )
    markup = _LIST.format(
        paper=escape(edition.paper), pages=pages, entries=told, day=edition.day, number=number
    )
    return addresses[number], markup.encode("utf-8", "replace")


def story_page(
    address: str, title: str, content: str, kicker: str = "", subhead: str = "", author: str = ""
) -> bytes:
    """Return a page of a story that can be read at `address`; `content` is its markup."""
    told = {"address": address, "title": title, "kicker": kicker}
    told |= {"subhead": subhead, "author": author}
    escaped = {name: escape(text) for name, text in told.items()}
    return _STORY.format(**escaped, content=content).encode("utf-8", "replace")

"""南充日报: a file for each page of a day, with its stories; that of page A1 names all pages."""

from datetime import date
from urllib.parse import urljoin

from msgspec import Struct, field

from store.fetching.asking import Asker
from store.fetching.editions import Edition, story_page
from store.fetching.walkers.asked import (
    Walker,
    in_paragraphs,
    listed_page,
    newest_of_days,
    said,
)
from store.net.client import Response
from store.press.epaper.page_list import Entry
from store.press.markup.text import bare


class _Layout(Struct):
    pageno: str
    pagename: str = ""


class _LayoutStory(Struct):
    title: str | None = ""
    content: str | None = ""
    author: str | None = ""
    url: str = ""


class _LayoutStories(Struct):
    told: list[_LayoutStory] = field(name="list", default_factory=list)


class _Page(Struct):
    layoutlist: list[_Layout]
    infolist: _LayoutStories = field(default_factory=_LayoutStories)


_FIRST = "A1"


def _page(asker: Asker, day: date, number: str) -> _Page:
    path = f"/upload/ncrb/{day:%Y%m%d}/{day:%Y%m%d}-{number}.json"
    return said(asker.get(urljoin(asker.subscription.address, path)), _Page)


def _newest(asker: Asker) -> tuple[Response, date]:
    return newest_of_days(asker, lambda day: _page(asker, day, _FIRST).layoutlist)


def _edition(asker: Asker, day: date) -> Edition:
    root = asker.subscription.address
    folder = urljoin(root, f"/upload/ncrb/{day:%Y%m%d}/")
    first = _page(asker, day, _FIRST)
    pages, entries, stories = [], [], {}
    for layout in first.layoutlist:
        listed = listed_page(layout.pageno, layout.pagename)
        pages.append(listed)
        page = first if layout.pageno == _FIRST else _page(asker, day, layout.pageno)
        for at, story in enumerate(page.infolist.told, 1):
            address = f"{folder}content_{layout.pageno}_{at}.html"
            title = bare(story.title or "")
            entries.append(Entry(address, title, listed.number))
            content = in_paragraphs(story.content or "")
            shown = urljoin(root, story.url)
            stories[address] = story_page(shown, title, content, author=story.author or "")
    return Edition(day, asker.subscription.paper, tuple(pages), tuple(entries), stories=stories)


LAYOUTS = Walker(_newest, _edition)

"""新京报: its entry leads to a page in the issue's folder, which has a list of everything."""

from datetime import date
from urllib.parse import urljoin

from msgspec import Struct

from store.fetching.asking import Asker
from store.fetching.editions import Edition
from store.fetching.walkers.asked import Walker, listed_page, no_newest, said
from store.net.client import Response
from store.press.epaper.page_list import Entry
from store.press.markup.text import bare
from store.press.text.web_address import day_in as day_of


class _CapitalStory(Struct, rename="camel"):
    main_title: str | None = ""
    article_href: str | None = ""


class _CapitalPage(Struct, rename="camel"):
    page_no: str
    page_name: str = ""
    one_page_article_list: list[_CapitalStory] = []


def _newest(asker: Asker) -> tuple[Response, date]:
    entry = asker.get()
    day = day_of(asker.look(entry).sends_on)
    if day is None:
        raise no_newest(asker)
    return entry, day


def _edition(asker: Asker, day: date) -> Edition:
    folder = urljoin(asker.subscription.address, f"html/{day:%Y}/{day:%Y%m%d}/")
    pages, entries = [], []
    for page in said(asker.get(f"{folder}data.json"), list[_CapitalPage]):
        listed = listed_page(page.page_no, page.page_name)
        pages.append(listed)
        for story in filter(lambda each: each.article_href, page.one_page_article_list):
            address = urljoin(f"{folder}{day:%Y%m%d}_{page.page_no}/", story.article_href)
            entries.append(Entry(address, bare(story.main_title or ""), listed.number))
    return Edition(day, "新京报", tuple(pages), tuple(entries))


CAPITAL = Walker(_newest, _edition)

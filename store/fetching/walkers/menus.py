"""中国纪检监察报 and papers that are made as it is: a calendar, a menu of pages, lists, stories."""

from datetime import date, datetime, timedelta
from typing import TypeVar
from urllib.parse import urljoin

from msgspec import Struct, field

from store.fetching.asking import Asker
from store.fetching.editions import Edition, story_page
from store.fetching.walkers.asked import (
    Walker,
    in_paragraphs,
    listed_page,
    no_issue,
    no_newest,
    number_of,
    said,
)
from store.net.client import Response
from store.press.epaper.page_list import Entry
from store.press.markup.text import bare
from store.subscriptions.zones import day_in

T = TypeVar("T")


class _MenuPage(Struct):
    number: str = field(name="IRCATELOG", default="")
    label: str = field(name="BC", default="")
    name: str | None = field(name="BM", default="")


class _MenuStory(Struct):
    guid: str = field(name="ZB_GUID", default="")
    title: str | None = field(name="DOCTITLE", default="")


class _Told(Struct, rename="camel"):
    doc_title: str | None = ""
    yt: str | None = ""
    fb: str | None = ""
    doc_author: str | None = ""
    content: str | None = ""


def _ask(asker: Asker, path: str, kind: type[T], **told: str) -> T:
    url = urljoin(asker.subscription.address, f"/reader/layout/{path}")
    return said(asker.post_form(url, told, x_requested_with="XMLHttpRequest"), kind)


def _newest(asker: Asker) -> tuple[Response, date]:
    entry, today = asker.entry(), day_in(asker.subscription.zone, asker.now)
    for month in (today, today.replace(day=1) - timedelta(days=1)):
        told = _ask(asker, "getSZBDate.do", list[str], sj=f"{month.year}-{month.month}")
        if days := [day for day in map(_day, told) if day and day <= today]:
            return entry, max(days)
    raise no_newest(asker)


def _day(written: str) -> date | None:
    try:
        return datetime.strptime(written.replace("-", "/")[:10], "%Y/%m/%d").date()
    except ValueError:
        return None


def _edition(asker: Asker, day: date) -> Edition:
    folder = urljoin(asker.subscription.address, f"/epaper/{day:%Y%m%d}/")
    menu = _ask(asker, "findBmMenu.do", list[_MenuPage], docPubTime=f"{day:%Y%m%d}")
    pages, entries = [], []
    for page in menu:
        listed = listed_page(page.number or page.label, page.name or page.label)
        pages.append(listed)
        asked = {"bc": page.number or page.label, "docpubtime": f"{day:%Y/%m/%d}"}
        for story in _ask(asker, "getBmDetail.do", list[_MenuStory], **asked):
            address = f"{folder}content_{story.guid}.html"
            entries.append(Entry(address, bare(story.title or ""), listed.number))
    if not pages:
        raise no_issue(asker.subscription.address, day)
    return Edition(day, asker.subscription.paper, tuple(pages), tuple(entries))


def _story(asker: Asker, address: str) -> bytes:
    guid = number_of(address)
    story = _ask(asker, "detailData.do", _Told, guid=guid)
    return story_page(
        urljoin(asker.subscription.address, f"/epaper/index.html?guid={guid}"),
        bare(story.doc_title or ""),
        in_paragraphs(story.content or ""),
        bare(story.yt or ""),
        bare(story.fb or ""),
        bare(story.doc_author or ""),
    )


MENUS = Walker(_newest, _edition, _story)

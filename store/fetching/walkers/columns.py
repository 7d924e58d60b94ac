"""中国知识产权报: the pages of a day, then the stories of each page whole, by posted forms."""

from datetime import date
from typing import TypeVar
from urllib.parse import urlencode, urljoin

from msgspec import Struct, field

from store.fetching.asking import Asker
from store.fetching.editions import Edition, story_page
from store.fetching.walkers.asked import (
    Walker,
    in_paragraphs,
    listed_page,
    newest_of_days,
    no_issue,
    said,
)
from store.net.client import Response
from store.press.epaper.page_list import Entry
from store.press.markup.text import bare

T = TypeVar("T")


class _Page(Struct):
    id: str | int
    name: str | None = ""


class _Pages(Struct):
    pages: list[_Page] = field(default_factory=list)


class _PagesSaid(Struct):
    data: _Pages | None = None


class _Story(Struct):
    id: str | int
    title: str | None = ""
    text: str | None = ""
    author: str | None = ""


class _Stories(Struct):
    articles: list[_Story] = field(default_factory=list)


class _StoriesSaid(Struct):
    data: _Stories | None = None


def _ask(asker: Asker, path: str, kind: type[T], **told: str) -> T:
    url = urljoin(asker.subscription.address, f"/bz/{path}")
    return said(asker.post_form(url, told, x_requested_with="XMLHttpRequest", site="zsb"), kind)


def _pages(asker: Asker, day: date) -> list[_Page]:
    told = _ask(asker, "queryPageByDate", _PagesSaid, date=str(day), columnId="1").data
    return told.pages if told else []


def _newest(asker: Asker) -> tuple[Response, date]:
    return newest_of_days(asker, lambda day: _pages(asker, day))


def _edition(asker: Asker, day: date) -> Edition:
    root = asker.subscription.address
    folder = urljoin(root, f"/bz/{day:%Y%m%d}/")
    pages, entries, stories = [], [], {}
    for at, page in enumerate(_pages(asker, day), 1):
        listed = listed_page(str(at), page.name or "")
        pages.append(listed)
        told = _ask(asker, "queryArticleByPage", _StoriesSaid, pageId=str(page.id)).data
        for story in told.articles if told else ():
            address = f"{folder}content_{story.id}.html"
            title = bare(story.title or "")
            entries.append(Entry(address, title, listed.number))
            asked = {"date": str(day), "pageIndex": str(at), "cid": "1", "articleId": str(story.id)}
            stories[address] = story_page(
                urljoin(root, f"/bz/html/index.html?{urlencode(asked)}"),
                title,
                in_paragraphs(story.text or ""),
                author=bare(story.author or ""),
            )
    if not pages:
        raise no_issue(root, day)
    return Edition(day, asker.subscription.paper, tuple(pages), tuple(entries), stories=stories)


COLUMNS = Walker(_newest, _edition)

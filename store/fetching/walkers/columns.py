"""中国知识产权报: the pages of a day, then the stories of each page whole, by posted forms."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode, urljoin

from msgspec import Struct, field

from store.fetching.asking import Asker
from store.fetching.editions import Edition
from store.fetching.walkers.asked import (
    ToldPage,
    ToldStory,
    Walker,
    listed_page,
    newest_of_days,
    said,
    whole_edition,
)
from store.net.client import Response

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


def _told(asker: Asker, day: date) -> Iterator[ToldPage]:
    """Yield the pages of a day, each with its stories."""
    root = asker.subscription.address
    folder = urljoin(root, f"/bz/{day:%Y%m%d}/")
    for at, page in enumerate(_pages(asker, day), 1):
        told = _ask(asker, "queryArticleByPage", _StoriesSaid, pageId=str(page.id)).data
        stories = []
        for story in told.articles if told else ():
            asked = {"date": str(day), "pageIndex": str(at), "cid": "1", "articleId": str(story.id)}
            stories.append(
                ToldStory(
                    f"{folder}content_{story.id}.html",
                    urljoin(root, f"/bz/html/index.html?{urlencode(asked)}"),
                    story.title or "",
                    story.text or "",
                    story.author or "",
                )
            )
        yield listed_page(str(at), page.name or ""), stories


def _edition(asker: Asker, day: date) -> Edition:
    return whole_edition(asker, day, _told(asker, day))


COLUMNS = Walker(_newest, _edition)

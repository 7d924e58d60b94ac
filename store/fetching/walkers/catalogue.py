"""温州商报: a catalogue of pages for each day, then the stories of each page whole."""

from datetime import date
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

from msgspec import Struct

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


class _CataloguePage(Struct, rename="camel"):
    layout_catalog_id: str | int
    edition_name: str = ""


class _CatalogueStory(Struct, rename="camel"):
    layout_detail_id: str | int
    document_title: str | None = ""
    document_content: str | None = ""
    document_author: str | None = ""
    edition: str | int = "01"


class _Pages(Struct):
    msg: list[_CataloguePage] | str = ""


class _Stories(Struct):
    msg: list[_CatalogueStory] | str = ""


_API = "/digitalNewspaper/web/"


def _mark(asker: Asker) -> str:
    """Return the mark of the paper, which stands in the address of its entry."""
    asked = parse_qs(urlsplit(asker.subscription.address).query)
    return asked.get("mediaKey", ["wzsb"])[0]


def _pages(asker: Asker, day: date) -> list[_CataloguePage]:
    """Return the pages of a day; without an issue the answer has a sentence in their place."""
    url = f"{_API}layoutCatalog/listByDigitalNewspaperMarkAndPublishTime"
    told = {"digitalNewspaperMark": _mark(asker), "publishTime": str(day)}
    answer = asker.post_form(urljoin(asker.subscription.address, url), told, formdata="1")
    pages = said(answer, _Pages).msg
    return [] if isinstance(pages, str) else pages


def _newest(asker: Asker) -> tuple[Response, date]:
    return newest_of_days(asker, lambda day: _pages(asker, day))


def _edition(asker: Asker, day: date) -> Edition:
    root = asker.subscription.address
    folder = urljoin(root, f"/newspaper/{day:%Y%m%d}/")
    pages, entries, stories = [], [], {}
    for at, page in enumerate(_pages(asker, day), 1):
        listed = listed_page(str(at), page.edition_name)
        pages.append(listed)
        url = urljoin(root, f"{_API}layoutDetail/listByLayoutCatalogId")
        told = {"layoutCatalogId": str(page.layout_catalog_id)}
        found = said(asker.post_form(url, told, formdata="1"), _Stories).msg
        for story in () if isinstance(found, str) else found:
            address = f"{folder}content_{story.layout_detail_id}.html"
            title = bare(story.document_title or "")
            entries.append(Entry(address, title, listed.number))
            asked = {"mediaKey": _mark(asker), "showArticleDetail": "true"}
            asked |= {"docId": str(story.layout_detail_id), "publishTime": str(day)}
            stories[address] = story_page(
                urljoin(root, f"/newspaper?{urlencode(asked)}"),
                title,
                in_paragraphs(story.document_content or ""),
                author=story.document_author or "",
            )
    if not pages:
        raise no_issue(root, day)
    paper = asker.subscription.paper
    return Edition(day, paper, tuple(pages), tuple(entries), stories=stories)


CATALOGUE = Walker(_newest, _edition)

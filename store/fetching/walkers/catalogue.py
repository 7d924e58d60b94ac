"""温州商报: a catalogue of pages for each day, then the stories of each page whole."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

from msgspec import Struct

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


def _told(asker: Asker, day: date) -> Iterator[ToldPage]:
    """Yield the pages of a day, each with its stories."""
    root = asker.subscription.address
    folder = urljoin(root, f"/newspaper/{day:%Y%m%d}/")
    for at, page in enumerate(_pages(asker, day), 1):
        url = urljoin(root, f"{_API}layoutDetail/listByLayoutCatalogId")
        asked_of = {"layoutCatalogId": str(page.layout_catalog_id)}
        found = said(asker.post_form(url, asked_of, formdata="1"), _Stories).msg
        stories = []
        for story in () if isinstance(found, str) else found:
            asked = {"mediaKey": _mark(asker), "showArticleDetail": "true"}
            asked |= {"docId": str(story.layout_detail_id), "publishTime": str(day)}
            stories.append(
                ToldStory(
                    f"{folder}content_{story.layout_detail_id}.html",
                    urljoin(root, f"/newspaper?{urlencode(asked)}"),
                    story.document_title or "",
                    story.document_content or "",
                    story.document_author or "",
                )
            )
        yield listed_page(str(at), page.edition_name), stories


def _edition(asker: Asker, day: date) -> Edition:
    return whole_edition(asker, day, _told(asker, day))


CATALOGUE = Walker(_newest, _edition)

"""广西法治日报 and papers that are made as it is: posted queries of a search engine."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode, urljoin, urlsplit

import msgspec
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


class _PageSource(Struct):
    name: str | None = field(name="name_ngram_sore", default="")
    index: int = field(name="index_int_sore", default=0)


class _Page(Struct):
    id: str | int = field(name="_id")
    source: _PageSource = field(name="_source")


class _Pages(Struct):
    hits: list[_Page]


class _PagesSaid(Struct):
    hits: _Pages


class _StorySource(Struct):
    title: str | None = field(name="title_ngram_sore", default="")
    text: str | None = field(name="text1_fielddata", default="")
    author: str | None = field(name="author_ngram_sore", default="")


class _Story(Struct):
    id: str | int = field(name="_id")
    source: _StorySource = field(name="_source")


class _Stories(Struct):
    hits: list[_Story]


class _StoriesSaid(Struct):
    hits: _Stories


_SITES = {"ipaper.pagx.cn": "gxfzb", "sz.iprchn.com": "zsb"}
"""What these hosts call themselves to their own programs."""

_MOST = 500


def _ask(asker: Asker, index: str, kind: type[T], *terms: tuple[str, object]) -> T:
    """Ask an index for what has these terms, in its order."""
    must = [{"term": {name: value}} for name, value in terms]
    query = {"from": 0, "size": _MOST, "query": {"bool": {"must": must}}}
    query["sort"] = [{"index_int_sore": {"order": "asc"}}]
    told = {"index": index, "query": msgspec.json.encode(query).decode()}
    host = urlsplit(asker.subscription.address).hostname or ""
    url = urljoin(asker.subscription.address, "/data/query")
    site = _SITES.get(host, host.split(".")[0])
    answer = asker.post_form(url, told, x_requested_with="XMLHttpRequest", site=site)
    return said(answer, kind)


def _pages(asker: Asker, day: date) -> list[_Page]:
    terms = ("columns.id", 1), ("bz.date_date_sore", str(day))
    return _ask(asker, "bz_page", _PagesSaid, *terms).hits.hits


def _newest(asker: Asker) -> tuple[Response, date]:
    return newest_of_days(asker, lambda day: _pages(asker, day))


def _told(asker: Asker, day: date) -> Iterator[ToldPage]:
    """Yield the pages of a day, each with its stories."""
    root = asker.subscription.address
    folder = urljoin(root, f"/bz/{day:%Y%m%d}/")
    for at, page in enumerate(_pages(asker, day), 1):
        of_page = ("bz_page.id_no_analyzer_sore", page.id)
        asked = urlencode({"date": str(day), "pageIndex": str(page.source.index), "cid": "1"})
        stories = [
            ToldStory(
                f"{folder}content_{story.id}.html",
                urljoin(root, f"/bz/html/content.html?{asked}&articleId={story.id}"),
                story.source.title or "",
                story.source.text or "",
                story.source.author or "",
            )
            for story in _ask(asker, "bz_article", _StoriesSaid, of_page).hits.hits
        ]
        yield listed_page(str(page.source.index or at), page.source.name or ""), stories


def _edition(asker: Asker, day: date) -> Edition:
    return whole_edition(asker, day, _told(asker, day))


QUERIED = Walker(_newest, _edition)

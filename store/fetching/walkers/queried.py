"""广西法治日报 and papers that are made as it is: posted queries of a search engine."""

from datetime import date
from typing import TypeVar
from urllib.parse import urlencode, urljoin, urlsplit

import msgspec
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


def _edition(asker: Asker, day: date) -> Edition:
    root = asker.subscription.address
    folder = urljoin(root, f"/bz/{day:%Y%m%d}/")
    pages, entries, stories = [], [], {}
    for at, page in enumerate(_pages(asker, day), 1):
        listed = listed_page(str(page.source.index or at), page.source.name or "")
        pages.append(listed)
        of_page = ("bz_page.id_no_analyzer_sore", page.id)
        for story in _ask(asker, "bz_article", _StoriesSaid, of_page).hits.hits:
            address = f"{folder}content_{story.id}.html"
            title = bare(story.source.title or "")
            entries.append(Entry(address, title, listed.number))
            asked = {"date": str(day), "pageIndex": str(page.source.index), "cid": "1"}
            stories[address] = story_page(
                urljoin(root, f"/bz/html/content.html?{urlencode(asked)}&articleId={story.id}"),
                title,
                in_paragraphs(story.source.text or ""),
                author=bare(story.source.author or ""),
            )
    if not pages:
        raise no_issue(root, day)
    return Edition(day, asker.subscription.paper, tuple(pages), tuple(entries), stories=stories)


QUERIED = Walker(_newest, _edition)

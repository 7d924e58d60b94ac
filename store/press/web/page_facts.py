"""What a page tells machines of its article: meta tags, Open Graph, and JSON-LD.

JSON-LD is read by patterns, as many sites write it with line breaks and commas that JSON forbids.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

import msgspec

from store.press.forms.dates import printed_date
from store.press.markup.meta import meta_of
from store.press.markup.parse import Element
from store.press.text.clean import clean_line

_PUBLISHED = (
    "article:published_time", "og:published_time", "publishdate", "pubdate", "datepublished",
    "weibo: article:create_at", "og:release_date", "bytedance:published_time", "publish_time",
    "publishtime", "publish-date", "publication_date", "dc.date.issued", "dc.date", "pub_date",
    "createdate", "date",
)  # fmt: skip
_TITLES = ("og:title", "articletitle", "article:title", "twitter:title", "weibo:article:title")
_SITES = ("og:site_name", "sitename", "application-name", "twitter:site_name")
_SOURCES = ("contentsource", "mediaid", "source", "article:source", "og:article:source")
_STRING = r"\s*\"((?:[^\"\\]|\\.)*)\""
_DATE = re.compile(r"\"(?:datePublished|pubDate|publishDate)\"\s*:" + _STRING)
_HEADLINE = re.compile(r"\"(?:headline|title)\"\s*:" + _STRING)
_NAMED = r"\"\s*:\s*(?:\[\s*)?(?:\{[^{}]*?\"name\"\s*:)?" + _STRING
_PUBLISHER = re.compile(r"\"publisher" + _NAMED)
_AUTHOR = re.compile(r"\"author" + _NAMED)
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)")
_CHINA = timezone(timedelta(hours=8))


class PageFacts:
    """What the head of a page tells; absent text is empty."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._scripts = "\n".join(_scripts(root))

    def titles(self) -> list[str]:
        """Return what the article is called."""
        told = [clean_line(meta_of(self._root, name)) for name in _TITLES]
        return [title for title in (*told, self._script(_HEADLINE)) if title]

    def site(self) -> str:
        """Return what the site is called."""
        return clean_line(meta_of(self._root, *_SITES)) or self._script(_PUBLISHER)

    def source(self) -> str:
        """Return the paper or site that the article was taken from."""
        return clean_line(meta_of(self._root, *_SOURCES))

    def author(self) -> str:
        """Return who wrote the article."""
        return self._script(_AUTHOR) or clean_line(meta_of(self._root, "author", "byl"))

    def day(self) -> date | None:
        """Return the day on which the article was published, where that is: in China, if not told.

        An instant of Greenwich is no place's: the days of Chinese papers begin eight hours earlier.
        """
        told = [meta_of(self._root, name) for name in _PUBLISHED]
        told.append(self._script(_DATE))
        told += [node.get("content") or node.get("datetime") or "" for node in _dated(self._root)]
        return next(filter(None, map(day_of, told)), None)

    def _script(self, form: re.Pattern[str]) -> str:
        found = form.search(self._scripts)
        if found is None:
            return ""
        try:
            return clean_line(msgspec.json.decode(f'"{found[1]}"', type=str))
        except msgspec.DecodeError:
            return clean_line(found[1])


def day_of(told: str) -> date | None:
    """Return the day that an attribute tells: an instant, or a date in any form."""
    if found := _INSTANT.search(told[:60]):
        try:
            moment = datetime.fromisoformat(f"{found[1]}T{found[2]}{found[3]}")
        except ValueError:
            return None
        if not moment.utcoffset():
            moment = moment.astimezone(_CHINA)
        return moment.date()
    return printed_date([told[:60]])


def _scripts(root: Element) -> Iterator[str]:
    for node in root.iter("script"):
        if "ld+json" in (node.get("type") or "").lower() and node.text:
            yield node.text


def _dated(root: Element) -> Iterator[Element]:
    for node in root.iter("meta", "time", "span"):
        if node.get("itemprop") == "datePublished" or node.get("pubdate") is not None:
            yield node

"""What a page tells machines of its article: meta tags, Open Graph, and JSON-LD.

JSON-LD is read by patterns, as many sites write it with line breaks and commas that JSON forbids.
"""

import re
from datetime import date, datetime

import msgspec

from store.moments import CHINA
from store.press.forms.dates import printed_date
from store.press.markup.parse import Element, finder
from store.press.markup.text import text_of
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
_SHOWN = re.compile(
    r"\b(?:pub_?time|pub_?date|publish_?(?:time|date)|news_?time|ptime|create_?time)[\"']?\s*[:=]\s*"
    r"[\"'](\d{4}-\d\d?-\d\d?[^\"']{0,20})[\"']",
    re.IGNORECASE,
)
_SECONDS = re.compile(r"\bvar ct\s*=\s*[\"'](\d{10})[\"']")
_ACCOUNT = re.compile(r"\bvar nickname\s*=\s*(?:htmlDecode\()?[\"']([^\"'<>]{1,60})[\"']")
"""When a public account (微信公众号) published, in seconds since 1970, and what it is called."""
_SHOWN_ACCOUNT = finder("//*[@id='js_name']")
_DATED = ("datePublished", "dateUpdate")
_LOOKED_AT = 1_000_000


class PageFacts:
    """What the head of a page tells; absent text is empty."""

    def __init__(self, root: Element) -> None:
        self._meta: dict[str, str] = {}
        self._days: list[str] = []
        for node in root.iter("meta", "time", "span"):
            name = (node.get("name") or node.get("property") or "").lower()
            content = (node.get("content") or "").strip()
            if name and content:
                self._meta.setdefault(name, content)
            if node.get("itemprop") in _DATED or node.get("pubdate") is not None:
                self._days.append(content or node.get("datetime") or "")
        scripts = [node for node in root.iter("script") if node.text]
        told = [node.text or "" for node in scripts if "ld+json" in node.get("type", "").lower()]
        self._json = "\n".join(told)
        self._scripts = "\n".join(node.text or "" for node in scripts)[:_LOOKED_AT]
        account = _ACCOUNT.search(self._scripts)
        shown = next(map(text_of, _SHOWN_ACCOUNT(root)), "")
        self._account = clean_line(account[1]) if account else shown

    def titles(self) -> list[str]:
        """Return what the article is called."""
        told = [clean_line(self._meta.get(name, "")) for name in _TITLES]
        return [title for title in (*told, self._string(_HEADLINE)) if title]

    def site(self) -> str:
        """Return what the site is called."""
        if self._account:
            return self._account
        return self._first(_SITES) or self._string(_PUBLISHER)

    def source(self) -> str:
        """Return the paper or site that the article was taken from."""
        return self._first(_SOURCES)

    def author(self) -> str:
        """Return who wrote the article."""
        return self._string(_AUTHOR) or self._first(("author", "byl"))

    def day(self) -> date | None:
        """Return the day on which the article was published, where that is: in China, if not told.

        An instant of Greenwich is no place's: the days of Chinese papers begin eight hours earlier.
        """
        told = [self._meta.get(name, "") for name in _PUBLISHED]
        told += [self._string(_DATE), *self._days]
        return next(filter(None, map(day_of, told)), None)

    def day_in_scripts(self) -> date | None:
        """Return the day that the page's own programs show as that of the article."""
        if found := _SHOWN.search(self._scripts):
            return day_of(found[1])
        if found := _SECONDS.search(self._scripts):
            return datetime.fromtimestamp(int(found[1]), CHINA).date()
        return None

    def _first(self, names: tuple[str, ...]) -> str:
        return next((clean_line(self._meta[name]) for name in names if name in self._meta), "")

    def _string(self, form: re.Pattern[str]) -> str:
        found = form.search(self._json)
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
            moment = moment.astimezone(CHINA)
        return moment.date()
    return printed_date([told[:60]])

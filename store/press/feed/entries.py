"""From the text of a feed to its entries: a fast library first, and a patient one where it fails.

Neither is let to fetch anything, to open a file, or to see a document's own entities.
"""

import html
import io
import re
from collections.abc import Iterable, Mapping

import fastfeedparser
from msgspec import Struct

from store.errors import SourceError
from store.press.limits import allow

MOST = 10_000
"""Entries of a feed that is read: those of today's sites have 20 to 500."""

_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_PROLOGUE = 2**20
_CDATA = re.compile(r"(<!\[CDATA\[(?:[^\]]+|\](?!\]>))*+(?:\]\]>|\Z))")
_ENTRY = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)(\w{0,31};)?")
"""An ampersand, or an entity of HTML, that no document of XML has without declaring it."""
_PATIENT = 0.02
"""Seconds of processor time for each entry that the patient library reads."""


class Entry(Struct, frozen=True):
    """One entry as the feed has it: markup uncleaned, moments in ISO 8601, in UTC."""

    title: str = ""
    link: str = ""
    guid: str = ""
    moment: str = ""
    author: str = ""
    category: str = ""
    summary: str = ""
    content: str = ""
    is_plain: bool = False
    """Whether the content is text, in which nothing is markup."""


class Feed(Struct, frozen=True):
    """A feed: what it is called, where its site is, when it says it was made, and its entries."""

    title: str
    link: str
    made: str
    entries: tuple[Entry, ...]


def read_feed(text: str, file: str) -> Feed:
    """Return the feed of this clean `text`; `file` is what its source is called.

    Raises SourceError when it has more entries than are read, or cannot be read at all.
    """
    text = text.replace("\f", "\n").lstrip()
    count = 0
    if text.startswith("<"):
        text = _without_entities(text)
        count = sum(1 for _ in _ENTRY.finditer(text))
    if count > MOST:
        raise _too_many(file, count)
    feed = _fast(text) if text.startswith(("<", "{")) else None
    if text.startswith("<") and (feed is None or (count and not feed.entries)):
        allow(_PATIENT * count)
        feed = _patient(text)
    if feed is None:
        raise SourceError(
            "{file}: this feed is damaged and has no entry that can be read; get it again.",
            file=file,
        )
    if len(feed.entries) > MOST:
        raise _too_many(file, len(feed.entries))
    return feed


def _without_entities(text: str) -> str:
    """Return a document of XML without declarations, with the characters that entities stand for.

    What is no entity is an ampersand: it would end the text that it stands in. Within CDATA an
    address has bare ones.
    """
    text = _DOCTYPE.sub("", text[:_PROLOGUE], count=1) + text[_PROLOGUE:]
    text = text.lstrip()
    if "&" not in text:
        return text
    parts = _CDATA.split(text)
    parts[::2] = [_NAMED.sub(_character, part) if "&" in part else part for part in parts[::2]]
    return "".join(parts)


def _character(found: re.Match[str]) -> str:
    character = html.unescape(found[0])
    return f"&amp;{found[1] or ''}" if character == found[0] else character


def _fast(text: str) -> Feed | None:
    """Return what the fast library makes of `text`, which begins with markup and no address."""
    try:
        found = fastfeedparser.parse(text, include_media=False, include_enclosures=False)
    except MemoryError:
        raise
    except Exception:  # it raises whatever the parsers beneath it do
        return None
    about = found["feed"]
    made = _text(about, "updated") or _text(about, "published")
    entries = tuple(_entry(each) for each in found["entries"])
    return Feed(_text(about, "title"), _text(about, "link"), made, entries)


def _patient(text: str) -> Feed:
    """Return what feedparser makes of `text`, which may be no feed at all."""
    import feedparser

    found = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    about = found["feed"]
    entries = tuple(_entry(each) for each in found["entries"])
    made = _moment(about, "updated") or _moment(about, "published")
    return Feed(_text(about, "title"), _text(about, "link"), made, entries)


def _entry(found: Mapping[str, object]) -> Entry:
    content, is_plain = _content(found.get("content"))
    return Entry(
        title=_text(found, "title"),
        link=_text(found, "link"),
        guid=_text(found, "id"),
        moment=_moment(found, "published") or _moment(found, "updated"),
        author=_text(found, "author"),
        category=_category(found.get("tags")),
        summary=_text(found, "description") or _text(found, "summary"),
        content=content,
        is_plain=is_plain,
    )


def _content(given: object) -> tuple[str, bool]:
    """Return the longest of an entry's contents, and whether it is plain text."""
    best, is_plain = "", False
    for each in given if isinstance(given, list) else ():
        if isinstance(each, Mapping) and len(value := _text(each, "value")) > len(best):
            best, is_plain = value, _text(each, "type") in ("text", "text/plain")
    return best, is_plain and "<" not in best


def _category(tags: object) -> str:
    """Return the first of an entry's categories that has a name."""
    for tag in tags if isinstance(tags, Iterable) and not isinstance(tags, str) else ():
        if isinstance(tag, Mapping) and (name := _text(tag, "label") or _text(tag, "term")):
            return name
    return ""


def _moment(found: Mapping[str, object], name: str) -> str:
    """Return a moment: the fast library writes it in ISO 8601, the patient one as a tuple."""
    parsed = found.get(f"{name}_parsed")
    if isinstance(parsed, tuple) and len(parsed) >= 6:
        year, month, day, hour, minute, second = parsed[:6]
        return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}+00:00"
    return _text(found, name)


def _text(found: Mapping[str, object], name: str) -> str:
    value = found.get(name)
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int) else ""


def _too_many(file: str, count: int) -> SourceError:
    return SourceError(
        "{file}: {count:,} entries are more than the limit of {limit:,}; split the file.",
        file=file,
        count=count,
        limit=MOST,
    )

"""From JSON Feed, 1.0 and 1.1, to entries. What is not of the type it should be is not read."""

import json
import re
from collections.abc import Iterable, Mapping

from store.press.feed.entries import Entry, Feed, check_count, damaged

_ITEMS = re.compile(r'"items"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder(strict=False)

_Object = Mapping[str, object]


def read_json_feed(text: str, file: str) -> Feed:
    """Return the feed that this `text` is, as far as it goes; `file` is what its source is called.

    Raises SourceError when it has more entries than are read, or cannot be read at all.
    """
    try:
        found = _DECODER.decode(text)
    except RecursionError:
        raise damaged(file) from None
    except ValueError:
        found = _begun(text)
    if not isinstance(found, dict):
        raise damaged(file)
    items = found.get("items")
    items = items if isinstance(items, list) else []
    check_count(len(items), file)
    entries = tuple(_entry(item) for item in items if isinstance(item, dict))
    return Feed(_text(found, "title"), _text(found, "home_page_url"), (), entries)


def _begun(text: str) -> dict[str, object]:
    """Return what there is of a feed whose end is missing: its whole items."""
    start = _ITEMS.search(text)
    if start is None:
        return {}
    items: list[object] = []
    at = start.end()
    try:
        while True:
            item, at = _DECODER.raw_decode(text, _end(at, text))
            items.append(item)
    except (ValueError, RecursionError):
        pass
    try:
        head = _DECODER.decode(f"{text[: start.start()].rstrip().rstrip(',')}}}")
    except (ValueError, RecursionError):
        head = {}
    return {**(head if isinstance(head, dict) else {}), "items": items}


def _end(at: int, text: str) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _entry(item: _Object) -> Entry:
    markup, plain = _text(item, "content_html"), _text(item, "content_text")
    picture = _text(item, "image") or _text(item, "banner_image")
    return Entry(
        title=_text(item, "title"),
        link=_text(item, "url") or _text(item, "external_url"),
        guid=_text(item, "id"),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        author=_authors(item),
        category=next(filter(None, _texts(item.get("tags"))), ""),
        summary=_text(item, "summary"),
        content=markup or plain,
        is_plain=not markup,
        pictures=((picture, ""),) if picture else (),
    )


def _authors(item: _Object) -> str:
    """Return the names of who wrote an item: one in 1.0, several in 1.1."""
    given = item.get("authors")
    people = given if isinstance(given, list) else [item.get("author")]
    return "、".join(_text(one, "name") for one in people if isinstance(one, dict))


def _texts(given: object) -> Iterable[str]:
    return (one for one in given if isinstance(one, str)) if isinstance(given, list) else ()


def _text(found: _Object, name: str) -> str:
    value = found.get(name)
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int) else ""

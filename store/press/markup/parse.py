"""Parsing a stranger's HTML: bounded in size, in depth, and in the number of nodes and attributes.

Nothing is fetched, no entity is resolved and no script run: libxml2's reader of HTML does neither.
"""

import re
from collections.abc import Callable
from typing import cast

from lxml import etree

from store.errors import SourceError

Element = etree._Element
"""A node of a page."""

LONGEST = 8_000_000
"""Characters of a page: a whole issue on one page has some 300,000."""
MOST_TAGS = 200_000
MOST_ATTRIBUTES = 500
"""Of one tag: the reader compares each with all before it."""

_LONG_TAG = re.compile(r"<([a-z][^<>]{1500,})", re.IGNORECASE)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
"""What libxml2 stops at; in browsers what follows is of the page all the same (HTML, 13.2.6.4.19),
and pages are pasted together."""
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def finder(path: str) -> Callable[[Element], list[Element]]:
    """Return what finds the nodes of an XPath, in the page's order."""
    return cast("Callable[[Element], list[Element]]", etree.XPath(path))


def parse(text: str, file: str) -> Element:
    """Return the root of the page of this `text`; `file` is what its source is called.

    Raises SourceError when it is larger or more deeply nested than any page that is read.
    """
    if "\0" in text:
        text = text.replace("\0", "")
    if len(text) > LONGEST or text.count("<") > MOST_TAGS or _has_many_attributes(text):
        raise _too_much(file)
    try:
        root = etree.fromstring(_END.sub("", text).encode("utf-8", "replace"), _PARSER)
    except etree.XMLSyntaxError:  # there is nothing in it
        return etree.Element("html")
    last = _PARSER.error_log.last_error
    if last is not None and "xcessive depth" in last.message:  # the reader has stopped there
        raise _too_much(file)
    return etree.Element("html") if root is None else root


def _has_many_attributes(text: str) -> bool:
    """Return whether a tag has more than any page gives one; long values do not count."""
    return any(
        len(_VALUE.sub(" ", tag).split()) > MOST_ATTRIBUTES for tag in _LONG_TAG.findall(text)
    )


def _too_much(file: str) -> SourceError:
    return SourceError(
        "{file}: this page has more tags, or deeper ones, than are read; save its text.", file=file
    )

"""The links of a page, as far as they tell what belongs to one issue: SOURCES, sections 1 and 2.

Only their addresses are read, by pattern and without parsing: what is mirrored is told so before
any of it is read. Addresses stand in ``href`` and ``src``, and at some papers in other attributes.
"""

import html
import posixpath
import re
from urllib.parse import unquote, urlsplit

_LINK = re.compile(
    r"\b(?:href|src|daoxiang|data-href)\s*=\s*(?:\"([^\"<>]{1,500})\"|'([^'<>]{1,500})'"
    r"|([^\s\"'<>]{1,500}))",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"<meta\b[^>]{0,200}http-equiv\s*=\s*[\"']?refresh[^>]{0,300}?url\s*=\s*[\"']?([^\"'>\s]{1,500})"
    r"|\blocation(?:\.href)?\s*=\s*[\"']([^\"'<>]{1,500})[\"']",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?!\d)")
SHORT = 3_000
"""Characters of a page that does nothing but lead to another, at most."""


def links_of(text: str, path: str) -> list[str]:
    """Return where the links of a page lead that itself lies at `path`: paths, once each."""
    found = (target(first or second or third, path) for first, second, third in _LINK.findall(text))
    return list(dict.fromkeys(filter(None, found)))


def leads_to(text: str, path: str) -> str:
    """Return the page to which this one at `path` leads by itself; ``""`` if it does not."""
    found = _AHEAD.search(text) if len(text) <= SHORT else None
    return target(found[1] or found[2], path) if found else ""


def target(address: str, path: str) -> str:
    """Return the path of what a relative `address` names from the page at `path`.

    It is ``""`` for what lies elsewhere: on another host, or out of the folder.
    """
    try:
        parts = urlsplit(html.unescape(address).strip())
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return ""
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    return "" if found.startswith("../") or found == ".." else found


def same_issue(one: str, other: str) -> bool:
    """Return whether two paths are of one day, as far as their folders and names say any."""
    days = [_DATE.search(path) for path in (one, other)]
    return not (days[0] and days[1]) or days[0].groups() == days[1].groups()

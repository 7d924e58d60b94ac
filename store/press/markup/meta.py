"""What a page says of itself: its title, its meta tags, where it leads on to."""

import re

from store.press.markup.parse import Element
from store.press.markup.text import text_of

_REFRESH = re.compile(r"url\s*=\s*[\"']?\s*([^\"'>\s;]+)", re.IGNORECASE)
_SENT_ON = re.compile(
    r"\s*(?:(?:window|self|top|parent|document)\s*\.\s*)*location(?:\s*\.\s*href)?"
    r"(?:\s*=\s*[\"']([^\"']+)[\"']|\s*\.\s*(?:replace|assign)\s*\(\s*[\"']([^\"']+)[\"']\s*\))\s*;?\s*"
)
_STILL = 200
"""Characters of text that a page may have that does nothing but lead on."""


def title_of(root: Element) -> str:
    """Return the title of a page, ``""`` if it has none."""
    for node in root.iter("title"):
        return text_of(node)
    return ""


def meta_of(root: Element, *names: str) -> str:
    """Return the content of the first meta tag that has one of these `names` (in small letters)."""
    for node in root.iter("meta"):
        name = node.get("name") or node.get("property") or ""
        if name.lower() in names and (content := node.get("content")):
            return content.strip()
    return ""


def leads_on(root: Element) -> str:
    """Return the address that a page does nothing but lead on to, as written; else ``""``."""
    for node in root.iter("meta"):
        if (node.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.search(node.get("content") or "")
            if found:
                return found[1]
    for node in root.iter("script"):
        found = _SENT_ON.fullmatch((node.text or "").replace("<!--", "").replace("//-->", ""))
        if found and len(text_of(root)) <= _STILL:
            return found[1] or found[2]
    return ""

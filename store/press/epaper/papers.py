"""Which paper a page is of, as its title says."""

import re

_PART = re.compile(r"\s*(?:--+|[-_|—–])\s*")
_NAME = re.compile(r"[\u3400-\u9fff]{1,10}(?:报|報|电讯|周刊|日报社)(?:海外版|周末)?")


def paper_in(title: str, headline: str = "") -> str:
    """Return the paper that a page's `title` names beside its `headline`: 甲报-标题, 标题_甲报."""
    parts = [part for part in _PART.split(title) if part and part not in headline]
    return next((part for part in parts if _NAME.fullmatch(part)), "")


def headline_in(title: str) -> str:
    """Return the part of a page's `title` that is its headline: not the paper, not the site."""
    parts = [part for part in _PART.split(title) if part and not _NAME.fullmatch(part)]
    return parts[0] if parts and len(parts[0]) > 1 else max(parts, key=len, default=title)

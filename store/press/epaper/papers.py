"""Which paper a page is of, as its title says."""

import re

_PART = re.compile(r"\s*(?:--+|[-_|—–])\s*")
_NAME = re.compile(r"[\u3400-\u9fff]{1,10}(?:报|報|电讯|周刊|日报社)(?:海外版|周末)?")
_EDITION = re.compile(
    r"(?<=[报報刊讯])\s*[·・]?\s*"
    r"(?:多媒体)?(?:数字|數字|电子|電子|网络|網路)(?:报纸?|報紙?|版)$"
)
"""What stands behind a paper's name where its e-paper is named: 甲报数字报, 甲报电子版."""


def paper_itself(name: str) -> str:
    """Return the name of the paper whose e-paper is called `name`: 甲报 of 甲报数字报."""
    return _EDITION.sub("", name)


def paper_in(title: str, headline: str = "") -> str:
    """Return the paper that a page's `title` names beside its `headline`: 甲报-标题, 标题_甲报.

    Else it is the first word of a part: 甲报 第01版：要闻.
    """
    parts = [part for part in _PART.split(title) if part not in headline]
    words = [word for part in parts for word in part.split(maxsplit=1)[:1]]
    named = map(paper_itself, (*parts, *words))
    return next((part for part in named if _NAME.fullmatch(part)), "")


def headline_in(title: str) -> str:
    """Return the part of a page's `title` that is its headline: not the paper, not the site."""
    parts = [
        part for part in _PART.split(title) if part and not _NAME.fullmatch(paper_itself(part))
    ]
    return parts[0] if parts and len(parts[0]) > 1 else max(parts, key=len, default=title)

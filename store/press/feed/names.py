"""Whose a feed is: the paper's name within its title; and whose an entry is."""

import re
from urllib.parse import urlsplit

from store.models import Byline
from store.press.forms.bylines import read_byline
from store.press.markup.text import bare

_IN_MARKS = re.compile(r"《([^《》]{2,20})》")
_PARTS = re.compile(
    r"\s+[-–—|｜_·:：]\s+|[-–—|｜_]+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[-–—|｜_]+"
)
_PAPER = re.compile(
    r"(?:报|報|网|網|社|周刊|週刊|日报|News|Times|Post|Daily|Journal|中文|电视台|台)$",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&\w{1,31};")
_MAIL = re.compile(r"\S+@\S+|[\w.+-]+\(at\)\S+")
_MOST_NAMES = 8
_LONGEST = 30


def paper_of(title: str, site: str = "") -> str:
    """Return the paper that the `title` of a feed names, as 财新网 in 财新网 - 最新文章.

    A feed without a title is called as the host of its `site`, an address.
    """
    if not names_any(title):
        return (urlsplit(site).hostname or "").removeprefix("www.")
    title = bare(title)
    if found := _IN_MARKS.search(title):
        return found[1]
    parts = [part.strip() for part in _PARTS.split(title) if part.strip()]
    return next((part for part in parts if _PAPER.search(part)), parts[0] if parts else "")


def names_any(title: str) -> bool:
    """Return whether a `title` says more than entities, which its document alone could declare."""
    return bool(_ENTITY.sub("", bare(title)).strip())


def byline_of_author(author: str, paper: str) -> tuple[Byline, ...]:
    """Return who an entry says it is by: no address of mail, and not the `paper` itself."""
    names = bare(_MAIL.sub("", bare(author))).strip(" ()（）<>,，;；")
    if not names or names in (paper, "admin", "None") or len(names) > _LONGEST * _MOST_NAMES:
        return ()
    if people := read_byline(names):
        return people
    given = [name.strip() for name in re.split(r"[,，、;；]", names)]
    given = [name for name in given if 0 < len(name) <= _LONGEST]
    return (Byline("", tuple(given[:_MOST_NAMES])),) if given else ()

"""English bylines: By Ada Stone; Ada Stone and Tom Lee, Staff Writers."""

import re

from store.models import Byline

_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
POST = (
    rf"(?P<names>{_NAME}(?:(?:,|,? and) {_NAME}){{0,3}}),"
    r" (?P<role>(?:[A-Z]?[a-z]+ )?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent)s?)"
)
"""People, and what they are to the paper."""
_POST = re.compile(POST)
_BY = re.compile(r"(?P<role>by) (?P<names>.+?)(?: in [A-Z]\w+(?: [A-Z]\w+)?)?", re.IGNORECASE)
_PAPER = re.compile(
    r"(?:[A-Z][a-z]+ ){0,3}(?:Writer|Reporter|Correspondent|Editor|Columnist|Press|Bureau|Times)"
)
"""A post or a paper that stands behind a name."""
MAY_BE = r"[Bb][Yy] |(?:[Ww]rit|[Rr]eport)er|espondent"
"""What every such line holds."""
_PARTS = re.compile(r",? and |, ")


def read_english(text: str) -> tuple[Byline, ...]:
    """Return the people of `text`, if all of it is an English byline."""
    text = text.strip()
    if found := _BY.fullmatch(text):
        names = tuple(_PARTS.split(found["names"].strip()))
        people = tuple(name for name in names if not _PAPER.fullmatch(name))
        return (Byline("By", people or names),)
    if found := _POST.fullmatch(text):
        return (Byline(found["role"], tuple(_PARTS.split(found["names"]))),)
    return ()

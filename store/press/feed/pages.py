"""The page of each entry: as its headline begins (``01版要闻 - ``), else by its category."""

import re
from collections import Counter
from collections.abc import Sequence

from store.models import Page
from store.press.forms.patterns import PAGE
from store.press.markup.text import bare
from store.press.text.numbers import page_number
from store.words.pinyin import slug

NO_PAGE = Page("")
"""Where an entry stands that nothing gives a page."""

_BEFORE_HEADLINE = re.compile(
    rf"[\[【(（]?第?\s*(?P<number>[A-Za-z]{{1,2}}\d{{1,3}}(?=\s*[版:：\]】])|{PAGE}(?=\s*版))\s*版?\s*[\])）】]?"
    r"\s*[:：·]?\s*(?P<name>[^\s\-–—|｜:：]{0,12}?)\s*(?:[-–—|｜:：]+\s*|(?<=[\])）】])\s*)(?=\S)"
)
_UNREADABLE = "X"
"""The page of a category whose name has no Latin letters and no Chinese ones."""
_MOST = 18
"""Categories that can be pages; more are keywords."""
_LONGEST = 24


def page_of_headline(title: str) -> tuple[Page | None, str]:
    """Return the page that a `title` names before the headline, and the headline."""
    found = _BEFORE_HEADLINE.match(title)
    number = page_number(found["number"]) if found else ""
    if not found or not number.strip("0"):
        return None, title
    return Page(number, found["name"].strip("：: ")), title[found.end() :].strip()


def pages_of_categories(categories: Sequence[str]) -> list[Page]:
    """Return the page of each entry of these `categories`, none where they are keywords.

    A page is numbered with its name's Latin letters, so that it is the same in every fetch.
    """
    names = [bare(each)[:_LONGEST] for each in categories]
    count = Counter(filter(None, names))
    if not 2 <= len(count) <= _MOST or 2 * len(count) > len(names):
        return [NO_PAGE] * len(names)
    pages = {name: Page(slug(name).upper()[:12] or _UNREADABLE, name) for name in count}
    return [pages.get(name, NO_PAGE) for name in names]

"""上海科技报: the number of a day's issue, a list for each page, and an answer for each story."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urljoin

from msgspec import Struct

from store.errors import NetError
from store.fetching.asking import Asker
from store.fetching.editions import Edition, story_page
from store.fetching.walkers.asked import (
    Walker,
    in_paragraphs,
    listed_page,
    newest_of_days,
    no_issue,
    number_of,
    said,
)
from store.net.client import Response
from store.press.epaper.page_list import Entry
from store.press.markup.text import bare


class _Issue(Struct):
    issue: str | int | None = None


class _IssueSaid(Struct):
    response: _Issue | None = None


class _Listed(Struct):
    zindex: str | int
    title: str | None = ""


class _ListSaid(Struct):
    response: list[_Listed] | None = None


class _Story(Struct):
    title: str | None = ""
    content: str | None = ""


class _StorySaid(Struct):
    response: list[_Story] | None = None


_LETTERS = "ABCD"
_PAGES = 16
"""Pages of one letter at most; which there are nobody says, so that they are asked for in turn."""


def _issue(asker: Asker, day: date) -> str:
    url = urljoin(asker.subscription.address, f"/api/paper/issue/date/{day}")
    found = said(asker.get(url), _IssueSaid).response
    return str(found.issue) if found and found.issue else ""


def _newest(asker: Asker) -> tuple[Response, date]:
    return newest_of_days(asker, lambda day: _issue(asker, day))


def _lists(asker: Asker, day: date) -> Iterator[tuple[str, list[_Listed]]]:
    """Yield the pages of a day with what stands on each, up to the first letter that has none."""
    for letter in _LETTERS:
        for at in range(1, _PAGES + 1):
            path = f"/api/paper/{day:%Y%m%d}/page/{letter}{at}/article/list"
            try:
                answer = asker.get(urljoin(asker.subscription.address, path))
            except NetError as error:
                if error.code != "missing":
                    raise
                break
            listed = said(answer, _ListSaid).response
            if not listed:
                break
            yield f"{letter}{at}", listed
        else:
            continue
        if at == 1:
            return


def _edition(asker: Asker, day: date) -> Edition:
    root = asker.subscription.address
    issue = _issue(asker, day)
    if not issue:
        raise no_issue(root, day)
    folder = urljoin(root, f"/api/paper/{day:%Y%m%d}/")
    pages, entries = [], []
    for number, stories in _lists(asker, day):
        pages.append(listed_page(number, ""))
        for story in stories:
            address = f"{folder}content_{story.zindex}-{issue}.html"
            entries.append(Entry(address, bare(story.title or ""), number))
    return Edition(day, asker.subscription.paper, tuple(pages), tuple(entries))


def _story(asker: Asker, address: str) -> bytes:
    asked, _, issue = number_of(address).rpartition("-")
    url = urljoin(address, f"/api/paper/media/content/{asked}/{issue}")
    told = said(asker.get(url), _StorySaid).response or []
    content = "".join(in_paragraphs(story.content or "") for story in told)
    return story_page(url, bare(told[0].title or "") if told else "", content)


ISSUES = Walker(_newest, _edition, _story)

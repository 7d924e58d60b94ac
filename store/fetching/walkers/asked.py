"""What the interfaces of all papers have in common: how one is asked, and what may come of it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from html import escape
from typing import NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from store.errors import DubaoError, NetError
from store.fetching.asking import Asker
from store.fetching.editions import Edition, story_page
from store.net.client import Response
from store.press.epaper.labels import read_label
from store.press.epaper.page_list import Entry, ListedPage
from store.press.markup.text import bare
from store.subscriptions.zones import day_in

T = TypeVar("T")


class Walker(Struct, frozen=True):
    """How a paper is asked.

    `newest` returns the answer of its entry and the newest day, `edition` the issue of a day, and
    `story` the page of the story that goes by an address. All raise DubaoError.
    """

    newest: Callable[[Asker], tuple[Response, date]]
    edition: Callable[[Asker, date], Edition]
    story: Callable[[Asker, str], bytes] = Asker.body


def said(answer: Response, kind: type[T]) -> T:
    """Return what an answer in JSON says. Raises DubaoError where it is another."""
    try:
        return msgspec.json.decode(answer.body, type=kind)
    except (msgspec.DecodeError, RecursionError):
        raise DubaoError(
            "{url}: the answer is not the one that is known of this paper; it may be a refusal, or "
            "the paper may have changed.",
            url=answer.url,
        ) from None


class ToldStory(NamedTuple):
    """A story as an interface tells it whole: the address it goes by, and where it can be read."""

    address: str
    shown: str
    title: str
    content: str
    author: str


ToldPage = tuple[ListedPage, Iterable[ToldStory]]
"""A page, and the stories on it."""


def whole_edition(asker: Asker, day: date, told: Iterable[ToldPage]) -> Edition:
    """Return the issue of a `day` whose pages are `told` with their stories.

    Raises NetError where there is no page, and whatever telling them raises.
    """
    pages, entries, stories = [], [], {}
    for page, on_page in told:
        pages.append(page)
        for story in on_page:
            title = bare(story.title)
            entries.append(Entry(story.address, title, page.number))
            content = in_paragraphs(story.content)
            stories[story.address] = story_page(
                story.shown, title, content, author=bare(story.author)
            )
    if not pages:
        raise no_issue(asker.subscription.address, day)
    paper = asker.subscription.paper
    return Edition(day, paper, tuple(pages), tuple(entries), stories=stories)


WITHIN = 8
"""Days among which the newest issue is looked for: so that of a weekly is found, too."""


def newest_of_days(asker: Asker, is_there: Callable[[date], object]) -> tuple[Response, date]:
    """Return the answer of a paper's entry, and the last day of which there is an issue.

    For interfaces that tell none; `is_there` asks for one day's. Raises DubaoError.
    """
    entry, today = asker.entry(), day_in(asker.subscription.zone, asker.now)
    for day in (today - timedelta(days=ago) for ago in range(WITHIN)):
        try:
            if is_there(day):
                return entry, day
        except NetError as error:
            if error.code != "missing":
                raise
    raise no_newest(asker)


def in_paragraphs(text: str) -> str:
    """Return the markup of a story that is told in markup, or in lines of plain text."""
    if "</" in text or "<br" in text.lower():
        return text
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def no_issue(address: str, day: date) -> NetError:
    """Return the error that there is no issue of a `day`."""
    return NetError("{url}: there is no issue of {day}.", "missing", url=address, day=str(day))


def listed_page(number: str, name: str) -> ListedPage:
    """Return a page by its number and name as they are given: 第02版：要 闻 has both."""
    named, numbered = read_label(name), read_label(number, of_page=True)
    label = named or numbered
    shown = named.name if named else "".join(name.split())
    return ListedPage(label.number if label else number, shown)


def number_of(address: str) -> str:
    """Return the number of a story, by the address that it goes by."""
    return address.rpartition("content_")[2].removesuffix(".html")


def no_newest(asker: Asker) -> DubaoError:
    """Return the error that an answer tells no newest issue."""
    return DubaoError(
        "{url}: it does not say what its newest issue is; the paper may have changed.",
        url=asker.subscription.address,
    )

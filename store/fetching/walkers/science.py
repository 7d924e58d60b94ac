"""科技日报: four questions, posted as its page posts them."""

from datetime import date, timedelta
from typing import TypeVar
from urllib.parse import urljoin

from msgspec import Struct, field

from store.fetching.asking import Asker
from store.fetching.editions import Edition, story_page
from store.fetching.walkers.asked import Walker, listed_page, no_issue, no_newest, number_of, said
from store.net.client import Response
from store.press.epaper.page_list import Entry
from store.press.markup.text import bare
from store.subscriptions.zones import day_in

T = TypeVar("T")


class _Dates(Struct, rename="camel"):
    date_list: list[date] = []


class _DatesSaid(Struct, rename="camel"):
    obj: _Dates


class _SciencePage(Struct, rename="camel"):
    id: str | int
    edition_name: str = ""
    edition_code: str = ""
    weight: int = 0


class _SciencePages(Struct, rename="camel"):
    edition_list: list[_SciencePage] = []


class _SciencePagesSaid(Struct, rename="camel"):
    obj: _SciencePages


class _ScienceStory(Struct, rename="camel"):
    id: str | int = ""
    title: str | None = ""
    subtitle: str | None = ""
    author: str | None = ""
    content: str | None = ""


class _ScienceStories(Struct, rename="camel"):
    told: list[_ScienceStory] = field(name="list")


class _ScienceWhole(Struct, rename="camel"):
    article_vo: _ScienceStory


class _ScienceWholeSaid(Struct, rename="camel"):
    obj: _ScienceWhole


_SCIENCE = {"code": "KJRB", "siteId": "811c18b08cf04e79be3b67d6902ee1a7"}


def _ask_science(asker: Asker, path: str, kind: type[T], **told: str | int) -> T:
    url = urljoin(asker.subscription.address, f"/stdailynewspaperapi/uv/article/{path}")
    return said(asker.post(url, _SCIENCE | told, x_requested_with="XMLHttpRequest"), kind)


def _days(asker: Asker, month: date) -> list[date]:
    answer = _ask_science(asker, "period/date", _DatesSaid, date=f"{month:%Y-%m-01}")
    return answer.obj.date_list


def _newest(asker: Asker) -> tuple[Response, date]:
    entry = asker.get()
    today = day_in(asker.subscription.zone, asker.now)
    for month in (today, today.replace(day=1) - timedelta(days=1)):
        # Some of the days are yet to come.
        if days := [day for day in _days(asker, month) if day <= today]:
            return entry, max(days)
    raise no_newest(asker)


def _edition(asker: Asker, day: date) -> Edition:
    answer = _ask_science(asker, "period/periodTime", _SciencePagesSaid, periodTime=str(day))
    pages, entries = [], []
    folder = urljoin(asker.subscription.address, f"/kjrb/{day:%Y%m%d}/")
    for page in sorted(answer.obj.edition_list, key=lambda each: each.weight):
        listed = listed_page(page.edition_code, page.edition_name)
        pages.append(listed)
        told = _ask_science(asker, "article/editionId", _ScienceStories, id=page.id)
        for story in told.told:
            address = f"{folder}content_{story.id}.html"
            entries.append(Entry(address, bare(story.title or ""), listed.number))
    if not entries:
        raise no_issue(asker.subscription.address, day)
    return Edition(day, "科技日报", tuple(pages), tuple(entries))


def _story(asker: Asker, address: str) -> bytes:
    number = number_of(address)
    story = _ask_science(asker, "article/articleId", _ScienceWholeSaid, id=number).obj.article_vo
    return story_page(
        f"{asker.subscription.address}?currentNewsId={number}",
        bare(story.title or ""),
        story.content or "",
        subhead=bare(story.subtitle or ""),
        author=story.author or "",
    )


SCIENCE = Walker(_newest, _edition, _story)

"""解放日报: an answer for each page, which has its last story first, and one for each story."""

from datetime import date
from urllib.parse import urlencode, urljoin

from msgspec import Struct, field

from store.fetching.asking import Asker
from store.fetching.editions import Edition, story_page
from store.fetching.walkers.asked import Walker, listed_page, no_newest, number_of, said
from store.net.client import Response
from store.press.epaper.page_list import Entry
from store.press.markup.text import bare


class _Journal(Struct, rename="camel"):
    code: str = ""
    jdate: date | None = None


class _Journals(Struct, rename="camel"):
    depart_list: list[_Journal] = []


class _JournalsSaid(Struct, rename="camel"):
    told: _Journals = field(name="object")


class _JournalPage(Struct, rename="camel"):
    pnumber: str
    pname: str = ""


class _JournalStory(Struct, rename="camel"):
    id: str | int
    title: str | None = ""
    introtitle: str | None = ""
    subtitle: str | None = ""
    author: str | None = ""
    content: str | None = ""


class _JournalList(Struct, rename="camel"):
    pagelist: list[_JournalPage]
    articlelist: list[_JournalStory] = []


class _JournalListSaid(Struct, rename="camel"):
    told: _JournalList = field(name="object")


class _JournalWhole(Struct, rename="camel"):
    article: _JournalStory


class _JournalWholeSaid(Struct, rename="camel"):
    told: _JournalWhole = field(name="object")


def _newest(asker: Asker) -> tuple[Response, date]:
    entry = asker.get()
    for paper in said(entry, _JournalsSaid).told.depart_list:
        if paper.code == "jfrb" and paper.jdate:
            return entry, paper.jdate
    raise no_newest(asker)


def _edition(asker: Asker, day: date) -> Edition:
    root = asker.subscription.address
    folder = urljoin(root, f"/journal/{day:%Y%m%d}/")

    def page(number: str) -> _JournalList:
        asked = urlencode({"page": number, "code": "jfrb"})
        url = urljoin(root, f"/journal/{day}/getJournalPage.do?{asked}")
        return said(asker.get(url), _JournalListSaid).told

    first = page("01")
    pages, entries = [], []
    for at, each in enumerate(first.pagelist):
        listed = listed_page(each.pnumber, each.pname)
        pages.append(listed)
        for story in reversed((page(each.pnumber) if at else first).articlelist):
            address = f"{folder}content_{story.id}.html"
            entries.append(Entry(address, bare(story.title or ""), listed.number))
    return Edition(day, "解放日报", tuple(pages), tuple(entries))


def _story(asker: Asker, address: str) -> bytes:
    number = number_of(address)
    url = urljoin(address, f"/journal/getJournalPageArticle.do?id={number}")
    story = said(asker.get(url), _JournalWholeSaid).told.article
    return story_page(
        urljoin(address, f"/journal/getMobileArticle.htm?id={number}"),
        bare(story.title or ""),
        story.content or "",
        bare(story.introtitle or ""),
        bare(story.subtitle or ""),
        story.author or "",
    )


JOURNAL = Walker(_newest, _edition, _story)

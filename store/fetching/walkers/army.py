"""解放军报: the newest day of each paper, then one file with the stories of all pages."""

from datetime import date
from urllib.parse import urlencode

from msgspec import Struct

from store.fetching.asking import Asker
from store.fetching.editions import Edition, story_page
from store.fetching.walkers.asked import Walker, listed_page, no_newest, said
from store.net.client import Response
from store.press.epaper.page_list import Entry
from store.press.markup.text import bare


class _ArmyPaper(Struct, rename="camel"):
    paper_name: str = ""
    paper_data: date | None = None


class _ArmyPapers(Struct, rename="camel"):
    data: list[_ArmyPaper]


class _ArmyStory(Struct, rename="camel"):
    id: str | int
    title: str | None = ""
    title2: str | None = ""
    author: str | None = ""
    content: str | None = ""


class _ArmyPage(Struct, rename="camel"):
    paper_number: str
    paper_bk: str = ""
    xy_list: list[_ArmyStory] = []


class _ArmyIssue(Struct, rename="camel"):
    paper_info: list[_ArmyPage]


_ARMY = "www.81.cn"


def _newest(asker: Asker) -> tuple[Response, date]:
    entry = asker.get()
    for paper in said(entry, _ArmyPapers).data:
        if paper.paper_name == "解放军报" and paper.paper_data:
            return entry, paper.paper_data
    raise no_newest(asker)


def _edition(asker: Asker, day: date) -> Edition:
    folder = f"http://{_ARMY}/_szb/jfjb/{day:%Y/%m/%d}/"
    pages, entries, stories = [], [], {}
    for page in said(asker.get(f"{folder}index.json"), _ArmyIssue).paper_info:
        listed = listed_page(page.paper_number, page.paper_bk)
        pages.append(listed)
        for story in page.xy_list:
            address = f"{folder}content_{story.id}.html"
            entries.append(Entry(address, bare(story.title or ""), listed.number))
            asked = {"paperName": "jfjb", "paperDate": day, "paperNumber": page.paper_number}
            shown = urlencode(asked | {"articleid": story.id})
            stories[address] = story_page(
                f"http://{_ARMY}/szb_223187/szbxq/index.html?{shown}",
                bare(story.title or ""),
                story.content or "",
                subhead=bare(story.title2 or ""),
                author=story.author or "",
            )
    return Edition(day, "解放军报", tuple(pages), tuple(entries), stories=stories)


ARMY = Walker(_newest, _edition)

"""新快报: one answer has the plates of a day, each with its stories, which are pages."""

from datetime import date
from urllib.parse import urljoin

from msgspec import Struct

from store.fetching.asking import Asker
from store.fetching.editions import Edition
from store.fetching.walkers.asked import (
    Walker,
    listed_page,
    newest_of_days,
    no_issue,
    number_of,
    said,
)
from store.net.client import Response
from store.press.epaper.page_list import Entry
from store.press.markup.text import bare


class _PlateStory(Struct):
    id: str | int
    title: str | None = ""


class _Plate(Struct, rename={"stories": "coodrs"}):
    """A plate; the interface misspells the coordinates under which its stories stand."""

    edition: str | int
    version: str = ""
    stories: list[_PlateStory] | None = None


class _Plates(Struct):
    data: list[_Plate] | None = None


def _plates(asker: Asker, day: date) -> list[_Plate]:
    url = urljoin(asker.subscription.address, f"/getPlate/date/{day}")
    return said(asker.get(url), _Plates).data or []


def _newest(asker: Asker) -> tuple[Response, date]:
    return newest_of_days(asker, lambda day: _plates(asker, day))


def _edition(asker: Asker, day: date) -> Edition:
    folder = urljoin(asker.subscription.address, f"/view/{day:%Y%m%d}/")
    pages, entries = [], []
    for plate in _plates(asker, day):
        listed = listed_page(str(plate.edition), plate.version)
        pages.append(listed)
        for story in plate.stories or ():
            if title := bare(story.title or ""):
                address = f"{folder}content_{story.id}.html"
                entries.append(Entry(address, title, listed.number))
    if not pages:
        raise no_issue(asker.subscription.address, day)
    return Edition(day, asker.subscription.paper, tuple(pages), tuple(entries))


def _story(asker: Asker, address: str) -> bytes:
    return asker.body(urljoin(address, f"/view/{number_of(address)}"))


PLATES = Walker(_newest, _edition, _story)

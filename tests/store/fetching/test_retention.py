"""What is older than its subscription keeps is removed, unless it is somebody's; it stays away."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.corrections.records import move
from store.fetching.events import Noted
from store.fetching.keeper import Keeper
from store.fetching.retention import first_kept, is_kept, retire
from store.library.library import Library
from store.models import Article, Issue, Page, Paper, Source
from store.reader.clippings import Clips, open_clips
from store.reader.marks import Marks, open_marks
from store.subscriptions.models import FetchedDay, Kind, Subscription
from store.subscriptions.subscriptions import Subscriptions

NOW = datetime(2031, 4, 5, 17, tzinfo=UTC)
"""In Shanghai it is the 6th."""

OWN = Subscription("q", "https://a.example/", "epaper", paper="清溪日报", keep_days=3)


def add(library: Library, day: date, name: str = "https://a.example/1") -> Issue:
    """Add an issue of one article, which came from this address."""
    data = day.isoformat().encode()
    source = Source(name, "epaper", hashlib.sha256(data).hexdigest())
    key = f"{day:%Y%m%d}".zfill(16)
    article = Article(id="x/1.1", key=key, page="1", position=1, headline="老桥")
    issue = Issue(
        paper=Paper("清溪日报"),
        date=day,
        pages=(Page("1"),),
        articles=(article,),
        sources=(source,),
    )
    return library.issue(library.add(issue, data).issue)


@pytest.fixture
def mine(tmp_path: Path) -> tuple[Marks, Clips]:
    """Give the marks and clippings of a reader who has none."""
    return open_marks(tmp_path / "state"), open_clips(tmp_path / "state")


def test_the_days_are_those_of_the_paper() -> None:
    assert first_kept(OWN, NOW) == date(2031, 4, 3)
    assert not is_kept(OWN, date(2031, 4, 2), NOW)
    assert is_kept(OWN, None, NOW)
    assert is_kept(Subscription("a", "https://a.example/", "feed"), date(1900, 1, 1), NOW)


def test_what_is_old_goes_recoverably_and_its_day_is_asked_for_no_more(
    library: Library, subscriptions: Subscriptions, mine: tuple[Marks, Clips]
) -> None:
    old, new = add(library, date(2031, 4, 2)), add(library, date(2031, 4, 3))
    assert retire(library, subscriptions, OWN, mine, NOW) == [old.id]
    assert [row.id for row in library.rows()] == [new.id]
    assert [row.id for row in library.removed()] == [old.id]
    assert subscriptions.days("q") == {date(2031, 4, 2): FetchedDay(whole=True, exempt=True)}
    assert retire(library, subscriptions, OWN, mine, NOW) == []


HOLDS: dict[str, Callable[[Library, Issue, tuple[Marks, Clips]], object]] = {
    "star": lambda _, issue, mine: mine[0].mark(issue.articles[0].key, starred=True),
    "tag": lambda _, issue, mine: mine[0].mark_all([issue.articles[0].key], tag="桥"),
    "clip": lambda _, issue, mine: mine[1].clip(issue, issue.articles[0]),
}


@pytest.mark.parametrize("held", HOLDS)
def test_what_a_reader_holds_stays(
    held: str, library: Library, subscriptions: Subscriptions, mine: tuple[Marks, Clips]
) -> None:
    issue = add(library, date(2031, 4, 1))
    HOLDS[held](library, issue, mine)
    assert retire(library, subscriptions, OWN, mine, NOW) == []
    assert len(library.rows()) == 1


def test_what_a_reader_has_imported_or_set_right_stays(
    library: Library, subscriptions: Subscriptions, mine: tuple[Marks, Clips]
) -> None:
    add(library, date(2031, 4, 1), "page.txt")
    corrected = add(library, date(2031, 3, 1))
    library.edit(corrected.id, move(corrected.articles[0], "2"))
    assert retire(library, subscriptions, OWN, mine, NOW) == []


@pytest.mark.parametrize("kind", ["epaper", "feed"])
def test_what_a_reader_has_brought_back_stays(
    kind: Kind, library: Library, subscriptions: Subscriptions, mine: tuple[Marks, Clips]
) -> None:
    own, old = replace(OWN, kind=kind), add(library, date(2031, 4, 1))
    assert retire(library, subscriptions, own, mine, NOW) == [old.id]
    library.restore(old.id)
    assert retire(library, subscriptions, own, mine, NOW) == []
    assert [row.id for row in library.rows()] == [old.id]


def test_what_was_asked_for_by_its_day_stays(
    library: Library, subscriptions: Subscriptions, mine: tuple[Marks, Clips]
) -> None:
    add(library, date(2031, 4, 1))
    asked = Noted(date(2031, 4, 1), FetchedDay(whole=True))
    Keeper(library, subscriptions, {}, by_day=True).keep([(OWN, asked)])
    assert retire(library, subscriptions, OWN, mine, NOW) == []

"""What is of today, across papers: by page and headline, the unread first."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.library.library import Library, open_library
from store.reader.marks import Marks
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tui.screens.arrivals.todays import todays
from tui.state.session import Session

NOW = datetime(2024, 3, 5, 2, tzinfo=UTC)
"""Ten in the morning in China, and nine in the evening of the day before in New York."""


def come(library: Library, at: datetime) -> None:
    """Let all that is in the library have come at that moment."""
    for path in library.path.rglob("*"):
        os.utime(path, (at.timestamp(), at.timestamp()))


@pytest.fixture
def session(tmp_path: Path, marks: Marks, builder: Any) -> Session:
    """Give a library into which three issues came yesterday, one of them dated today."""
    library = open_library(tmp_path / "library")
    paper = builder("临江报").on(2024, 3, 5).page("1", "要闻").article("老桥").article("旧塔")
    paper.page("2", "本地").article("书屋").add_to(library)
    builder("临江报").on(2024, 3, 4).page("1").article("昨日").add_to(library)
    builder("纽约报").on(2024, 3, 4).page("1").article("夜雨").add_to(library)
    come(library, NOW - timedelta(hours=12))
    return Session(library, marks)


def told(session: Session) -> list[str]:
    return [choice.text.strip() for choice in todays(session, NOW)]


def test_what_is_dated_today_stands_by_page_and_leads_there(session: Session) -> None:
    choices = todays(session, NOW)
    assert [(choice.text, choice.note) for choice in choices] == [
        ("临江报  2024-03-05  1版 要闻", "2 stories"),
        ("  老桥", ""),
        ("  旧塔", ""),
        ("临江报  2024-03-05  2版 本地", "1 story"),
        ("  书屋", ""),
    ]
    ids = [f"linjiangbao-2024-03-05/{at}" for at in ("1.1", "1.1", "1.2", "2.1", "2.1")]
    assert [choice.value for choice in choices] == ids


def test_what_is_unread_stands_first(session: Session) -> None:
    first = session.library.article("linjiangbao-2024-03-05/1.1")[1]
    session.marks.mark_all([first.key], read=True)
    heads = [line for line in told(session) if "版" not in line]
    assert heads == ["旧塔", "书屋", "Read already:", "老桥"]


def test_what_came_since_midnight_is_there_whatever_its_date(
    session: Session, builder: Any
) -> None:
    paper = builder("临江报", source="late").on(2024, 3, 4).page("2").article("晚来")
    paper.add_to(session.library)
    builder("清溪报").on(2024, 2, 1).page("3").article("旧报").add_to(session.library)
    lines = told(session)
    assert {"晚来", "旧报"} <= set(lines)
    assert "昨日" not in lines, "it came before, though its issue has grown"


def test_a_papers_day_is_that_of_its_zone(session: Session) -> None:
    assert "夜雨" not in told(session)
    own = Subscription(
        "ny", "https://ny.example/", "epaper", paper="纽约报", zone="America/New_York"
    )
    Subscriptions(session.library.files).save(own)
    assert "夜雨" in told(session)


def test_on_a_day_of_which_nothing_is_here_there_is_nothing(session: Session) -> None:
    assert todays(session, NOW + timedelta(days=40)) == ()

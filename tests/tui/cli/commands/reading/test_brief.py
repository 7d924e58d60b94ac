"""``dubao brief``: the day's headlines."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.library.library import Library, open_library
from store.reader.briefed import open_briefed
from tests.tui.cli.support import Dubao

TODAY = date(2024, 3, 5)
NOW = datetime(2024, 3, 5, 2, tzinfo=UTC)
"""Ten in the morning in China."""


@pytest.fixture
def papers(dubao: Dubao, tmp_path: Path, builder: Any, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Give a library with a paper of today, and one of the day before."""
    monkeypatch.setattr("store.index.query.dates.papers_today", lambda: TODAY)
    monkeypatch.setattr("store.moments.utc_now", lambda: NOW)
    monkeypatch.setenv("DUBAO_LIBRARY", str(tmp_path / "library"))
    library = open_library(tmp_path / "library")
    builder("清溪报").on(2024, 3, 4).page("1").article("茶市").add_to(library)
    paper = builder("临江报").on(2024, 3, 5).page("1", "要闻").article("古桥").article("书屋")
    paper.page("2").article("石匠").add_to(library)
    come(library, NOW - timedelta(hours=12))
    return library


def come(library: Library, at: datetime) -> None:
    """Let all that is in the library have come at that moment."""
    for path in library.path.rglob("*"):
        os.utime(path, (at.timestamp(), at.timestamp()))


def test_it_prints_the_days_headlines_by_page(dubao: Dubao, papers: Library) -> None:
    status, out, _ = dubao("brief")
    assert status == 0
    assert out == ("临江报  2024-03-05\n  1版 要闻\n    古桥\n    书屋\n  2版\n    石匠\n")


def test_a_query_narrows_the_day_or_names_another(dubao: Dubao, papers: Library) -> None:
    assert dubao("brief", "石匠")[1] == "临江报  2024-03-05\n  2版\n    石匠\n"
    assert dubao("brief", "date:2024-03-04")[1] == "清溪报  2024-03-04\n  1版\n    茶市\n"
    assert dubao("brief", "茶市") == (1, "", "dubao: No article was found.\n")


def test_headlines_are_closed_up_as_on_the_screen(
    dubao: Dubao, papers: Library, builder: Any
) -> None:
    builder("岭北报").on(2024, 3, 5).page("1").article("关 于 防 汛").add_to(papers)
    assert "    关于防汛\n" in dubao("brief", "防汛")[1]


def test_new_is_what_new_has_not_printed(dubao: Dubao, papers: Library, builder: Any) -> None:
    assert "古桥" in dubao("brief", "--new")[1]
    assert dubao("brief", "--new") == (0, "", ""), "as a shell wants it that has just started"
    builder("岭北报").on(2024, 3, 5).page("1").article("雪灾").add_to(papers)
    assert dubao("brief", "--new")[1] == "岭北报  2024-03-05\n  1版\n    雪灾\n"
    assert dubao("brief")[1].count("2024-03-05") == 2


def test_what_came_since_midnight_is_of_today_whatever_its_date(
    dubao: Dubao, papers: Library
) -> None:
    come(papers, NOW - timedelta(hours=1))
    assert "清溪报  2024-03-04" in dubao("brief")[1]
    assert dubao("brief", "茶市")[1] == "清溪报  2024-03-04\n  1版\n    茶市\n"
    assert "茶市" not in dubao("brief", "date:today")[1]


def test_what_another_host_has_told_of_is_not_new(
    dubao: Dubao, papers: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [article.key for article in papers.issue("linjiangbao-2024-03-05").articles[:2]]
    exchanged: list[tuple[str, ...]] = []

    def exchange(*_: object) -> None:
        if not exchanged:
            open_briefed().keep(told)
        exchanged.append(open_briefed().keys())

    monkeypatch.setattr("tui.cli.commands.reading.brief.exchange_state", exchange)
    assert dubao("brief", "--new")[1] == "临江报  2024-03-05\n  2版\n    石匠\n"
    assert list(map(len, exchanged)) == [2, 3]

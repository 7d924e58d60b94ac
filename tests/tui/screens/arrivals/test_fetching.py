"""Fetching while one reads, without a terminal and without another process."""

from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from store.library.library import Library, open_library
from store.messages import Message
from store.moments import utc_now
from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.tui.screens.reading.fake_host import FakeHost
from tui.app import DubaoApp
from tui.screens.arrivals.fetching import Fetching


class Programs:
    """Stands for other dubaos: what they were asked, and what they print."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.lines: tuple[str, ...] = ()
        self.brings: Callable[[], object] = tuple

    async def running(self, words: Sequence[str]) -> AsyncGenerator[str, None]:
        self.asked.append(tuple(words))
        self.brings()
        for line in self.lines:
            yield line


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> Programs:
    """Give what stands for other processes."""
    programs = Programs()
    monkeypatch.setattr("tui.screens.arrivals.fetching.running", programs.running)
    return programs


@pytest.fixture
def host(library: Library, marks: Any, builder: Any) -> FakeHost:
    """Give a host that shows a stub of which the address is known; after it stands a whole one."""
    paper = builder("临江报").on(2024, 3, 5).page("1")
    paper.article("甲", "桥。", stub=True, url="https://linjiang.example/1").article("乙").add_to(
        library
    )
    host = FakeHost(library, marks)
    host.show("linjiangbao-2024-03-05/1.1")
    return host


def test_what_is_new_is_fetched_into_the_library_and_the_last_line_told(
    host: FakeHost, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs.lines = ("临江报: page 1 of 4", "", "dubao: 临江报: 12 articles")
    told: list[str] = []
    monkeypatch.setattr(host, "tell", told.append)
    Fetching(host, clock=iter(range(9)).__next__).action_fetch()
    assert programs.asked == [("--library", str(host.session.library.path), "fetch", "--all")]
    assert told[1] == "临江报: page 1 of 4"
    assert told[-1] == "临江报: 12 articles"
    assert host.looks == 1


def test_a_line_that_comes_too_soon_is_not_told(
    host: FakeHost, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs.lines = tuple("一二三四")
    told: list[str] = []
    monkeypatch.setattr(host, "tell", told.append)
    Fetching(host, clock=lambda: 0.0).action_fetch("临江报")
    assert told == ["Fetching…", "一", "四"]
    assert programs.asked[0][-3:] == ("fetch", "--", "临江报")


def test_nothing_said_is_nothing_new(host: FakeHost, programs: Programs) -> None:
    Fetching(host).action_fetch()
    assert host.told == "Nothing new has come."


def test_one_thing_is_fetched_at_a_time(
    host: FakeHost, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetching = Fetching(host)
    jobs: list[Any] = []
    monkeypatch.setattr(host, "work_along", lambda _group, job: jobs.append(job))
    fetching.action_fetch()
    fetching.action_fetch()
    assert host.told == "A fetch is under way already."
    assert len(jobs) == 1


def test_a_guest_fetches_nothing(host: FakeHost, programs: Programs) -> None:
    host.outside.restricted = True
    Fetching(host).action_fetch()
    assert host.told == "Guests cannot do that."
    assert programs.asked == []


def test_over_the_sample_paper_ones_own_library_is_fetched_into(
    host: FakeHost, programs: Programs, tmp_path: Any
) -> None:
    Fetching(host, open_library(tmp_path / "own")).action_fetch()
    assert programs.asked[0][1] == str(tmp_path / "own")


def test_at_the_end_it_tells_what_came_of_which_subscription(
    host: FakeHost, programs: Programs, tmp_path: Any
) -> None:
    own = open_library(tmp_path / "own")
    subscriptions = Subscriptions(own.files)
    subscriptions.save(Subscription("岭北", "https://lingbei.example/feed", "feed"))
    late = utc_now() + timedelta(days=1)
    subscriptions.note({"岭北": FetchState(asked=late, error=Message("No answer."))})
    programs.lines = ("one of many",)
    Fetching(host, own).action_fetch()
    assert host.told == "0 new articles; 岭北: No answer."


def test_the_subscriptions_lead_to_an_issue(host: FakeHost) -> None:
    host.outside.chosen = "linjiangbao-2024-03-05"
    Fetching(host).action_subscriptions()
    assert host.outside.opened[0][0] == "subscriptions"
    assert host.went == ["linjiangbao-2024-03-05/1.1"]


def test_the_whole_of_a_stub_is_fetched_by_its_address(host: FakeHost, programs: Programs) -> None:
    fetching = Fetching(host)
    fetching.action_full_text()
    into = ("--into", "linjiangbao-2024-03-05")
    assert programs.asked[0][2:] == ("fetch", *into, "--", "https://linjiang.example/1")
    host.show("linjiangbao-2024-03-05/1.2")
    fetching.action_full_text()
    assert host.told == "The article is whole."
    host.panes.article_pane.article = replace(host.article, stub=True)  # type: ignore[type-var]
    fetching.action_full_text()
    assert host.told == "Where the whole article stands is not known."
    assert len(programs.asked) == 1


def test_an_address_that_is_typed_is_subscribed_to(host: FakeHost, programs: Programs) -> None:
    fetching = Fetching(host)
    fetching.action_subscribe()
    host.answer(" ")
    assert programs.asked == []
    host.answer(" rmrb ")
    assert programs.asked[0][2:] == ("subscribe", "--", "rmrb")


async def test_a_key_fetches_and_what_comes_is_shown_without_moving_anything(
    drive: Any, papers: Callable[[], DubaoApp], programs: Programs, library: Library, builder: Any
) -> None:
    app = papers()
    async with drive(app, (80, 24)) as reader:
        programs.lines = ("清溪报: 1 new article",)
        programs.brings = lambda: (
            builder("清溪报").on(2024, 3, 9).page("1").article("茶市").add_to(library)
        )
        shown, listed = reader.shown, reader.reading.view.panes.issues
        row = listed.row
        await reader.press("R")
        assert programs.asked[0][2:] == ("fetch", "--all")
        assert reader.told.startswith("清溪报: 1 new article")
        assert "清溪报" in reader.labels
        assert (reader.shown, listed.row) == (shown, row)
        await reader.press("R")
        assert len(programs.asked) == 2, "the next one is begun once the first has ended"


async def test_a_guests_key_fetches_nothing(
    drive: Any, library: Library, marks: Any, programs: Programs
) -> None:
    async with drive(DubaoApp(library, marks, restricted=True), (80, 24)) as reader:
        await reader.press("R", "w", "P", "plus")
        assert reader.told.startswith("Guests cannot do that.")
        assert programs.asked == []


def test_a_subscription_is_changed_by_the_command(host: FakeHost, programs: Programs) -> None:
    fetching = Fetching(host)
    fetching.edit("岭北", "--agent 'a b' --no-pictures")
    edited = ("subscribe", "--edit", "--agent", "a b", "--no-pictures", "--", "岭北")
    assert programs.asked[0][2:] == edited
    fetching.edit("岭北", "--agent 'a b")
    assert host.told == "A quotation mark is missing."

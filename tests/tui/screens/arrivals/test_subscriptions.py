"""The screen of subscriptions, driven by its keys."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.library.library import Library, open_library
from store.messages import Message
from store.moments import utc_now
from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions
from tui.app import DubaoApp
from tui.screens.arrivals.subscriptions import SubscriptionsScreen

DAY = date(2024, 3, 5)


class Fetches:
    """What was asked for, and what is told of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.edited: list[tuple[str, str]] = []
        self.news = ""

    def fetch(self, name: str) -> None:
        self.asked.append(name)
        self.news = "Fetching…"

    def edit(self, name: str, options: str) -> None:
        self.edited.append((name, options))
        self.news = f"kept as {name}"

    def screen(self, library: Library) -> SubscriptionsScreen:
        """Return the screen that asks this."""
        return SubscriptionsScreen(library, self.fetch, self.edit, lambda: self.news)


@pytest.fixture
def own(tmp_path: Path, builder: Any) -> Library:
    """Give a library on disk with one issue."""
    library = open_library(tmp_path / "library")
    builder("临江报").on(2024, 3, 5).page("1").article("古桥").add_to(library)
    return library


@pytest.fixture
def subscriptions(own: Library) -> Subscriptions:
    """Give its subscriptions: one that fares well and one that fails."""
    subscriptions = Subscriptions(own.files)
    subscriptions.save(
        Subscription("临江报", "https://linjiang.example/", "epaper"),
        Subscription("岭北", "https://lingbei.example/feed", "feed"),
    )
    now = utc_now()
    well = FetchState(asked=now, came=1, newest=DAY, due=now + timedelta(hours=2))
    failing = FetchState(asked=now, error=Message("No answer."), failures=1)
    subscriptions.note({"临江报": well, "岭北": failing})
    return subscriptions


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_it_shows_what_failed_and_fetches_one_or_all(
    drive: Any,
    papers: Callable[[], DubaoApp],
    own: Library,
    subscriptions: Subscriptions,
    size: tuple[int, int],
) -> None:
    app, fetches = papers(), Fetches()
    async with drive(app, size) as reader:
        app.push_screen(fetches.screen(own))
        await reader.settle()
        assert "岭北" in reader.text
        await reader.press("down")
        assert reader.told.startswith("岭北: No answer.")
        await reader.press("enter", "R")
        assert fetches.asked == ["岭北", ""]
        assert reader.told.startswith("Fetching")


async def test_what_comes_is_shown_at_the_next_look(
    drive: Any, papers: Callable[[], DubaoApp], own: Library, subscriptions: Subscriptions
) -> None:
    app, fetches = papers(), Fetches()
    async with drive(app, (80, 24)) as reader:
        screen = fetches.screen(own)
        app.push_screen(screen)
        await reader.settle()
        subscriptions.note({"岭北": FetchState(asked=utc_now(), came=7)})
        fetches.news = "7 new articles"
        screen.look()
        await reader.settle()
        assert "7 new articles" in reader.text.partition("\n")[2].partition("\n")[0]
        assert reader.told.startswith("7 new articles")


async def test_it_closes_with_the_newest_issue(
    drive: Any, papers: Callable[[], DubaoApp], own: Library, subscriptions: Subscriptions
) -> None:
    app, fetches, taken = papers(), Fetches(), list[str | None]()
    async with drive(app, (80, 24)) as reader:
        app.push_screen(fetches.screen(own), taken.append)
        await reader.settle()
        await reader.press("down", "o")
        assert reader.told.startswith("No issue of it is here.")
        await reader.press("up", "o")
        assert taken == ["linjiangbao-2024-03-05"]


async def test_without_any_it_says_how_to_subscribe(
    drive: Any, papers: Callable[[], DubaoApp], tmp_path: Path
) -> None:
    app, fetches = papers(), Fetches()
    async with drive(app, (80, 24)) as reader:
        library = open_library(tmp_path / "none")
        app.push_screen(fetches.screen(library))
        await reader.settle()
        assert "dubao subscribe" in reader.told
        await reader.press("enter", "o", "P")
        assert app.screen is reader.reading


async def test_one_is_changed_by_the_options_of_the_command(
    drive: Any, papers: Callable[[], DubaoApp], own: Library, subscriptions: Subscriptions
) -> None:
    app, fetches = papers(), Fetches()
    async with drive(app, (80, 24)) as reader:
        app.push_screen(fetches.screen(own))
        await reader.settle()
        await reader.press("down", "e", *"--keep 9", "enter")
        assert fetches.edited == [("岭北", "--keep 9")]
        assert reader.told.startswith("kept as 岭北")
        await reader.press("e", "escape", "up", "enter")
        assert fetches.asked == ["临江报"]

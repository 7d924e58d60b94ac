"""A reader at the keys: presses, waits until all is done, and tells what stands on the screen."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

from store.library.library import Library
from store.models import Article, IndexEntry
from store.reader.marks import Marks
from tui.app import DubaoApp
from tui.panes.article import ArticlePane
from tui.panes.issues import IssueList
from tui.panes.status import StatusLine
from tui.screens.reading.screen import ReadingScreen


class Driver:
    """Drives an app in a terminal of a fixed size."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until the workers are done and the screen has taken in what they said."""
        while True:
            await self.pilot.pause()
            if not list(self.pilot.app.workers):
                return
            await self.pilot.app.workers.wait_for_complete()

    async def press(self, *keys: str) -> None:
        """Press keys by their names, one after the other."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(columns, rows)
        await self.settle()

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen, whatever stands over it."""
        screen = self.pilot.app.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    @property
    def pane(self) -> ArticlePane:
        """The article pane."""
        return self.reading.query_one(ArticlePane)

    @property
    def shown(self) -> str:
        """The address of the article shown."""
        return self.pane.article.id if self.pane.article else ""

    def has_read(self, article: Article) -> bool:
        """Return whether `article` is marked read."""
        return article.key in self.reading.view.session.marks.read_keys()

    @property
    def labels(self) -> list[str]:
        """The rows of the issue list."""
        return [row.label for row in self.reading.query_one(IssueList).rows]

    @property
    def told(self) -> str:
        """What the status line of the screen in front says, at the left and at the right."""
        line = self.pilot.app.screen.query_one(StatusLine)
        return " ".join((*line.left, *line.right))

    @property
    def text(self) -> str:
        """What stands on the terminal."""
        strips = self.pilot.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)


class AtOnce:
    """Lets the article follow the cursor without waiting for rest, however slow the machine is."""

    def __init__(self, widget: object, follow: Callable[[], None], clock: object) -> None:
        self.moved = follow

    def catch_up(self) -> None:
        pass


class Now:
    """Asks for no rest after a letter."""

    def __init__(self, *given: object) -> None:
        pass

    def ask(self, what: str, call: Callable[[], None]) -> None:
        call()

    def now(self) -> None:
        pass


@pytest.fixture(autouse=True)
def follows_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take time out of these tests; how a held key is followed has tests of its own."""
    monkeypatch.setattr("tui.screens.reading.screen.CursorFollower", AtOnce)
    monkeypatch.setattr("tui.screens.reading.filtering.Debounced", Now)


Drive = Callable[[DubaoApp, tuple[int, int]], AbstractAsyncContextManager[Driver]]


@pytest.fixture
def drive() -> Drive:
    """Give what opens an app at a size (columns, rows) and hands its driver over."""

    @asynccontextmanager
    async def driving(app: DubaoApp, size: tuple[int, int]) -> AsyncIterator[Driver]:
        async with app.run_test(size=size) as pilot:
            driver = Driver(pilot)
            await driver.settle()
            yield driver

    return driving


@pytest.fixture
def papers(library: Library, marks: Marks, builder: type[Any]) -> Callable[[], DubaoApp]:
    """Give a maker of readers of three days of one paper, the newest with a contents box."""
    text = "望江县连日降雨，各乡镇加固堤防，值守人员昼夜巡查，" * 8 + "至今无险。"
    for day in (1, 3):
        older = builder("临江报").on(2024, 3, day).page("1").article(f"{day}日头条", text)
        older.page("2").article(f"{day}日副刊", text).add_to(library)
    boxed = (
        IndexEntry("春茶开园采摘忙", "茶农增收", "2"),
        IndexEntry("龙舟下水", "", "7"),
        IndexEntry("无此一文", "", "2"),
    )
    new = builder("临江报").on(2024, 3, 5).having(number=218, index=boxed).page("1", "要闻")
    new.article("防汛不松劲", text, kicker="顾长河强调", subhead="各乡镇加固堤防")
    new.article("老桥换新颜", text).article("书屋亮灯", "临水书屋今日开放。")
    new.page("2", "综合").article("石匠收徒", text).article("春茶今开园，采摘忙", text)
    new.add_to(library)
    return lambda: DubaoApp(library, marks)

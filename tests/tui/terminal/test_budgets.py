"""What each action may cost on the wire, beside what newsboat takes for the same text.

The bytes are those of the lean output, counted without a terminal: exact, and the same each time.
newsboat's were measured by ``tests/bench/wire.py`` and ``tests/bench/line.py`` (Debian's newsboat
2.21, the same headlines and articles); run them for the whole comparison.
"""

import inspect
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.pilot import Pilot

from store.backends.memory import MemoryFiles
from store.library.library import Library
from store.reader.marks import Marks
from tests.bench.wire import INDENT, WORD, stories
from tui.app import DubaoApp

pytestmark = pytest.mark.slow

NEWSBOAT = {
    (80, 24): {
        "start": 4269, "step": 184, "edge": 226, "list page": 1488, "opened": 2004,
        "article page": 2097, "article line": 153, "filter": 1555, "resize": 2174,
        "resize of both": 5031,
    },
    (200, 60): {
        "start": 16493, "step": 184, "edge": 229, "list page": 4249, "opened": 11650,
        "article page": 11267, "filter": 4287, "resize": 4788, "resize of both": 17765,
    },
}  # fmt: skip
LESS_PAGE = 2241
"""A page of the article in less, at 79x24."""

NEWSBOAT_SESSION = 70_364
"""What 40 keys of reading take, at 80x24: start to list, five articles, a filter."""

Follow = Callable[[], None]


class Counting(DubaoApp):
    """A reader that counts what the lean output would send."""

    CSS_PATH = inspect.getfile(DubaoApp).replace("app.py", str(DubaoApp.CSS_PATH))
    sent = 0

    def _display(self, screen: Any, renderable: Any) -> None:
        super()._display(screen, renderable)
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            self.draw(renderable)
            self.sent += len(self.frame().encode())


class Counter:
    """Presses keys, and tells what they cost."""

    def __init__(self, pilot: Pilot[None], app: Counting) -> None:
        self.pilot = pilot
        self.app = app

    async def settle(self) -> None:
        """Wait until all is done."""
        await self.pilot.pause()
        while list(self.app.workers):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def cost(self, *keys: str) -> int:
        """Return the bytes that the answer to `keys` takes."""
        before = self.app.sent
        for key in keys:
            await self.pilot.press(key)
            await self.settle()
        return self.app.sent - before


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold every key down: nothing follows it, neither in the list nor behind a letter."""

    class Never:
        def __init__(self, *given: object) -> None:
            pass

        def moved(self) -> None:
            pass

        def catch_up(self) -> None:
            pass

        def ask(self, what: str, call: Follow) -> None:
            pass

        def now(self) -> None:
            pass

    monkeypatch.setattr("tui.screens.reading.screen.CursorFollower", Never)
    monkeypatch.setattr("tui.screens.reading.filtering.Debounced", Never)


@pytest.fixture(scope="module")
def held(builder: type[Any]) -> MemoryFiles:
    """Give the files of a library of an issue of 160 articles."""
    paper = builder("临江报").on(2024, 3, 5).page("1")
    for headline, paragraphs, keywords in stories(160):
        plain = (paragraph.removeprefix(INDENT) for paragraph in paragraphs)
        paper.article(headline, *plain, keywords=keywords)
    files = MemoryFiles()
    paper.add_to(Library(files))
    return files


@pytest.fixture
def reader(held: MemoryFiles, marks: Marks) -> Callable[..., Any]:
    """Give an opener of the reader at a size."""
    library = Library(held)

    @asynccontextmanager
    async def opened(size: tuple[int, int]) -> AsyncIterator[Counter]:
        app = Counting(library, marks)
        async with app.run_test(size=size) as pilot:
            counter = Counter(pilot, app)
            await counter.settle()
            yield counter

    return opened


@pytest.mark.parametrize(("size", "times"), [((80, 24), 1.2), ((200, 60), 1.6)])
async def test_the_start_with_list_and_article(
    reader: Any, size: tuple[int, int], times: float
) -> None:
    async with reader(size) as counter:
        assert counter.app.sent <= times * NEWSBOAT[size]["start"]


@pytest.mark.usefixtures("never")
@pytest.mark.parametrize(("size", "times"), [((80, 24), 0.7), ((200, 60), 1.0)])
async def test_the_cursor_in_the_list_and_over_its_edge(
    reader: Any, size: tuple[int, int], times: float
) -> None:
    """Over the edge the list jumps: the mean of a window's height of steps counts."""
    async with reader(size) as counter:
        await counter.cost("down")
        assert max([await counter.cost("down") for _ in range(5)]) <= times * NEWSBOAT[size]["step"]
        rows = size[1]
        assert await counter.cost(*["down"] * rows) <= 1.2 * rows * NEWSBOAT[size]["edge"]


@pytest.mark.usefixtures("never")
@pytest.mark.parametrize("size", NEWSBOAT)
async def test_a_page_of_the_list(reader: Any, size: tuple[int, int]) -> None:
    async with reader(size) as counter:
        await counter.cost("pagedown")
        assert await counter.cost("pagedown") <= 0.8 * NEWSBOAT[size]["list page"]


@pytest.mark.parametrize("size", NEWSBOAT)
async def test_a_step_that_the_article_follows(reader: Any, size: tuple[int, int]) -> None:
    async with reader(size) as counter:
        newsboat = NEWSBOAT[size]
        assert await counter.cost("down") <= newsboat["step"] + newsboat["opened"]


@pytest.mark.parametrize("size", NEWSBOAT)
async def test_to_another_pane_and_back(reader: Any, size: tuple[int, int]) -> None:
    async with reader(size) as counter:
        assert await counter.cost("enter") <= 200
        assert await counter.cost("left") <= 200


@pytest.mark.parametrize("size", NEWSBOAT)
async def test_a_page_of_the_article_beside_the_list(reader: Any, size: tuple[int, int]) -> None:
    async with reader(size) as counter:
        await counter.cost("enter")
        assert await counter.cost("pagedown") <= 0.95 * NEWSBOAT[size]["article page"]


async def test_a_line_of_the_article_beside_the_list_between_margins(reader: Any) -> None:
    """Where the terminal can scroll one pane; else the list has to be sent again, seven times."""
    async with reader((80, 24)) as counter:
        counter.app.grid.margins = True
        await counter.cost("enter")
        steps = [await counter.cost("down") for _ in range(12)]
        assert sum(steps) <= 1.3 * 12 * NEWSBOAT[80, 24]["article line"]


async def test_a_page_of_the_article_alone(reader: Any) -> None:
    async with reader((79, 24)) as counter:
        await counter.cost("enter")
        assert await counter.cost("pagedown") <= 1.15 * LESS_PAGE


@pytest.mark.usefixtures("never")
@pytest.mark.parametrize("size", NEWSBOAT)
async def test_a_letter_in_the_filter(reader: Any, size: tuple[int, int]) -> None:
    async with reader(size) as counter:
        await counter.cost("slash", *"headline:")
        assert await counter.cost(WORD) <= 0.75 * NEWSBOAT[size]["filter"]


@pytest.mark.parametrize(
    ("size", "other", "times"), [((80, 24), "resize", 2.5), ((200, 60), "resize of both", 1.0)]
)
async def test_a_resize(reader: Any, size: tuple[int, int], other: str, times: float) -> None:
    """A large screen shows an article, which newsboat's list does not: there both count."""
    async with reader(size) as counter:
        before = counter.app.sent
        await counter.pilot.resize_terminal(size[0] + 20, size[1] + 6)
        await counter.settle()
        assert counter.app.sent - before <= times * NEWSBOAT[size][other]


async def test_a_session_of_40_keys(reader: Any) -> None:
    async with reader((80, 24)) as counter:
        for _ in range(5):
            await counter.cost("down", "enter", *["pagedown"] * 4, "left")
        await counter.cost("slash", *f"headline:{WORD}", "enter", "pagedown", "enter")
        assert counter.app.sent <= 0.85 * NEWSBOAT_SESSION

"""From an article to what is like it, and from a word through time, at the keys."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from store.doubts import Doubt
from store.library.library import Library
from store.models import Keyword
from store.moments import CHINA
from store.reader.marks import Marks
from tests.tui.screens.reading.fake_host import FakeHost
from tui.app import DubaoApp
from tui.panes.filter import FilterPane
from tui.screens.choosing import ChoosingScreen
from tui.screens.outside import Outside
from tui.screens.reading.related import Related

STORY = (
    "望江县连日降雨，柳河水位昨夜超过警戒。县里调民工三百，连夜加固东堤七处险工，天亮前全部合龙。"
    "县长周野渡在堤上说，防汛物资够用半月，请沿岸乡亲放心。气象台预计雨势明日转小，低洼处的住户仍要提前搬走。"
)
FLOOD, TEA = Keyword("防汛", 0.5, "topic"), Keyword("春茶", 0.5, "topic")
SIZES = [(80, 24), (120, 40), (40, 12)]


@pytest.fixture
def app(library: Library, marks: Marks, builder: type[Any]) -> DubaoApp:
    for day in (3, 5):
        paper = builder("临江报").on(2024, 3, day).page("2")
        paper = paper.article(f"{day}日汛情", STORY, keywords=(FLOOD,))
        paper.article(f"{day}日春茶", "春茶开园。", keywords=(TEA,)).add_to(library)
    return DubaoApp(library, marks)


@pytest.mark.parametrize("size", SIZES)
async def test_another_print_of_the_story_is_unfolded_and_read(
    drive: Any, app: DubaoApp, size: tuple[int, int]
) -> None:
    async with drive(app, size) as reader:
        assert reader.shown == "linjiangbao-2024-03-05/2.1"
        await reader.press("a")
        assert isinstance(app.screen, ChoosingScreen)
        assert "×2" in reader.text
        assert "03-03" not in reader.text
        await reader.press("right")
        assert "03-03" in reader.text
        await reader.press("left")
        assert "03-03" not in reader.text
        await reader.press("right", "down", "enter")
        assert reader.shown == "linjiangbao-2024-03-03/2.1"
        assert app.screen is reader.reading
        await reader.press("backspace")
        assert reader.shown == "linjiangbao-2024-03-05/2.1"
        await reader.press("a", "escape")
        assert reader.shown == "linjiangbao-2024-03-05/2.1"


class Clock:
    """What time it is, for what comes and for what is of today."""

    def __init__(self) -> None:
        self.now = datetime(2024, 3, 2, 23, 58, tzinfo=CHINA)

    def __call__(self) -> datetime:
        return self.now.astimezone(UTC)


@pytest.fixture
def eve(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Give a clock that stands shortly before midnight of 2 March."""
    clock = Clock()
    for module in ("store.backends.memory", "tui.screens.arrivals.todays"):
        monkeypatch.setattr(f"{module}.utc_now", clock)
    return clock


@pytest.mark.parametrize("at", [(0, 1), (16, 0), (23, 59)])
async def test_todays_news_are_listed_and_read(
    drive: Any, eve: Clock, app: DubaoApp, at: tuple[int, int]
) -> None:
    eve.now = datetime(2024, 3, 3, *at, tzinfo=CHINA)
    async with drive(app, (80, 24)) as reader:
        await reader.press("d")
        assert isinstance(app.screen, ChoosingScreen)
        assert "3日汛情" in reader.text
        assert "5日汛情" not in reader.text
        await reader.press("down", "down", "enter")
        assert reader.shown == "linjiangbao-2024-03-03/2.2"
        eve.now += timedelta(days=9)
        await reader.press("d")
        assert "Nothing here is of today." in reader.told


async def test_a_word_is_followed_through_time(drive: Any, app: DubaoApp) -> None:
    async with drive(app, (120, 30)) as reader:
        await reader.press("T")
        assert "Type what to filter by first" in reader.told
        await reader.press("slash", *"开园", "enter", "T")
        assert isinstance(app.screen, ChoosingScreen)
        assert "2024-03-03    1  ====" in reader.text
        await reader.press("down", "enter")
        assert reader.reading.query_one(FilterPane).text == "开园 date:2024-03-03"
        assert reader.shown == "linjiangbao-2024-03-03/2.2"
        await reader.press("escape", "shift+tab", "home", "down", "T")
        assert isinstance(app.screen, ChoosingScreen)
        await reader.press("enter")
        assert "date:2024-03-05" in reader.reading.query_one(FilterPane).text


async def test_what_is_new_in_the_issue_is_told(drive: Any, app: DubaoApp) -> None:
    async with drive(app, (80, 24)) as reader:
        await reader.press("i")
        assert "no keyword that the thirty before it had not" in reader.told
        await reader.press("less_than_sign", "i")
        assert isinstance(app.screen, ChoosingScreen)
        await reader.press("enter")
        assert reader.reading.query_one(FilterPane).text == '"春茶"'


async def test_links_are_listed_and_copied(
    drive: Any, library: Library, marks: Marks, builder: type[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("2")
    paper.article("一", "见 www.linjiang.example 。").article("二", "无。").add_to(library)
    app = DubaoApp(library, marks)
    copied: list[str] = []

    def copy(_outside: Outside, text: str) -> str:
        copied.append(text)
        return ""

    monkeypatch.setattr(Outside, "copy", copy)
    async with drive(app, (80, 24)) as reader:
        await reader.press("o", "enter")
        assert copied == ["https://www.linjiang.example"]
        await reader.press("J", "o")
        assert "There is no link" in reader.told


def test_where_nothing_is_related_that_is_told(host: FakeHost) -> None:
    related = Related(host)
    related.action_links()
    assert host.told == "There is no link in the article."
    related.action_timeline()
    assert "Type what to filter by first" in host.told
    related.draw_word("无此词")
    assert host.told == "Nothing has been found."
    assert host.outside.opened == []


def test_a_day_chosen_narrows_the_filter(host: FakeHost) -> None:
    host.outside.chosen = "古桥 date:2024-03-05"
    Related(host).draw_word("古桥")
    assert host.outside.opened == [("choices", '"古桥"')]
    days = [(choice.text, choice.count) for choice in host.outside.choices]
    assert days == [("2024-03-05", 1), ("2024-03-03", 0)]
    assert host.panes.filter_pane.text == "古桥 date:2024-03-05"


def test_keys_wait_till_there_is_something_to_choose_from(host: FakeHost) -> None:
    related, host.waiting = Related(host), []
    related.action_alike()
    assert host.expected.is_pending()
    for call in host.waiting:
        call()
    assert not host.expected.is_pending()


async def test_escape_gives_up_what_takes_long(drive: Any, app: DubaoApp) -> None:
    async with drive(app, (120, 40)) as reader:
        await reader.press("slash", *"zs", "enter")
        view = reader.reading.view
        view.expected.begin("related")
        assert reader.reading.expects()
        await reader.press("escape")
        assert not reader.reading.expects()
        assert "Given up." in reader.text
        assert view.panes.filter_pane.text == "zs", "what is given up is all that Esc does"


async def test_a_key_goes_from_one_doubtful_article_to_the_next(
    drive: Any, library: Library, marks: Marks, builder: type[Any]
) -> None:
    unsure = {"confidence": 0.4, "doubts": (Doubt("bounds", "near_call"),)}
    for day in (3, 5):
        paper = builder("临江报").on(2024, 3, day).page("1").article("放水", "水来了。")
        paper.article("修桥", "桥通了。", **(unsure if day == 3 else {}))
        paper.article("挖渠", "渠通了。", **unsure).add_to(library)
    app = DubaoApp(library, marks)
    async with drive(app, (120, 40)) as reader:
        for name in ("05/1.3", "03/1.2", "03/1.3", "05/1.3"):
            await reader.press("E")
            assert reader.shown == f"linjiangbao-2024-03-{name}"
            assert "bounds: another reading is nearly as likely" in reader.told
        await reader.press("slash", *"挖渠", "enter", "E", "E")
        assert reader.shown == "linjiangbao-2024-03-05/1.3"
        await reader.press("slash", *"挖渠 date:2024-03-05", "enter", "E")
        assert "No other article here is doubtful." in reader.told
        await reader.press("escape", "slash", *"放水", "enter", "E")
        assert "No article here is doubtful." in reader.told

"""The moves of a newspaper reader, each driven by its key at several sizes."""

from collections.abc import Callable
from typing import Any

import pytest

from store.library.library import Library
from store.models import IndexEntry, Jump, Part
from store.reader.marks import Marks
from tests.tui.screens.reading.fake_host import FakeHost
from tui.app import DubaoApp
from tui.panes.issues import IssueList
from tui.screens.reading.navigation import Navigation

SIZES = [(40, 12), (80, 24), (200, 50)]
BASE = "linjiangbao-2024-03-"


@pytest.mark.parametrize("size", SIZES)
async def test_pages_and_issues_are_a_key_away(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        way = []
        for key in ("}", "y", "<", ">", ">", "}", "{"):
            await driver.press(key)
            way.append(driver.shown.removeprefix(BASE))
        assert way == ["05/2.1", "03/2.1", "01/1.1", "03/1.1", "05/1.1", "05/2.1", "05/1.1"]


async def test_where_a_way_ends_it_is_said(papers: Callable[[], DubaoApp], drive: Any) -> None:
    async with drive(papers(), (80, 24)) as driver:
        for key, said in (
            (">", "No later issue"),
            ("{", "No further page"),
            ("L", "no further place"),
            ("H", "no earlier place"),
        ):
            await driver.press(key)
            assert said in driver.told
            assert driver.shown == f"{BASE}05/1.1"


@pytest.mark.parametrize("size", SIZES)
async def test_the_way_back_is_the_way_come(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        await driver.press("enter", "c", "pagedown")
        first = (driver.shown, driver.pane.place())
        await driver.press("}", "J", "<")
        assert driver.shown == f"{BASE}03/1.1"
        await driver.press("H", "H", "backspace")
        assert (driver.shown, driver.pane.place()) == first
        await driver.press("L", "L")
        assert driver.shown == f"{BASE}05/2.2"


async def test_what_is_shown_in_passing_is_no_stop_on_the_way_back(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        await driver.press("enter", "h", "j", "j", "enter")
        assert driver.shown == f"{BASE}05/1.3"
        await driver.press("H")
        assert driver.shown == f"{BASE}05/1.1"
        await driver.press("h", "j", "H")
        assert driver.shown == f"{BASE}05/1.1"


async def test_the_moves_keep_to_what_the_filter_leaves(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        way = []
        await driver.press("slash", *"副刊 | 春茶", "enter")
        for key in (">", "{", "y", "y", "<"):
            await driver.press(key)
            way.append(driver.shown.removeprefix(BASE))
        assert way == ["05/2.2", "05/2.2", "03/2.1", "01/2.1", "01/2.1"]


@pytest.fixture
def jumping(library: Library, marks: Marks, builder: type[Any]) -> DubaoApp:
    """Give a reader of stories that go on elsewhere: joined, on a page here, on none here."""
    text = "望江县连日降雨，各乡镇加固堤防，值守人员昼夜巡查，" * 8
    onward = Jump("2", "(下转2版)", resolved=True)
    new = builder("临江报").on(2024, 3, 5).page("1")
    new.article("防汛不松劲", *[text] * 6, jump=onward, parts=(Part("2", 3, 5), Part("3", 5, 0)))
    new.article("老桥换新颜", text, jump=Jump("2", "(下转2版)"))
    new.article("书屋亮灯", text, jump=Jump("8", "(下转8版)"))
    new.article("水库清淤", text, jump=Jump("3", "(下转3版)"))
    new.page("2").article("石匠收徒", text)
    new.article("老桥换新颜（续）", text)
    new.page("3").article("龙舟下水", text).add_to(library)
    return DubaoApp(library, marks)


@pytest.mark.parametrize("size", SIZES)
async def test_a_joined_story_is_followed_from_page_to_page_and_back(
    jumping: DubaoApp, drive: Any, size: tuple[int, int]
) -> None:
    async with drive(jumping, size) as driver:
        await driver.press("enter", "enter")
        assert driver.pane.place() == (3, 5)
        assert "From page 2" in driver.told
        await driver.press("enter")
        assert driver.pane.place() == (5, 0)
        assert "3版" in driver.told or size[0] == 40
        await driver.press("enter")
        assert "The story is all here." in driver.told
        await driver.press("backspace", "backspace")
        assert driver.pane.place() == (0, 0)


@pytest.mark.parametrize("size", SIZES)
async def test_a_jump_leads_to_the_other_part_and_one_key_back(
    jumping: DubaoApp, drive: Any, size: tuple[int, int]
) -> None:
    async with drive(jumping, size) as driver:
        await driver.press("enter", "J", "enter")
        assert driver.shown == f"{BASE}05/2.2"
        await driver.press("backspace")
        assert driver.shown == f"{BASE}05/1.2"
        await driver.press("L")
        assert driver.shown == f"{BASE}05/2.2"


async def test_a_jump_that_leads_nowhere_says_so(jumping: DubaoApp, drive: Any) -> None:
    async with drive(jumping, (80, 24)) as driver:
        await driver.press("enter", "J", "J", "enter")
        assert "Page 8 is not in the library." in driver.told
        assert driver.shown == f"{BASE}05/1.3"
        await driver.press("J", "enter")
        assert "The rest is not found; this is page 3." in driver.told
        assert driver.shown == f"{BASE}05/3.1"


@pytest.mark.parametrize("size", SIZES)
async def test_a_place_marked_with_a_letter_is_found_again(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        await driver.press("enter", "c", "pagedown", "m", "q")
        marked = (driver.shown, driver.pane.place())
        await driver.press("<", "m", "b", "<", "'", "q")
        assert (driver.shown, driver.pane.place()) == marked
        await driver.press("H")
        assert driver.shown == f"{BASE}01/1.1"
    async with drive(papers(), size) as driver:
        await driver.press("'")
        assert "b q" in driver.told
        await driver.press("b")
        assert driver.shown == f"{BASE}03/1.1"


async def test_what_is_no_letter_marks_nothing(papers: Callable[[], DubaoApp], drive: Any) -> None:
    async with drive(papers(), (80, 24)) as driver:
        for key, said in (("3", "No letter"), ("escape", "No letter"), ("J", "No letter")):
            await driver.press("m", key)
            assert said in driver.told
            assert driver.shown == f"{BASE}05/1.1"
        await driver.press("'", "x")
        assert "There is no mark x." in driver.told
        await driver.press("J")
        assert driver.shown == f"{BASE}05/1.2"


@pytest.mark.parametrize("size", SIZES)
async def test_an_article_just_read_stays_among_the_unread_until_one_leaves_it(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    async with drive(papers(), size) as driver:
        await driver.press("slash", *"is:unread", "enter", "enter", "G")
        first = driver.pane.article.headline
        assert driver.has_read(driver.pane.article)
        assert first in driver.labels
        driver.reading.view.search("is:unread")
        await driver.settle()
        assert first in driver.labels
        assert driver.pane.article.headline == first
        await driver.press("J")
        assert driver.pane.article.headline == "老桥换新颜"
        assert first not in driver.labels
        assert "老桥换新颜" in driver.labels
        await driver.press("H")
        assert driver.pane.article.headline == first


async def test_space_reads_through_what_is_narrowed_to_the_unread(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        await driver.press("slash", *"is:unread", "enter")
        presses = 0
        while "Everything is read." not in driver.told and presses < 30:
            await driver.press("space")
            presses += 1
        assert len(driver.reading.view.session.marks.read_keys()) == 9


async def test_space_begins_what_the_cursor_is_on(
    papers: Callable[[], DubaoApp], drive: Any
) -> None:
    async with drive(papers(), (80, 24)) as driver:
        issues = driver.reading.query_one(IssueList)

        async def put_on(name: str) -> None:
            issues.move_to([row.id for row in issues.rows].index(name))
            await driver.settle()

        await driver.press("h", "space")
        assert driver.shown == f"{BASE}05/1.2", "one reads on beneath the page that one reads"
        for wanted in (f"{BASE}03/1.1", f"{BASE}03/2.1"):
            await put_on(f"{BASE}03")
            await driver.press("space")
            assert driver.shown == issues.row.id == wanted, "the first unread one"
            await driver.press("r", "H")
        await put_on(f"{BASE}05/2")
        await driver.press("space")
        assert driver.shown == f"{BASE}05/2.1"


@pytest.mark.parametrize("size", [(4, 2), (300, 100)])
async def test_every_move_stands_the_smallest_and_the_largest_terminal(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    keys = ("enter", "space", "c", "z", "pagedown", "n", "}", "<", "y", "H", "L", "enter")
    async with drive(papers(), size) as driver:
        await driver.press("slash", "防", "enter", *keys)
        await driver.press("f", "G", "pageup", "escape", "C", "pageup", "j", "G", "enter")
        await driver.resize(80, 24)
        await driver.press("m", "a", "'", "a")
        assert driver.shown.startswith(BASE)


@pytest.mark.parametrize("size", SIZES)
async def test_who_left_within_an_article_is_within_it_again(
    papers: Callable[[], DubaoApp], drive: Any, size: tuple[int, int]
) -> None:
    for key in ("enter", "left", "z"):
        async with drive(papers(), size) as driver:
            await driver.press("enter", "pagedown", key)
            left, size_left = driver.reading.focused.id, driver.pane.size
            await driver.press("q")
        async with drive(papers(), size) as driver:
            assert (driver.reading.focused.id, driver.pane.size) == (left, size_left), key


def test_what_is_left_after_it_was_marked_is_asked_for_again(host: FakeHost) -> None:
    host.show("")
    navigation = Navigation(host)
    navigation.show(f"{BASE}05/1.1")
    host.panes.filter_pane.text = "is:unread"
    navigation.go(f"{BASE}05/1.2")
    assert host.searched == []
    assert host.article is not None
    host.session.marks.mark(host.article.key, read=True)
    navigation.go(f"{BASE}05/2.1")
    assert host.searched == ["is:unread"]


def test_an_article_that_is_no_more_is_told_of_and_nothing_changes(host: FakeHost) -> None:
    navigation = Navigation(host)
    navigation.show(f"{BASE}05/9.9")
    assert "9.9" in host.told
    assert navigation.here == f"{BASE}05/1.1"


def test_the_issue_at_hand_is_that_of_the_list_while_one_is_in_it(host: FakeHost) -> None:
    navigation = Navigation(host)
    last = len(host.panes.issues.rows) - 1
    host.panes.issues.cursor = last
    assert navigation.issue_at_hand == f"{BASE}03"
    host.panes.go_to("article")
    assert navigation.issue_at_hand == f"{BASE}05"


def test_front_page_and_calendar_lead_to_what_is_chosen_there(host: FakeHost) -> None:
    navigation = Navigation(host)
    host.outside.chosen = f"{BASE}05/2.1"
    navigation.action_front()
    assert (navigation.here, host.panes.focused_name) == (f"{BASE}05/2.1", "article")
    host.outside.chosen = f"{BASE}03"
    navigation.action_calendar()
    assert navigation.here == f"{BASE}03/1.1"
    assert [opened[0] for opened in host.outside.opened] == ["front", "calendar"]
    navigation.action_back()
    assert navigation.here == f"{BASE}05/2.1"


async def test_contents_without_articles_are_read_in_list_and_pane(
    library: Library, marks: Marks, builder: type[Any], drive: Any
) -> None:
    boxed = (IndexEntry("龙舟下水", "百舸争流", "2"), IndexEntry("春茶开园", "", "3"))
    builder("临江报").on(2024, 3, 6).having(index=boxed).add_to(library)
    async with drive(DubaoApp(library, marks), (80, 24)) as driver:
        assert "龙舟下水 百舸争流 2版" in driver.labels
        assert driver.text.count("春茶开园 3版") == 2, "in the list, and in the pane"
        await driver.press("down", "enter")
        assert driver.pane.has_focus
        await driver.press("s", "r", "x", "space", "n", "h", "f")
        assert "春茶开园 3版" in driver.text
        await driver.press("escape", "q")
    builder("临江报").on(2024, 3, 5).page("1").article("石匠收徒", "石匠。").add_to(library)
    async with drive(DubaoApp(library, marks), (80, 24)) as driver:
        assert driver.shown == f"{BASE}05/1.1"
        await driver.press("g", "down")
        assert driver.shown == ""
        assert "龙舟下水 百舸争流 2版" in driver.text
        await driver.press("backspace")
        assert driver.shown == f"{BASE}05/1.1"
        await driver.press("greater_than_sign")
        assert driver.shown == ""
        assert "龙舟下水 百舸争流 2版" in driver.text
        await driver.press("greater_than_sign")
        assert "No later issue here." in driver.told
        await driver.press("less_than_sign")
        assert driver.shown == f"{BASE}05/1.1"

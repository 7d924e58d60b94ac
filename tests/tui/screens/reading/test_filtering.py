"""The filter pane at the keys: words go into the line and out of it, and the counts follow."""

from collections.abc import Callable
from typing import Any

import pytest

from store.index.results import Facet
from store.library.library import Library
from store.models import Keyword
from store.reader.marks import Marks
from tests.tui.screens.reading.fake_host import FakeHost
from tui.app import DubaoApp
from tui.panes.filter import FilterPane
from tui.panes.filter_line import FilterLine
from tui.panes.issues import IssueList
from tui.panes.keywords import KeywordList
from tui.screens.reading.filtering import Filtering

WIDE = (120, 30)


@pytest.fixture
def app(library: Library, marks: Marks, builder: type[Any]) -> DubaoApp:
    """Give a reader of three articles with keywords of two kinds."""
    mason, ye = Keyword("石匠", 0.5, "topic"), Keyword("叶知秋", 0.4, "person", ("ye zhi qiu",))
    bridge = Keyword("古桥", 0.3, "topic")
    paper = builder("临江报").on(2024, 3, 9).page("1")
    paper = paper.article("学艺", "石匠叶知秋收徒。", keywords=(mason, ye))
    paper = paper.article("修桥", "石匠修古桥。", keywords=(mason, bridge))
    paper.article("灯会", "古桥边看灯。", keywords=(bridge,)).add_to(library)
    return DubaoApp(library, marks)


async def test_a_word_is_included_and_excluded_at_the_keys(drive: Any, app: DubaoApp) -> None:
    async with drive(app, WIDE) as reader:
        pane, listed = reader.reading.query_one(FilterPane), reader.reading.query_one(KeywordList)
        await reader.press("shift+tab", "home", "down", "space")
        assert pane.text == "叶知秋"
        assert [(row.word, row.count) for row in listed.rows if row.word] == [
            ("叶知秋", 1),
            ("石匠", 1),
        ]
        await reader.press("space", "end", "minus")
        out = listed.rows[listed.cursor]
        assert pane.text == f"-{out.word}"
        assert (out.sign, out.count) == ("-", 0)
        await reader.press("minus")
        assert pane.text == ""


async def test_where_nothing_is_found_the_screen_says_so(drive: Any, app: DubaoApp) -> None:
    async with drive(app, (40, 12)) as reader:
        await reader.press("slash", *"xqzw", "enter")
        assert reader.told.endswith("nothing found /xqzw")
        await reader.press("escape")
        assert "nothing found" not in reader.told


async def test_without_its_filter_one_is_where_one_was_before_it(
    drive: Any, papers: Callable[[], DubaoApp]
) -> None:
    async with drive(papers(), (80, 10)) as reader:
        issues = reader.reading.query_one(IssueList)
        await reader.press("J", "l", "pagedown")
        before = (reader.shown, reader.pane.place(), issues.row.id)
        assert before[1] != (0, 0)
        await reader.press("slash", *"石匠", "enter", "enter", "pagedown")
        found = reader.shown
        assert found != before[0]
        await reader.press("escape")
        assert (reader.shown, reader.pane.place(), issues.row.id) == before
        assert "before the filter" in reader.told
        await reader.press("backspace")
        assert reader.shown == found
        await reader.press("L", "home", "slash", "1", "backspace")
        assert reader.shown == before[0], "a filter that is deleted is no filter, either"


async def test_without_its_filter_the_list_is_folded_as_it_was(
    drive: Any, papers: Callable[[], DubaoApp]
) -> None:
    async with drive(papers(), (80, 24)) as reader:
        issues = reader.reading.query_one(IssueList)
        await reader.press("home", "left", "left", "left")
        before = [(row.id, row.unfolded) for row in issues.rows]
        await reader.press("slash", *"石匠", "enter", "enter")
        assert [(row.id, row.unfolded) for row in issues.rows] != before
        await reader.press("escape")
        assert [(row.id, row.unfolded) for row in issues.rows] == before


async def test_a_filter_of_the_last_session_leaves_one_where_one_is(
    drive: Any, papers: Callable[[], DubaoApp]
) -> None:
    async with drive(papers(), (80, 24)) as reader:
        await reader.press("slash", *"日头条", "enter")
    async with drive(papers(), (80, 24)) as reader:
        await reader.press("J")
        there = reader.shown
        await reader.press("escape")
        assert reader.shown == there


async def test_letters_are_replaced_by_the_word_picked(drive: Any, app: DubaoApp) -> None:
    async with drive(app, WIDE) as reader:
        await reader.press("slash", *"yzq")
        assert "yzq → 叶知秋 (1)" in reader.text
        await reader.press("down", "space")
        assert reader.reading.query_one(FilterPane).text == "叶知秋"


async def test_filters_of_before_come_back_in_the_next_session(
    drive: Any, app: DubaoApp, library: Library, marks: Marks
) -> None:
    async with drive(app, WIDE) as reader:
        await reader.press("slash", *"石匠", "enter", "escape")
        await reader.press("slash", *"古桥", "escape", "slash", "q", "escape")
    async with drive(DubaoApp(library, marks), WIDE) as reader:
        line = reader.reading.query_one(FilterLine)
        await reader.press("slash", "l", "up", "up")
        assert line.value == "古桥"
        await reader.press("up", "up")
        assert line.value == "石匠"
        await reader.press("down", "down", "down")
        assert line.value == "l"
        await reader.press("down")
        assert reader.pilot.app.focused is reader.reading.query_one(KeywordList)


async def test_tab_completes_goes_on_to_the_next_and_else_to_the_next_pane(
    drive: Any, app: DubaoApp
) -> None:
    async with drive(app, WIDE) as reader:
        line = reader.reading.query_one(FilterLine)
        await reader.press("slash", "p", "tab")
        assert line.value == "paper:"
        await reader.press("tab")
        assert line.value == "page:"
        await reader.press("tab", "l", "i", "tab")
        assert line.value == "paper:临江报"
        await reader.press("tab")
        assert reader.pilot.app.focused is reader.reading.query_one(KeywordList)


async def test_a_head_unfolds_its_group_and_folds_it(
    drive: Any, library: Library, marks: Marks, builder: type[Any]
) -> None:
    words = tuple(Keyword(f"题{n}", 0.5, "topic") for n in range(12))
    paper = builder("临江报").on(2024, 3, 9).page("1").article("学艺", keywords=words)
    paper.add_to(library)
    async with drive(DubaoApp(library, marks), WIDE) as reader:
        listed = reader.reading.query_one(KeywordList)
        await reader.press("shift+tab", "right")
        assert len(listed.rows) == 13
        await reader.press("end", "left")
        assert (len(listed.rows), listed.cursor) == (9, 0)
        await reader.press("space")
        assert len(listed.rows) == 13


async def test_what_stands_out_is_first_or_what_is_most_frequent(drive: Any, app: DubaoApp) -> None:
    async with drive(app, WIDE) as reader:
        listed = reader.reading.query_one(KeywordList)
        listed.show("", [Facet("古桥", "topic", 2), Facet("国家", "topic", 9)], ())
        await reader.press("shift+tab", "o")
        assert [row.word for row in listed.rows] == ["", "国家", "古桥"]
        await reader.press("o")
        assert [row.word for row in listed.rows] == ["", "古桥", "国家"]


def test_the_list_and_the_keywords_show_what_is_left(host: FakeHost) -> None:
    filtering = Filtering(host)
    filtering.search("春茶")
    labels = [row.label for row in host.panes.issues.rows if row.kind == "article"]
    assert labels == ["乙"]
    assert host.article is not None
    assert host.article.headline == "乙", "the one shown before is not left"
    assert host.panes.filter_pane.summary[0] == "1 of 4 articles"
    assert host.answered == [False, True]
    filtering.tell_beside("indexing 3%")
    assert host.panes.filter_pane.summary == ("1 of 4 articles", "indexing 3%")


def test_an_answer_that_comes_too_late_is_not_shown(host: FakeHost) -> None:
    filtering, host.waiting = Filtering(host), []
    filtering.search("春茶")
    host.session.narrowing.ask("石匠")
    for call in host.waiting:
        call()
    assert host.answered == []
    assert host.panes.filter_pane.summary == ("", "")


def test_filters_of_before_are_kept(host: FakeHost) -> None:
    filtering = Filtering(host)
    filtering.keep("古桥")
    assert list(filtering.history()) == ["古桥"]
    filtering.narrow_by("石匠")
    filtering.give_back()
    assert host.panes.filter_pane.text == ""
    assert filtering.offers("p")[1]


def test_what_comes_while_a_filter_narrows_leaves_the_cursor_where_it_is(
    library: Library, marks: Marks, builder: type[Any]
) -> None:
    builder("临江报").on(2024, 3, 5).page("1").article("古桥").article("书屋").add_to(library)
    host = FakeHost(library, marks)
    host.show("linjiangbao-2024-03-05/1.2")
    filtering = Filtering(host)
    filtering.search("date:2024-03")
    issues = host.panes.issues
    assert issues.row
    assert issues.row.label == "书屋"
    host.show_list("临江报")
    builder("临江报").on(2024, 3, 9).page("1").article("石匠").add_to(library)
    filtering.search("date:2024-03")
    assert issues.row
    assert issues.row.id == "临江报"
    assert "石匠" in [row.label for row in issues.rows]
    filtering.search("date:2024-03-05")
    assert issues.row
    assert issues.row.label == "书屋", "another question shows the article"


def test_keys_wait_till_the_list_is_what_the_filter_leaves(host: FakeHost) -> None:
    filtering, host.waiting = Filtering(host), []
    filtering.search("春茶")
    assert host.expected.is_pending()
    for call in host.waiting:
        call()
    assert not host.expected.is_pending()
    filtering.search("春茶")
    assert not host.expected.is_pending(), "the list shows that already"


def test_a_question_that_is_given_up_for_another_holds_no_key(host: FakeHost) -> None:
    filtering, host.waiting = Filtering(host), []
    filtering.search("春茶")
    filtering.search("")
    assert not host.expected.is_pending()

"""Saved filters at the keys: the shelf, what they hide, and what they mark."""

from typing import Any

import pytest

from store.errors import LibraryError
from store.library.library import Library
from store.reader.marks import Marks
from store.reader.saved_filters import SavedFilter
from tests.tui.screens.reading.fake_host import FakeHost
from tui.app import DubaoApp
from tui.panes.filter import FilterPane
from tui.panes.issues import IssueList
from tui.screens.reading.saved_filters import SavedFilters
from tui.state.session import Session

WIDE = (120, 30)


@pytest.fixture
def app(library: Library, marks: Marks, builder: type[Any]) -> DubaoApp:
    """Give a reader of three articles."""
    paper = builder("临江报").on(2024, 3, 9).page("1")
    paper = paper.article("学艺", "石匠收徒。").article("修桥", "石匠修古桥。")
    paper.article("灯会", "古桥边看灯。").add_to(library)
    return DubaoApp(library, marks)


def shelf(reader: Any) -> list[tuple[str, int]]:
    rows = reader.reading.query_one(IssueList).rows
    return [(row.label, row.unread) for row in rows if row.kind == "filter"]


async def save(reader: Any, query: str, name: str, what: str) -> None:
    await reader.press("slash", *query, "enter", "S", *name, "enter")
    await reader.press(*(" " if key == " " else key for key in what), "enter")


async def test_a_filter_is_saved_counted_and_picked(drive: Any, app: DubaoApp) -> None:
    async with drive(app, WIDE) as reader:
        assert shelf(reader) == []
        await reader.press("S")
        assert "Type what to filter by first" in reader.told
        await save(reader, "古桥", "桥", "n")
        assert "Saved as 桥: counted at the head" in reader.told
        assert shelf(reader) == [("桥", 2)]
        await reader.press("escape")
        assert reader.reading.query_one(FilterPane).text == ""
        await reader.press("J", "r")
        assert shelf(reader) == [("桥", 1)]
        await reader.press("r")
        await reader.press("home", "down", "enter")
        assert reader.reading.query_one(FilterPane).text == "古桥"
        assert "学艺" not in reader.labels
        await reader.press("home", "down", "A")
        assert shelf(reader) == [("桥", 0)]
        await reader.press("u")
        assert shelf(reader) == [("桥", 2)]


async def test_what_it_hides_is_told_of_and_shown_when_asked(
    drive: Any, app: DubaoApp, library: Library, marks: Marks
) -> None:
    async with drive(app, WIDE) as reader:
        await save(reader, "灯", "灯", "h")
        assert "灯会" not in reader.labels
        assert {"学艺", "修桥"} <= set(reader.labels)
        assert reader.reading.query_one(FilterPane).text == ""
        await reader.press("W")
        assert "No saved filter hides this article" in reader.told
    async with drive(DubaoApp(library, marks), WIDE) as reader:
        assert "灯会" not in reader.labels, "it stays hidden in the next session"
        await reader.press("full_stop")
        assert "灯会" in reader.labels
        await reader.press("end", "W")
        assert "Hidden by: 灯" in reader.told
        await reader.press("full_stop")
        assert "灯会" not in reader.labels
        await reader.press("home", "down", "enter")
        assert "灯会" in reader.labels, "one who picks it wants to see it"
        await reader.press("home", "down", "D")
        assert shelf(reader) == []
        assert reader.reading.query_one(FilterPane).text == "灯", "it can be saved again"
        await reader.press("full_stop", "escape")
        assert "灯会" in reader.labels


async def test_others_do_not_count_what_one_hides(drive: Any, app: DubaoApp) -> None:
    async with drive(app, WIDE) as reader:
        await save(reader, "古桥", "桥", "n")
        await save(reader, "灯", "灯", "h")
        assert shelf(reader) == [("桥", 1), ("灯", 1)]


async def test_it_marks_what_is_there_and_what_comes(
    drive: Any, app: DubaoApp, library: Library, marks: Marks, builder: type[Any]
) -> None:
    async with drive(app, WIDE) as reader:
        await save(reader, "古桥", "桥", "t 桥梁")
        assert len(marks.tags()["桥梁"]) == 2
        new = builder("临江报").on(2024, 3, 10).page("1")
        new.article("新桥", "古桥旁建新桥。").add_to(library)
        reader.reading.view.look()
        await reader.settle()
        assert len(marks.tags()["桥梁"]) == 3
        assert shelf(reader) == [("桥", 3)]
        await save(reader, "石匠", "石", "x")
        assert "x is none of" in reader.told
        assert shelf(reader) == [("桥", 3)]
        await reader.press("backspace", "t", "enter")
        assert "t is none of" in reader.told, "a tag is lacking"
        await reader.press("escape")
        assert shelf(reader) == [("桥", 3)]


async def test_what_it_could_not_mark_it_marks_later_and_says_so(
    drive: Any, app: DubaoApp, marks: Marks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise LibraryError("No room.")

    async with drive(app, WIDE) as reader:
        with monkeypatch.context() as disk:
            disk.setattr(Marks, "mark_all", full)
            await save(reader, "古桥", "桥", "t 桥梁")
            assert "left undone they do with the next change: No room." in reader.told
            assert shelf(reader) == [("桥", 2)]
        reader.reading.view.saved_filters.refresh()
        await reader.settle()
        assert len(marks.tags()["桥梁"]) == 2


async def test_what_asks_for_marks_is_counted_again_when_they_change(
    drive: Any, app: DubaoApp, marks: Marks
) -> None:
    marks.filters.save(SavedFilter("星", "is:starred"))
    async with drive(app, WIDE) as reader:
        assert shelf(reader) == [("星", 0)]
        await reader.press("s")
        reader.reading.view.look()
        await reader.settle()
        assert shelf(reader) == [("星", 1)]


async def test_another_session_saves_one(drive: Any, app: DubaoApp, marks: Marks) -> None:
    async with drive(app, WIDE) as reader:
        marks.filters.save(SavedFilter("桥", "古桥"))
        reader.reading.view.look()
        await reader.settle()
        assert shelf(reader) == [("桥", 2)]


def test_hiding_is_no_narrowing(app: DubaoApp, marks: Marks, library: Library) -> None:
    marks.filters.save(SavedFilter("灯", "灯", "hide"))
    narrowing = Session(library, marks).narrowing
    found = narrowing.answer(narrowing.ask(""), lambda: False)
    assert found is not None
    assert narrowing.narrow(narrowing.query, found)
    assert found.articles == 2
    assert not narrowing.narrowed


def test_a_filter_is_asked_its_name_and_what_it_does(host: FakeHost) -> None:
    saved = SavedFilters(host)
    host.panes.filter_pane.text = "古桥"
    saved.action_save_filter()
    assert "古桥" in host.asked
    host.answer("桥")
    host.answer("t 水利 工程")
    assert list(host.session.marks.filters.all()) == [SavedFilter("桥", "古桥", "tag", "水利-工程")]
    assert host.looks == 1


def test_a_name_in_use_is_replaced_where_the_reader_says_so(host: FakeHost) -> None:
    saved, filters = SavedFilters(host), host.session.marks.filters
    filters.save(SavedFilter("桥", "石桥"))
    host.panes.filter_pane.text = "古桥"
    saved.action_save_filter()
    host.answer("桥")
    assert "石桥" in host.asked
    host.answer("n")
    assert list(filters.all()) == [SavedFilter("桥", "石桥")]
    saved.action_save_filter()
    for answer in ("桥", "y", "s"):
        host.answer(answer)
    assert list(filters.all()) == [SavedFilter("桥", "古桥", "star")]


def test_it_asks_again_only_where_something_has_changed(host: FakeHost) -> None:
    saved = SavedFilters(host)
    saved.refresh()
    saved.refresh_if_changed()
    assert host.searched == []
    host.session.marks.filters.save(SavedFilter("桥", "古桥"))
    saved.refresh_if_changed()
    assert host.searched == [""]
    assert [row.label for row in host.panes.issues.rows if row.kind == "filter"] == ["桥"]


async def test_enter_alone_keeps_it_under_its_words_and_does_nothing_more(
    drive: Any, app: DubaoApp, marks: Marks
) -> None:
    async with drive(app, WIDE) as reader:
        await reader.press("slash", *"古桥", "enter", "S", "enter", "enter")
        assert "Saved as 古桥: counted" in reader.told
        assert shelf(reader) == [("古桥", 2)]
        assert not marks.read_keys()

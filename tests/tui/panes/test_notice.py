"""What lies over the screen until the next key."""

import pytest

from store.library.library import Library
from store.reader.marks import Marks
from tui.app import DubaoApp
from tui.language import LANGUAGES, _, choose
from tui.panes.notice import WELCOME, Notice
from tui.panes.status import StatusLine
from tui.typeset import width


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_five_lines_fit_a_small_screen(language: str) -> None:
    choose(language)
    assert len(WELCOME) == 5
    assert all(width(_(line)) <= 80 for line in WELCOME)
    choose("en")


async def test_the_first_key_takes_it_away_and_does_its_work(
    library: Library, marks: Marks
) -> None:
    app = DubaoApp(library, marks, first=True)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.screen.query(Notice)
        await pilot.press("slash")
        assert not app.screen.query(Notice)
        assert app.screen.focused
        assert app.screen.focused.id == "filter-line"


async def test_another_start_is_without_it(library: Library, marks: Marks) -> None:
    async with DubaoApp(library, marks).run_test(size=(80, 24)) as pilot:
        assert not pilot.app.screen.query(Notice)


async def test_news_that_are_too_long_for_the_lowest_line_are_told_above_it(
    library: Library, marks: Marks
) -> None:
    app = DubaoApp(library, marks)
    async with app.run_test(size=(40, 20)) as pilot:
        line = app.screen.query_one(StatusLine)
        news = "The server says that this paper is not to be had without a login; subscribe anew."
        line.show(left=(news,))
        await pilot.pause()
        (over,) = app.screen.query(Notice)
        assert "".join(over.lines).replace(" ", "") == news.replace(" ", "")
        line.show(left=("Short.",))
        await pilot.pause()
        assert not app.screen.query(Notice)
        line.show(left=(news,))
        await pilot.press("j")
        assert not app.screen.query(Notice)


async def test_no_letter_of_it_is_cut_where_panes_meet(library: Library, marks: Marks) -> None:
    choose("zh")
    app = DubaoApp(library, marks, first=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn = "".join(
            segment.text for line in app.screen._compositor.render_strips() for segment in line
        )
        assert all(_(line) in drawn for line in WELCOME)
    choose("en")

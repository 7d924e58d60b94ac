"""The welcome of a first start."""

import pytest

from store.library.library import Library
from store.reader.marks import Marks
from tui.app import DubaoApp
from tui.language import LANGUAGES, _, choose
from tui.panes.welcome import LINES, Welcome
from tui.typeset import width


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_five_lines_fit_a_small_screen(language: str) -> None:
    choose(language)
    assert len(LINES) == 5
    assert all(width(_(line)) <= 80 for line in LINES)
    choose("en")


async def test_the_first_key_takes_it_away_and_does_its_work(
    library: Library, marks: Marks
) -> None:
    app = DubaoApp(library, marks, first=True)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.screen.query(Welcome)
        await pilot.press("slash")
        assert not app.screen.query(Welcome)
        assert app.screen.focused
        assert app.screen.focused.id == "filter-line"


async def test_another_start_is_without_it(library: Library, marks: Marks) -> None:
    async with DubaoApp(library, marks).run_test(size=(80, 24)) as pilot:
        assert not pilot.app.screen.query(Welcome)

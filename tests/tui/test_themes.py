"""The colour themes: legible, complete, and changed while one reads."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.config import Config
from store.library.library import Library
from store.reader.marks import Marks
from tui.app import DubaoApp
from tui.styles import PALETTES


@pytest.mark.parametrize("name", PALETTES)
async def test_a_theme_is_taken_and_changed(
    library: Library, marks: Marks, builder: Callable[..., object], name: str
) -> None:
    builder().on(2024, 3, 1).page("1").article("甲").add_to(library)  # type: ignore[attr-defined]
    app = DubaoApp(library, marks, Config(theme=name))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.screen.rich_style.bgcolor
        app.theme = "paper" if name == "night" else "night"
        await pilot.pause()
        assert app.screen.rich_style.bgcolor != before


def test_the_panes_name_no_colour_of_their_own() -> None:
    panes = Path(__file__).parents[2] / "tui" / "panes"
    sheets = [path.read_text("utf-8") for path in panes.glob("*.py")]
    assert sheets
    assert not any("ansi_" in sheet for sheet in sheets)

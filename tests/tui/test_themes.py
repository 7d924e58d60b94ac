"""The colour themes: legible, complete, and changed while one reads."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style

from store.config import Config
from store.library.library import Library
from store.reader.marks import Marks
from tui.app import DubaoApp
from tui.styles import ANSI, NIGHT, PALETTES, PAPER, STYLES, Palette, style


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = (part / 255 for part in Color.parse(colour).get_truecolor())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("colours", "name"), [*product((NIGHT, PAPER), ANSI)])
def test_true_colour_is_legible(colours: Palette, name: str) -> None:
    assert colours.keys() == ANSI.keys()
    least = {"ground": 1.0, "ink": 11.0}.get(name, 4.5)
    assert contrast(colours[name], colours["ground"]) >= least


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


@pytest.mark.parametrize("theme", PALETTES)
def test_every_look_is_drawn_in_every_theme(theme: str) -> None:
    assert all(str(style(name, theme)) != "none" for name in STYLES)
    assert style("hit", theme).color != style("wrong", theme).color
    assert style("what has no style", theme) == Style.null()

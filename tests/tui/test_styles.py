"""Styles: legible in true colour, and drawn in every theme."""

from collections.abc import Iterator
from itertools import product

import pytest
from rich.style import Style

from store.errors import DubaoError
from tui.styles import (
    ANSI,
    NIGHT,
    PALETTES,
    PAPER,
    STYLES,
    Palette,
    contrast,
    hard_to_read,
    palette_of,
    style,
    take_colours,
)


@pytest.mark.parametrize(("colours", "name"), [*product((NIGHT, PAPER), ANSI)])
def test_true_colour_is_legible(colours: Palette, name: str) -> None:
    assert colours.keys() == ANSI.keys()
    if name == "faint-style":
        assert colours[name] == "none", "what is dim would be less legible"
        return
    assert contrast("#000000", "#ffffff") == 21
    least = {"ground": 1.0, "ink": 11.0}.get(name, 4.5)
    assert contrast(colours[name], colours["ground"]) >= least


@pytest.mark.parametrize(
    ("theme", "numbers"), [("ansi-dark", {None, 1, 2, 3, 6}), ("ansi-light", {None, 1, 4, 5})]
)
def test_the_terminals_own_colours_are_those_that_stand_out(
    theme: str, numbers: set[int | None]
) -> None:
    """Neither black nor white, none that is bright; on a light ground no yellow, green or cyan."""
    colours = (style(name, theme).color for name in STYLES)
    assert {colour.number for colour in colours if colour is not None} == numbers
    assert style("faint", theme).dim


@pytest.mark.parametrize("theme", PALETTES)
def test_every_name_has_a_style_in_every_theme(theme: str) -> None:
    assert all(str(style(name, theme)) != "none" for name in STYLES)
    assert style("hit", theme).color != style("wrong", theme).color
    assert style("what has no style", theme) == Style.null()


@pytest.fixture
def own() -> Iterator[None]:
    """Give the colours of the themes back."""
    yield
    take_colours({})


@pytest.mark.usefixtures("own")
def test_ones_own_colours_lie_over_any_theme_and_are_told_of_where_they_are_too_faint() -> None:
    take_colours({"head": "#ff8800", "hit": "bright_blue"})
    for theme in PALETTES:
        assert palette_of(theme)["hit"] == "ansi_bright_blue"
        assert str(style("head", theme)) == "#ff8800"
    assert list(hard_to_read("night")) == []
    assert ["head" in each for each in hard_to_read("paper")] == [True]
    assert list(hard_to_read("ansi-dark")) == [], "its ground is the terminal's"
    take_colours({"ground": "#d9d4c7"})
    assert any(each.startswith("ink is hard to read") for each in hard_to_read("night"))


@pytest.mark.parametrize(
    ("use", "colour"),
    [("page", "#ffffff"), ("head", "#fff"), ("head", "dim"), ("faint-style", "red")],
)
def test_what_is_no_colour_is_refused(use: str, colour: str) -> None:
    with pytest.raises(DubaoError):
        take_colours({use: colour})

"""Styles: legible in true colour, and drawn in every theme."""

from itertools import product

import pytest
from rich.color import Color
from rich.style import Style

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
    if name == "faint-style":
        assert colours[name] == "none", "what is dim would be less legible"
        return
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

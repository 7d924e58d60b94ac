"""Styles in SGR codes: any change leads where a reset and the whole style would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from tests.tui.emulator import StrictScreen
from tui.terminal.sgr import change, codes, of_space

COLOURS = st.sampled_from([None, "default", "red", "bright_blue", "color(200)", "#102030"])
STYLES = st.builds(
    Style,
    color=COLOURS,
    bgcolor=COLOURS,
    bold=st.booleans(),
    dim=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    reverse=st.booleans(),
    strike=st.booleans(),
)


@given(before=STYLES, after=STYLES)
def test_a_change_of_style_shows_what_the_style_alone_shows(before: Style, after: Style) -> None:
    first, second = (codes(style, ColorSystem.TRUECOLOR) for style in (before, after))
    step = change(first, second)
    changed = StrictScreen(1, 1).feed(f"{change('', first)}{step}a")
    assert changed.seen() == StrictScreen(1, 1).feed(f"{change('', second)}a").seen()
    assert len(step) <= len(f"\x1b[;{second}m")


@given(style=STYLES)
def test_a_space_looks_the_same_without_ink(style: Style) -> None:
    whole = codes(style, ColorSystem.TRUECOLOR)
    screen = StrictScreen(2, 1).feed(f"{change('', whole)} {change(whole, of_space(whole))} ")
    (left, right), *_ = screen.seen()
    assert left == right


def test_styles_become_the_colours_that_the_terminal_knows() -> None:
    def code(system: ColorSystem, monochrome: bool = False) -> str:
        return codes(Style(color="#ff8700", bold=True), system, monochrome)

    assert code(ColorSystem.STANDARD) == "1;91"
    assert code(ColorSystem.EIGHT_BIT) == "1;38;5;208"
    assert code(ColorSystem.TRUECOLOR) == "1;38;2;255;135;0"
    assert code(ColorSystem.TRUECOLOR, monochrome=True) == "1"
    assert codes(None, ColorSystem.TRUECOLOR) == ""


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("", "1", "\x1b[1m"),
        ("1;31", "", "\x1b[m"),
        ("1;38;2;1;2;3", "38;2;1;2;3", "\x1b[22m"),
        ("38;2;1;2;3", "38;2;1;2;3;4", "\x1b[4m"),
        ("7;31", "31", "\x1b[27m"),
        ("31", "92", "\x1b[92m"),
        ("44", "105", "\x1b[105m"),
        ("1;53", "1", "\x1b[;1m"),
        ("1", "1", ""),
    ],
)
def test_the_shorter_way_is_taken(before: str, after: str, sent: str) -> None:
    assert change(before, after) == sent


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://qingxi.example/a?b=1", True),
        ("http://qingxi.example", True),
        ("https://qingxi.example/\x1b]52;c;x\x07", False),
        ("https://qingxi.example/a b", False),
        ("https://青溪.example", False),
        ("file:///etc/passwd", False),
        ("https://" + "a" * 2001, False),
    ],
)
def test_only_safe_addresses_are_told(link: str, kept: bool) -> None:
    style = Style(bold=True, link=link)
    assert codes(style, ColorSystem.STANDARD) == "1"
    assert codes(style, ColorSystem.STANDARD, links=True) == ("1\n" + link if kept else "1")


def test_a_link_is_begun_and_ended_around_its_text() -> None:
    link = "1\nhttps://a.example"
    assert change("", link) == "\x1b]8;;https://a.example\x1b\\\x1b[1m"
    assert change(link, "1") == "\x1b]8;;\x1b\\"
    assert change(link, "1\nhttps://b.example") == "\x1b]8;;https://b.example\x1b\\"
    assert of_space(link) == ""

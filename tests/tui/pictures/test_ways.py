"""How pictures are shown: by the terminal's name, by what is set, by what tmux says of itself."""

from collections.abc import Mapping

import pytest

from store.config import PicturesSetting
from tui.pictures import ways
from tui.pictures.ways import Way, way


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm-ghostty"}, "kitty"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "kitty"),
        ({"TERM": "foot"}, "sixel"),
        ({"TERM": "foot-extra"}, "sixel"),
        ({"TERM": "mlterm-256color"}, "sixel"),
        ({"TERM": "contour"}, "sixel"),
        ({"TERM": "xterm-256color", "WT_SESSION": "1"}, "sixel"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "mintty"}, "sixel"),
        ({"TERM": "xterm-256color"}, "blocks"),
        ({"TERM": "linux"}, "blocks"),
        ({}, "blocks"),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "WezTerm"}, "blocks"),
        ({"TERM": "screen-256color", "KITTY_WINDOW_ID": "1"}, "blocks"),
        ({"TERM": "xterm-kitty", "DUBAO_MONOCHROME": "1"}, None),
    ],
)
def test_the_terminals_name_decides(environment: Mapping[str, str], encoding: str | None) -> None:
    assert way("auto", environment).encoding == encoding


@pytest.mark.parametrize("setting", ["kitty", "sixel", "blocks"])
def test_what_is_set_decides_over_the_name(setting: PicturesSetting) -> None:
    assert way(setting, {"TERM": "xterm"}).encoding == setting
    assert way("off", {"TERM": "xterm-kitty"}) == Way()


def test_what_is_set_passes_through_tmux() -> None:
    assert way("kitty", {"TERM": "tmux-256color"}) == Way("kitty", within=True)


def test_a_picture_whose_number_no_colour_tells_is_none_within_tmux() -> None:
    poor = {"TERM": "screen", "TEXTUAL_COLOR_SYSTEM": "standard"}
    assert way("kitty", poor) == Way("blocks")


def test_a_guests_terminal_decides_and_not_what_is_set_here() -> None:
    assert way("kitty", {"TERM": "xterm"}, restricted=True) == Way("blocks")
    assert way("auto", {"TERM": "foot"}, restricted=True).encoding == "sixel"
    assert way("off", {"TERM": "foot"}, restricted=True) == Way()


def test_a_cell_is_taken_to_be_small_where_a_picture_could_tear_the_screen() -> None:
    assert way("auto", {"TERM": "foot"}).cell == (6, 12)
    assert way("auto", {"TERM": "xterm-256color", "WT_SESSION": "1"}).cell == (10, 20)


def test_where_textual_draws_there_is_no_graphic() -> None:
    assert way("kitty", {"TERM": "xterm-kitty"}, drawn_by_us=False) == Way("blocks")


def test_half_blocks_that_are_two_cells_wide_are_none() -> None:
    assert way("auto", {}, narrow=False) == Way("blocks", halves=False)


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("xterm-kitty 256,RGB,title pass", "kitty"),
        ("xterm-kitty 256,RGB,title ", "blocks"),
        ("foot 256,sixel,title ", "sixel"),
        ("wezterm 256,RGB pass", "blocks"),
        ("", "blocks"),
    ],
)
def test_tmux_says_what_it_lets_through(
    monkeypatch: pytest.MonkeyPatch, said: str, encoding: str
) -> None:
    monkeypatch.setattr(ways, "_tmux", lambda form: said)
    here = {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}
    assert way("auto", here).encoding == encoding
    assert way("auto", here, restricted=True) == Way("blocks"), "a guest starts no program"
    assert way("auto", {"TERM": "tmux-256color"}) == Way("blocks"), "tmux is on another machine"

"""A picture on the screen: in cells, or over them; with its caption beneath."""

import re

import pytest
from rich.style import Style
from textual.app import ComposeResult

from tests.tui.emulator import Watch
from tui.panes.illustration import Illustration, _colour_of
from tui.pictures.drawing import PNG, Drawn
from tui.pictures.ways import Way
from tui.terminal.lean import LeanApp, LeanScreen
from tui.terminal.sgr import SYSTEMS, codes
from tui.terminal.textual_seam import Update, whole_screen

RED, BLUE = (255, 0, 0), (0, 0, 255)
TWO = Drawn(4, 2, 4, bytes([0, 0, 1, 1] * 2 + [1, 0, 1, 0] * 2), bytes([*RED, *BLUE]))
TOLD = [("老桥", "plain"), ("林晓 摄", "credit")]


class Shown(LeanScreen[None]):
    """One picture."""

    def compose(self) -> ComposeResult:
        yield Illustration()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Illustration))


class One(LeanApp):
    """Shows a picture."""

    def get_default_screen(self) -> Shown:
        return Shown()


@pytest.fixture(autouse=True)
def colourful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a terminal of 24 bits."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TEXTUAL_COLOR_SYSTEM", "truecolor")


async def test_blocks_are_cells_of_the_screen() -> None:
    app = One()
    watch = Watch(app)
    async with app.run_test(size=(20, 10)) as pilot:
        pane = app.screen.query_one(Illustration)
        pane.tell(TOLD)
        pane.draw(TWO, Way("blocks"), 20)
        await pilot.pause()
        upper = [watch.screen.buffer[0][x] for x in range(8, 12)]
        assert [cell.bg for cell in upper] == ["ff0000", "ff0000", "0000ff", "0000ff"]
        assert [watch.screen.buffer[1][x].bg for x in (8, 9)] == ["0000ff", "ff0000"]
        assert "老" in watch.screen.display[8]
        assert pane.graphic() is None
        assert watch.seen() == watch.stock()


async def test_a_graphic_goes_out_once_and_is_taken_away() -> None:
    app = One()
    async with app.run_test(size=(20, 10)) as pilot:
        pane = app.screen.query_one(Illustration)
        pane.tell(TOLD)
        pane.draw(Drawn(4, 2, 4, PNG), Way("kitty"), 20)
        await pilot.pause()
        app.draw(whole(app))
        first = app.frame()
        assert re.search(r"\x1b\[1?;?9H\x1b_Ga=T[^\x1b]*i=20[^\x1b]*\x1b\\", first)
        assert "\x1b_G" not in app.frame(), "it is sent once"
        app.grid.forget()
        assert "\x1b_Ga=T" in app.frame(), "what is painted anew has it again"
        await app.push_screen(LeanScreen())
        await pilot.pause()
        app.draw(whole(app))
        gone = app.frame()
        assert gone.startswith("\x1b_Ga=d,d=I,q=2,i=20\x1b\\")
        assert "\x1b[2J" in gone
        assert "\x1b_G" not in app.frame()


async def test_another_picture_takes_the_place_of_the_first() -> None:
    app = One()
    async with app.run_test(size=(20, 10)) as pilot:
        pane = app.screen.query_one(Illustration)
        for number in (20, 21):
            pane.draw(Drawn(4, 2, 4, PNG), Way("kitty"), number)
            await pilot.pause()
            app.draw(whole(app))
            sent = app.frame()
        assert sent.index("a=d,d=I,q=2,i=20") < sent.index("i=21")
        assert app.graphic_removed() == "\x1b_Ga=d,d=I,q=2,i=21\x1b\\"


async def test_sixels_leave_the_cursor_where_it_is() -> None:
    app = One()
    async with app.run_test(size=(20, 10)) as pilot:
        app.screen.query_one(Illustration).draw(Drawn(4, 2, 4, b"#0~-"), Way("sixel"), 20)
        await pilot.pause()
        app.draw(whole(app))
        assert "\x1b7\x1bP0;1q#0~-\x1b\\\x1b8" in app.frame()


async def test_within_tmux_a_picture_is_placed_by_characters() -> None:
    app = One()
    async with app.run_test(size=(20, 10)) as pilot:
        app.screen.query_one(Illustration).draw(Drawn(4, 2, 4, PNG), Way("kitty", within=True), 20)
        await pilot.pause()
        app.draw(whole(app))
        sent = app.frame()
        assert "\x1bPtmux;\x1b\x1b_Ga=T" in sent
        assert "38;2;0;0;20m\U0010eeee\u0305\U0010eeee\U0010eeee\U0010eeee" in sent


@pytest.mark.parametrize("number", [16, 100, 255])
def test_a_colour_tells_a_pictures_number(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    told = {}
    for colours in ("truecolor", "256"):
        monkeypatch.setenv("TEXTUAL_COLOR_SYSTEM", colours)
        told[colours] = codes(Style(color=_colour_of(number)), SYSTEMS[colours])
    assert told == {"truecolor": f"38;2;0;0;{number}", "256": f"38;5;{number}"}


async def test_what_is_told_leaves_room_for_the_picture() -> None:
    app = One()
    async with app.run_test(size=(20, 12)) as pilot:
        pane = app.screen.query_one(Illustration)
        pane.tell([("桥" * 500, "plain")])
        await pilot.pause()
        assert pane.room() == (20, 7)


def whole(app: LeanApp) -> Update:
    """Return all of the screen as it is drawn now."""
    return whole_screen(app.screen)

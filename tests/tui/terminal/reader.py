"""A small reader of invented headlines, on LeanApp: what the tests of the terminal drive.

As a program it takes the file to write into what `leaving` is told, and ``mouse`` for the mouse.
"""

import asyncio
import random
import sys
import threading
from pathlib import Path
from typing import ClassVar, cast

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Offset, Region, Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input, Static

from tui.terminal.driver import SSHDriver
from tui.terminal.lean import LeanApp

_SIGNS = "临江城云岭镇青石桥白鹭洲新开渡口灯塔渔船茶园雨季丰收学校图书馆举行通车庆典、：“”3km A级"


def _sentence(chance: random.Random, length: int) -> str:
    return "".join(chance.choice(_SIGNS) for _ in range(length))


_chance = random.Random(2024)
HEADLINES = [f"{n} {_sentence(_chance, _chance.randint(6, 40))}" for n in range(500)]
ARTICLE = [_sentence(_chance, _chance.randint(0, 46)) for _ in range(300)]


class Lines(ScrollView, can_focus=True):
    """Lines of text, rendered one by one; a cursor, bold numbers and underlined marks."""

    DEFAULT_CSS = """
    Lines { width: 1fr; height: 1fr; overflow-y: scroll; scrollbar-size: 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)"),
        Binding("up", "move(-1)"),
        Binding("pagedown", "page(1)"),
        Binding("pageup", "page(-1)"),
        Binding("end", "move(1000)"),
        Binding("home", "move(-1000)"),
    ]

    def __init__(self, lines: list[str], *, cursor: bool, id: str) -> None:
        super().__init__(id=id)
        self.lines = lines
        self.at = 0
        self.cursor = cursor

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.lines))

    def show(self, lines: list[str]) -> None:
        self.lines, self.at = lines, 0
        self.on_resize()
        self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        y += self.scroll_offset.y
        line = self.lines[y] if y < len(self.lines) else ""
        base = Style(reverse=True) if self.cursor and y == self.at else Style()
        first, _, rest = line.partition(" ")
        strip = Strip(
            [
                Segment(first, base + Style(bold=True, color="red" if y % 3 else None)),
                Segment(" " + rest[:4], base + Style(underline=y % 5 == 0, italic=y % 2 == 0)),
                Segment(rest[4:], base + Style(bgcolor="blue" if y % 7 == 3 else None)),
            ]
        )
        return strip.adjust_cell_length(self.size.width, base)

    def standing(self) -> Offset:
        return Offset(0, self.at - self.scroll_offset.y if self.cursor else 0)

    def action_move(self, by: int) -> None:
        old, self.at = self.at, max(0, min(len(self.lines) - 1, self.at + by))
        top, height = self.scroll_offset.y, self.size.height
        if not self.cursor:
            self.scroll_to(y=top + by, animate=False, force=True)
        elif top <= self.at < top + height:
            for row in (old, self.at):
                self.refresh(Region(0, row - top, self.size.width, 1))
        else:
            self.scroll_to(y=self.at - height // 2, animate=False, force=True)
            self.refresh()

    def action_page(self, by: int) -> None:
        self.action_move(by * (self.size.height - 1))


class Notice(ModalScreen[None]):
    """Something that lies over the lines, its edges in the middle of wide characters."""

    DEFAULT_CSS = """
    Notice { align: center middle; background: transparent; }
    Notice Static { width: 21; height: 3; background: ansi_default; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("o,escape", "dismiss", "")]

    def compose(self) -> ComposeResult:
        yield Static("渡口今日停航a" * 4, markup=False)


class Late(Input):
    """A line to type in that takes its time to come: longer than any key is held back for."""

    async def on_mount(self) -> None:
        await asyncio.sleep(0.8)
        self.focus()


class SmallReader(LeanApp):
    """A filter over a list, an article beside them, and a notice over all."""

    DEFAULT_CSS = """
    #left { width: 39; }
    #rule { width: 1; height: 1fr; }
    """
    frame_patience = 60  # one frame for a key, however busy the machine is
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "stand('heads')"),
        Binding("f2", "stand('text')"),
        Binding("f3", "stand('filter')"),
        Binding("o", "notice"),
        Binding("ctrl+l", "anew"),
        Binding("ctrl+z", "suspend_process"),
        Binding("ctrl+x", "stick"),
        Binding("l", "late"),
        Binding("m", "mark"),
        Binding("b", "both"),
        Binding("n", "frames"),
        Binding("q", "quit"),
    ]

    def __init__(self, state: Path | None = None) -> None:
        super().__init__()
        self.state = state
        self.frames = 0
        self.theme = "ansi-dark"

    def compose(self) -> ComposeResult:
        blinkless = Input(id="filter", compact=True, placeholder="筛选")
        blinkless.cursor_blink = False
        with Horizontal():
            with Vertical(id="left"):
                yield blinkless
                yield Lines(HEADLINES, cursor=True, id="heads")
            yield Static("│\n" * 100, id="rule")
            yield Lines(ARTICLE, cursor=False, id="text")

    def on_mount(self) -> None:
        self.action_stand("heads")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#heads", Lines).show([h for h in HEADLINES if event.value in h])

    def leaving(self, reason: str) -> None:
        if self.state is not None:
            with self.state.open("a") as file:
                file.write(f"{reason}\n")

    def action_mark(self) -> None:
        """Tell that all keys before this one have been answered."""
        self.call_after_refresh(self.leaving, "mark")

    def action_both(self) -> None:
        """Step in the list, and let the text turn its page when that is done."""
        self.query_one("#heads", Lines).action_move(1)
        self.screen.call_later(self.query_one("#text", Lines).action_page, 1)

    def send(self) -> None:
        """Count the frames that are sent."""
        driver = cast(SSHDriver, self._driver)
        before = driver.busy
        super().send()
        self.frames += driver.busy and not before

    def action_frames(self) -> None:
        """Tell how many frames were sent."""
        self.leaving(f"{self.frames} frames")

    def action_stand(self, name: str) -> None:
        self.query_one(f"#{name}").focus()

    def action_late(self) -> None:
        self.mount(Late(compact=True))

    def action_notice(self) -> None:
        self.push_screen(Notice())

    def action_anew(self) -> None:
        self.repaint()

    def action_stick(self) -> None:
        """Never return: a loop that is stuck."""
        threading.Event().wait()


if __name__ == "__main__":
    app = SmallReader(Path(sys.argv[1]))
    app.run(mouse="mouse" in sys.argv[2:])
    sys.exit(app.return_code or 0)

"""What a first start says, above the lowest line: gone with the first key, which does its work."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.language import N_, _
from tui.typeset import fit

LINES = (
    N_(" Welcome. Your papers: dubao import FILES, or dubao subscribe rmrb, R fetches."),
    N_(" Space carries you through everything unread; ↑ ↓ and Enter choose, ← goes back."),
    N_(" / narrows by keyword, pinyin does as well (hwx finds 贺闻溪); Esc undoes it."),
    N_(" f shows the front page, { } turn pages of the paper, d lists today's, q quits."),
    N_(" ? tells every key of where you are; dubao help start says more in the shell."),
)


class Welcome(Widget):
    """The lines of a welcome over whatever stands beneath."""

    DEFAULT_CSS = """
    ReadingScreen { layers: default above; }
    Welcome { dock: bottom; layer: above; offset-y: -1; height: 5; text-style: reverse; }
    """

    def __init__(self, lines: Sequence[str] = LINES) -> None:
        super().__init__(id="welcome")
        self._lines = lines

    def render_line(self, y: int) -> Strip:
        """Return a line."""
        cells = self.size.width
        text = _(self._lines[y]) if y < len(self._lines) else ""
        return Strip([Segment(fit(text, cells), self.rich_style)], cells)

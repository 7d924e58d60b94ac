"""Lines above the lowest one: a first start's welcome, and news that are long.

The next key takes them away, and does its work all the same.
"""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.language import N_, _
from tui.typeset import break_text, fit

WELCOME = (
    N_(" Welcome. Your papers: dubao import FILES, or dubao subscribe rmrb, R fetches."),
    N_(" Space carries you through everything unread; ↑ ↓ and Enter choose, ← goes back."),
    N_(" / narrows by keyword, pinyin does as well (hwx finds 贺闻溪); Esc undoes it."),
    N_(" f shows the page as printed, { } turn pages, d lists today's articles, q quits."),
    N_(" ? tells every key of where you are; dubao help start says more in the shell."),
)

MOST = 8
"""Lines that news may take."""


class Notice(Widget):
    """These lines between the panes and the lowest line; `news` is what they tell.

    The panes give way: what lies over them would be cut where they meet, in the midst of a letter.
    """

    DEFAULT_CSS = "Notice { text-style: reverse; }"

    def __init__(self, lines: Sequence[str], news: str = "") -> None:
        super().__init__()
        self.lines = lines
        self.news = news
        self.styles.height = len(lines)

    def render_line(self, y: int) -> Strip:
        """Return a line."""
        text = self.lines[y] if y < len(self.lines) else ""
        return Strip([Segment(fit(text, self.size.width), self.rich_style)], self.size.width)


def welcome() -> Notice:
    """Return what a first start says, in the language chosen."""
    return Notice([_(line) for line in WELCOME])


def at_length(news: str, cells: int) -> Notice:
    """Return the whole of some news, in lines of so many cells."""
    return Notice([f" {line}" for line in break_text(news, cells - 2)[:MOST]], news)

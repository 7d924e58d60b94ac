"""The front page of an issue: headlines and contents box, and a cursor that moves by items."""

from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from store.models import Issue
from tui.commands import Command, bindings
from tui.language import N_
from tui.panes.lines import CursorLines
from tui.state.front_page import Front, Item

MEASURE = 76
"""The widest a front page is set, in cells: 38 characters, as a column of text."""


class FrontPage(CursorLines):
    """One issue's front page; the cursor is on a headline or an entry of the contents box."""

    HELP = N_("The headlines of every page of the issue, and its contents. Bold is unread.")
    KEYS: ClassVar[list[Command]] = [
        Command("enter,l,right", "choose", N_("Read the story"), N_("open")),
        Command("right_curly_bracket", "page(1)", N_("To the next page"), N_("page")),
        Command("left_curly_bracket", "page(-1)", N_("To the page before")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    @dataclass
    class Chosen(Message):
        """The reader wants to read this."""

        item: Item

    def __init__(self) -> None:
        super().__init__(id="front")
        self.front: Front | None = None
        self._issue: Issue | None = None
        self._read: Set[str] = frozenset()
        self._wanted = ""

    def show(self, issue: Issue, read: Set[str], article: str = "") -> None:
        """Show the front page of `issue`, the cursor on this article's headline or else the first.

        `read` are the keys of the articles that have been read.
        """
        self._issue, self._read, self._wanted = issue, read, article
        self.front = None
        self.on_resize()

    def on_resize(self) -> None:
        """Set the page for the new width, the cursor on the same item."""
        if self._issue is None or not self.size.width:
            return
        item = self.item
        front = self.front = Front(self._issue, max(2, min(MEASURE, self.size.width - 2)))
        at = front.items.index(item) if item in front.items else front.item_of(self._wanted)
        self.top = 0
        self.place_cursor(front.heads[at] if front.heads else 0)
        self.refresh()

    def line_count(self) -> int:
        """Return how many lines the front page has."""
        return len(self.front.lines) if self.front else 0

    def line(self, number: int, cells: int) -> Strip:
        """Return a line; the page as a whole is centred in the pane."""
        assert self.front is not None
        at = self.front.lines[number]
        left = max(0, (cells - MEASURE) // 2 if cells > MEASURE else (cells > 2)) + at.line.pad
        style = self._style(at.line.role, at.item)
        segments = [Segment(" " * left, self.rich_style), Segment(at.line.text, style)]
        return Strip(segments).adjust_cell_length(cells, self.rich_style)

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        if self.front is None or not self.front.items:
            return None
        return self.front.items[max(0, bisect_right(self.front.heads, self.cursor) - 1)]

    def place_cursor(self, number: int) -> None:
        """Put the cursor on the headline at line `number`, or the nearest in that direction."""
        heads = self.front.heads if self.front else []
        if heads:
            at = (bisect_left if number > self.cursor else bisect_right)(heads, number)
            at = at if number > self.cursor else at - 1
            number = heads[max(0, min(at, len(heads) - 1))]
        super().place_cursor(number)
        if heads[:1] == [number]:
            self.scroll_lines(0)  # the masthead
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor by so many items."""
        self.move_to(self.cursor + by)

    def action_choose(self) -> None:
        """Read what is under the cursor."""
        if self.item is not None:
            self.post_message(self.Chosen(self.item))

    def action_page(self, by: int) -> None:
        """Move the cursor to the first headline of the next page, or of the page before."""
        if self.front is None or self.item is None:
            return
        pages = list(dict.fromkeys(item.page for item in self.front.items if item.article))
        here = self.item.page if self.item.article else pages[0] if pages else ""
        at = pages.index(here) + by if here in pages else 0
        if 0 <= at < len(pages):
            self.to_page(pages[at])

    def to_page(self, page: str) -> bool:
        """Move the cursor to the first headline of this page; return False if there is none."""
        items = self.front.items if self.front else []
        first = next((n for n, i in enumerate(items) if i.article and i.page == page), -1)
        if self.front is None or first < 0:
            return False
        self.move_to(self.front.heads[first])
        return True

    def _style(self, role: str, item: int) -> Style:
        """Return a line's style: headlines of unread stories are bold, the rest of a head faint."""
        assert self.front is not None
        if role in ("kicker", "subhead"):
            return self.rich_style + self.named_style("faint")
        if item < 0:
            return self.rich_style + self.named_style("head")
        shown = self.front.items[item]
        style = self.rich_style
        if role == "headline" and shown.article and shown.article.key not in self._read:
            style += self.named_style("unread")
        return style + self.named_style("cursor") if shown is self.item else style

"""The issue list: saved filters, then paper → issue → page → headlines, unread first in weight."""

from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.commands import Command, bindings
from tui.language import N_
from tui.panes.lines import CursorLines
from tui.state.outline_rows import OutlineRow, row_text


class IssueList(CursorLines):
    """What the library holds, as a tree of rows; it shows the rows it is given."""

    HELP = N_(
        "The issue list: saved filters, papers, their issues, pages and headlines. Bold is unread."
    )
    KEYS: ClassVar[list[Command]] = [
        Command("enter", "choose", N_("Read the article, or fold and unfold"), N_("open")),
        Command("right,l", "into", N_("Unfold, or go to the article")),
        Command("left,h", "out", N_("Fold, or go up to what this belongs to")),
        Command("A", "all_read", N_("Mark all beneath this row read")),
        Command("D", "discard", N_("Take the issue out of the library, or drop the saved filter")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    class OfRow(Message):
        """What is told of a row."""

        def __init__(self, row: OutlineRow) -> None:
            super().__init__()
            self.row = row

    class Highlighted(OfRow):
        """The cursor came to another row."""

        def can_replace(self, message: Message) -> bool:
            """Let the last of a burst stand for all: a held key shows where it ends."""
            return isinstance(message, IssueList.Highlighted)

    class Opened(OfRow):
        """The reader wants to read this article."""

    class Picked(OfRow):
        """The reader wants to narrow by the saved filter of this row."""

    class Dropped(OfRow):
        """The reader wants the saved filter of this row no more."""

    class Folded(OfRow):
        """The reader folds this row, or unfolds it if it is folded."""

    class AllRead(OfRow):
        """The reader has read all that is beneath this row."""

    class Discarded(OfRow):
        """The reader wants the issue of this row no more."""

    def __init__(self) -> None:
        super().__init__(id="issues")
        self.rows: list[OutlineRow] = []

    def line_count(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def line(self, number: int, cells: int) -> Strip:
        """Return a row, marked where the cursor stands."""
        text, name = row_text(self.rows[number], cells)
        style = self.rich_style + self.named_style(name)
        if number == self.cursor:
            style += self.named_style("cursor" if self.has_focus else "cursor away")
        return Strip([Segment(text, style)], cells)

    @property
    def row(self) -> OutlineRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(self, rows: list[OutlineRow], cursor_on: str = "") -> None:
        """Show `rows`, the cursor on the row of that id, else where it stood by id, else near."""
        row = self.row
        for wanted in (cursor_on, row.id if row else ""):
            at = next((n for n, r in enumerate(rows) if wanted and r.id == wanted), -1)
            if at >= 0:
                break
        if rows == self.rows and at == self.cursor:
            return
        self.rows = rows
        self.top = min(self.top, self.last_top)
        self.refresh()
        self.place_cursor(at if at >= 0 else self.cursor)

    def moved(self) -> None:
        """Tell that the cursor stands on another row."""
        if self.row:
            self.post_message(self.Highlighted(self.row))

    def on_focus(self) -> None:
        """Show the cursor as the one that moves."""
        self.place_cursor(self.cursor)

    def on_blur(self) -> None:
        """Show the cursor as one that waits."""
        self.place_cursor(self.cursor)

    def action_choose(self) -> None:
        """Read the article under the cursor, or fold and unfold."""
        if self.row and self.row.kind == "article":
            self.post_message(self.Opened(self.row))
        elif self.row and self.row.kind == "filter":
            self.post_message(self.Picked(self.row))
        elif self.row:
            self.post_message(self.Folded(self.row))

    def action_into(self) -> None:
        """Unfold; from an unfolded row go one down, from a headline into the article."""
        if self.row and self.row.kind != "article" and self.row.unfolded:
            self.action_move(1)
        else:
            self.action_choose()

    def action_out(self) -> None:
        """Fold; from a folded row or a headline go up to what it belongs to."""
        row = self.row
        if row is None:
            return
        if row.kind != "article" and row.unfolded:
            self.post_message(self.Folded(row))
            return
        above = [n for n in range(self.cursor) if self.rows[n].depth < row.depth]
        if above:
            self.move_to(above[-1])

    def action_all_read(self) -> None:
        """Tell that all beneath the row under the cursor is read."""
        if self.row:
            self.post_message(self.AllRead(self.row))

    def action_discard(self) -> None:
        """Tell that the issue or saved filter of the row under the cursor is to go."""
        if self.row and self.row.kind == "filter":
            self.post_message(self.Dropped(self.row))
        elif self.row:
            self.post_message(self.Discarded(self.row))

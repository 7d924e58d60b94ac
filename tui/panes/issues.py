"""The issue list: saved filters, then paper → issue → page → headlines, the unread in bold."""

from collections.abc import Sequence
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
    """What the library holds, as a tree; it shows the rows that it is given."""

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
        """News of a row."""

        def __init__(self, row: OutlineRow) -> None:
            super().__init__()
            self.row = row

    class Highlighted(OfRow):
        """The cursor moved to another row."""

        def can_replace(self, message: Message) -> bool:
            """Let the last of a burst stand for all: while a key is held only its end counts."""
            return isinstance(message, IssueList.Highlighted)

    class Opened(OfRow):
        """The reader wants to read this article, or the contents with this entry."""

    class Picked(OfRow):
        """The reader wants to use the saved filter of this row."""

    class Dropped(OfRow):
        """The reader wants the saved filter of this row deleted."""

    class Folded(OfRow):
        """The reader folds this row, or unfolds it if it is folded."""

    class AllRead(OfRow):
        """The reader wants all beneath this row marked read."""

    class Discarded(OfRow):
        """The reader wants the issue of this row removed."""

    def __init__(self) -> None:
        super().__init__(id="issues")
        self.rows: list[OutlineRow] = []

    def line_count(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def line(self, number: int, cells: int) -> Strip:
        """Return a row, marked if the cursor is on it."""
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
        """Show `rows`; the cursor is on that id, or else on the id it was on, or else near it.

        A row that keeps the cursor keeps its place on the screen, whatever comes above it.
        """
        row = self.row
        at = _number_of(rows, cursor_on)
        if at < 0 and row is not None:
            at = _number_of(rows, row.id)
        if rows == self.rows and at == self.cursor:
            return
        self.rows = rows
        if row is not None and at >= 0 and rows[at].id == row.id:
            self.top += at - self.cursor
            self.cursor = at
        self.top = max(0, min(self.top, self.last_top))
        self.refresh()
        self.place_cursor(at if at >= 0 else self.cursor)

    def moved(self) -> None:
        """Tell that the cursor is on another row."""
        if self.row:
            self.post_message(self.Highlighted(self.row))

    def on_focus(self) -> None:
        """Show the cursor as active."""
        self.place_cursor(self.cursor)

    def on_blur(self) -> None:
        """Show the cursor as inactive."""
        self.place_cursor(self.cursor)

    def action_choose(self) -> None:
        """Read what is under the cursor, or fold and unfold."""
        if self.row and self.row.kind in ("article", "entry"):
            self.post_message(self.Opened(self.row))
        elif self.row and self.row.kind == "filter":
            self.post_message(self.Picked(self.row))
        elif self.row:
            self.post_message(self.Folded(self.row))

    def action_into(self) -> None:
        """Unfold; from an unfolded row go down, from a headline into the article."""
        if self.row and self.row.kind != "article" and self.row.unfolded:
            self.action_move(1)
        else:
            self.action_choose()

    def action_out(self) -> None:
        """Fold; from a folded row or a headline go up to its parent."""
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


def _number_of(rows: Sequence[OutlineRow], id: str) -> int:
    """Return the number of the row of this id; -1 if there is none."""
    return next((number for number, row in enumerate(rows) if id and row.id == id), -1)

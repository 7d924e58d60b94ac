"""The clippings, a line for each: the day it was clipped, headline, source, and one's own note."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct
from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.commands import Command, bindings
from tui.language import N_
from tui.panes.lines import CursorLines
from tui.typeset import fit, width

WIDEST = 40
"""Cells of the headlines' column at most."""


class ClipRow(Struct, frozen=True):
    """What is said of a clipping; `day` is ``""`` where the row above says it."""

    id: str
    day: str
    headline: str
    source: str
    note: str = ""


class ClipList(CursorLines):
    """The clippings, the newest first."""

    HELP = N_("Your clippings, by the day on which they were clipped, the newest first.")
    KEYS: ClassVar[list[Command]] = [
        Command("enter", "choose", N_("Read the article that it was clipped from"), N_("open")),
        Command("e", "annotate", N_("Write a note of your own on it"), N_("note")),
        Command("D", "drop", N_("Drop the clipping; u brings it back"), N_("drop")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    @dataclass
    class OfRow(Message):
        """Something is wanted of a row."""

        row: ClipRow

    class Moved(OfRow):
        """The cursor is on this row."""

    class Chosen(OfRow):
        """The reader wants the article."""

    class Annotated(OfRow):
        """The reader wants to write a note."""

    class Dropped(OfRow):
        """The reader wants it away."""

    def __init__(self) -> None:
        super().__init__(id="clippings")
        self.rows: Sequence[ClipRow] = ()
        self._headlines = 0

    def show(self, rows: Sequence[ClipRow], cursor_on: str = "") -> None:
        """Show `rows`; the cursor goes to that of this id, else it stays where it is."""
        names = [row.id for row in rows]
        self.rows = rows
        self._headlines = min(WIDEST, max((width(row.headline) for row in rows), default=0))
        self.refresh()
        self.place_cursor(names.index(cursor_on) if cursor_on in names else self.cursor)
        self.moved()

    @property
    def row(self) -> ClipRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def line_count(self) -> int:
        """Return how many clippings there are."""
        return len(self.rows)

    def line(self, number: int, cells: int) -> Strip:
        """Return a row: its day where it is the first of it, headline, note and source."""
        row = self.rows[number]
        rest = "  ".join(filter(None, (row.note, row.source)))
        style = self.rich_style
        if number == self.cursor:
            style += self.named_style("cursor")
        text = f" {fit(row.day, 10)}  {fit(row.headline, self._headlines)}  {rest}"
        return Strip([Segment(fit(text, cells), style)], cells)

    def moved(self) -> None:
        """Tell that the cursor is on another row."""
        if self.row:
            self.post_message(self.Moved(self.row))

    def action_choose(self) -> None:
        """Tell that the article is wanted."""
        if self.row:
            self.post_message(self.Chosen(self.row))

    def action_annotate(self) -> None:
        """Tell that a note is to be written."""
        if self.row:
            self.post_message(self.Annotated(self.row))

    def action_drop(self) -> None:
        """Tell that the clipping is not wanted any more."""
        if self.row:
            self.post_message(self.Dropped(self.row))

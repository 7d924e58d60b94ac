"""The clippings, a line for each: the day, headline, what part of it, one's own note, source."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct
from textual.binding import BindingType
from textual.message import Message

from tui.commands import Command, bindings
from tui.language import N_
from tui.panes.lines import RowLines
from tui.typeset import fit, width

WIDEST, NARROWEST = 40, 20
"""Cells of the headlines' column at most; and at least, where they need as many."""

ABOUT = 20
"""Cells that part and note have before the headlines' column is as wide as it may be."""

BEFORE = 15
"""Cells before the headline and between it and the rest."""


class ClipRow(Struct, frozen=True):
    """What is said of a clipping; `day` is ``""`` where the row above says it."""

    id: str
    day: str
    headline: str
    source: str
    part: str = ""
    note: str = ""


class ClipList(RowLines[ClipRow]):
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
        self._headlines = 0
        self._rest = 0

    def show(self, rows: Sequence[ClipRow], cursor_on: str = "") -> None:
        """Show `rows`; the cursor goes to that of this id, else it stays where it is."""
        names = [row.id for row in rows]
        self._headlines = min(WIDEST, max((width(row.headline) for row in rows), default=0))
        self._rest = max(
            (min(ABOUT, width(_about(row))) + 2 + width(row.source) for row in rows), default=0
        )
        self.take(rows, names.index(cursor_on) if cursor_on in names else self.cursor)

    def text(self, row: ClipRow) -> str:
        """Return a row's day where it is the first of it, headline, part, note and source.

        The source is whole where there is room: part and note give way to it.
        """
        cells, about = self.size.width - BEFORE, _about(row)
        headlines = min(self._headlines, max(NARROWEST, cells - self._rest))
        room = max(0, cells - headlines - width(row.source) - 2)
        about = fit(about, min(width(about), room))
        rest = "  ".join(filter(None, (about, row.source)))
        return f" {fit(row.day, 10)}  {fit(row.headline, headlines)}  {rest}"

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


def _about(row: ClipRow) -> str:
    """Return which part of the article it is, and one's own note."""
    return "  ".join(filter(None, (row.part, row.note)))

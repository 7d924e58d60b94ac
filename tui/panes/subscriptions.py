"""The papers subscribed to, a line for each: name, last fetch, next one, and what has failed."""

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

WIDEST = 28
"""Cells of a column at most."""

_COLUMNS = ("title", "last", "due")


class SubscriptionRow(Struct, frozen=True):
    """What is said of a subscription; `newest` is the id of its newest issue.

    `options` are those that are set, as they are typed.
    """

    name: str
    title: str
    last: str
    due: str
    error: str = ""
    newest: str = ""
    options: str = ""


class SubscriptionList(RowLines[SubscriptionRow]):
    """The subscriptions."""

    HELP = N_("The papers subscribed to, with what the last fetch of each brought.")
    KEYS: ClassVar[list[Command]] = [
        Command("enter", "choose", N_("Fetch it now"), N_("fetch")),
        Command("o,right,l", "newest", N_("Read its newest issue"), N_("read")),
        Command("e", "edit", N_("Change when and how it is fetched"), N_("change")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    @dataclass
    class OfRow(Message):
        """Something is wanted of a row."""

        row: SubscriptionRow

    class Moved(OfRow):
        """The cursor is on this row."""

    class Chosen(OfRow):
        """The reader wants it fetched."""

    class Opened(OfRow):
        """The reader wants its newest issue."""

    class Edited(OfRow):
        """The reader wants to change it."""

    def __init__(self) -> None:
        super().__init__(id="subscriptions")
        self._sizes: dict[str, int] = {}

    def show(self, rows: Sequence[SubscriptionRow]) -> None:
        """Show `rows`; the cursor stays on its subscription."""
        name = self.row.name if self.row else ""
        names = [each.name for each in rows]
        for part in _COLUMNS:
            widest = max((width(getattr(each, part)) for each in rows), default=0)
            self._sizes[part] = min(widest, WIDEST)
        self.take(rows, names.index(name) if name in names else self.cursor)

    def text(self, row: SubscriptionRow) -> str:
        """Return what a row says, in columns as wide as what stands in them."""
        parts = [fit(getattr(row, part), size) for part, size in self._sizes.items()]
        more = [part for part in (row.options, row.error) if part]
        return " " + "  ".join((*parts, *more))

    def moved(self) -> None:
        """Tell that the cursor is on another row."""
        if self.row:
            self.post_message(self.Moved(self.row))

    def action_choose(self) -> None:
        """Tell that the subscription under the cursor is to be fetched."""
        if self.row:
            self.post_message(self.Chosen(self.row))

    def action_newest(self) -> None:
        """Tell that its newest issue is to be opened."""
        if self.row:
            self.post_message(self.Opened(self.row))

    def action_edit(self) -> None:
        """Tell that the subscription under the cursor is to be changed."""
        if self.row:
            self.post_message(self.Edited(self.row))

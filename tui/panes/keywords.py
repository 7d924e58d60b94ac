"""The keywords of what is left, kind by kind, to be included or excluded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.commands import Command, bindings
from tui.language import N_, _
from tui.panes.lines import CursorLines
from tui.state.filter_line import excluded, included
from tui.state.keyword_rows import KeywordRow, rows, with_chosen
from tui.typeset import bar, fit, width

if TYPE_CHECKING:
    from store.index.results import Facet
    from tui.state.keyword_rows import Expansion

KINDS = {
    "person": N_("people"),
    "place": N_("places"),
    "organisation": N_("organisations"),
    "topic": N_("topics"),
}

LONGEST = 12
"""Cells of the longest bar."""


class KeywordList(CursorLines):
    """The keywords of what the filter leaves, with the number of articles that have them."""

    HELP = N_(
        "The keywords of what is left, by kind, with the number of articles that have them: first "
        "what is more frequent here than in the library. Above them what Latin letters stand for."
    )
    KEYS: ClassVar[list[Command]] = [
        Command("space,enter", "pick", N_("Narrow by this keyword, or no longer"), N_("pick")),
        Command("minus", "leave_out", N_("Leave this keyword out, or no longer"), N_("leave out")),
        Command("right,l", "unfold(1)", N_("Show all keywords of this kind")),
        Command("left,h", "unfold(0)", N_("Show the first ones alone")),
        Command("T", "draw", N_("How often this keyword was met, and on which pages")),
        Command("o", "sort", N_("Order by what stands out here, or by count")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    @dataclass
    class Toggled(Message):
        """The reader toggles this word as one to include, or to exclude if it is to be `out`."""

        word: str
        out: bool = False

    @dataclass
    class Drawn(Message):
        """The reader wants to see this word over time."""

        word: str

    @dataclass
    class Read(Message):
        """The reader means this word by these Latin letters."""

        letters: str
        word: str

    def __init__(self) -> None:
        super().__init__(id="keywords")
        self.rows: list[KeywordRow] = []
        self._given: tuple[str, Sequence[Facet], Sequence[Expansion]] = ("", (), ())
        self._facets: Sequence[Facet] = ()
        self._by_count = False
        self._unfolded: set[str] = set()

    def line_count(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def line(self, number: int, cells: int) -> Strip:
        """Return a row in the style of its sign; `row_text` says what is in it."""
        row = self.rows[number]
        style = self.rich_style
        if row.sign or not row.word:
            style += self.named_style({"+": "kept", "-": "left out", "": "group"}[row.sign])
        if number == self.cursor and self.has_focus:
            style += self.named_style("cursor")
        return Strip([Segment(row_text(row, cells), style)], cells)

    def show(self, text: str, facets: "Sequence[Facet]", expansions: "Sequence[Expansion]") -> None:
        """Show these keywords in this order, and above them what Latin letters expand to.

        `text` is the filter line that they belong to: what it includes has a plus, what it
        excludes a minus.
        """
        if (text, facets, expansions) != self._given:
            self._given = text, facets, expansions
            self._lay()

    def _lay(self) -> None:
        """Make the rows anew; while the list has the focus the cursor stays on its word."""
        text, facets, expansions = self._given
        chosen, out = included(text), excluded(text)
        if self._by_count:
            facets = sorted(facets, key=lambda facet: -facet.count)
        self._facets = with_chosen(facets, self._facets, chosen, out)
        laid = rows(self._facets, expansions, chosen, out, self._unfolded)
        key = self.rows[self.cursor].key if self.has_focus and self.rows else None
        if laid == self.rows:
            return
        self.rows = laid
        self.top = min(self.top, self.last_top)
        self.refresh()
        there = (number for number, row in enumerate(laid) if row.key == key)
        self.place_cursor(next(there, self.cursor if key else 1))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.place_cursor(self.cursor)

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.place_cursor(self.cursor)

    def action_pick(self) -> None:
        """Tell which word is picked; on a group's head, unfold the group or fold it."""
        row = self._row
        if row is None:
            return
        if not row.word:
            self.action_unfold(row.group not in self._unfolded)
        elif row.of_letters:
            self.post_message(self.Read(row.group, row.word))
        else:
            self.post_message(self.Toggled(row.word))

    def action_leave_out(self) -> None:
        """Tell which word is to be left out."""
        row = self._row
        if row is not None and row.word:
            self.post_message(self.Toggled(row.word, out=True))

    def action_draw(self) -> None:
        """Tell which word is to be seen over time."""
        row = self._row
        if row is not None and row.word:
            self.post_message(self.Drawn(row.word))

    def action_unfold(self, unfolded: bool) -> None:
        """Show all words of the group, or only the first ones, the cursor on its head."""
        row = self._row
        if row is None:
            return
        (self._unfolded.add if unfolded else self._unfolded.discard)(row.group)
        if not unfolded:
            head = next(n for n, each in enumerate(self.rows) if each.group == row.group)
            self.place_cursor(head)
        self._lay()

    def action_sort(self) -> None:
        """Order by count, or by what is more frequent here than in the library."""
        self._by_count = not self._by_count
        self._lay()

    @property
    def _row(self) -> KeywordRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None


def row_text(row: KeywordRow, cells: int) -> str:
    """Return a row in so many cells: a group's head, or a word with its sign, bar and count."""
    if not row.word:
        count = f" {row.count}" if row.most == row.count else f" {row.most}/{row.count}"
        name = row.group if row.of_letters else _(KINDS[row.group])
        return fit(name, max(0, cells - width(count))) + count
    longest = min(LONGEST, cells // 4)
    end = f" {bar(row.count, row.most, longest):<{longest}} {row.count or '':>4}"
    return fit(fit(f"{row.sign or ' '} {row.word}", max(0, cells - width(end))) + end, cells)

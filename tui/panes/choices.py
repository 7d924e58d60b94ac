"""A list to choose from: similar articles, how often a word occurs over time, new words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.commands import Command, bindings
from tui.language import N_
from tui.panes.lines import CursorLines
from tui.state.related import Choice
from tui.typeset import bar, fit, width

LONGEST = 40
"""Cells of the longest bar."""


class Choices(CursorLines):
    """Choices, a line for each; those inside a choice unfold beneath it."""

    KEYS: ClassVar[list[Command]] = [
        Command("enter", "choose", N_("Go there"), N_("go there")),
        Command("right,l", "unfold(True)", N_("Show the other prints of the story")),
        Command("left,h", "unfold(False)", N_("Show one print of the story alone")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    @dataclass
    class Chosen(Message):
        """The reader has chosen."""

        value: str

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__(id="choices")
        self._choices = choices
        self._unfolded: set[Choice] = set()
        self.rows: list[tuple[Choice, Choice]] = []
        self._lay()

    def _lay(self) -> None:
        """List the choices that are shown, each with the one that it belongs to."""
        self.rows = [
            (choice, head)
            for head in self._choices
            for choice in (head, *(head.inside if head in self._unfolded else ()))
        ]
        self._texts = max((width(choice.text) for choice, _ in self.rows), default=0)
        self._most = max((choice.count for choice, _ in self.rows), default=0)

    def line_count(self) -> int:
        """Return how many choices are shown."""
        return len(self.rows)

    def line(self, number: int, cells: int) -> Strip:
        """Return a choice: its text, its bar and count where it has one, and its note."""
        choice, head = self.rows[number]
        text = f"{'  ' if choice is not head else ''}{choice.text}"
        if choice.count >= 0:
            longest = max(4, min(LONGEST, cells // 3))
            texts = max(8, min(self._texts, cells - longest - 8))
            share = bar(choice.count, self._most, longest)
            text = f"{fit(text, texts)} {choice.count:>4}  {share:<{longest}}"
        note = f"  {choice.note}" if choice.note else ""
        style = self.rich_style
        if "://" in choice.value:
            style += Style(link=choice.value)
        if number == self.cursor:
            style += self.named_style("cursor")
        room = max(0, cells - 2 - width(note))
        return Strip([Segment(fit(f" {fit(text, room)}{note} ", cells), style)], cells)

    def action_choose(self) -> None:
        """Choose what is under the cursor."""
        if self.rows and (value := self.rows[self.cursor][0].value):
            self.post_message(self.Chosen(value))

    def action_unfold(self, unfolded: bool) -> None:
        """Unfold the choice, or fold it and put the cursor on what it belongs to."""
        if not self.rows:
            return
        head = self.rows[self.cursor][1]
        (self._unfolded.add if unfolded else self._unfolded.discard)(head)
        self._lay()
        at = next(n for n, (choice, _) in enumerate(self.rows) if choice is head)
        self.place_cursor(self.cursor if unfolded else at)
        self.refresh()

"""A line to type in; Tab completes its words."""

from collections.abc import Callable
from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import BindingType
from textual.widgets import Input

from tui.commands import Command, bindings
from tui.language import N_

Completer = Callable[[str], tuple[int, tuple[str, ...]]]
"""Returns for a text where its last word begins, and what may stand in that word's place."""


def no_completions(text: str) -> tuple[int, tuple[str, ...]]:
    """Complete nothing."""
    return len(text), ()


class CompletingInput(Input):
    """A line to type in; Tab completes its last word, and again with the next that fits."""

    KEYS: ClassVar[list[Command]] = [
        Command("tab", "complete", N_("Complete the word or field, then the next one that fits")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, placeholder: str, complete: Completer, *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id, compact=True)
        self.cursor_blink = False
        self._complete = complete
        self._turns: dict[str, str] = {}

    def put(self, text: str) -> None:
        """Show `text`, the cursor at its end."""
        self.value = text
        self.cursor_position = len(text)

    def action_complete(self) -> None:
        """Complete the last word, or replace it by the next; else leave the key to the screen."""
        if self.value not in self._turns:
            begin, words = self._complete(self.value)
            lines = [self.value[:begin] + word for word in words]
            self._turns = dict(zip((self.value, *lines), lines, strict=False))
            if len(lines) > 1:  # an only one may be completed further
                self._turns[lines[-1]] = lines[0]
        if self.value not in self._turns:
            raise SkipAction
        self.put(self._turns[self.value])

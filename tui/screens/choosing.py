"""A list to choose from; closes with the value chosen."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.commands import Command, bindings
from tui.language import N_
from tui.panes.choices import Choices
from tui.panes.status import StatusLine
from tui.screens.standing import hints_for
from tui.state.related import Choice
from tui.terminal.textual_seam import PassingScreen


class ChoosingScreen(PassingScreen[str]):
    """Choices under a title; the result is the value chosen, ``""`` when nothing is."""

    KEYS: ClassVar[list[Command]] = [
        Command("slash", "narrow('filter')", N_("Back to reading, into the filter line")),
        Command("S", "narrow('save_filter')", N_("Back to reading, to save the filter")),
        Command("escape,q", "close", N_("Back to reading"), N_("back")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Compose the list and the status line."""
        yield Choices(self._choices)
        yield StatusLine()

    def on_screen_resume(self) -> None:
        """Say what can be done, again after the help."""
        self.set_focus(self.query_one(Choices))
        self.query_one(StatusLine).hint(hints_for(self), (self._title,))

    @on(Choices.Chosen)
    def _chosen(self, event: Choices.Chosen) -> None:
        self.dismiss(event.value)

    def action_narrow(self, action: str) -> None:
        """Go back to reading and do this there: what is listed here is what the filter leaves."""
        self.dismiss("")
        below = self.app.screen_stack[0]
        self.app.call_later(self.app.run_action, action, below)

    def action_close(self) -> None:
        """Go back to reading."""
        self.dismiss("")

"""A line to answer a question in, there while it is asked."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input

from tui.commands import Command, bindings
from tui.language import N_


class Answer(Input):
    """Asks `question`, hands what is typed to `then` (nothing typed: nothing done), and is gone."""

    KEYS: ClassVar[list[Command]] = [
        Command("enter", "submit", N_("Answer"), N_("answer")),
        Command("escape", "leave", N_("Leave the question"), N_("leave")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))
    DEFAULT_CSS = """
    Answer { border: none; height: 1; padding: 0; background: ansi_default; }
    """

    def __init__(self, question: str, then: Callable[[str], None]) -> None:
        super().__init__(placeholder=question, compact=True)
        self.cursor_blink = False
        self._then = then

    def on_mount(self) -> None:
        """Take the focus; it goes back to where it was."""
        self._before = self.screen.focused
        self.focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_leave()
        if text := event.value.strip():
            self.screen.call_after_refresh(self._then, text)  # the focus has its say first

    def action_leave(self) -> None:
        """Ask no more."""
        self.screen.set_focus(self._before)
        self.remove()

"""A question, and the line to answer it in; it is there only while it is asked."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.widgets import Input

from tui.commands import Command, bindings
from tui.language import N_
from tui.panes.completing_input import Completer, CompletingInput, no_completions

OnAnswer = Callable[[str], Awaitable[None] | None]
"""Takes the answer, which is not empty."""


class Question(CompletingInput):
    """Asks `question`, hands what is typed, if anything, to `then`, and disappears."""

    KEYS: ClassVar[list[Command]] = [
        Command("enter", "submit", N_("Answer"), N_("answer")),
        Command("escape", "leave", N_("Leave the question"), N_("leave")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))
    DEFAULT_CSS = """
    Question { border: none; height: 1; padding: 0; background: $ground; }
    """

    def __init__(self, question: str, then: OnAnswer, complete: Completer = no_completions) -> None:
        super().__init__(question, complete)
        self._then = then

    def on_mount(self) -> None:
        """Take the focus, and remember where it was."""
        self._before = self.screen.focused
        self.focus()

    @on(Input.Submitted)
    async def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        before = self._before or self.screen
        self.action_leave()
        if text := event.value.strip():
            await self._after(
                [node for node in before.ancestors_with_self if node is not self.app], text
            )

    def action_leave(self) -> None:
        """Disappear, and give the focus back."""
        self.screen.set_focus(self._before)
        self.remove()

    async def _after(self, nodes: Sequence[DOMNode], text: str) -> None:
        """Hand the answer over once these nodes know that the focus is back."""
        if nodes:
            nodes[0].call_later(self._after, nodes[1:], text)
        else:
            result = self._then(text)
            if result is not None:
                await result

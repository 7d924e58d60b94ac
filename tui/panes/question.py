"""A question, and the line to answer it in; it is there only while it is asked."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Input

from tui.commands import Command, bindings
from tui.language import N_
from tui.panes.completing_input import Completer, CompletingInput, no_completions
from tui.panes.status import StatusLine

OnAnswer = Callable[[str], Awaitable[None] | None]
"""Takes the answer, which is not empty."""


class Question(CompletingInput):
    """Asks `question`, hands what is typed, if anything, to `then`, and disappears.

    It stays, with what is typed, where `refuse` gives a reason why that is no answer. Where nothing
    is typed the answer is `default`. When it disappears, answered or not, `over` is called.
    """

    KEYS: ClassVar[list[Command]] = [
        Command("enter", "submit", N_("Answer"), N_("answer")),
        Command("escape", "leave", N_("Leave the question"), N_("leave")),
        Command(
            "shift+tab", "complete", N_("Complete the word or field, then the next one that fits")
        ),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))
    DEFAULT_CSS = """
    Question { border: none; height: 1; padding: 0; background: $ground; }
    """

    def __init__(
        self,
        question: str,
        then: OnAnswer,
        complete: Completer | None = None,
        *,
        back_to: Widget | None,
        refuse: Callable[[str], str] | None = None,
        default: str = "",
        over: Callable[[], None] | None = None,
    ) -> None:
        """Ask, and give the focus `back_to` where it was: keys may come before this is mounted."""
        super().__init__(question, complete or no_completions)
        self._then = then
        self._before = back_to
        self._refuse = refuse
        self._default = default
        self._over = over

    def on_mount(self) -> None:
        """Take the focus."""
        self.focus()

    @on(Input.Submitted)
    async def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        text = event.value.strip() or self._default
        if text and self._refuse and (why := self._refuse(text)):
            self.screen.query_one(StatusLine).show(left=(why,))
            return
        before = self._leave() or self.screen
        if text:
            await self._after(
                [node for node in before.ancestors_with_self if node is not self.app], text
            )

    def action_complete(self) -> None:
        """Complete the last word where something fits; the focus goes nowhere else meanwhile.

        What is typed next would be commands, and the question would stay.
        """
        with suppress(SkipAction):
            super().action_complete()

    def action_leave(self) -> None:
        """Disappear, and give the focus back."""
        self._leave()

    def _leave(self) -> Widget | None:
        """Disappear, and return what has the focus now: where it was, if that is still here."""
        before = self._before if self._before and self._before.is_attached else None
        self.screen.set_focus(before)
        self.remove()
        if self._over:
            self._over()
        return before

    async def _after(self, nodes: Sequence[DOMNode], text: str) -> None:
        """Hand the answer over once these nodes know that the focus is back."""
        if nodes:
            nodes[0].call_later(self._after, nodes[1:], text)
        else:
            result = self._then(text)
            if result is not None:
                await result

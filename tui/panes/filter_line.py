"""What the filter pane is made of: a line to type in, and how much it leaves."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import Command, bindings
from tui.language import N_, _
from tui.panes.completing_input import Completer, CompletingInput
from tui.panes.keywords import KeywordList
from tui.state.input_history import InputHistory
from tui.typeset import fit


class FilterLine(CompletingInput):
    """The line to type in; it speaks the query language."""

    HELP = N_("The filter line. Words narrow, | is or, -word is not, Latin letters are pinyin.")
    KEYS: ClassVar[list[Command]] = [
        Command("enter", "submit", N_("Back to the list, narrowed"), N_("to the list")),
        Command("up", "recall", N_("The filter before")),
        Command("down", "keywords", N_("The filter after, then to the keywords"), N_("keywords")),
        Command("escape", "give_back", N_("Undo the filter, and back to the list"), N_("clear")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, asked: Callable[[], Sequence[str]], complete: Completer) -> None:
        super().__init__(_("filter"), complete, id="filter-line")
        self._history = InputHistory(asked)

    def action_recall(self) -> None:
        """Show the filter used before this one."""
        before = self._history.step(1, self.value)
        if before is not None:
            self.put(before)

    async def action_give_back(self) -> None:
        """Leave it to the screen, of which it is an action everywhere."""
        await self.app.run_action("give_back", self.screen)

    def action_keywords(self) -> None:
        """Show the filter used after this one; after the last, go down to the keywords."""
        after = self._history.step(-1, self.value)
        if after is None:
            self.screen.focus_next(KeywordList)
        else:
            self.put(after)


class FilterSummary(Widget):
    """Two lines beneath the filter line: how much is left, and what Latin letters stand for."""

    DEFAULT_CSS = "FilterSummary { height: 2; }"

    def __init__(self) -> None:
        super().__init__()
        self.shown = ("", "")

    def show(self, count: str, rest: str) -> None:
        """Show these two lines."""
        if (count, rest) != self.shown:
            self.shown = (count, rest)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one of the two lines."""
        cells = self.size.width
        return Strip([Segment(fit(self.shown[y] if y < 2 else "", cells), self.rich_style)], cells)

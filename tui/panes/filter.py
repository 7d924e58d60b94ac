"""The keyword filter: a line to type in, and the keywords of what is left, to be toggled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.commands import Command, bindings
from tui.language import N_, _
from tui.panes.completing_input import Completer, CompletingInput
from tui.panes.keywords import KeywordList
from tui.state.filter_line import replaced, toggled
from tui.state.input_history import InputHistory
from tui.typeset import fit

if TYPE_CHECKING:
    from store.index.results import Facet
    from tui.state.keyword_rows import Expansion


class FilterLine(CompletingInput):
    """The line to type in; it speaks the query language."""

    HELP = N_("The filter line. Words narrow, | is or, -word is not, Latin letters are pinyin.")
    KEYS: ClassVar[list[Command]] = [
        Command("enter", "submit", N_("Back to the list, narrowed"), N_("to the list")),
        Command("up", "recall", N_("The filter before")),
        Command("down", "keywords", N_("The filter after, then to the keywords"), N_("keywords")),
        Command("escape", "give_back", N_("Clear the filter, and back to the list"), N_("clear")),
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


class FilterPane(Vertical):
    """Filter line, summary of what is left, and its keywords; empty until it is needed."""

    DEFAULT_CSS = """
    FilterPane FilterLine { border: none; height: 1; padding: 0; background: $ground; }
    FilterPane FilterLine:focus { border: none; }
    FilterPane FilterLine > .input--placeholder { color: $faint; text-style: $faint-style; }
    FilterPane FilterLine > .input--cursor { text-style: reverse; }
    """

    @dataclass
    class Typed(Message):
        """The text of the filter line has changed."""

        text: str

    @dataclass
    class Entered(Message):
        """The reader has finished typing."""

    @dataclass
    class Asked(Message):
        """The reader has used this filter."""

        text: str

    def __init__(self, asked: Callable[[], Sequence[str]], complete: Completer) -> None:
        """Offer the filters `asked` before, newest first."""
        super().__init__(id="filter")
        self._asked = asked
        self._complete = complete

    def fill(self) -> bool:
        """Mount the line, the summary and the keywords: 10 ms, not before the first paint.

        Return whether they are there; in an application that is ending they never will be.
        """
        if self.is_attached and not self.children:
            self.mount(FilterLine(self._asked, self._complete), FilterSummary(), KeywordList())
        return bool(self.children)

    @property
    def text(self) -> str:
        """What the filter line holds."""
        return self.query_one(FilterLine).value if self.children else ""

    @text.setter
    def text(self, text: str) -> None:
        self.query_one(FilterLine).put(text)

    def clear(self) -> None:
        """Empty the line; its filter counts as used."""
        self._tell_asked()
        self.text = ""

    def show_summary(self, count: str, rest: str) -> None:
        """Show how much is left, and a second line about it."""
        if self.fill():
            self.query_one(FilterSummary).show(count, rest)

    def show_keywords(self, facets: "Sequence[Facet]", expansions: "Sequence[Expansion]") -> None:
        """Show the keywords of what is left, and what the line's Latin letters expand to."""
        if self.fill():
            self.query_one(KeywordList).show(self.text, facets, expansions)

    def on_descendant_blur(self) -> None:
        """Tell which filter was used when the focus leaves the line or the keywords."""
        self._tell_asked()

    def _tell_asked(self) -> None:
        if self.text.strip():
            self.post_message(self.Asked(self.text.strip()))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered())

    @on(KeywordList.Toggled)
    def _toggled(self, event: KeywordList.Toggled) -> None:
        event.stop()
        self.text = toggled(self.text, event.word, out=event.out)

    @on(KeywordList.Read)
    def _read(self, event: KeywordList.Read) -> None:
        event.stop()
        self.text = replaced(self.text, event.letters, event.word)

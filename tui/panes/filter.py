"""The keyword filter: a line to type in, and the keywords of what is left, to be toggled."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message

from tui.state.filter_line import replaced, toggled

if TYPE_CHECKING:
    from textual.widgets import Input

    from store.index.results import Facet
    from tui.panes.completing_input import Completer
    from tui.panes.filter_line import FilterLine
    from tui.panes.keywords import KeywordList
    from tui.state.keyword_rows import Expansion


class FilterPane(Vertical):
    """Filter line, summary of what is left, and its keywords; empty until it is needed."""

    DEFAULT_CSS = """
    FilterPane FilterLine { border: none; height: 1; padding: 0; background: $ground; }
    FilterPane FilterLine:focus { border: none; }
    FilterPane FilterLine > .input--placeholder { color: $faint; text-style: $faint-style; }
    FilterPane FilterLine > .input--cursor { text-style: reverse; }
    """

    class OfText(Message):
        """News of a filter."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Typed(OfText):
        """The text of the filter line has changed."""

    class Asked(OfText):
        """The reader has used this filter."""

    class Entered(Message):
        """The reader has finished typing."""

    def __init__(self, asked: Callable[[], Sequence[str]], complete: "Completer") -> None:
        """Offer the filters `asked` before, newest first."""
        super().__init__(id="filter")
        self._asked = asked
        self._complete = complete
        self._line: FilterLine | None = None
        self.place: Callable[[], object] = lambda: None
        """Puts the pane on the screen, where that waits until it is needed."""

    def fill(self) -> bool:
        """Make and mount the line, the summary and the keywords: not before the first paint.

        Return whether they are there; in an application that is ending they never will be.
        """
        from tui.panes.filter_line import FilterLine, FilterSummary
        from tui.panes.keywords import KeywordList

        if not self.is_attached:
            self.place()
        if self.is_attached and not self.children:
            self._line = FilterLine(self._asked, self._complete)
            self._summary, self._keywords = FilterSummary(), KeywordList()
            self.mount(self._line, self._summary, self._keywords)
        return bool(self.children)

    @property
    def text(self) -> str:
        """What the filter line holds."""
        return self._line.value if self._line else ""

    @text.setter
    def text(self, text: str) -> None:
        if self._line:
            self._line.put(text)

    def clear(self) -> None:
        """Empty the line; its filter counts as used."""
        self._tell_asked()
        self.text = ""

    def show_summary(self, count: str, rest: str) -> None:
        """Show how much is left, and a second line about it."""
        if self.fill():
            self._summary.show(count, rest)

    def show_keywords(self, facets: "Sequence[Facet]", expansions: "Sequence[Expansion]") -> None:
        """Show the keywords of what is left, and what the line's Latin letters expand to."""
        if self.fill():
            self._keywords.show(self.text, facets, expansions)

    def on_descendant_blur(self) -> None:
        """Tell which filter was used when the focus leaves the line or the keywords."""
        self._tell_asked()

    def _tell_asked(self) -> None:
        if self.text.strip():
            self.post_message(self.Asked(self.text.strip()))

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Tell what is typed."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: "Input.Submitted") -> None:
        """Tell that the reader has finished."""
        event.stop()
        self.post_message(self.Entered())

    def on_keyword_list_toggled(self, event: "KeywordList.Toggled") -> None:
        """Take a keyword into the line, or out of it."""
        event.stop()
        self.text = toggled(self.text, event.word, out=event.out)

    def on_keyword_list_read(self, event: "KeywordList.Read") -> None:
        """Put the word that is meant in the place of its letters."""
        event.stop()
        self.text = replaced(self.text, event.letters, event.word)

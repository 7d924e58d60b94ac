"""The keyword filter: a line to type in, and the keywords of what is left, to be toggled."""

import re
from collections.abc import Sequence
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
from tui.panes.lines import CursorLines, fit
from tui.typeset import width

if TYPE_CHECKING:
    from store.index.found import Facet

KIND_SIGNS = {
    "person": N_("per"),
    "place": N_("loc"),
    "organisation": N_("org"),
    "topic": "",
}


class KeywordList(CursorLines):
    """The keywords of what the filter leaves, with the number of articles that have them."""

    component_prefix = "keywords"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keywords--cursor", "keywords--on", "keywords--off"}
    DEFAULT_CSS = """
    KeywordList .keywords--cursor { text-style: reverse; }
    KeywordList .keywords--on { text-style: bold; color: ansi_yellow; }
    """
    HELP = N_("The keywords of what is left, with the number of articles that have them.")
    KEYS: ClassVar[list[Command]] = [
        Command("space,enter", "pick", N_("Narrow by this keyword, or no longer"), N_("pick")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    @dataclass
    class Toggled(Message):
        """The reader includes this word, or no longer."""

        word: str

    def __init__(self) -> None:
        super().__init__(id="keywords")
        self.facets: Sequence[Facet] = ()
        self.chosen: frozenset[str] = frozenset()

    def line_count(self) -> int:
        """Return how many keywords there are."""
        return len(self.facets)

    def line(self, number: int, cells: int) -> Strip:
        """Return a keyword: whether it is chosen, its kind, and its count."""
        facet = self.facets[number]
        on = facet.word in self.chosen
        style = self.look("on" if on else "off")
        if number == self.cursor and self.has_focus:
            style += self.look("cursor")
        sign = KIND_SIGNS[facet.kind]
        count = f" {_(sign) if sign else ''} {facet.count:>3}"
        text = fit(("+ " if on else "  ") + facet.word, max(0, cells - width(count))) + count
        return Strip([Segment(fit(text, cells), style)], cells)

    def show(self, facets: "Sequence[Facet]", chosen: frozenset[str]) -> None:
        """Show these keywords; those chosen carry a plus."""
        if (facets, chosen) == (self.facets, self.chosen):
            return
        word = self.facets[self.cursor].word if self.cursor < len(self.facets) else ""
        self.facets, self.chosen = facets, chosen
        self.top = min(self.top, self.last_top)
        self.refresh()
        at = next((n for n, f in enumerate(facets) if f.word == word), self.cursor)
        self.place_cursor(at)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.place_cursor(self.cursor)

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.place_cursor(self.cursor)

    def action_pick(self) -> None:
        """Tell which word is meant."""
        if self.cursor < len(self.facets):
            self.post_message(self.Toggled(self.facets[self.cursor].word))


class FilterLine(Input):
    """The line to type in; it speaks the query language."""

    HELP = N_("The filter line. Words narrow, | is or, -word is not, Latin letters are pinyin.")
    KEYS: ClassVar[list[Command]] = [
        Command("enter", "submit", N_("Back to the list, narrowed"), N_("to the list")),
        Command("down", "keywords", N_("To the keywords"), N_("keywords")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def action_keywords(self) -> None:
        """Go down to the keywords."""
        self.screen.focus_next(KeywordList)


class Told(Widget):
    """Two lines beneath the filter line: how much is left, and what Latin letters stand for."""

    DEFAULT_CSS = "Told { height: 2; }"

    def __init__(self) -> None:
        super().__init__()
        self.told = ("", "")

    def tell(self, count: str, rest: str) -> None:
        """Show these two lines."""
        if (count, rest) != self.told:
            self.told = (count, rest)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one of the two lines."""
        cells = self.size.width
        return Strip([Segment(fit(self.told[y] if y < 2 else "", cells), self.rich_style)], cells)


class FilterPane(Vertical):
    """Filter line, what is left, and its keywords; empty until it is needed."""

    DEFAULT_CSS = """
    FilterPane FilterLine { border: none; height: 1; padding: 0; background: ansi_default; }
    FilterPane FilterLine:focus { border: none; }
    FilterPane FilterLine > .input--placeholder { color: ansi_bright_black; }
    FilterPane FilterLine > .input--cursor { text-style: reverse; }
    """

    @dataclass
    class Typed(Message):
        """The filter line holds another text."""

        text: str

    @dataclass
    class Entered(Message):
        """The reader is done with typing."""

    def __init__(self) -> None:
        super().__init__(id="filter")

    def fill(self) -> bool:
        """Mount the line, what is told, and the keywords: 10 ms, not before the first paint.

        Return whether they are there; in an application that is ending they will never be.
        """
        if self.is_attached and not self.children:
            line = FilterLine(placeholder=_("filter"), id="filter-line", compact=True)
            line.cursor_blink = False
            self.mount(line, Told(), KeywordList())
        return bool(self.children)

    @property
    def text(self) -> str:
        """What the filter line holds."""
        return self.query_one(FilterLine).value if self.children else ""

    @text.setter
    def text(self, text: str) -> None:
        self.query_one(FilterLine).value = text
        self.query_one(FilterLine).cursor_position = len(text)

    def tell(self, left: str, rest: str) -> None:
        """Show how much is left, and a second line about it."""
        if self.fill():
            self.query_one(Told).tell(left, rest)

    def show(self, facets: "Sequence[Facet]", chosen: frozenset[str]) -> None:
        """Show the keywords of what is left."""
        if self.fill():
            self.query_one(KeywordList).show(facets, chosen)

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
        self.text = toggled(self.text, event.word)


def toggled(text: str, word: str) -> str:
    """Return the filter line with `word` as one more term, or without it if it stands there."""
    term = word if word.isalnum() else f'"{word}"'
    before = terms(text)
    after = [t for t in before if t != term] if term in before else [*before, term]
    return " ".join(after)


def terms(text: str) -> list[str]:
    """Return the terms of a filter line, as typed: parted by blanks, quoted ones whole."""
    return re.findall(r'"[^"]*"|\S+', text)

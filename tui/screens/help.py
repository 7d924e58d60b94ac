"""The help: all that can be done where one stands, to be searched."""

from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.strip import Strip

from tui.commands import Command, bindings
from tui.language import N_, _
from tui.panes.lines import Lines
from tui.panes.question import Question
from tui.screens.standing import nodes_above
from tui.terminal.textual_seam import PassingScreen
from tui.typeset import break_text, fit, width


class HelpText(Lines):
    """The help's lines, to be scrolled."""

    KEYS: ClassVar[list[Command]] = [
        Command("down,j", "line(1)", N_("A line down")),
        Command("up,k", "line(-1)", N_("A line up")),
        Command("pagedown,space", "leaf(1)", N_("A page down")),
        Command("pageup,b", "leaf(-1)", N_("A page up")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, sections: list[tuple[str, list[Command]]]) -> None:
        super().__init__(id="help")
        self._sections = sections
        self._lines: list[tuple[str, bool]] = []
        self._wanted = ""

    def narrow(self, wanted: str) -> None:
        """Show the commands alone whose keys, name or title hold these words."""
        self._wanted = wanted
        self.top = 0
        self.on_resize()

    def on_resize(self) -> None:
        """Set the lines anew for this width."""
        cells = self.size.width
        keys = max((width(c.keys_shown()) for _h, cs in self._sections for c in cs), default=0)
        keys = min(keys, max(8, cells // 2))
        self._lines = []
        for text, listed in self._sections:
            commands = [command for command in listed if _holds(command, self._wanted)]
            if not commands:
                continue
            for line in break_text(text, max(2, cells - 2)):
                self._lines.append((" " + line, True))
            for command in commands:
                self._lines.append(
                    (f"  {fit(command.keys_shown(), keys)}  {_(command.title)}", False)
                )
            self._lines.append(("", False))
        if not self._lines:
            self._lines.append((" " + _("Nothing here is like that."), False))
        self._lines.append((" " + _("Esc closes this help, / searches it."), True))
        self.top = min(self.top, self.last_top)
        self.refresh()

    def line_count(self) -> int:
        """Return how many lines the help has."""
        return len(self._lines)

    def line(self, number: int, cells: int) -> Strip:
        """Return a line; a section's text is bold."""
        text, strong = self._lines[number]
        return Strip(
            [Segment(fit(text, cells), self.rich_style + Style(bold=strong or None))], cells
        )

    def action_line(self, by: int) -> None:
        """Scroll by so many lines."""
        self.scroll_lines(self.top + by)

    def action_leaf(self, by: int) -> None:
        """Scroll by so many pages."""
        self.scroll_lines(self.top + by * max(1, self.size.height - 1))


def _holds(command: Command, wanted: str) -> bool:
    text = f"{command.keys_shown()} {command.name} {_(command.title)}".casefold()
    return all(word in text for word in wanted.casefold().split())


class HelpScreen(PassingScreen[None]):
    """The help for the screen it was opened over."""

    KEYS: ClassVar[list[Command]] = [
        Command("slash", "search", N_("Search the help")),
        Command("escape,q,question_mark,h,left", "close", N_("Close the help")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, over: Screen[Any]) -> None:
        super().__init__()
        self._sections = [(text, commands) for _node, text, commands in nodes_above(over)]

    def compose(self) -> ComposeResult:
        """Compose the text."""
        yield HelpText(self._sections)

    def action_search(self) -> None:
        """Ask for words, and show what holds them."""
        text = self.query_one(HelpText)
        self.mount(Question(_("words:"), text.narrow, back_to=self.focused), after=text)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()

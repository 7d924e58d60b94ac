"""The lowest line: what can be done here, or what just happened; and where one stands."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.panes.lines import fit
from tui.typeset import width


class StatusLine(Widget):
    """One line: at the left hints or news, at the right the place."""

    DEFAULT_CSS = "StatusLine { height: 1; dock: bottom; color: ansi_bright_black; }"

    def __init__(self) -> None:
        super().__init__(id="status")
        self.left = ""
        self.right = ""

    def tell(self, left: str | None = None, right: str | None = None) -> None:
        """Show `left` and `right`; None leaves a side as it is."""
        shown = (self.left if left is None else left, self.right if right is None else right)
        if shown != (self.left, self.right):
            self.left, self.right = shown
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line; where it is too narrow for both, what happened goes first."""
        cells = self.size.width
        right = self.right if width(self.left) + width(self.right) + 1 <= cells else ""
        text = fit(self.left, cells - width(right)) + right
        return Strip([Segment(text, self.rich_style)], cells)


class Rule(Widget):
    """The one column between two panes."""

    DEFAULT_CSS = "Rule { width: 1; height: 1fr; color: ansi_bright_black; }"

    def render_line(self, y: int) -> Strip:
        """Return one cell of the rule."""
        return Strip([Segment("│", self.rich_style)], 1)

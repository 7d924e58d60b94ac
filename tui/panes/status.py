"""The lowest line: hints or what just happened, and where the reader is."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.panes.notice import Notice, at_length
from tui.typeset import fit, sign, width

LEAST = 3
"""Hints that are shown before the place has room: the first, the way out and the help."""


class StatusLine(Widget):
    """One line: at the left hints or news, at the right the place."""

    DEFAULT_CSS = "StatusLine { height: 1; dock: bottom; color: $faint; }"

    def __init__(self) -> None:
        super().__init__(id="status")
        self.left: tuple[str, ...] = ()
        self.right: tuple[str, ...] = ()
        self._hints: tuple[str, ...] = ()

    def show(
        self, left: tuple[str, ...] | None = None, right: tuple[str, ...] | None = None
    ) -> None:
        """Show `left` and `right`; None leaves a side as it is.

        Both are pieces, of which as many are shown as there is room for: at the left the first
        ones; at the right, which goes from large to small (paper, date, page, place), the last.
        """
        shown = (self.left if left is None else left, self.right if right is None else right)
        if shown != (self.left, self.right):
            self.left, self.right = shown
            self.refresh()
        self._show_at_length()

    def hint(self, hints: tuple[str, ...], right: tuple[str, ...] | None = None) -> None:
        """Show what can be done; what is told stands in its place till it is passed."""
        self._hints = hints
        self.show(hints, right)

    def pass_news(self) -> None:
        """Show what can be done again, in the place of what was told."""
        self.show(left=self._hints)

    def _show_at_length(self) -> None:
        """Show news above the line that it has no room for; the next key takes them away."""
        news = self.left[0] if self.left else ""
        told = {over.news: over for over in self.screen.query(Notice) if over.news}
        is_long = self.size.width > 0 and width(news) > self.size.width - 2
        if is_long and news not in told:
            self.screen.mount(at_length(news, self.size.width), before=self)
        for other in told.keys() - {news}:
            told[other].remove()

    def render_line(self, y: int) -> Strip:
        """Return the line; the first hint of `left` and its last two take precedence."""
        cells = self.size.width
        left, right = list(self.left), list(self.right)
        while len(left) > 1 and width(_joined(left, "  ")) > cells:
            del left[-LEAST if len(left) > LEAST else -1]
        near = right[1:]  # a paper's name is over its list
        while len(left) > LEAST and width(_joined(left, "  ")) + width(_joined(near, " ")) > cells:
            del left[-LEAST]
        while right and width(_joined(left, "  ")) + width(_joined(right, " ")) > cells:
            del right[0]
        place = _joined(right, " ")
        text = fit(_joined(left, "  "), cells - width(place)) + place
        return Strip([Segment(text, self.rich_style)], cells)


def _joined(pieces: list[str], between: str) -> str:
    return f" {between.join(pieces)} " if pieces else ""


class Rule(Widget):
    """The one column between two panes."""

    DEFAULT_CSS = "Rule { width: 1; height: 1fr; color: $faint; text-style: $faint-style; }"

    def render_line(self, y: int) -> Strip:
        """Return one cell of the rule."""
        return Strip([Segment(sign("│", "|"), self.rich_style)], 1)

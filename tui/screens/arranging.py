"""How the panes stand: how many side by side, and how wide the list is."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import BindingType

from tui.commands import Command, bindings
from tui.language import N_, _
from tui.screens.marking import MarkingScreen
from tui.session import Session

Breakpoints = list[tuple[int, str]]

LAYOUTS: Mapping[int, Breakpoints] = {
    0: [(0, "-narrow"), (80, "-middle"), (120, "-wide")],
    1: [(0, "-narrow")],
    2: [(0, "-narrow"), (60, "-middle")],
    3: [(0, "-narrow"), (60, "-middle"), (90, "-wide")],
}
"""From how many columns on what is shown: one pane, list and article, or the filter as well.

By how many panes a reader wants at most; 0 leaves it to the terminal's size.
"""

STEP = 4
"""Cells by which the list becomes wider or narrower at a key."""

LEAST, LEFT = 16, 34
"""The list has so many cells at least, and leaves so many to what stands beside it."""


class ArrangingScreen(MarkingScreen):
    """A screen whose panes are arranged."""

    KEYS: ClassVar[list[Command]] = [
        Command("v", "panes", N_("One, two or three panes, or as many as there is room for")),
        Command("right_parenthesis", "widen(1)", N_("Make the list wider")),
        Command("left_parenthesis", "widen(-1)", N_("Make the list narrower")),
        Command("equals_sign", "widen(0)", N_("Give the list its own width back")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))
    HORIZONTAL_BREAKPOINTS = LAYOUTS[0]

    def __init__(self, session: Session) -> None:
        """Arrange the panes as they were where one left off."""
        super().__init__(session)
        place = session.place()
        self.panes = place.panes
        self.list_width = place.list_width
        self.HORIZONTAL_BREAKPOINTS = LAYOUTS.get(self.panes, LAYOUTS[0])

    def action_panes(self) -> None:
        """Show one pane more, at most, than before."""
        self.set_panes((self.panes + 1) % len(LAYOUTS))

    def set_panes(self, panes: int) -> None:
        """Show so many panes at most; 0 leaves it to the terminal's size."""
        self.panes = panes
        self.HORIZONTAL_BREAKPOINTS = LAYOUTS[panes]
        self.remove_class("-narrow", "-middle", "-wide")
        self.take_breakpoints()
        self.size_list()
        self.tell(_("Panes: {n}").format(n=panes or _("as many as there is room for")))

    def action_widen(self, by: int) -> None:
        """Make the list wider or narrower, or as wide as it is by itself."""
        if self.has_class("-narrow"):
            self.tell(_("There is one pane here; v shows more."))
            return
        self.list_width = self.issues.size.width + STEP * by if by else 0
        self.size_list()

    def size_list(self) -> None:
        """Give the list the width that was chosen, within what the terminal has."""
        styles = self.issues.styles
        if self.list_width and not self.has_class("-narrow"):
            cells = max(LEAST, min(self.list_width, self.app.size.width - LEFT))
            styles.width = styles.min_width = styles.max_width = cells
        else:
            for rule in ("width", "min_width", "max_width"):
                styles.clear_rule(rule)

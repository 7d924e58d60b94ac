"""How the panes stand: how many side by side, and how wide the list is."""

from typing import ClassVar

from textual.binding import BindingType

from tui.commands import Command, bindings
from tui.language import N_, _
from tui.panes.filter import FilterPane
from tui.screens.reading.marking import MarkingScreen
from tui.state.layout import LAYOUTS, widths
from tui.state.session import Session

STEP = 4
"""Cells by which the list becomes wider or narrower at a key."""


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
        self.size_panes()
        self.tell(_("Panes: {n}").format(n=panes or _("as many as there is room for")))

    def action_widen(self, by: int) -> None:
        """Make the list wider or narrower, or as wide as it is by itself."""
        if self.has_class("-narrow"):
            self.tell(_("There is one pane here; v shows more."))
            return
        self.list_width = self.issues.size.width + STEP * by if by else 0
        self.size_panes()

    def size_panes(self) -> None:
        """Give list and filter their widths; the article has the rest."""
        cells = widths(self.app.size.width, self.panes, self.list_width)
        self.issues.styles.width = cells.list or "1fr"
        self.query_one(FilterPane).styles.width = cells.filter or "1fr"

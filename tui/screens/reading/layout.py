"""The layout of the panes: how many stand side by side, and how wide the list is."""

from store.reader.place import Place
from tui.language import N_, _
from tui.screens.reading.host import Host
from tui.state.layout import LAYOUTS, Breakpoints, widths
from tui.typeset import next_script, show_in

STEP = 4
"""Cells by which the list becomes wider or narrower at a key."""


SHOWN = {
    "printed": N_("Shown in the characters that are printed."),
    "simplified": N_("Shown in Simplified characters; the text is as it was."),
    "traditional": N_("Shown in Traditional characters; the text is as it was."),
}


class PaneLayout:
    """The most panes to show, and the width of the list; 0 for what the reader has not chosen.

    ``script`` is the one that was chosen for the texts, ``""`` where none was.

    Both start as they were in `place`, where the reader left off.
    """

    def __init__(self, host: Host, place: Place) -> None:
        self._host = host
        self.panes = place.panes
        self.list_width = place.list_width
        self.script = place.script

    @property
    def breakpoints(self) -> Breakpoints:
        """From how many columns on how many panes are shown."""
        return LAYOUTS.get(self.panes, LAYOUTS[0])

    def action_panes(self) -> None:
        """Show one pane more, at most, than before."""
        self.set_panes((self.panes + 1) % len(LAYOUTS))

    def set_panes(self, panes: int) -> None:
        """Show so many panes at most; 0 leaves it to the terminal's size."""
        self.panes = panes
        self._host.panes.set_breakpoints(self.breakpoints)
        self.apply()
        news = _("Panes: {n}").format(n=panes or _("as many as there is room for"))
        self._host.tell(news)

    def action_widen(self, by: int) -> None:
        """Make the list wider or narrower, or as wide as it is by itself."""
        width = self._host.panes.list_width
        if not width:
            self._host.tell(_("There is one pane here; v shows more."))
            return
        self.list_width = width + STEP * by if by else 0
        self.apply()

    def action_script(self) -> None:
        """Show texts in the next script: Simplified, Traditional, as printed."""
        self.script = next_script()
        show_in(self.script)
        self._host.panes.draw_anew()
        self._host.tell(_(SHOWN[self.script]))

    def apply(self) -> None:
        """Give list and filter their widths."""
        self._host.panes.set_widths(
            widths(self._host.panes.terminal_width, self.panes, self.list_width)
        )

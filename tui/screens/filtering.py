"""What the filter pane is told: the filters of before, and how a line may go on."""

from collections.abc import Sequence

from textual import on

from store.errors import DubaoError
from tui.panes.filter import FilterPane
from tui.screens.marking import MarkingScreen


class FilteringScreen(MarkingScreen):
    """A screen with a filter pane."""

    def asked(self) -> Sequence[str]:
        """Return the filters that this reader used before, newest first."""
        try:
            return self.session.marks.asked.all()
        except DubaoError as error:
            self.tell(str(error))
            return ()

    def offers(self, text: str) -> tuple[int, tuple[str, ...]]:
        """Return where the last piece of a filter begins, and what may stand in its place."""
        from tui.completing import Completing  # not before the first paint

        try:
            return Completing(self.session).offers(text)
        except DubaoError as error:
            self.tell(str(error))
            return 0, ()

    @on(FilterPane.Asked)
    def _asked(self, event: FilterPane.Asked) -> None:
        with self.telling():
            self.session.marks.asked.keep(event.text)

"""The three panes of the reading screen side by side: which are seen, how wide, in focus."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from tui.panes.article import ArticlePane
from tui.panes.filter import FilterPane
from tui.panes.issues import IssueList
from tui.panes.status import Rule
from tui.screens.reading.host import PaneName
from tui.state.layout import Breakpoints, Widths
from tui.terminal.lean import LeanScreen
from tui.terminal.textual_seam import handled

STOPS: tuple[PaneName, ...] = ("issues", "article", "filter-line", "keywords")
"""Where Tab stops."""


class Panes(Horizontal):
    """List, article and filter, a rule between each two.

    While `alone` the article has the screen for itself as long as one reads it.
    """

    def __init__(
        self, issues: IssueList, article: ArticlePane, filter: FilterPane, *, alone: bool
    ) -> None:
        super().__init__(id="panes")
        self.issues = issues
        self.article_pane = article
        self.filter_pane = filter
        self.alone = alone
        self._all: tuple[Widget, ...] = (issues, article, filter)
        filter.place = self._place_filter

    def compose(self) -> ComposeResult:
        """Compose the panes and the rules between them; a filter that is hidden comes later."""
        yield self.issues
        yield Rule(id="rule-list")
        yield self.article_pane
        if self.screen.has_class("-wide"):
            yield Rule(id="rule-filter")
            yield self.filter_pane

    def _place_filter(self) -> None:
        """Put the filter where it belongs, if there is a screen."""
        if self.is_attached:
            self.mount(Rule(id="rule-filter"), self.filter_pane)

    @property
    def focused_name(self) -> str:
        """The `PaneName` of what has the focus, ``""`` where it is something else."""
        focused = self.screen.focused
        return focused.id if focused and focused.id in STOPS else ""

    @property
    def terminal_width(self) -> int:
        """The terminal's columns."""
        return self.app.size.width

    @property
    def list_width(self) -> int:
        """The cells that the list has now, 0 where one pane has the screen for itself."""
        return 0 if self.screen.has_class("-narrow") else self.issues.size.width

    def go_to(self, name: PaneName) -> None:
        """Put the focus there, its pane made visible first."""
        if name not in ("issues", "article"):
            self.filter_pane.fill()
        target = self.query_one(f"#{name}")
        self.bring_forward(self.pane_of(target))
        self.screen.set_focus(target)
        if name == "article":
            self.article_pane.tell_end()

    def go_by(self, steps: int) -> None:
        """Put the focus so many stops further."""
        name = self.focused_name
        at = STOPS.index(name) if name else 0
        self.go_to(STOPS[(at + steps) % len(STOPS)])

    def draw_anew(self) -> None:
        """Set and draw again what is shown: texts are in another script."""
        self.issues.refresh()
        self.article_pane.set_anew()

    def pane_of(self, widget: Widget) -> Widget | None:
        """Return the pane that `widget` is in, or None."""
        return next((pane for pane in self._all if pane in widget.ancestors_with_self), None)

    def bring_forward(self, pane: Widget | None) -> None:
        """Make `pane` the one that is seen where there is no room for all."""
        for each in self._all:
            each.set_class(each is pane, "-current")
        self.screen.set_class(pane is self.filter_pane, "-filtering")
        self.screen.set_class(self.alone and pane is self.article_pane, "-alone")

    def set_breakpoints(self, breakpoints: Breakpoints) -> None:
        """Show as many panes as these breakpoints say for the terminal's width."""
        screen = self.screen
        screen.HORIZONTAL_BREAKPOINTS = breakpoints
        screen.remove_class("-narrow", "-middle", "-wide")
        if isinstance(screen, LeanScreen):
            screen.take_breakpoints()

    def set_widths(self, cells: Widths) -> None:
        """Give list and filter their widths; the article has the rest."""
        self.issues.styles.width = cells.list or "1fr"
        self.filter_pane.styles.width = cells.filter or "1fr"

    def lay_out(self) -> None:
        """Give every pane its size now."""
        if isinstance(self.screen, LeanScreen):
            self.screen.lay_out()

    async def settled(self) -> None:
        """Wait until the panes have taken in what they have been sent."""
        for pane in self._all:
            if pane.is_attached:
                await handled(pane)

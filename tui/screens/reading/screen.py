"""The reading screen: issue list, article and filter side by side, as far as there is room.

A switchboard: it hands data down to the panes and answers what they say; what concerns one pane
alone is that pane's.
"""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from store.errors import DubaoError
from store.library.library import Library
from store.models import DOUBTFUL, Mark, Place, issue_of
from tui.commands import Command, bindings
from tui.language import N_, _
from tui.messages import translated
from tui.panes.article import ArticlePane
from tui.panes.filter import FilterPane
from tui.panes.issues import IssueList
from tui.panes.status import Rule, StatusLine
from tui.screens.help import hints_for
from tui.screens.reading.arranging import ArrangingScreen
from tui.screens.reading.clipping import ClippingScreen
from tui.screens.reading.debounce import CursorFollower
from tui.screens.reading.marking import LOOK
from tui.screens.reading.ordering import OrderingScreen
from tui.screens.reading.shelving import ShelvingScreen
from tui.state.navigation import page_at
from tui.state.outline import Outline, page_label
from tui.state.session import Session
from tui.terminal.lean import drained

if TYPE_CHECKING:
    pass


NARROWING_PATIENCE = 0.5
"""Seconds that the first paint waits for what the filter of last time leaves."""

PATIENCE = 3.0
"""Seconds that it waits for all of the screen, where a picture of it is painted already."""


class ReadingScreen(ClippingScreen, ShelvingScreen, OrderingScreen, ArrangingScreen):
    """Where one reads."""

    HELP = N_("In every pane")
    KEYS: ClassVar[list[Command]] = [
        Command("space", "read_on", N_("Turn the page, then on to the next unread"), N_("read on")),
        Command("slash", "filter", N_("Filter by keyword"), N_("filter")),
        Command("escape", "give_back", N_("Clear the filter, and back to the list"), N_("back")),
        Command("tab", "pane(1)", N_("To the next pane")),
        Command("shift+tab", "pane(-1)", N_("To the pane before")),
        Command("z", "alone", N_("The article alone on the screen, or beside the list")),
        Command("J,right_square_bracket", "step(1)", N_("To the next article")),
        Command("K,left_square_bracket", "step(-1)", N_("To the article before")),
        Command("e", "edit", N_("Set the article right: its lines, bounds, page and date")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    class Stands(Message):
        """The screen stands as it is to be seen first."""

    def __init__(
        self,
        session: Session,
        *,
        start: str = "",
        notice: str = "",
        hanging: bool = False,
        patient: bool = False,
        awaited: Library | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Begin at the issue `start`, else where one left off.

        `patient` says that something is on the screen already, and the first paint may wait for
        the keywords. `awaited` is an empty library, shown as soon as it holds something.
        """
        super().__init__(session)
        self._place = session.place()
        self._alone = self._place.alone
        self._start = start
        self._notice = notice
        self._hanging = hanging
        self._patient = patient
        self._awaited_library = awaited
        self._following = CursorFollower(self, self._follow, clock)
        self._last = ""
        self._mark: Mark | None = None
        self._sized = self._standing = False

    def compose(self) -> ComposeResult:
        """Compose the panes, a rule between each two, and the status line."""
        self.take_breakpoints()
        with Horizontal(id="panes"):
            yield IssueList()
            yield Rule(id="rule-list")
            yield ArticlePane(scrolled=self._place.scrolled, hang=self._hanging)
            yield Rule(id="rule-filter")
            yield FilterPane(self.asked, self.offers)
        yield StatusLine()

    def on_mount(self) -> None:
        """Open where one left off, or at the newest issue's first article."""
        self.size_panes()
        self._open(self._place, counted=self._patient)

    def _open(self, place: Place, *, counted: bool = True) -> None:
        place = self.session.opening(place, self._start)
        self.outline.unfold(place.article)
        self.issues.show(self.outline.rows(counted=counted), place.article)
        self.show(place.article)
        self._place = place
        self._go("issues")

    def on_resize(self) -> None:
        """Go to the place within the article, once its width is known."""
        self.size_panes()
        if not self._sized:
            self._sized = True
            self.call_later(self._open_at, self._place)

    async def _settle(self, place: Place) -> None:
        """Go to the place within the article once all panes have their size."""
        await drained(self._panes())
        if place.reading:
            self._go("article")  # not before: where there is room for one pane it was hidden
        self.reading.go_to(place.paragraph, place.offset)
        if self._notice:
            self.tell(self._notice)

    async def _open_at(self, place: Place) -> None:
        """Go to the place within the article, narrowed as it was, and show all of it."""
        await self._settle(place)
        if place.filter:
            self.filter_pane.fill()
            self.filter_pane.text = place.filter
        elif self._patient:
            self.filter_pane.fill()
            self.search("")
        else:
            self._stand()
        self.set_timer(PATIENCE if self._patient else NARROWING_PATIENCE, self._stand)

    async def stand_anew(self) -> bool:
        """Stand as the next start will; return False where that cannot be known.

        What a filter leaves or hides has to be asked for again.
        """
        if self.session.hits() is not None:
            return False
        self.session = Session(self.session.library, self.session.marks)
        self.outline = Outline(self.session)
        self.issues.top = 0
        self._open(self.session.place())
        self.lay_out()
        await self._settle(self._place)
        self._tell_place()
        return True

    def look(self) -> None:
        """Show what other sessions have changed, or the first that they put into the library."""
        with self.telling():
            library = self._awaited_library
            if library is not None and library.rows():
                self._awaited_library = None
                self.session = Session(library, self.session.marks)
                self.outline = Outline(self.session)
                self._open(Place())
                self.renew()
        super().look()

    def _stand(self) -> None:
        if not self._standing:
            self._standing = True
            self.post_message(self.Stands())

    @on(Stands)
    def _stands(self) -> None:
        """Do what can wait until the first paint is out."""
        if not self._patient:
            self.call_after_refresh(lambda: self.issues.show(self.outline.rows()))
        if not (self._patient or self.narrowed_by):
            self.call_after_refresh(self.filter_pane.fill)
            self.call_after_refresh(self.search, self.filter_pane.text)
        self.set_interval(LOOK, self.look)
        self.call_after_refresh(self.shelve)
        self.call_after_refresh(self.index)

    def keep_place(self) -> None:
        """Keep where one stands, for the next start."""
        self.session.leave(self.stand())

    def stand(self) -> Place:
        """Return where one stands: article, place in it, filter, and how one reads."""
        name = self.here()
        paragraph, offset = self.reading.place()
        text = self.filter_pane.text
        issue, scrolled = issue_of(name), self.reading.scrolled
        how = (scrolled, self._alone, self.panes, self.list_width, self.focused is self.reading)
        return Place(issue, name, paragraph, offset, text, *how)

    def here(self) -> str:
        """Return the address of the article shown, or of the last one."""
        article = self.reading.article
        return article.id if article else self._last

    def answered(self, *, whole: bool) -> None:
        """Let the first paint wait for no more."""
        if whole or not self._patient:
            self._stand()

    def enter(self) -> None:
        """Put the focus on the article."""
        self._go("article")

    # The panes' news

    @on(IssueList.Highlighted)
    def _highlighted(self) -> None:
        self._following.moved()

    @on(IssueList.Opened)
    def _opened(self, event: IssueList.Opened) -> None:
        self.go(event.row.id)
        self.enter()

    @on(IssueList.Folded)
    def _folded(self, event: IssueList.Folded) -> None:
        self.outline.set_folded(event.row, event.row.unfolded)
        self.issues.show(self.outline.rows())
        if event.row.kind == "issue" and not event.row.unfolded:
            with self.telling():
                self.session.issue(event.row.id)

    @on(ArticlePane.EndSeen)
    def _end_seen(self, event: ArticlePane.EndSeen) -> None:
        self.mark_read(event.article)

    @on(ArticlePane.Scrolled)
    def _scrolled(self) -> None:
        self._tell_place()

    @on(ArticlePane.Left)
    def _left(self) -> None:
        self._go("issues")

    @on(FilterPane.Entered)
    def _entered(self) -> None:
        self._go("issues")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the pane that has the focus where there is room for one only."""
        pane = next((p for p in event.widget.ancestors_with_self if p in self._panes()), None)
        if pane is not self.filter_pane:
            self.typing.now()
        self._bring_forward(pane)
        self._tell_hints()

    # What concerns more than one pane

    def action_read_on(self) -> None:
        """Turn the page of the article; from its end go on to the next unread one."""
        article = self.reading.article
        if article is None or self.reading.page_on():
            return
        self.mark_read(article)
        name = self.session.next_unread(article.id)
        if not name:
            self.tell(_("Everything is read."))
            return
        self.go(name)

    def action_step(self, by: int) -> None:
        """Go to the article `by` places further in its issue."""
        article = self.reading.article
        name = self.session.step(article.id, by) if article else ""
        self.go(name, _("No further article in this issue."))

    def action_alone(self) -> None:
        """Give the article the whole screen while one reads it, or no longer."""
        self._alone = not self._alone
        self._go("article")

    def action_filter(self) -> None:
        """Go to the filter line."""
        self._go("filter-line")

    def action_give_back(self) -> None:
        """Clear the filter if there is one; go back to the list."""
        if self.filter_pane.text:
            self.filter_pane.clear()
        self._go("issues")

    def action_pane(self, by: int) -> None:
        """Go to another pane: list, article, filter line, keywords."""
        stops = ["issues", "article", "filter-line", "keywords"]
        here = self.focused.id if self.focused else None
        at = stops.index(here) if here in stops else 0
        self._go(stops[(at + by) % len(stops)])

    def action_edit(self) -> None:
        """Set the article right, on a screen of its own."""
        article = self.reading.article
        if article is not None:
            from tui.screens.editing import EditScreen  # 5 ms, and seldom

            self.app.push_screen(EditScreen(self.session, article), self._edited)

    # Helpers

    def _edited(self, name: str | None) -> None:
        """Show what has been set right, at its new place."""
        if name:
            self.outline.unfold(name)
            self.issues.show(self.outline.rows(), name)
            self.show(name)
            self.search(self.filter_pane.text)

    def _panes(self) -> tuple[Widget, ...]:
        return (self.issues, self.reading, self.filter_pane)

    def _bring_forward(self, pane: Widget | None) -> None:
        """Make `pane` the one that is seen where there is not room for all."""
        for other in self._panes():
            other.set_class(other is pane, "-current")
        self.set_class(pane is self.filter_pane, "-filtering")
        self.set_class(self._alone and pane is self.reading, "-alone")

    def _go(self, name: str) -> None:
        """Put the focus on the widget `name`, its pane made visible first."""
        if name not in ("issues", "article"):
            self.filter_pane.fill()
        target = self.query_one(f"#{name}")
        self._bring_forward(next(p for p in self._panes() if p in target.ancestors_with_self))
        self.set_focus(target)
        if name == "article":
            self.reading.tell_end()

    def _follow(self) -> None:
        row = self.issues.row
        if row is not None and row.kind == "article":
            self.pass_by()
            self.turn_to(row.id)

    def show(self, name: str) -> None:
        """Show the article at this address."""
        try:
            article = self.session.article(name) if name else None
            if article != self.reading.article:
                self._mark = self.session.marks.get(article.key) if article else None
        except DubaoError as error:
            self.tell(translated(error.message))
            return
        self._last = name or self._last
        self.reading.show(article, self.session.marks_in)
        self._tell_place()

    def turn_to(self, name: str) -> None:
        """Show the article at this address; what was told before is passed.

        If the one that is left was marked meanwhile, it may have no place in the list any more.
        """
        left, before = self.reading.article, self._mark
        self._tell_hints()
        self.show(name)
        if left is not None and self.narrowed_by:
            with self.telling():
                if self.session.marks.get(left.key) != before:
                    self.search(self.narrowed_by)

    def _tell_hints(self) -> None:
        self.query_one(StatusLine).show(left=hints_for(self))

    def _tell_place(self) -> None:
        article = self.reading.article
        text = self.filter_pane.text
        narrowed = f"/{text}" if text else ""
        if article is None:
            self.query_one(StatusLine).show(right=(_("nothing found"), narrowed) if text else ())
            return
        issue = self.session.issue(issue_of(article.id))
        number = page_at(article, self.reading.place())
        page = next((p for p in issue.pages if p.number == number), None)
        where = page_label(page) if page else ""
        day = str(issue.date or "")
        doubt = _("doubtful") if article.confidence < DOUBTFUL else ""
        parts = (issue.paper.name, day, where, doubt, self.reading.progress, narrowed)
        self.query_one(StatusLine).show(right=tuple(filter(None, parts)))

"""A calendar of the issues a paper has here and lacks; closes with the id of the one chosen."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from store.models import CatalogueRow
from tui.commands import Command, bindings
from tui.language import N_, _, plural
from tui.panes.calendar import Calendar
from tui.panes.status import StatusLine
from tui.screens.standing import hints_for
from tui.state.calendar import IssueCalendar
from tui.state.session import Session
from tui.terminal.textual_seam import PassingScreen


class CalendarScreen(PassingScreen[str]):
    """The calendar of one paper after the other."""

    KEYS: ClassVar[list[Command]] = [
        Command("tab", "paper(1)", N_("To the next paper"), N_("paper")),
        Command("shift+tab", "paper(-1)", N_("To the paper before")),
        Command("escape,C,q", "close", N_("Back to reading"), N_("back")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, session: Session, issue: str) -> None:
        super().__init__()
        self.session = session
        rows = session.library.rows()
        here = next((row for row in rows if row.id == issue), None)
        self._papers: dict[str, list[CatalogueRow]] = {}
        for row in rows:
            if row.date is not None:
                self._papers.setdefault(row.paper, []).append(row)
        names = list(self._papers)
        self._at = names.index(here.paper) if here and here.paper in self._papers else 0
        self._start = here.date if here else None
        self._holdings: IssueCalendar | None = None

    def compose(self) -> ComposeResult:
        """Compose the calendar and the status line."""
        yield Calendar()
        yield StatusLine()

    def on_mount(self) -> None:
        """Show the paper, the cursor on the issue being read."""
        self._show(self._start)

    def on_screen_resume(self) -> None:
        """Say what can be done, again after the help."""
        self.query_one(StatusLine).hint(hints_for(self))

    @on(Calendar.Moved)
    def _moved(self, event: Calendar.Moved) -> None:
        if self._holdings is not None:
            self.query_one(StatusLine).show(right=self._about(self._holdings, event.day))

    @on(Calendar.Chosen)
    def _chosen(self, event: Calendar.Chosen) -> None:
        row = self._holdings.held.get(event.day) if self._holdings else None
        if row is not None:
            self.dismiss(row.id)
        else:
            self.query_one(StatusLine).show(left=(_("There is no issue of this day here."),))

    def action_paper(self, by: int) -> None:
        """Show the next paper, or the one before, the cursor on its newest issue."""
        self._at += by
        self._show(None)

    def action_close(self) -> None:
        """Go back to reading."""
        self.dismiss("")

    def _show(self, day: date | None) -> None:
        papers = list(self._papers.values())
        if not papers:
            self.query_one(StatusLine).show(right=(_("No issue here has a date."),))
            return
        holdings = self._holdings = IssueCalendar(papers[self._at % len(papers)])
        calendar = self.query_one(Calendar)
        calendar.show(holdings, day or holdings.last)
        self.set_focus(calendar)

    def _about(self, holdings: IssueCalendar, day: date) -> tuple[str, ...]:
        """Return what the status line says of a day: paper, what is here of it, date."""
        paper, row = holdings.held[holdings.last].paper, holdings.held.get(day)
        if row is None:
            state = _("missing") if holdings.is_missing(day) else _("no issue")
            return (paper, state, day.isoformat())
        read = self.session.marks.read_keys()
        total = plural("{n} article", "{n} articles", len(row.keys)).format(n=len(row.keys))
        unread = _("{n} unread").format(n=sum(key not in read for key in row.keys))
        return (paper, total, unread, day.isoformat())

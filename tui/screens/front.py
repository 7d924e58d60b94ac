"""The front page of an issue; closes with the address of the article chosen."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from store.links import holds_page, story_of
from tui.commands import Command, bindings
from tui.language import N_, _
from tui.panes.front import FrontPage
from tui.panes.status import StatusLine
from tui.screens.help import hints_for
from tui.state.front_page import Item
from tui.state.navigation import beside
from tui.state.session import Session
from tui.terminal.textual_seam import PassingScreen


class FrontScreen(PassingScreen[str]):
    """Headlines and contents box of one issue, and of those before and after it."""

    KEYS: ClassVar[list[Command]] = [
        Command("greater_than_sign", "issue(1)", N_("To the next issue of the paper")),
        Command("less_than_sign", "issue(-1)", N_("To the issue before"), N_("issue before")),
        Command("escape,f,h,left,q", "close", N_("Back to reading"), N_("back")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(self, session: Session, issue: str, article: str = "") -> None:
        super().__init__()
        self.session = session
        self.issue = session.library.issue(issue)
        self._article = article

    def compose(self) -> ComposeResult:
        """Compose the page and the status line."""
        yield FrontPage()
        yield StatusLine()

    def on_mount(self) -> None:
        """Show the issue."""
        self._show()

    def on_screen_resume(self) -> None:
        """Say what can be done, again after the help."""
        self._tell_hints()

    @on(FrontPage.Chosen)
    def _chosen(self, event: FrontPage.Chosen) -> None:
        item = event.item
        article = item.article or (story_of(self.issue, item.entry) if item.entry else None)
        if article is not None:
            self.dismiss(article.id)
        else:
            self._tell(self._why_not(item))

    def action_issue(self, by: int) -> None:
        """Show the front page of the paper's next issue, or of the one before."""
        row = beside(self.session, self.issue.id, by)
        if row is None:
            self._tell(_("No later issue here.") if by > 0 else _("No earlier issue here."))
            return
        self.issue = self.session.library.issue(row.id)
        self._show()

    def action_close(self) -> None:
        """Go back to reading."""
        self.dismiss("")

    def _why_not(self, item: Item) -> str:
        """Say why an entry of the contents box leads nowhere; go to its page if that is here."""
        if item.page and not holds_page(self.issue, item.page):
            return _("Page {page} is not in the library.").format(page=item.page)
        if item.page and self.query_one(FrontPage).to_page(item.page):
            return _("No story of this title on page {page}.").format(page=item.page)
        return _("No story of this title in this issue.")

    def _show(self) -> None:
        page = self.query_one(FrontPage)
        page.show(self.issue, self.session.marks.read_keys(), self._article)
        self.set_focus(page)
        self._tell_hints()

    def _tell_hints(self) -> None:
        self._tell(*hints_for(self))

    def _tell(self, *news: str) -> None:
        where = tuple(filter(None, (self.issue.paper.name, str(self.issue.date or ""))))
        self.query_one(StatusLine).show(left=news, right=where)

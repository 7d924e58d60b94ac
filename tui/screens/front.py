"""An issue's pages as they are made up, or its headlines as a list; closes with what is chosen."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from store.config import Front
from store.links import holds_page, story_of
from tui.commands import Command, bindings
from tui.language import N_, _
from tui.panes.front import FrontPage
from tui.panes.lines import Lines
from tui.panes.page import PageView
from tui.panes.status import StatusLine
from tui.screens.standing import hints_for
from tui.state.front_page import Item
from tui.state.navigation import beside
from tui.state.session import Session
from tui.terminal.textual_seam import PassingScreen


class FrontScreen(PassingScreen[str]):
    """The pages of one issue, and of those before and after it; or their headlines and contents.

    It closes with the address of the article chosen. `first` is the view that is shown first; the
    same key goes on to the other one, and from there back.
    """

    KEYS: ClassVar[list[Command]] = [
        Command("greater_than_sign", "issue(1)", N_("To the next issue of the paper")),
        Command("less_than_sign", "issue(-1)", N_("To the issue before"), N_("issue before")),
        Command("f", "other_view", N_("The page as a list of headlines; again: back to reading")),
        Command("escape,q,h,left", "close", N_("Back to reading"), N_("back")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(
        self, session: Session, issue: str, article: str = "", first: Front = "page"
    ) -> None:
        super().__init__()
        self.session = session
        self.issue = session.library.issue(issue)
        self._article = article
        self._views: list[Front] = ["page", "list"] if first == "page" else ["list", "page"]

    def compose(self) -> ComposeResult:
        """Compose the views and the status line."""
        yield PageView()
        yield FrontPage()
        yield StatusLine()

    def on_mount(self) -> None:
        """Show the issue."""
        self._show()

    def on_screen_resume(self) -> None:
        """Say what can be done, again after the help."""
        self._tell_hints()

    @on(FrontPage.Chosen)
    @on(PageView.Chosen)
    def _chosen(self, event: FrontPage.Chosen | PageView.Chosen) -> None:
        item = event.item
        article = item.article or (story_of(self.issue, item.entry) if item.entry else None)
        if article is not None:
            self.dismiss(article.id)
        else:
            self._tell(self._why_not(item))

    @on(PageView.Turned)
    def _turned(self) -> None:
        self.query_one(StatusLine).show(right=self._place())

    def action_other_view(self) -> None:
        """Go on to the other view, the cursor on the same story; from there back to reading."""
        _shown, *rest = self._views
        if not rest:
            self.dismiss("")
            return
        item = self._view.item
        self._article = item.article.id if item and item.article else self._article
        self._views = rest
        self._show()

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
        if item.page and self._view.to_page(item.page):
            return _("No story of this title on page {page}.").format(page=item.page)
        return _("No story of this title in this issue.")

    @property
    def _view(self) -> PageView | FrontPage:
        if self._views[0] == "page":
            return self.query_one(PageView)
        return self.query_one(FrontPage)

    def _show(self) -> None:
        view = self._view
        for each in self.query(Lines):
            each.display = each is view
        read = self.session.marks.read_keys()
        if isinstance(view, PageView):
            left = self._left() if self.session.narrowed() else None
            view.show(self.issue, read, self._article, left, self.session.marks_in)
        else:
            view.show(self.issue, read, self._article)
        self.set_focus(view)
        self._tell_hints()

    def _left(self) -> frozenset[str]:
        """Return the ids of the articles that the filter leaves."""
        rows = (row for row in self.session.library.rows() if row.id == self.issue.id)
        return frozenset(each.id for row in rows for each in self.session.shown(row))

    def _tell_hints(self) -> None:
        self.query_one(StatusLine).hint(hints_for(self), self._place())

    def _tell(self, news: str) -> None:
        self.query_one(StatusLine).show((news,), self._place())

    def _place(self) -> tuple[str, ...]:
        view = self._view
        page = view.told() if isinstance(view, PageView) else ()
        return tuple(filter(None, (self.issue.paper.name, str(self.issue.date or ""), *page)))

"""The papers subscribed to; closes with the id of the issue that is to be read."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from store.errors import DubaoError
from store.library.library import Library
from store.subscriptions.subscriptions import Subscriptions
from tui.commands import Command, bindings
from tui.language import N_, _
from tui.messages import translated
from tui.panes.question import Question
from tui.panes.status import StatusLine
from tui.panes.subscriptions import SubscriptionList
from tui.screens.arrivals.states import rows_of
from tui.screens.standing import hints_for
from tui.terminal.textual_seam import PassingScreen

LOOK = 1.0
"""Seconds between two looks whether anything has come."""


class SubscriptionsScreen(PassingScreen[str]):
    """What came of each subscription of `library`, and when it is due.

    `fetch` has the one of a name fetched, of ``""`` all, `edit` has it changed by the options of
    ``dubao subscribe --edit``, and `news` tells how far that is.
    """

    KEYS: ClassVar[list[Command]] = [
        Command("R", "fetch_all", N_("Fetch what is new of all"), N_("all")),
        Command("escape,P,q,left,h", "close", N_("Back to reading"), N_("back")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    def __init__(
        self,
        library: Library,
        fetch: Callable[[str], None],
        edit: Callable[[str, str], None],
        news: Callable[[], str],
    ) -> None:
        super().__init__()
        self._library = library
        self._fetch = fetch
        self._edit = edit
        self._news = news
        self._told = news()
        self._subscriptions = Subscriptions(library.files)
        self._seen: object = None

    def compose(self) -> ComposeResult:
        """Compose the list and the status line."""
        yield SubscriptionList()
        yield StatusLine()

    def on_mount(self) -> None:
        """Show the subscriptions, and look each second whether anything has come."""
        self.look()
        self.set_interval(LOOK, self.look)

    def on_screen_resume(self) -> None:
        """Say what can be done, again after the help."""
        self.set_focus(self.query_one(SubscriptionList))
        self.query_one(StatusLine).hint(hints_for(self))
        if not self.query_one(SubscriptionList).rows:
            self._tell(_("Nothing is subscribed to; + does so, or dubao subscribe."))

    def look(self) -> None:
        """Show what has changed since the last look."""
        if (news := self._news()) != self._told:
            self._told = news
            self._tell(news)
        try:
            seen = self._subscriptions.stamps(), self._library.stamps()
            if seen != self._seen:
                self._seen = seen
                rows = rows_of(self._subscriptions, self._library.rows())
                self.query_one(SubscriptionList).show(rows)
        except DubaoError as error:
            self._tell(translated(error.message))

    @on(SubscriptionList.Moved)
    def _moved(self, event: SubscriptionList.Moved) -> None:
        """Tell what the line has no room for."""
        row = event.row
        if row.error:
            self._tell(f"{row.title}: {row.error}")

    @on(SubscriptionList.Chosen)
    def _chosen(self, event: SubscriptionList.Chosen) -> None:
        self._fetch(event.row.name)
        self._look_anew()

    @on(SubscriptionList.Opened)
    def _opened(self, event: SubscriptionList.Opened) -> None:
        if event.row.newest:
            self.dismiss(event.row.newest)
        else:
            self._tell(_("No issue of it is here."))

    @on(SubscriptionList.Edited)
    def _edited(self, event: SubscriptionList.Edited) -> None:
        def answered(options: str) -> None:
            self._edit(event.row.name, options)
            self._look_anew()

        asked = _("{name} (as --pages 1-4 --keep 30):").format(name=event.row.title)
        question = Question(asked, answered, back_to=self.query_one(SubscriptionList))
        self.mount(question, before=self.query_one(StatusLine))

    def action_fetch_all(self) -> None:
        """Fetch what is new of all subscriptions."""
        self._fetch("")
        self._look_anew()

    def _look_anew(self) -> None:
        """Show what has changed, and tell of it though the same was told before this key."""
        self._told = ""
        self.look()

    def action_close(self) -> None:
        """Go back to reading."""
        self.dismiss("")

    def _tell(self, news: str) -> None:
        self.query_one(StatusLine).show(left=(news,))

"""The reading screen as a whole: its panes and lowest line, and the controllers that work on them.

It is all that the controllers know of the screen (`Host`), and the way from one to another.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.worker import get_current_worker

from store.errors import DubaoError
from store.models import Article, issue_of
from store.reader.place import Place
from tui.language import _
from tui.messages import translated
from tui.panes.article import ArticlePane
from tui.panes.filter import FilterPane
from tui.panes.issues import IssueList
from tui.panes.status import StatusLine
from tui.screens.outside import Outside
from tui.screens.reading.filtering import Filtering
from tui.screens.reading.host import (
    Action,
    Cancelled,
    Completer,
    OnAnswer,
    Refuse,
    Timer,
    actions_of,
)
from tui.screens.reading.layout import PaneLayout
from tui.screens.reading.marking import Marking
from tui.screens.reading.navigation import Navigation
from tui.screens.reading.opening import Opening, Start
from tui.screens.reading.panes import Panes
from tui.screens.reading.saved_filters import SavedFilters
from tui.screens.reading.watching import Watching
from tui.screens.standing import hints_for
from tui.state.navigation import place_line
from tui.state.outline import Outline
from tui.state.session import Session
from tui.terminal.expected import Expected

if TYPE_CHECKING:
    from tui.screens.arrivals.fetching import Fetching
    from tui.screens.reading.clipping import Clipping
    from tui.screens.reading.command_line import CommandLine
    from tui.screens.reading.indexing import Indexing
    from tui.screens.reading.letters import Letters
    from tui.screens.reading.related import Related


class View:
    """What is seen on `screen`, and what can be done there; `ready` as in `Opening`."""

    def __init__(
        self, screen: Screen[None], session: Session, start: Start, ready: Callable[[], None]
    ) -> None:
        self._screen = screen
        self._start = start
        self.expected = Expected()
        self.begin(session)
        place = session.marks.place()
        self.outside = Outside(screen, lambda: self.session, start.front)
        self.navigation = Navigation(self)
        self.marking = Marking(self)
        self.filtering = Filtering(self)
        self.saved_filters = SavedFilters(self)
        self.layout = PaneLayout(self, place)
        self.opening = Opening(self, start, place, ready)
        self.watching = Watching(self, self.opening, self.saved_filters, self._renew, start)
        self.panes = Panes(
            IssueList(),
            ArticlePane(
                scrolled=place.scrolled,
                hang=start.hanging,
                setting=place.setting or start.setting,
            ),
            FilterPane(self.filtering.history, self.filtering.offers),
            alone=place.alone,
        )
        self.status = StatusLine()

    # Controllers that the first paint needs none of: each is imported when it is first asked for

    @cached_property
    def related(self) -> "Related":
        """Leads to what is like an article, or has a word."""
        from tui.screens.reading.related import Related

        return Related(self)

    @cached_property
    def command_line(self) -> "CommandLine":
        """Does what is typed after a colon."""
        from tui.screens.reading.command_line import CommandLine

        return CommandLine(self, self.layout)

    @cached_property
    def clipping(self) -> "Clipping":
        """Takes articles elsewhere."""
        from tui.screens.reading.clipping import Clipping

        return Clipping(self)

    @cached_property
    def letters(self) -> "Letters":
        """Takes the letter that a key waits for."""
        from tui.screens.reading.letters import Letters

        return Letters(self, self.navigation, self.command_line)

    @cached_property
    def fetching(self) -> "Fetching":
        """Has papers fetched."""
        from tui.screens.arrivals.fetching import Fetching

        return Fetching(self, self._start.awaited)

    @cached_property
    def indexing(self) -> "Indexing":
        """Has the index follow the library."""
        from tui.screens.reading.indexing import Indexing

        return Indexing(self, self.filtering.tell_beside, self._indexed)

    @cached_property
    def actions(self) -> dict[str, Action]:
        """What all controllers do, by the names of actions."""
        return actions_of(
            self.navigation, self.marking, self.filtering, self.saved_filters, self.related,
            self.layout, self.command_line, self.clipping, self.letters, self.fetching,
        )  # fmt: skip

    def begin(self, session: Session) -> None:
        """Show what is in `session` from now on."""
        self.session = session
        self.outline = Outline(session)

    @property
    def article(self) -> Article | None:
        """The article shown."""
        return self.panes.article_pane.article

    def here(self) -> str:
        """Return the address of the article shown, or of the last one."""
        return self.navigation.here

    def place(self) -> Place:
        """Return where the reader is: article, place in it, filter, and how one reads."""
        name = self.here()
        pane = self.panes.article_pane
        paragraph, offset = pane.place()
        return Place(
            issue_of(name),
            name,
            paragraph,
            offset,
            self.panes.filter_pane.text,
            scrolled=pane.scrolled,
            alone=self.panes.alone,
            panes=self.layout.panes,
            list_width=self.layout.list_width,
            reading=self.panes.focused_name == "article",
            script=self.layout.script,
            setting="" if pane.setting == self._start.setting else pane.setting,
        )

    # Telling and asking

    def tell(self, news: str) -> None:
        """Tell one sentence in the lowest line."""
        self.status.show(left=(news,))

    def tell_error(self, error: DubaoError) -> None:
        """Tell what went wrong."""
        self.tell(translated(error.message))

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell what went wrong in the block, which is left then."""
        try:
            yield
        except DubaoError as error:
            self.tell_error(error)

    def tell_hints(self) -> None:
        """Tell what can be done, in the place of what was told before."""
        self.status.hint(hints_for(self._screen))

    def tell_place(self) -> None:
        """Tell where the reader is."""
        article, pane = self.article, self.panes.article_pane
        issue = self.session.library.issue(issue_of(article.id)) if article else None
        filtered = self.panes.filter_pane.text
        self.status.show(right=place_line(issue, article, pane.place(), pane.progress, filtered))

    def copy(self, text: str) -> None:
        """Send `text` to the clipboard of the terminal, and tell of it."""
        self.tell(self.outside.copy(text))

    def ask(
        self,
        question: str,
        then: OnAnswer,
        complete: Completer | None = None,
        refuse: Refuse | None = None,
        default: str = "",
        over: Callable[[], None] | None = None,
    ) -> None:
        """Ask for a line in the place above the lowest, as a `Question` does."""
        from tui.panes.question import Question

        asked = Question(
            question,
            then,
            complete,
            back_to=self._screen.focused,
            refuse=refuse,
            default=default,
            over=over,
        )
        self._screen.mount(asked, before=self.status)

    # Showing

    def show_list(self, cursor_on: str = "") -> None:
        """Show the list as it is now, with the cursor on the row of this id."""
        self.panes.issues.show(self.outline.rows(), cursor_on)

    def show(self, name: str) -> None:
        """Show the article at this address, or the contents of an issue without articles."""
        self.navigation.show(name)

    def go(self, name: str, otherwise: str = "") -> None:
        """Bring the reader to this article, with a way back; without one tell `otherwise`."""
        self.navigation.go(name, otherwise)

    def mark_read(self, article: Article) -> None:
        """Mark the article read: its end was seen."""
        self.marking.mark_read(article)

    def return_to(self, place: Place, row: str) -> None:
        """Bring the reader back to `place` and to this row of the list, with a way back."""
        self.navigation.return_to(place, row)

    def search(self, text: str) -> None:
        """Ask for what `text` leaves, and narrow the list by it when that is known."""
        self.filtering.search(text)

    def narrow_by(self, query: str) -> None:
        """Write `query` into the filter line; what it leaves follows."""
        self.filtering.narrow_by(query)

    def filter_answered(self, *, whole: bool) -> None:
        """Take note that the filter's answer is shown, or the `whole` of it, with its keywords."""
        self.opening.filter_answered(whole=whole)

    def look(self) -> None:
        """Show what has been changed, here or by other sessions."""
        self.watching.look()

    def _renew(self) -> None:
        """Ask anew what the filter leaves, for the library has changed; the index follows."""
        self.search(self.panes.filter_pane.text)
        self.indexing.start()

    def _indexed(self) -> None:
        """Ask again: what would have been read through for too long is known now."""
        self.search(self.panes.filter_pane.text)
        self.saved_filters.refresh()

    # Work that takes a moment

    def work(self, group: str, job: Callable[[Cancelled], None]) -> None:
        """Do `job` in a thread of its own; what this group was doing is given up."""

        def run() -> None:
            worker = get_current_worker()
            job(lambda: worker.is_cancelled)

        self._screen.run_worker(run, thread=True, exclusive=True, group=group, exit_on_error=False)

    def give_up(self, group: str) -> bool:
        """Give up what the next key waits for of this group; return False if that is nothing."""
        if self.expected.end(group):
            self._screen.workers.cancel_group(self._screen, group)
            self.tell(_("Given up."))
            return True
        return False

    def work_along(self, group: str, job: Callable[[], Awaitable[None]]) -> None:
        """Do `job` in the screen's own thread; what this group was doing is given up."""

        async def run() -> None:
            await job()

        begin: Callable[[], Awaitable[None]] = run  # Textual takes nothing but a coroutine function
        self._screen.run_worker(begin, exclusive=True, group=group, exit_on_error=False)

    def after_paint(self, callback: Callable[[], None]) -> None:
        """Call `callback` once what has been told and shown is on the terminal."""
        self._screen.call_after_refresh(callback)

    def call_later(self, callback: Callable[[], None]) -> None:
        """Call `callback` in the screen's turn; any thread may ask for that."""
        self._screen.call_later(callback)

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call `callback` after `delay` seconds."""
        return self._screen.set_timer(delay, callback)

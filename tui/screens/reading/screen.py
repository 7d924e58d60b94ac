"""The reading screen: issue list, article and filter side by side, as far as there is room.

A switchboard: it composes the panes and hands their news to the controllers; what concerns one pane
alone is that pane's.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from store.models import issue_of
from tui.commands import Command, bindings
from tui.language import N_
from tui.panes.article import ArticlePane
from tui.panes.filter import FilterPane
from tui.panes.issues import IssueList
from tui.panes.notice import welcome
from tui.screens.ahead import import_ahead
from tui.screens.reading.debounce import CursorFollower
from tui.screens.reading.keys import KEYS
from tui.screens.reading.opening import Start
from tui.screens.reading.view import View
from tui.state.session import Session
from tui.terminal.lean import LeanScreen, takes_text

if TYPE_CHECKING:
    from tui.panes.keywords import KeywordList

LOOK = 1.0
"""Seconds between two looks whether another session has changed anything."""


LEAVING = 0.3
"""Seconds that one who leaves waits for another session to let go of the reader's state."""


class ReadingScreen(LeanScreen[None]):
    """Where one reads."""

    HELP = N_("In every pane")
    KEYS: ClassVar[list[Command]] = KEYS
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    class FirstPaintReady(Message):
        """The screen is complete enough for its first paint."""

    def __init__(self, session: Session, start: Start | None = None) -> None:
        super().__init__()
        self._start = start or Start()
        self.view = View(self, session, self._start, self._first_paint_ready)
        self.HORIZONTAL_BREAKPOINTS = self.view.layout.breakpoints
        self._following = CursorFollower(self, self.view.navigation.follow_cursor, monotonic)
        self._sized = False

    async def run(self, action: str, arguments: Sequence[object]) -> bool:
        """Let a controller do what it has an action of this name for; return False if none has.

        It is done to the article under the list's cursor, not to one that the cursor has left.
        """
        self._following.catch_up()
        do = self.view.actions.get(action)
        if do is None:
            return False
        result = do(*arguments)
        if result is not None:
            await result
        return True

    def compose(self) -> ComposeResult:
        """Compose the panes and the status line."""
        self.take_breakpoints()
        yield self.view.panes
        if self._start.first:
            yield welcome()
        yield self.view.status

    def on_mount(self) -> None:
        """Open where one left off, or at the newest issue's first article."""
        self.view.layout.apply()
        self.view.opening.begin()

    def on_resize(self) -> None:
        """Go to the place within the article, once its width is known."""
        self.view.layout.apply()
        if not self._sized:
            self._sized = True
            self.call_later(self.view.opening.finish)

    def _first_paint_ready(self) -> None:
        self.post_message(self.FirstPaintReady())

    @on(FirstPaintReady)
    def _after_first_paint(self) -> None:
        """Do what can wait until the first paint is out."""
        view = self.view
        if not self._start.patient:
            self.call_after_refresh(view.show_list)
            if not view.panes.filter_pane.text:
                self.call_after_refresh(view.panes.filter_pane.fill)
                self.call_after_refresh(view.search, "")
        self.call_after_refresh(lambda: view.actions)  # so that no key waits for them
        self.set_interval(LOOK, view.look)
        self.call_after_refresh(view.saved_filters.refresh)
        self.call_after_refresh(view.indexing.start)
        self.call_after_refresh(view.session.library.files.follow)
        self.call_after_refresh(self._start.once_standing)
        self.call_after_refresh(import_ahead, self.set_timer, self.is_answering)
        if self._start.at_front:
            self.call_after_refresh(view.navigation.action_front)

    def handling(self) -> AbstractContextManager[None]:
        """Tell of a library that fails, whatever asked it; the reader goes on."""
        return self.view.telling()

    def expects(self) -> bool:
        """Return whether the next key is meant for something that is still being looked for.

        What is typed into a line is meant for the line.
        """
        return self.view.expected.is_pending() and not takes_text(self.focused)

    async def found(self) -> None:
        """Wait until that has been found."""
        await self.view.expected.over()

    def keep_place(self) -> None:
        """Keep where one is, for the next start.

        Raises LibraryError, soon.
        """
        self.view.watching.keep_place(LEAVING)

    # The panes' news

    @on(IssueList.Highlighted)
    def _highlighted(self) -> None:
        self._following.moved()

    @on(IssueList.Opened)
    def _opened(self, event: IssueList.Opened) -> None:
        self.view.navigation.open(event.row)

    @on(IssueList.Folded)
    def _folded(self, event: IssueList.Folded) -> None:
        self.view.navigation.fold(event.row)

    @on(IssueList.AllRead)
    def _all_read(self, event: IssueList.AllRead) -> None:
        self.view.marking.mark_all_read(event.row)

    @on(IssueList.Discarded)
    def _discarded(self, event: IssueList.Discarded) -> None:
        self.view.marking.discard(event.row)

    @on(IssueList.Picked)
    def _picked(self, event: IssueList.Picked) -> None:
        self.view.saved_filters.pick(event.row)

    @on(IssueList.Dropped)
    def _dropped(self, event: IssueList.Dropped) -> None:
        self.view.saved_filters.drop(event.row)

    @on(ArticlePane.EndSeen)
    def _end_seen(self, event: ArticlePane.EndSeen) -> None:
        self.view.marking.mark_read(event.article)

    @on(ArticlePane.Scrolled)
    def _scrolled(self) -> None:
        self.view.tell_place()

    @on(ArticlePane.Followed)
    def _followed(self, event: ArticlePane.Followed) -> None:
        self.view.navigation.follow_story(event.article)

    @on(ArticlePane.HitsPassed)
    def _hits_passed(self, event: ArticlePane.HitsPassed) -> None:
        self.view.navigation.follow_hits(event.article, event.by)

    @on(ArticlePane.Left)
    @on(FilterPane.Entered)
    def _left(self) -> None:
        self.view.panes.go_to("issues")

    @on(FilterPane.Typed)
    def _typed(self, event: FilterPane.Typed) -> None:
        self.view.search(event.text)

    @on(FilterPane.Asked)
    def _asked(self, event: FilterPane.Asked) -> None:
        self.view.filtering.keep(event.text)

    def on_keyword_list_drawn(self, event: "KeywordList.Drawn") -> None:
        """Show a keyword over time."""
        self.view.related.draw_word(event.word)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the pane that has the focus where there is room for one only."""
        panes = self.view.panes
        pane = panes.pane_of(event.widget)
        if pane is not panes.filter_pane:
            self.view.filtering.show_now()
        panes.bring_forward(pane)
        self.view.tell_hints()

    def on_key(self, event: events.Key) -> None:
        """Take the letter that is waited for."""
        if self.view.letters.take(event.character or ""):
            event.stop()

    # What concerns more than one controller

    def action_filter(self) -> None:
        """Go to the filter line."""
        self.view.panes.go_to("filter-line")

    def action_give_back(self) -> None:
        """Clear the filter if there is one; go back to the list. A search is given up first."""
        if self.view.give_up("related"):
            return
        self.view.filtering.give_back()
        self.view.panes.go_to("issues")

    def action_pane(self, by: int) -> None:
        """Go to another pane: list, article, filter line, keywords."""
        self.view.panes.go_by(by)

    def action_alone(self) -> None:
        """Give the article the whole screen while one reads it, or no longer."""
        self.view.panes.alone = not self.view.panes.alone
        self.view.panes.go_to("article")

    def action_edit(self) -> None:
        """Set an article right, on a screen of its own: that of the issue under the cursor."""
        article = self.view.navigation.article_at_hand
        if article is not None:
            self.view.outside.open_editing(article, self._edited)

    def _edited(self, name: str) -> None:
        """Show what has been set right, at its new place."""
        self.view.outline.unfold(name)
        self.view.show_list(name)
        self.view.show(name)
        self.view.search(self.view.panes.filter_pane.text)
        self.view.tell_hints()
        self.view.indexing.reword(issue_of(name))

"""What an article, a word or an issue is related to, and what is of today, to choose from."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from store.errors import DubaoError
from store.models import issue_of
from tui.language import _
from tui.messages import doubt_reasons
from tui.screens.reading.host import Cancelled, Host
from tui.state.outline import title

if TYPE_CHECKING:
    from tui.state.related import Choice

Found = TypeVar("Found")

# `tui.state.related` is imported where it is needed: not before the first paint.


class Related:
    """Leads from an article to what is like it, from a word through time, and to today's news."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def action_today(self) -> None:
        """Show what is of today, or has come today, the unread first."""
        session = self._host.session

        def find(_cancelled: Cancelled) -> "Sequence[Choice]":
            from tui.screens.arrivals.todays import todays

            return todays(session)

        self._choose(find, _("today"), self._host.go, _("Nothing here is of today."))

    def action_alike(self) -> None:
        """Show what is most like the article shown."""
        article, session = self._host.article, self._host.session
        if article is None:
            return

        def find(cancelled: Cancelled) -> "Sequence[Choice]":
            from tui.state.related import alike

            return alike(session, article, cancelled)

        nothing = _("Nothing here is like this article.")
        self._choose(find, title(article), self._host.go, nothing)

    def action_doubtful(self) -> None:
        """Go to the next doubtful article, and tell what is doubted, or that there is none."""
        session, here = self._host.session, self._host.here()

        def go(name: str) -> None:
            article = self._host.article
            other = article is not None and article.doubtful
            none = _("No article here is doubtful.")
            self._host.go(name, _("No other article here is doubtful.") if other else none)
            article = self._host.article
            if name and article is not None:
                self._host.tell(doubt_reasons(article))

        self._find(lambda cancelled: session.next_doubtful(here, cancelled), go)

    def action_links(self) -> None:
        """Show the addresses in the article; terminals open them where they stand (OSC 8)."""
        article = self._host.article
        if article is None:
            return

        def find(_cancelled: Cancelled) -> "Sequence[Choice]":
            from tui.state.related import links

            return links(article)

        nothing = _("There is no link in the article.")
        self._choose(find, title(article), self._host.copy, nothing)

    def action_pictures(self) -> None:
        """Show the article's pictures."""
        article = self._host.article
        if article is None:
            return
        if article.pictures or article.captions:
            self._host.outside.open_pictures(article)
        else:
            self._host.tell(_("The article has no picture."))

    def action_timeline(self) -> None:
        """Show how often what the filter asks for was met over time."""
        query = self._host.panes.filter_pane.text
        if query.strip():
            self._draw(query)
        else:
            self._host.tell(_("Type what to filter by first: / goes to the filter line."))

    def draw_word(self, word: str) -> None:
        """Show how often a word was met over time."""
        self._draw(f'"{word}"')

    def _draw(self, query: str) -> None:
        session = self._host.session

        def find(cancelled: Cancelled) -> "Sequence[Choice]":
            from tui.state.related import over_time

            return over_time(session, query, cancelled)

        self._choose(find, query, self._host.narrow_by, _("Nothing has been found."))

    def action_new_words(self) -> None:
        """Show the keywords of the issue that the thirty before it had not."""
        session, issue = self._host.session, issue_of(self._host.here())
        if not issue:
            return

        def find(_cancelled: Cancelled) -> "Sequence[Choice]":
            from tui.state.related import new_words

            return new_words(session, issue)

        heading = _("new in {issue}").format(issue=issue)
        nothing = _("The issue has no keyword that the thirty before it had not.")
        self._choose(find, heading, self._host.narrow_by, nothing)

    def _choose(
        self,
        find: "Callable[[Cancelled], Sequence[Choice]]",
        heading: str,
        then: Callable[[str], None],
        nothing: str,
    ) -> None:
        """Find what is related, off the screen's thread, and let the reader choose.

        What is chosen goes to `then`; if there is nothing to choose from, `nothing` is told.
        """

        def show(choices: "Sequence[Choice]") -> None:
            if choices:
                self._host.outside.choose(heading, choices, then)
            else:
                self._host.tell(nothing)

        self._find(find, show)

    def _find(self, find: Callable[[Cancelled], Found], show: Callable[[Found], None]) -> None:
        """Find something off the screen's thread, and show it; keys wait for that."""
        shown = self._host.expected.begin("related")

        def work(cancelled: Cancelled) -> None:
            try:
                done = partial(show, find(cancelled))
            except DubaoError as error:
                done = partial(self._host.tell_error, error)
            if not cancelled():
                self._host.call_later(done)
            self._host.call_later(shown)

        self._host.work("related", work)

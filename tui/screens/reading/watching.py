"""Showing what other sessions and imports have changed, while one reads."""

from collections.abc import Callable

from store.errors import DubaoError
from store.library.library import Library
from store.models import Article
from store.reader.place import Place
from tui.messages import translated
from tui.screens.reading.host import Host
from tui.screens.reading.opening import Opening, Start
from tui.screens.reading.saved_filters import SavedFilters
from tui.state.session import Session

AT_REST = 0.2
"""Seconds that keeping the place waits for another writer: the next look does it otherwise."""


class Watching:
    """Notices changes, whoever made them, and shows them without losing the reader's place.

    What `start` awaits is shown as soon as it holds something, and what it has untold is told, one
    sentence after the other. `renew` is called when the library has changed.
    """

    def __init__(
        self,
        host: Host,
        opening: Opening,
        saved_filters: SavedFilters,
        renew: Callable[[], None],
        start: Start,
    ) -> None:
        self._host = host
        self._opening = opening
        self._saved_filters = saved_filters
        self._renew = renew
        self._awaited = start.awaited
        self._untold = start.untold
        self._follows = start.follows and not start.issue
        self._left = host.session.marks.place() if self._follows else Place()
        self._kept = self._resting = self._tried = host.session.marks.place()
        self._seen = host.session.library.stamps()

    def look(self) -> None:
        """Show what has changed since the last look."""
        with self._host.telling():
            self._take_awaited()
        with self._host.telling():
            self._take_changes()
            if self._follows:
                self._take_place()
        with self._host.telling():
            self._keep_resting()
        if self._untold:
            self._host.tell(translated(self._untold.pop(0)))

    def keep_place(self, patience: float | None = None) -> None:
        """Keep where one is, for the next start, if that is another place than was kept last.

        So a session that has stood still for long, as on a line that hangs, takes nothing back from
        a later one when it ends. Raises LibraryError.
        """
        place = self._host.place()
        if place != self._kept:
            self._host.session.marks.leave(place, patience=patience)
            self._kept = self._left = place

    def _keep_resting(self) -> None:
        """Keep where one has been for two looks: a line may hang before one leaves.

        What cannot be kept is told once, and tried again when one leaves.
        """
        before, self._resting = self._resting, self._host.place()
        if before == self._resting != self._tried and not self._host.outside.restricted:
            self._tried = self._resting
            self.keep_place(AT_REST)

    def _take_awaited(self) -> None:
        """Show the library that was empty, once something has been put into it."""
        library = self._awaited
        if library is not None and library.rows():
            self._awaited = None
            session = self._host.session
            self._host.begin(Session(library, session.marks, fuzzy=session.fuzzy))
            self._opening.open(Place())
            self._renew()

    def _take_place(self) -> None:
        """Go to where the reader has left off elsewhere, if they have not moved on here since."""
        session, panes = self._host.session, self._host.panes
        before, place = self._left, session.marks.place()
        if place == before:
            return
        self._left = place
        here = self._host.here(), panes.article_pane.place()
        there = session.opening(before).article, (before.paragraph, before.offset)
        narrowed = place.filter or panes.filter_pane.text
        if here == there and not narrowed and session.opening(place) == place:
            self._opening.open(place)
            panes.article_pane.go_to(place.paragraph, place.offset)

    def _take_changes(self) -> None:
        """Show marks and filters as they are now, and, if it is another, the library."""
        stamps = self._host.session.library.stamps()
        if not self._host.session.changed():
            return
        self._host.show_list()
        self._saved_filters.refresh_if_changed()
        if stamps != self._seen:
            self._seen = stamps
            self._show_article_anew(self._host.article)
            self._renew()

    def _show_article_anew(self, article: Article | None) -> None:
        """Show the article as it is now; the newest issue's first one if it is no more."""
        session = self._host.session
        now = _as_it_is_now(session.library, article) if article else None
        if now is None:
            name = session.first()
            self._host.outline.unfold(name)
            self._host.show_list(name)
            self._host.show(name)
        elif now != article:
            place = self._host.panes.article_pane.place()
            self._host.show_list(now.id)
            self._host.show(now.id)
            self._host.panes.article_pane.go_to(*place)


def _as_it_is_now(library: Library, article: Article) -> Article | None:
    """Return the article of the same key, perhaps at another address; None if it is no more."""
    try:
        issue, found = library.article(article.id)
    except DubaoError:
        return None
    return next((each for each in issue.articles if each.key == article.key), found)

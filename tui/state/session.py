"""Where one reader stands: library, marks, the filter's answer, and the way through the unread.

A plain object with tests of its own; the screen asks it and shows what it says.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from store.errors import DubaoError
from store.index.hits import EVERYTHING, NOWHERE, Left, Spot
from store.library.library import Library
from store.models import Article, CatalogueRow, Issue, issue_of
from store.reader.marks import Marks
from store.reader.place import Place
from tui.state.outline import as_listed, in_order

if TYPE_CHECKING:
    from store.corrections.correction import Correction
    from store.reader.clippings import Clips
    from tui.state.filter import Filter, Spans

PATIENCE = 1.0
"""Seconds that a clipping waits for another session to be done with the file."""


class Session:
    """A reader in a library, with marks of their own; the filter's pinyin may be `fuzzy`."""

    def __init__(self, library: Library, marks: Marks, *, fuzzy: bool = False) -> None:
        self.library = library
        self.marks = marks
        self.fuzzy = fuzzy
        self._narrowing: Filter | None = None
        self._clippings: Clips | None = None
        self._seen = library.stamps()
        self._marked = marks.stamp(), marks.filters.stamp()

    def changed(self) -> bool:
        """Return whether anything has been marked or changed since this was last asked.

        It looks at the dates of five files, which costs so little that other sessions can be
        watched this way each second.
        """
        seen = self.library.stamps()
        marked = self.marks.stamp(), self.marks.filters.stamp()
        changed = (seen, marked) != (self._seen, self._marked)
        if seen != self._seen:
            self._forget()
        self._seen, self._marked = seen, marked
        return changed

    @property
    def narrowing(self) -> "Filter":
        """The filter, made when it is first asked for: the index takes 10 ms to import."""
        if self._narrowing is None:
            from store.index.search import open_searcher
            from tui.state.filter import Filter

            searcher = open_searcher(self.library, self.marks, fuzzy=self.fuzzy)
            self._narrowing = Filter(searcher, self.marks.filters.all)
        return self._narrowing

    @property
    def clippings(self) -> "Clips":
        """The reader's clippings, opened when they are first asked for."""
        if self._clippings is None:
            from store.reader.clippings import open_clips

            self._clippings = open_clips(patience=PATIENCE, told=self.marks.told)
        return self._clippings

    def opening(self, place: Place, issue: str = "") -> Place:
        """Return `place`, or the first article of `issue` where one is asked for.

        Where the article of `place` is gone, it is the first of the newest issue. Where there is no
        article, the place is that issue: its contents may be all that was printed.
        """
        try:
            if not issue and place.article and self.library.article(place.article):
                return place
        except DubaoError:
            pass
        first = self.first(issue)
        issue = issue or next((row.id for row in self.library.rows()), "")
        place = replace(place, issue="" if first else issue, article=first, paragraph=0, offset=0)
        return replace(place, filter="", reading=False)

    def spot(self, name: str) -> Spot:
        """Return where in its issue the article of this id stands, as the filter counts."""
        issue = issue_of(name)
        try:
            names = [article.id for article in self.library.issue(issue).articles]
        except DubaoError:
            return NOWHERE
        return (issue, names.index(name)) if name in names else NOWHERE

    def hits(self) -> Left:
        """Return the articles that the filter leaves."""
        return self._narrowing.hits if self._narrowing else EVERYTHING

    def narrowed(self) -> bool:
        """Return whether the filter narrows what is shown; hiding leaves articles out, too."""
        return self._narrowing is not None and self._narrowing.narrowed

    def marks_in(self, text: str) -> "Spans":
        """Return where the words asked for stand in a headline or paragraph."""
        return self._narrowing.marks_in(text) if self._narrowing else ()

    def edit(self, issue: str, correction: "Correction") -> Issue:
        """Set the issue right, durably, and return it as it is now, perhaps at another address.

        Raises DubaoError when the correction does not fit or cannot be kept.
        """
        edited = self.library.edit(issue, correction)
        self._forget()
        return edited

    def undo_edit(self, issue: str) -> Issue | None:
        """Take the issue's last correction back; return it as it is now, None if it has none.

        Raises LibraryError when that cannot be kept.
        """
        undone = self.library.undo(issue)
        if undone is None:
            return None
        self._forget()
        return self.library.issue(issue)

    def _forget(self) -> None:
        """Forget what was derived from the library before it changed."""
        if self._narrowing is not None:
            self._narrowing.renew()

    def first(self, issue: str = "") -> str:
        """Return the first article of `issue`, else of the newest issue; ``""`` if there is none.

        Within a filter, the first that it leaves.
        """
        for row in self.library.rows():
            if issue in ("", row.id):
                for article in self.shown(row):
                    return article.id
        return ""

    def shown(self, row: CatalogueRow) -> list[Article]:
        """Return the articles of an issue that the filter leaves, in the list's order.

        Of one that cannot be read there are none.
        """
        hits = self.hits()
        if row.id not in hits:
            return []
        try:
            issue = self.library.issue(row.id)
        except DubaoError:
            return []
        left = {article.id for article in hits.select(row.id, issue.articles)}
        return [article for article in in_order(issue) if article.id in left]

    def next_unread(self, after: str) -> str:
        """Return the next unread article after `after`, going round once; ``""`` if none is left.

        Issues without unread articles are passed over without being opened.
        """
        rows = self.library.rows()
        issue = issue_of(after)
        at = next((number for number, row in enumerate(rows) if row.id == issue), 0)
        read = self.marks.read_keys()
        for turn, row in enumerate((*rows[at:], *rows[: at + 1])):
            if all(key in read for key in row.keys):
                continue
            articles = self.shown(row)
            names = [article.id for article in articles]
            if turn == 0 and after in names:
                articles = articles[names.index(after) + 1 :]
            for article in articles:
                if article.key not in read and article.id != after:
                    return article.id
        return ""

    def next_doubtful(self, after: str, cancelled: Callable[[], bool] = lambda: False) -> str:
        """Return the next doubtful article after `after` in the list, ``""`` if none is left.

        After the last one it begins anew. Only the filter's articles count. Issues that have none
        are passed over without being opened, where the index holds them. Raises DubaoError.
        """
        doubtful = self.narrowing.doubtful(cancelled)
        rows, issue = as_listed(self.library.rows()), issue_of(after)
        at = next((number for number, row in enumerate(rows) if row.id == issue), 0)
        for turn, row in enumerate((*rows[at:], *rows[: at + 1])):
            if row.id not in doubtful:
                continue
            articles = self.shown(row)
            names = [article.id for article in articles]
            if turn == 0 and after in names:
                articles = articles[names.index(after) + 1 :]
            for article in articles:
                if article.doubtful and article.id != after:
                    return article.id
        return ""

    def step(self, after: str, by: int) -> str:
        """Return the article `by` places after `after` in its issue, or ``""`` past its ends.

        Within a filter the way goes on in the list's next issue, or the one before.
        """
        rows, issue = as_listed(self.library.rows()), issue_of(after)
        here = next((number for number, row in enumerate(rows) if row.id == issue), None)
        if here is None:
            return ""
        names = [article.id for article in self.shown(rows[here])]
        at = names.index(after) + by if after in names else 0
        if 0 <= at < len(names):
            return names[at]
        beyond = rows[here + 1 :] if by > 0 else rows[:here][::-1]
        for row in beyond if self.narrowed() else ():
            if left := self.shown(row):
                return left[0 if by > 0 else -1].id
        return ""

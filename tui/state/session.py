"""Where one reader stands: library, marks, the filter's answer, and the way through the unread.

A plain object with tests of its own; the screen asks it and shows what it says.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain, compress
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from store.errors import DubaoError
from store.library.library import Library
from store.models import Article, CatalogueRow, Issue, Place, issue_of
from store.reader.marks import Marks
from store.reader.saved_filters import SavedFilter
from tui.state.outline import in_order, left_of

if TYPE_CHECKING:
    from store.corrections.records import Correction
    from store.reader.clippings import Clips
    from tui.state.filter import Filter, Spans, Spot

PATIENCE = 1.0
"""Seconds that a clipping waits for another session to be done with the file."""


class Undone(Struct, frozen=True):
    """What an undo has taken back: the removal of `issue`, or an action on so many `marks`."""

    issue: str = ""
    marks: int = 0


class Session:
    """A reader in a library, with marks of their own."""

    def __init__(self, library: Library, marks: Marks) -> None:
        self.library = library
        self.marks = marks
        self._narrowing: Filter | None = None
        self._clippings: Clips | None = None
        self._seen = library.stamps()
        self._marked = self._mark_stamps()

    def changed(self) -> bool:
        """Return whether anything has been marked or changed since this was last asked.

        It costs a look at the dates of five files: other sessions are watched so, without a wire
        or a processor that would notice.
        """
        seen, marked = self.library.stamps(), self._mark_stamps()
        changed = (seen, marked) != (self._seen, self._marked)
        if seen != self._seen:
            self._forget()
        self._seen, self._marked = seen, marked
        return changed

    def _mark_stamps(self) -> tuple[object, object]:
        return self.marks.stamp(), self.marks.filters.stamp()

    def still(self, article: Article) -> Article | None:
        """Return `article` as it is now, perhaps at another address; None if it is no more."""
        try:
            issue, found = self.library.article(article.id)
        except DubaoError:
            return None
        same = (each for each in issue.articles if each.key == article.key)
        return next(same, found)

    @property
    def narrowing(self) -> "Filter":
        """The filter, made when it is first asked for: the index takes 10 ms to import."""
        if self._narrowing is None:
            from store.index.search import open_searcher
            from tui.state.filter import Filter

            searcher = open_searcher(self.library, self.marks)
            self._narrowing = Filter(searcher, self.saved)
        return self._narrowing

    @property
    def clippings(self) -> "Clips":
        """The reader's clippings, opened when they are first asked for."""
        if self._clippings is None:
            from store.reader.clippings import open_clips

            self._clippings = open_clips(patience=PATIENCE)
        return self._clippings

    def rows(self) -> tuple[CatalogueRow, ...]:
        """Return the catalogue, newest issue first."""
        return self.library.rows()

    def issue(self, name: str) -> Issue:
        """Return the issue of this id.

        Raises NotFoundError.
        """
        return self.library.issue(name)

    def article(self, name: str) -> Article:
        """Return the article at this address.

        Raises NotFoundError.
        """
        for article in self.issue(issue_of(name)).articles:
            if article.id == name:
                return article
        return self.library.article(name)[1]

    def opening(self, place: Place, issue: str = "") -> Place:
        """Return `place`, or the first article of `issue` where one is asked for.

        So it is with the newest issue where the place's article is no more.
        """
        try:
            if not issue and place.article and self.article(place.article):
                return place
        except DubaoError:
            pass
        first = self.first(issue)
        place = replace(place, issue="", article=first, paragraph=0, offset=0)
        return replace(place, filter="", reading=False)

    def spot(self, name: str) -> "Spot":
        """Return where in its issue the article of this id stands, as the filter counts."""
        issue = issue_of(name)
        try:
            names = [article.id for article in self.issue(issue).articles]
        except DubaoError:
            return "", 0
        return (issue, names.index(name)) if name in names else ("", 0)

    def read_keys(self) -> Set[str]:
        """Return the keys of the articles that have been read."""
        return self.marks.read_keys()

    def changes(self, since: int) -> tuple[int, Sequence[str]]:
        """Return how often an article was marked read or unread, and their keys `since` so often.

        What has not been asked for before counts as unchanged.
        """
        return self.marks.changes(since)

    def starred_keys(self) -> Set[str]:
        """Return the keys of the articles that are starred."""
        return self.marks.starred_keys()

    def hits(self) -> Mapping[str, bytes] | None:
        """Return by issue which articles the filter leaves (`Results.hits`), None without one."""
        return self._narrowing.hits if self._narrowing else None

    def narrowed(self) -> bool:
        """Return whether the filter narrows what is shown; hiding leaves articles out, too."""
        return self._narrowing is not None and self._narrowing.narrowed

    def saved(self) -> Sequence[SavedFilter]:
        """Return the reader's saved filters, in their order."""
        return self.marks.filters.all()

    def marks_in(self, text: str) -> "Spans":
        """Return where the words asked for stand in a headline or paragraph."""
        return self._narrowing.marks_in(text) if self._narrowing else ()

    def is_read(self, article: Article) -> bool:
        """Return whether `article` has been read."""
        return article.key in self.marks.read_keys()

    def mark_read(self, article: Article, read: bool = True) -> None:
        """Mark `article` read or unread, durably.

        Raises LibraryError when the mark cannot be kept.
        """
        if self.is_read(article) != read:
            self.marks.mark(article.key, read=read)

    def toggle_star(self, article: Article) -> bool:
        """Star `article`, or take its star away; return whether it is starred now.

        Raises LibraryError when the mark cannot be kept.
        """
        starred = article.key not in self.marks.starred_keys()
        self.marks.mark(article.key, starred=starred)
        return starred

    def mark_all(self, names: Iterable[str], *, read: bool = True) -> int:
        """Mark the articles of these keys read or unread, as one action; return how many changed.

        Raises LibraryError when the marks cannot be kept.
        """
        keys = [key for key in dict.fromkeys(names) if (key in self.read_keys()) != read]
        self.marks.mark_all(keys, read=read)
        return len(keys)

    def star_all(self, keys: Iterable[str], *, starred: bool = True) -> int:
        """Star the articles of these keys, or take their stars away, as one action.

        Return how many changed. Raises LibraryError when the marks cannot be kept.
        """
        stars = self.starred_keys()
        changed = [key for key in dict.fromkeys(keys) if (key in stars) != starred]
        self.marks.mark_all(changed, starred=starred)
        return len(changed)

    def tag_all(self, keys: Iterable[str], tag: str, *, tagged: bool = True) -> int:
        """Give the articles of these keys a tag, or take it away, as one action.

        Return how many changed. Raises LibraryError when the marks cannot be kept.
        """
        have = self.marks.tags().get(tag, frozenset())
        changed = [key for key in dict.fromkeys(keys) if (key in have) != tagged]
        new, old = (tag, "") if tagged else ("", tag)
        self.marks.mark_all(changed, tag=new, untag=old)
        return len(changed)

    def keys_found(self, query: str) -> tuple[str, ...]:
        """Return the keys of the articles that a query finds; of one that asks nothing, none."""
        from store.index.query import parse

        asked = parse(query)
        found = self.narrowing.answer(asked, lambda: False) if asked.groups else None
        hits = found.hits if found else {}
        by_issue = (compress(row.keys, hits.get(row.id, b"")) for row in self.rows())
        return tuple(chain.from_iterable(by_issue))

    def tag(self, article: Article, tag: str) -> tuple[str, ...]:
        """Give `article` this tag, or take it away if it has it; return its tags.

        A tag is one word, so that it can stand in a query.

        Raises LibraryError when the mark cannot be kept.
        """
        from store.press.text.clean import clean_line  # 5 ms, for a tag alone

        tag = "-".join(clean_line(tag).split())
        has = tag in self.marks.get(article.key).tags
        new, old = ("", tag) if has else (tag, "")
        return self.marks.mark_all([article.key], tag=new, untag=old)[0].tags

    def remove(self, issue: str) -> CatalogueRow:
        """Take the issue out of the library; undoing brings it back.

        Raises LibraryError when it cannot be done.
        """
        return self.library.remove(issue)

    def take_back(self) -> Undone | None:
        """Undo the last action on marks, or the removal of an issue, whichever came last.

        Raises LibraryError when that cannot be kept.
        """
        marked = self.marks.last_change()
        removed = next(iter(self.library.removed()), None)
        if removed and removed.removed and (marked is None or removed.removed > marked):
            return Undone(issue=self.library.restore(removed.id).id)
        marks = self.marks.undo()
        return Undone(marks=len(marks)) if marks else None

    def edit(self, issue: str, correction: "Correction") -> Issue:
        """Set the issue right, durably, and return it as it is now, perhaps at another address.

        Raises DubaoError when the correction does not fit or cannot be kept.
        """
        edited = self.library.edit(issue, correction)
        self._forget()
        return edited

    def undo(self, issue: str) -> Issue | None:
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
        for row in self.rows():
            if issue in ("", row.id):
                for article in self.shown(row):
                    return article.id
        return ""

    def shown(self, row: CatalogueRow) -> list[Article]:
        """Return the articles of an issue that the filter leaves, in the list's order.

        Of one that cannot be read there are none.
        """
        hits = self.hits()
        if hits is not None and row.id not in hits:
            return []
        try:
            issue = self.issue(row.id)
        except DubaoError:
            return []
        if hits is None:
            return list(in_order(issue))
        left = left_of(issue, hits[row.id])
        return [a for a in in_order(issue) if a.id in left]

    def next_unread(self, after: str) -> str:
        """Return the next unread article after `after`, going round once; ``""`` if none is left.

        Issues without unread articles are passed over without being opened.
        """
        rows = self.rows()
        issue = issue_of(after)
        at = next((number for number, row in enumerate(rows) if row.id == issue), 0)
        read = self.read_keys()
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

    def step(self, after: str, by: int) -> str:
        """Return the article `by` places after `after` in its issue, or ``""`` past its ends."""
        issue = issue_of(after)
        names = [a.id for row in self.rows() if row.id == issue for a in self.shown(row)]
        at = names.index(after) + by if after in names else 0
        return names[at] if 0 <= at < len(names) else ""

    def place(self) -> Place:
        """Return where this reader left off last time."""
        return self.marks.place()

    def leave(self, place: Place) -> None:
        """Keep where this reader stands, durably.

        Raises LibraryError when it cannot be kept.
        """
        self.marks.leave(place)

"""Where one reader stands: library, marks, the filter's answer, and the way through the unread.

A plain object with tests of its own; the screen asks it and shows what it says.
"""

from collections import OrderedDict
from collections.abc import Mapping, Set
from typing import TYPE_CHECKING

from store.library import Library
from store.marks import Marks
from store.models import Article, CatalogueRow, Issue, Place
from tui.outline import in_order

if TYPE_CHECKING:
    from store.corrections import Correction
    from tui.narrowing import Narrowing, Spans

KEPT_ISSUES = 8
"""Issues kept in memory: one is some 100 KB; more would not be looked at soon."""


class Session:
    """A reader in a library, with marks of their own."""

    def __init__(self, library: Library, marks: Marks) -> None:
        self.library = library
        self.marks = marks
        self._narrowing: Narrowing | None = None
        self._issues: OrderedDict[str, Issue] = OrderedDict()

    @property
    def narrowing(self) -> "Narrowing":
        """The filter, made when it is first asked for: the index takes 10 ms to import."""
        if self._narrowing is None:
            from store.index.search import Searcher
            from tui.narrowing import Narrowing

            self._narrowing = Narrowing(Searcher(self.library, self.marks))
        return self._narrowing

    def rows(self) -> tuple[CatalogueRow, ...]:
        """Return the catalogue, newest issue first."""
        return self.library.rows()

    def issue(self, name: str) -> Issue:
        """Return the issue of this id; the last few stay in memory.

        Raises NotFoundError.
        """
        if name not in self._issues:
            self._issues[name] = self.library.issue(name)
            if len(self._issues) > KEPT_ISSUES:
                self._issues.popitem(last=False)
        self._issues.move_to_end(name)
        return self._issues[name]

    def article(self, name: str) -> Article:
        """Return the article at this address.

        Raises NotFoundError.
        """
        for article in self.issue(name.partition("/")[0]).articles:
            if article.id == name:
                return article
        return self.library.article(name)[1]

    def read_keys(self) -> Set[str]:
        """Return the keys of the articles that have been read."""
        return self.marks.read_keys()

    def starred_keys(self) -> Set[str]:
        """Return the keys of the articles that are starred."""
        return self.marks.starred_keys()

    def hits(self) -> Mapping[str, tuple[str, ...]] | None:
        """Return article ids by issue that the filter leaves, or None without a filter."""
        return self._narrowing.hits if self._narrowing else None

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

    def edit(self, issue: str, correction: "Correction") -> Issue:
        """Set the issue right, durably, and return it as it is now, perhaps at another address.

        Raises DubaoError when the correction does not fit or cannot be kept.
        """
        return self._anew(self.library.edit(issue, correction))

    def undo(self, issue: str) -> Issue | None:
        """Take the issue's last correction back; return it as it is now, None if it has none.

        Raises LibraryError when that cannot be kept.
        """
        undone = self.library.undo(issue)
        if undone is None:
            return None
        return self._anew(self.library.issue(issue))

    def _anew(self, issue: Issue) -> Issue:
        """Forget what was read before a change, and return `issue`."""
        self._issues.clear()
        self._narrowing = None
        return issue

    def first(self, issue: str = "") -> str:
        """Return the first article of `issue`, else of the newest issue; ``""`` if there is none.

        Within a filter, the first that it leaves.
        """
        for row in self.rows():
            if issue in ("", row.id):
                for article in self._shown(row):
                    return article.id
        return ""

    def next_unread(self, after: str) -> str:
        """Return the next unread article after `after`, going round once; ``""`` if none is left.

        Issues without unread articles are passed over without being opened.
        """
        rows = self.rows()
        issue = after.partition("/")[0]
        at = next((number for number, row in enumerate(rows) if row.id == issue), 0)
        read = self.read_keys()
        for turn, row in enumerate((*rows[at:], *rows[: at + 1])):
            if all(key in read for key in row.keys):
                continue
            articles = self._shown(row)
            names = [article.id for article in articles]
            if turn == 0 and after in names:
                articles = articles[names.index(after) + 1 :]
            for article in articles:
                if article.key not in read and article.id != after:
                    return article.id
        return ""

    def step(self, after: str, by: int) -> str:
        """Return the article `by` places after `after` in its issue, or ``""`` past its ends."""
        issue = after.partition("/")[0]
        names = [a.id for row in self.rows() if row.id == issue for a in self._shown(row)]
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

    def _shown(self, row: CatalogueRow) -> list[Article]:
        """Return the articles of an issue that the filter leaves, in the list's order."""
        hits = self.hits()
        if hits is None:
            return list(in_order(self.issue(row.id)))
        left = set(hits.get(row.id, ()))
        return [a for a in in_order(self.issue(row.id)) if a.id in left] if left else []

"""What the filter leaves: the question last asked, its answer, and what to mark in a text.

A plain object; asking may happen in a thread of its own, and an answer that comes too late is told
from the one that is waited for.
"""

from collections.abc import Callable, Mapping

from store.index.highlight import spans
from store.index.query import Query, parse
from store.index.search import Found, Searcher

Spans = tuple[tuple[int, int], ...]


class Narrowing:
    """The filter's state; without a question everything is left."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._everything: Found | None = None
        self.query: Query = parse("")
        self.found: Found | None = None
        self._answered: Query = self.query
        self.hits: Mapping[str, tuple[str, ...]] | None = None

    def renew(self) -> None:
        """Forget what everything was: the library has changed."""
        self._everything = None

    def ask(self, text: str) -> Query:
        """Take `text` as the question, and return it as it was understood."""
        self.query = parse(text)
        return self.query

    def answer(self, query: Query, cancelled: Callable[[], bool]) -> Found | None:
        """Return what `query` finds, or None when given up; it changes nothing here."""
        if query.empty and self._everything is not None:
            return self._everything
        return self._searcher.search(query, cancelled=cancelled)

    def narrow(self, query: Query, found: Found, here: str = "") -> bool:
        """Take `found` as what is left; return False if another question was asked since.

        Where the same question is answered anew, the article `here` stays if it was among the hits:
        one just read does not vanish from what is unread before one leaves it.
        """
        if query != self.query:
            return False
        stays = [here] if query == self._answered and self.leaves(here) else []
        self.found, self.hits, self._answered = found, None, query
        if query.empty:
            self._everything = found
            return True
        by_issue: dict[str, list[str]] = {}
        for name in dict.fromkeys((*found.hits, *stays)):
            by_issue.setdefault(name.partition("/")[0], []).append(name)
        self.hits = {issue: tuple(names) for issue, names in by_issue.items()}
        return True

    def leaves(self, name: str) -> bool:
        """Return whether the article of this id is left."""
        return self.hits is None or name in self.hits.get(name.partition("/")[0], ())

    def marks_in(self, text: str) -> Spans:
        """Return where the words asked for stand in a headline or paragraph."""
        if self.query.empty:
            return ()
        return spans(self.query, text, self.found.stands_for if self.found else ())

    def told(self) -> str:
        """Return what is not understood of the question, else what its Latin letters stand for."""
        if self.query.problems:
            return "; ".join(self.query.problems)
        words = self.found.stands_for if self.found else ()
        return "→ " + ", ".join(f"{word} ({count})" for word, count in words) if words else ""

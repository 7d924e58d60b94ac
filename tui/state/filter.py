"""What the filter leaves: the question last asked, its answer, and what to mark in a text.

A plain object. Asking may happen in a thread of its own; an answer that comes too late is told
apart from the one that is waited for.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from store.index.hits import EVERYTHING, NOWHERE, Hits, Left, Spot
from store.index.query.conditions import Contains
from store.index.query.highlight import spans
from store.index.query.parse import parse
from store.index.query.query import Query
from store.index.results import Facet, Results
from store.index.search import Searcher
from store.index.similar import SimilarArticle
from store.models import Article
from store.reader.filter_actions import find, hidden
from store.reader.saved_filters import SavedFilter
from store.words.search_fold import search_fold
from tui.messages import translated
from tui.state.keyword_rows import Expansion

Spans = tuple[tuple[int, int], ...]

READ_THROUGH = 2_000
"""Articles that may be read through to count the keywords of everything: a second of work."""


class Filter:
    """The filter; without a question it leaves everything."""

    def __init__(
        self, searcher: Searcher, saved: Callable[[], Sequence[SavedFilter]] = tuple
    ) -> None:
        self._searcher = searcher
        self._saved = saved
        self.shows_hidden = False
        self._of_everything: tuple[Facet, ...] | None = None
        self.query: Query = parse("")
        self.found: Results | None = None
        self._answered: Query = self.query
        self.hits: Left = EVERYTHING

    def renew(self) -> None:
        """Forget the keywords of everything: the library has changed."""
        self._of_everything = None

    @property
    def narrowed(self) -> bool:
        """Whether the reader asked for what is left; otherwise saved filters may hide the rest."""
        return bool(self._answered.groups)

    def answers(self, query: Query) -> bool:
        """Return whether what is left is an answer to `query` already."""
        return query == self._answered

    def lacking(self) -> int:
        """Return how many articles the index does not hold yet."""
        return self._searcher.lacking()

    def words(self, begun: str) -> tuple[str, ...]:
        """Return words of the library that begin with `begun`, or are spelt so."""
        return self._searcher.words(begun)

    def ask(self, text: str) -> Query:
        """Take `text` as the question, and return it as it was understood."""
        hiding = () if self.shows_hidden else hidden(self._saved())
        self.query = parse(text).without(hiding)
        return self.query

    def found_by(
        self, saved: Sequence[SavedFilter], cancelled: Callable[[], bool]
    ) -> dict[str, Hits]:
        """Return what saved filters find, by name; nothing when that would be read through long."""
        if self.lacking() > READ_THROUGH:
            return {}
        return find(saved, self._searcher, cancelled)

    def doubtful(self, cancelled: Callable[[], bool]) -> Hits:
        """Return the articles that are doubtful; nothing when given up."""
        found = self._searcher.search(parse("is:doubtful"), cancelled=cancelled)
        return found.hits if found else Hits()

    def like(self, article: Article, cancelled: Callable[[], bool]) -> tuple[SimilarArticle, ...]:
        """Return the articles most like this one, itself among them; nothing when given up."""
        return self._searcher.like(article, cancelled=cancelled)

    def answer(self, query: Query, cancelled: Callable[[], bool]) -> Results | None:
        """Return what `query` finds, or None when given up; it changes nothing here."""
        return self._searcher.search(query, cancelled=cancelled)

    def facets(
        self, query: Query, found: Results, cancelled: Callable[[], bool]
    ) -> tuple[Facet, ...] | None:
        """Return the keywords of what `query` found, or None when given up.

        A word of the question counts the articles that were found by it, as it stands beside them:
        it may be a keyword of fewer.
        """
        if not query.empty:
            facets = self._searcher.facets(found, cancelled=cancelled, weighed=True)
            return None if facets is None else _agreeing(facets, query, found)
        if self.lacking() > READ_THROUGH:
            return ()
        if self._of_everything is None:
            self._of_everything = self._searcher.facets(found, cancelled=cancelled, weighed=True)
        return self._of_everything

    def narrow(self, query: Query, found: Results, here: Spot = NOWHERE) -> bool:
        """Take `found` as what is left; return False if another question was asked since.

        Where the same question is answered anew, the article `here` stays if it was among the hits:
        one just read does not vanish from what is unread before one leaves it.
        """
        if query != self.query:
            return False
        hits = found.hits
        if query == self._answered:
            hits = hits.union(self.hits.only(here))
        self.found, self._answered = found, query
        self.hits = EVERYTHING if query.empty else hits
        return True

    def count(self, total: int) -> int:
        """Return how many articles are left, of `total`: as many as the list shows."""
        return self.hits.count if isinstance(self.hits, Hits) else total

    def leaves(self, spot: Spot) -> bool:
        """Return whether the article there is left."""
        return self.hits.holds(spot)

    def marks_in(self, text: str) -> Spans:
        """Return where the words asked for stand in a headline or paragraph."""
        if not self.query.groups:
            return ()
        return spans(self.query, text, self.found.words if self.found else {})

    def told(self) -> str:
        """Return what is not understood of the question, or amiss in what was found for it.

        Else what its Latin letters stand for.
        """
        found = self.found or Results()
        if problems := (*self.query.problems, *found.notes, *found.problems):
            return "; ".join(map(translated, problems))
        return "; ".join(
            f"{letters} → " + ", ".join(f"{word} ({count})" for word, count in words)
            for letters, words in self.expansions()
        )

    def expansions(self) -> tuple[Expansion, ...]:
        """Return what each of the question's Latin terms stands for, the likeliest first."""
        if self.found is None:
            return ()
        counts = dict(self.found.stands_for)
        pairs = (
            (letters, tuple((word, counts[word]) for word in needles.words[1:] if word in counts))
            for letters, needles in self.found.words.items()
        )
        return tuple((letters, words) for letters, words in pairs if words)


def _agreeing(facets: Sequence[Facet], query: Query, found: Results) -> tuple[Facet, ...]:
    """Return `facets`, of which the words asked for count all articles that hold them."""
    asked = (group[0] for group in query.groups if len(group) == 1)
    counts = {
        each.term: found.articles
        for each, wanted in asked
        if wanted and isinstance(each, Contains) and not each.latin
    }
    counts |= {search_fold(word): count for word, count in found.stands_for}
    return tuple(
        replace(facet, count=counts.get(search_fold(facet.word), facet.count)) for facet in facets
    )

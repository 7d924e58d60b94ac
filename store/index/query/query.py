"""A query understood: its conditions, and how they are joined."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from store.index.folded import FoldedArticle
from store.index.query.conditions import ALONE, Condition, Contains, Marked, Scope, Tagged
from store.messages import Message

Term = tuple[Condition, bool]
"""A condition, and whether it must hold or must not."""

Groups = tuple[tuple[Term, ...], ...]
"""Groups of terms: one of each group must be so."""


class Query(Struct, frozen=True):
    """A query understood: `groups` of conditions, each with whether it must hold or must not.

    ``problems`` are sentences about what was not understood, which narrows nothing. What one of the
    queries in ``hiding`` finds is left out, without having been asked for.
    """

    groups: Groups = ()
    problems: tuple[Message, ...] = ()
    hiding: tuple["Query", ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it finds everything."""
        return not (self.groups or self.hiding)

    def without(self, hiding: Iterable["Query"]) -> "Query":
        """Return the query for what this one finds and none of `hiding` does."""
        return replace(self, hiding=(*self.hiding, *hiding))

    def conditions(self) -> Iterator[Condition]:
        """Yield all its conditions, wanted or not, asked for or not."""
        for group in self.groups:
            for condition, _ in group:
                yield condition
        for query in self.hiding:
            yield from query.conditions()

    @property
    def words(self) -> tuple[Contains, ...]:
        """The terms that are looked for, without those that must not be there."""
        return tuple(
            condition
            for group in self.groups
            for condition, wanted in group
            if wanted and isinstance(condition, Contains)
        )

    @property
    def latin(self) -> frozenset[str]:
        """The terms in Latin letters that may stand for words, wanted or not."""
        return frozenset(
            asked.term for asked in self.conditions() if isinstance(asked, Contains) and asked.latin
        )

    @property
    def of_marks(self) -> bool:
        """Whether what it finds changes with a reader's marks."""
        return any(isinstance(asked, Marked | Tagged) for asked in self.conditions())

    @property
    def tagged(self) -> bool:
        """Whether it asks for tags."""
        return any(isinstance(asked, Tagged) for asked in self.conditions())

    def matches(self, article: FoldedArticle, scope: Scope = ALONE) -> bool:
        """Tell whether `article` is what is asked for."""
        asked_for = all(
            any(condition.holds(article, scope) is wanted for condition, wanted in group)
            for group in self.groups
        )
        return asked_for and not any(query.matches(article, scope) for query in self.hiding)

    def occurrences(self, article: FoldedArticle, scope: Scope = ALONE) -> int:
        """Return in how many places of `article` the terms stand."""
        return sum(
            len(words.needles(scope).find_all(words.within(article))) for words in self.words
        )

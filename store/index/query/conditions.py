"""What a query may ask of an article: a class for each question."""

from collections.abc import Mapping, Set
from datetime import date
from functools import lru_cache
from typing import Literal, Protocol

from msgspec import Struct, field

from store.index.folded import DOUBTFUL_TRAIT, FoldedArticle, Needles
from store.models import Kind
from store.words.latin import key_of, matches, may_stand_for_words
from store.words.numerals import number_forms

Field = Literal["text", "head", "byline", "column"]
"""Where words are looked for: attributes of a `FoldedArticle`."""


class Scope(Struct, frozen=True):
    """What an answer depends on besides the article.

    ``read``, ``starred`` and, by name, ``tags`` are keys of articles; ``stands_for`` has, for Latin
    terms, the term itself and the words whose pinyin it fits.
    """

    read: Set[str] = frozenset()
    starred: Set[str] = frozenset()
    tags: Mapping[str, Set[str]] = field(default_factory=dict)
    stands_for: Mapping[str, Needles] = field(default_factory=dict)


ALONE = Scope()
"""Nothing is marked, and no Latin term stands for words."""


class Condition(Protocol):
    """A question to an article."""

    def holds(self, article: FoldedArticle, scope: Scope) -> bool:
        """Tell whether the answer is yes."""


@lru_cache(1 << 10)
def _needles(term: str) -> Needles:
    """Return the forms of a term: its numbers are printed in several."""
    return Needles(number_forms(term))


class Contains(Struct, frozen=True):
    """The folded `term` stands in one part of the article.

    ``latin`` if Latin letters in it may stand for words.
    """

    term: str
    where: Field = "text"
    latin: bool = False

    def needles(self, scope: Scope) -> Needles:
        """Return the words that are looked for, the term itself first."""
        return (self.latin and scope.stands_for.get(self.term)) or _needles(self.term)

    def stands_for(self, scope: Scope) -> tuple[str, ...]:
        """Return the words that a term in Latin letters stands for, beside itself."""
        return self.needles(scope).words[1:] if self.latin else ()

    def holds(self, article: FoldedArticle, scope: Scope) -> bool:
        """Tell whether one of the words is in it."""
        return self.needles(scope).found_in(self.within(article))

    def within(self, article: FoldedArticle) -> str:
        """Return the text of `article` that is searched."""
        text: str = getattr(article, self.where)
        return text


class OfPaper(Struct, frozen=True):
    """The paper's name contains this, or begins so in pinyin, or its issues' addresses do."""

    name: str

    def fits(self, paper: str, address: str) -> bool:
        """Tell whether a paper of this folded name, or an issue with this id, is meant."""
        if self.name in paper or address.startswith(self.name):
            return True
        key = key_of(address.partition("-")[0], len(paper))
        return may_stand_for_words(self.name) and matches(self.name, [key], paper)

    def holds(self, article: FoldedArticle, scope: Scope) -> bool:
        """Tell whether the answer is yes."""
        del scope
        return self.fits(article.paper, article.address)


class OnPage(Struct, frozen=True):
    """It stands, or goes on, on this page."""

    number: str

    @property
    def trait(self) -> str:
        """The trait that the index has of such an article."""
        return f"page={self.number}"

    def holds(self, article: FoldedArticle, scope: Scope) -> bool:
        """Tell whether the answer is yes."""
        del scope
        return self.number in article.pages


class Dated(Struct, frozen=True):
    """Its issue has a date from `first` to `last`."""

    first: date
    last: date

    def covers(self, day: date | None) -> bool:
        """Tell whether this day is within; an undated issue never is."""
        return day is not None and self.first <= day <= self.last

    def holds(self, article: FoldedArticle, scope: Scope) -> bool:
        """Tell whether the answer is yes."""
        del scope
        return self.covers(article.day)


class OfKind(Struct, frozen=True):
    """It is of this kind."""

    kind: Kind

    @property
    def trait(self) -> str:
        """The trait that the index has of such an article."""
        return f"kind={self.kind}"

    def holds(self, article: FoldedArticle, scope: Scope) -> bool:
        """Tell whether the answer is yes."""
        del scope
        return article.kind == self.kind


class Doubtful(Struct, frozen=True):
    """The press was unsure of it."""

    trait = DOUBTFUL_TRAIT

    def holds(self, article: FoldedArticle, scope: Scope) -> bool:
        """Tell whether the answer is yes."""
        del scope
        return article.doubtful


class Marked(Struct, frozen=True):
    """The reader has marked it so."""

    mark: Literal["read", "starred"]

    def keys(self, scope: Scope) -> Set[str]:
        """Return the keys of such articles."""
        return scope.read if self.mark == "read" else scope.starred

    def holds(self, article: FoldedArticle, scope: Scope) -> bool:
        """Tell whether the answer is yes."""
        return article.key in self.keys(scope)


class Tagged(Struct, frozen=True):
    """The reader has given it this tag."""

    tag: str

    def keys(self, scope: Scope) -> Set[str]:
        """Return the keys of such articles."""
        return scope.tags.get(self.tag, frozenset())

    def holds(self, article: FoldedArticle, scope: Scope) -> bool:
        """Tell whether the answer is yes."""
        return article.key in self.keys(scope)

"""What a search asks of an index, wherever that lies: counts, words and articles by number.

``store.index.storage`` keeps one in a file; another kind answers the same questions.
Articles are numbered through the issues in the order in which these were put in; words have numbers
of their own. An issue's ``keywords`` are numbers of words, 32 bits each: first where the words of
each article end, then the words; its ``names`` are the numbers of the names.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from msgspec import Struct

from store.index.query.conditions import Field
from store.index.results import Budget
from store.messages import Message
from store.models import KeywordKind, RowStamp


class Put(Struct, frozen=True):
    """An issue that was put in: the number of its first article, how many it has, and which it is.

    ``live`` if its words are counted.
    """

    first: int
    articles: int
    live: bool
    stamp: RowStamp


class Used(Struct, frozen=True):
    """A word by its folded form, with one of its keys (``""`` for none), and how often it is used.

    It is used as a keyword or as a name.
    """

    number: int
    folded: str
    key: str
    uses: int


class Word(Struct, frozen=True):
    """A word as it is shown, and how many articles have it as a keyword."""

    number: int
    folded: str
    word: str
    kind: KeywordKind
    articles: int


class Tables(Protocol):
    """An index at one moment: nothing changes in it meanwhile.

    Every method, and whoever goes through what it returns, may raise GivenUpError, and
    IndexFailedError.
    """

    def issues(self) -> Iterable[Put]:
        """Return the issues that were put in, by number."""

    def holding(self, words: Iterable[str], where: Field) -> Iterable[list[int]]:
        """Return lists that have, together, the articles that hold one of these folded words there.

        Those are told, too, of issues that are gone.
        """

    def having(self, name: str) -> list[int]:
        """Return the articles that have this trait: see `FoldedArticle.traits`."""

    def beginning(self, folded: str) -> Iterable[Used]:
        """Return the words whose folded form begins so, used most first."""

    def spelt(self, first: str, last: str, pattern: str, *, by_key: bool) -> Iterable[Used]:
        """Return words by each of their keys that fits the GLOB `pattern`, used most first.

        They begin with a character from `first` to `last`: the key does, or the folded form.
        """

    def words(self, folded: Collection[str]) -> Iterable[Word]:
        """Return those of these words that the index knows."""

    def numbered(self, numbers: Collection[int]) -> Iterable[Word]:
        """Return the words of these numbers."""

    def most_met(self) -> Iterator[tuple[int, int]]:
        """Yield the number of each word, and how many articles have it, most first."""

    def keywords(self, firsts: Collection[int] | None = None) -> Iterable[tuple[int, int, bytes]]:
        """Return the number, articles and ``keywords`` of the issues with these numbers, or all."""

    def words_in(self, first: int) -> tuple[int, bytes, bytes]:
        """Return the articles, ``keywords`` and ``names`` of an issue that was put in."""


class Kept(Protocol):
    """Where an index is kept, and looked at again and again by one thread at a time."""

    trouble: Message | None
    """Why it could not be read when it was last asked, if that was so."""

    def moment(self, budget: Budget) -> AbstractContextManager[tuple[object, Tables]]:
        """Hold it as it is now, with what changes when it does.

        While there is none, nothing is in it. What the block raises because of what stands in it is
        told as IndexFailedError. Raises GivenUpError, and IndexFailedError.
        """

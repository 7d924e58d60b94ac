"""What a search returns, and how it is given up."""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct, field

from store.errors import DubaoError
from store.index.folded import Needles
from store.index.hits import Hits
from store.messages import Message
from store.models import KeywordKind
from store.protocols import CatalogueReader


class Facet(Struct, frozen=True):
    """A keyword of what was found, and how many of the articles found have it."""

    word: str
    kind: KeywordKind
    count: int


class Results(Struct, frozen=True):
    """What a query finds.

    ``hits`` are newest issue first. ``words`` has, for each of the query's Latin terms, the term
    itself and the words that it stands for; ``stands_for`` are those that were found, the most
    frequent ones, with the number of articles found that hold each. ``read_through`` counts the
    articles that the index does not hold yet, which makes a search slow. ``problems`` name the
    issues that could not be read, or say that the search was not brought to its end; ``notes`` tell
    of what was amiss though nothing is lacking.
    """

    hits: Hits = field(default_factory=Hits)
    words: Mapping[str, Needles] = field(default_factory=dict)
    stands_for: tuple[tuple[str, int], ...] = ()
    read_through: int = 0
    problems: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def articles(self) -> int:
        """How many articles were found."""
        return self.hits.count


def addresses(library: CatalogueReader, hits: Hits) -> tuple[tuple[str, ...], tuple[Message, ...]]:
    """Return the ids of the articles in `hits`, and messages about issues that cannot be read."""
    names: list[str] = []
    problems: list[Message] = []
    for name in hits:
        try:
            names += (article.id for article in hits.select(name, library.issue(name).articles))
        except DubaoError as error:
            problems.append(error.message)
    return tuple(names), tuple(problems)


class GivenUpError(Exception):
    """The search was cancelled, or has taken too many steps."""


class IndexFailedError(Exception):
    """The index cannot be read: damaged, or not to be opened."""


MOST = 1000
"""The most words that a Latin term stands for, the most used first: one letter fits 30,000."""

LISTED = 20
"""How many of these words are listed, with the number of articles that hold each."""

Cancelled = Callable[[], bool]


def never() -> Literal[False]:
    """Go on to the end."""
    return False


STEPS = 1_000_000
"""Steps of a search at most, of 0.1 to 0.2 ms each: many times what a library of a million articles
takes, with an index or without."""


class Budget:
    """How long a search may go on: until it is cancelled, or has taken `steps` steps."""

    def __init__(self, cancelled: Cancelled = never, steps: int | None = None) -> None:
        self._cancelled = cancelled
        self._left = STEPS if steps is None else steps

    def __call__(self) -> bool:
        """Take a step, and return whether the search is to be given up."""
        return self.take(1)

    def take(self, steps: int) -> bool:
        """Take so many `steps`, and return whether the search is to be given up."""
        self._left -= steps
        return self.spent or self._cancelled()

    @property
    def spent(self) -> bool:
        """Whether all steps have been taken."""
        return self._left < 0

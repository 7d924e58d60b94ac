"""The rows of the keyword list: what Latin letters stand for, then the keywords kind by kind."""

from collections.abc import Collection, Iterable, Sequence, Set
from typing import TYPE_CHECKING, Literal, get_args

from msgspec import Struct

from store.models import KeywordKind

if TYPE_CHECKING:
    from store.index.results import Facet

FEW = 8
"""Words of a group that are shown before it is unfolded: all four groups within a tall screen."""

Expansion = tuple[str, tuple[tuple[str, int], ...]]
"""Latin letters, and the words they stand for with the number of articles that hold each."""

Sign = Literal["", "+", "-"]


class KeywordRow(Struct, frozen=True):
    """A word with its count, or the head of a group, which has no word.

    `group` is a kind of keywords, or Latin letters that stand for the word. `count` is that of
    articles, at a head that of words; `most` the greatest of the group, at a head the number of
    words shown.
    """

    group: str
    word: str
    count: int
    most: int
    sign: Sign = ""

    @property
    def of_letters(self) -> bool:
        """Whether it tells what Latin letters stand for."""
        return self.group not in get_args(KeywordKind)

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the others of one list."""
        return self.group, self.word


def rows(
    facets: "Iterable[Facet]",
    expansions: Iterable[Expansion],
    included: Set[str],
    excluded: Collection[str],
    unfolded: Collection[str],
) -> list[KeywordRow]:
    """Return the rows: of each group its head, then few of its words, or all if it is `unfolded`.

    Words that the filter includes or excludes are always shown.
    """
    of_kind: dict[str, list[tuple[str, int]]] = {kind: [] for kind in get_args(KeywordKind)}
    for facet in facets:
        of_kind[facet.kind].append((facet.word, facet.count))
    found: list[KeywordRow] = []
    for group, words in (*expansions, *of_kind.items()):
        signs: list[Sign] = [
            "+" if word in included else "-" if word in excluded else "" for word, _ in words
        ]
        most = max((count for _, count in words), default=0)
        shown = [
            KeywordRow(group, word, count, most, sign)
            for at, ((word, count), sign) in enumerate(zip(words, signs, strict=True))
            if group in unfolded or at < FEW or sign
        ]
        if words:
            found += (KeywordRow(group, "", len(words), len(shown)), *shown)
    return found


def with_chosen(
    facets: "Sequence[Facet]",
    before: "Sequence[Facet]",
    included: Set[str],
    excluded: Sequence[str],
) -> "list[Facet]":
    """Return `facets` with the words of the filter line that nothing left has, where they stood.

    `before` are the keywords shown before. The count of such a word is 0: all that are excluded,
    and those that the text of what is left has and its keywords lack.
    """
    from store.index.results import Facet  # not before the first paint

    kept = [facet for facet in facets if facet.word not in excluded]
    stood = {facet.word: (at, facet.kind) for at, facet in enumerate(before)}
    lost = (stood.keys() & included) - {facet.word for facet in facets}
    for word in sorted((*lost, *excluded), key=lambda word: stood.get(word, (0, ""))):
        at, kind = stood.get(word, (0, "topic"))
        kept.insert(at, Facet(word, kind, 0))
    return kept

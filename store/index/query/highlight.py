"""Where in a headline or a paragraph the words of a query stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.index.folded import Needles
from store.index.query.conditions import Scope
from store.index.query.query import Query
from store.words.search_fold import search_fold_mapped


def spans(
    query: Query, text: str, stands_for: Mapping[str, Needles] | None = None
) -> tuple[tuple[int, int], ...]:
    """Return the places in `text` to be marked: (start, end) offsets, in order, none touching.

    `stands_for` has the words that Latin terms stand for, see `Results.words`. A character that
    folds to several is marked whole if one of these is found (㎏ for k).
    """
    scope = Scope(stands_for=stands_for or {})
    words = {word for asked in query.words for word in asked.needles(scope).words}
    folded, offsets = search_fold_mapped(text)
    places = [
        (offsets[start], _end(offsets, start + len(word), text))
        for word in words
        for start in _all(word, folded)
    ]
    return tuple(_merged(sorted(places)))


def _all(word: str, text: str) -> Iterator[int]:
    """Yield where `word` stands in `text`, overlapping places too."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _end(offsets: Sequence[int], end: int, text: str) -> int:
    """Return the offset after the last of the original's characters that fold to before `end`.

    Blanks after it, which folding leaves out, do not belong to it.
    """
    last = offsets[end - 1]
    while end < len(offsets) and offsets[end] == last:
        end += 1
    after = offsets[end] if end < len(offsets) else len(text)
    return max(last + 1, len(text[:after].rstrip()))


def _merged(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for start, end in places:
        if current and start <= current[1]:
            current = current[0], max(current[1], end)
        else:
            if current:
                yield current
            current = start, end
    if current:
        yield current

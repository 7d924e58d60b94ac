"""What saved filters do: hide, mark read, star or tag what they find.

A filter hides what it finds for as long as it stands; or it marks what is there when it is saved,
and later articles as they come, in whatever library. A later article that was ever marked is left
alone, so that no filter takes back what its reader did: not even where it acts a second time, in a
library that has been moved or has gone back to what it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from store.errors import DubaoError
from store.index.hits import Hits
from store.index.query.parse import parse
from store.index.query.query import Query
from store.index.results import Cancelled, Results, never
from store.index.search import Searcher
from store.models import CatalogueRow, Mark
from store.reader.marks import Marks
from store.reader.saved_filters import SavedFilter, SavedFilters


def query_of(saved: SavedFilter) -> Query:
    """Return what a filter that is to be saved asks for.

    Raises DubaoError when it would find everything.
    """
    query = parse(saved.query)
    if not query.groups:
        raise DubaoError("A saved filter needs a query that narrows something.")
    return query


NEVER = -2
"""Before an empty library, whose last change is -1."""


class Due(Struct, frozen=True):
    """What a filter is to mark: these articles, from what has come up to the change `newest`."""

    saved: SavedFilter
    keys: tuple[str, ...]
    place: str
    newest: int


def find(
    filters: Iterable[SavedFilter], searcher: Searcher, cancelled: Cancelled = never
) -> dict[str, Hits]:
    """Return what filters find, by their names; when given up, what was found so far.

    Raises LibraryError.
    """
    found: dict[str, Hits] = {}
    for saved in filters:
        query = parse(saved.query)
        answer = searcher.search(query, cancelled=cancelled) if query.groups else Results()
        if answer is None:
            break
        found[saved.name] = answer.hits
    return found


def due(
    filters: Iterable[SavedFilter],
    place: str,
    rows: Sequence[CatalogueRow],
    found: Mapping[str, Hits],
) -> Iterator[Due]:
    """Yield what filters that mark have `found` among the issues that came since they last did.

    `rows` are the issues of the library at this `place`, as they were before the search.
    """
    for saved in filters:
        if saved.name in found and is_due(saved, place, rows):
            since = _seen(saved, place, rows)
            new = (row for row in rows if row.revision > since)
            yield Due(saved, found[saved.name].keys(new), place, _newest(rows))


def is_due(saved: SavedFilter, place: str, rows: Sequence[CatalogueRow]) -> bool:
    """Return whether a filter marks what it finds, and issues came since it last did."""
    return saved.action not in ("", "hide") and _seen(saved, place, rows) < _newest(rows)


def _seen(saved: SavedFilter, place: str, rows: Sequence[CatalogueRow]) -> int:
    """Return up to which change a filter has acted: none if the library has not come so far."""
    seen = saved.seen.get(place, NEVER)
    return seen if seen <= _newest(rows) else NEVER


def _newest(rows: Iterable[CatalogueRow]) -> int:
    return max((row.revision for row in rows), default=-1)


def act(due: Iterable[Due], filters: SavedFilters, marks: Marks) -> int:
    """Mark what is due, each filter's as one action; return how many were marked.

    Raises LibraryError.
    """
    done = 0
    for each in due:
        saved, keys = each.saved, each.keys
        if saved.seen:
            keys = marks.untouched(keys)
        done += len(_mark(marks, saved, keys))
        filters.done(saved, each.place, each.newest)
    return done


def unfinished(error: DubaoError) -> DubaoError:
    """Return what to say when filters could not act: those that are saved are, and try again."""
    return DubaoError(
        "What saved filters have left undone they do with the next change: {why}", why=error
    )


def hidden(filters: Iterable[SavedFilter]) -> tuple[Query, ...]:
    """Return what the filters that hide ask for."""
    queries = (parse(saved.query) for saved in filters if saved.action == "hide")
    return tuple(query for query in queries if query.groups)


def _mark(marks: Marks, saved: SavedFilter, keys: Iterable[str]) -> tuple[Mark, ...]:
    match saved.action:
        case "read":
            return marks.mark_all(keys, read=True, by_filter=True)
        case "star":
            return marks.mark_all(keys, starred=True, by_filter=True)
        case _:
            return marks.mark_all(keys, tag=saved.tag, by_filter=True)

"""Saved filters: a query under a name, and what is done to the articles that it finds.

They are a reader's own and lie in ``filters.json`` in their state. One that has an action is a
rule. What it finds is hidden for as long as the rule stands; or it is marked read, starred or
tagged, what is there when the rule is saved at once, and what comes later when it comes. A later
article that already has a mark is left alone, so that no rule takes back what its reader did.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import compress
from pathlib import Path
from typing import Literal, get_args

from store.errors import DubaoError, NotFoundError
from store.files import DiskFiles, Files, Stamp
from store.index.query import Query, parse
from store.index.search import Searcher
from store.library import Library
from store.locations import state_folder
from store.locking import PATIENCE
from store.marks import Marks
from store.models import CatalogueRow, Mark
from store.tables import Tables, writing

Action = Literal["", "read", "star", "tag", "hide"]
ACTIONS: tuple[Action, ...] = get_args(Action)

_FILE = "filters.json"


@dataclass(frozen=True, slots=True)
class Saved:
    """A filter under its name: the query, and what is done to what it finds (``""``: nothing).

    `tag` is given by the action ``tag``. `seen` has, by a library's folder, the last of its changes
    (`CatalogueRow.revision`) to which the action has been done.
    """

    name: str
    query: str
    action: Action = ""
    tag: str = ""
    seen: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check that the filter is whole.

        Raises DubaoError.
        """
        if not self.name.strip() or not parse(self.query).groups:
            raise DubaoError("A saved filter needs a name, and a query that narrows something.")
        if self.action not in ACTIONS:
            raise DubaoError(
                f"{self.action} is nothing that a filter does; say {', '.join(ACTIONS[1:])}."
            )
        if (self.action == "tag") is not bool(self.tag):
            raise DubaoError("A filter that tags needs a tag, and another has none.")


def open_filters(folder: Path | None = None, *, patience: float = PATIENCE) -> "Filters":
    """Return the filters saved in the state folder `folder`, or in this reader's own."""
    return Filters(DiskFiles(folder or state_folder(), private=True, patience=patience))


class Filters:
    """One reader's saved filters, by name.

    Every method may raise LibraryError, with a sentence that names the file.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self._saved: tuple[Stamp | None, dict[str, Saved]] = (None, {})

    def stamp(self) -> Stamp | None:
        """Return what is another whenever a filter has been saved or dropped."""
        return self._files.stamp(_FILE)

    def all(self) -> tuple[Saved, ...]:
        """Return the filters in the order they were saved."""
        stamp = self.stamp()
        if stamp != self._saved[0]:
            self._saved = stamp, Tables(self._files, _FILE).records("filters", Saved)
        return tuple(self._saved[1].values())

    def save(self, saved: Saved) -> None:
        """Keep a filter, in the place of one of the same name; it is durable when this returns."""
        with self._files.lock(), writing(self._files, _FILE) as tables:
            tables.put("filters", {saved.name: saved})

    def drop(self, name: str) -> Saved:
        """Take the filter of this name away and return it; what it did stays done.

        Raises NotFoundError when there is none.
        """
        with self._files.lock(), writing(self._files, _FILE) as tables:
            saved = tables.named("filters", name, Saved)
            if saved is None:
                names = ", ".join(each.name for each in self.all()) or "none"
                raise NotFoundError(f"There is no saved filter {name}; there are: {names}.")
            tables.remove("filters", name)
        return saved


@dataclass(frozen=True, slots=True)
class Due:
    """What a filter is to mark: these articles, of what came since up to the change `newest`."""

    saved: Saved
    keys: tuple[str, ...]
    place: str
    newest: int


def due(filters: Iterable[Saved], library: Library, searcher: Searcher) -> Iterator[Due]:
    """Yield what filters that mark have found among the issues that have come since they last did.

    Raises LibraryError.
    """
    rows, place = library.rows(), str(library.path.absolute())
    newest = max((row.revision for row in rows), default=-1)
    for saved in filters:
        seen = saved.seen.get(place, -1)
        if saved.action not in ("", "hide") and seen < newest:
            found = searcher.search(parse(saved.query)).hits
            keys = _keys(found, (row for row in rows if row.revision > seen))
            yield Due(saved, tuple(keys), place, newest)


def act(due: Iterable[Due], filters: Filters, marks: Marks) -> int:
    """Mark what is due, each filter's as one action; return how many were marked.

    Raises LibraryError.
    """
    done = 0
    for each in due:
        saved, keys = each.saved, each.keys
        if each.place in saved.seen:
            keys = tuple(key for key in keys if not marks.touched(key))
        done += len(_mark(marks, saved, keys))
        filters.save(replace(saved, seen={**saved.seen, each.place: each.newest}))
    return done


def hidden(filters: Iterable[Saved]) -> tuple[Query, ...]:
    """Return what the filters that hide ask for."""
    return tuple(parse(saved.query) for saved in filters if saved.action == "hide")


def _keys(found: Mapping[str, bytes], rows: Iterable[CatalogueRow]) -> Iterable[str]:
    for row in rows:
        yield from compress(row.keys, found.get(row.id, b""))


def _mark(marks: Marks, saved: Saved, keys: Iterable[str]) -> tuple[Mark, ...]:
    match saved.action:
        case "read":
            return marks.mark_all(keys, read=True)
        case "star":
            return marks.mark_all(keys, starred=True)
        case _:
            return marks.mark_all(keys, tag=saved.tag)

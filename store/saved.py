"""Saved filters: a query under a name, and what is done to the articles that it finds.

They are a reader's own and lie in ``filters.json`` in their state. One that has an action is a
rule: what it finds is marked read, starred, tagged or hidden, what is there when it is saved at
once, and what comes later when it comes. A later article that already has a mark is left alone, so
that no rule takes back what its reader did.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from store.errors import DubaoError, NotFoundError
from store.files import DiskFiles, Files, Stamp
from store.locations import state_folder
from store.locking import PATIENCE
from store.marks import Marks
from store.models import CatalogueRow
from store.tables import Tables, writing

Action = Literal["", "read", "star", "tag", "hide"]
ACTIONS: tuple[Action, ...] = get_args(Action)

HIDDEN = "hidden"
"""The tag of what is hidden; such an article counts as read."""

_FILE = "filters.json"


@dataclass(frozen=True, slots=True)
class Saved:
    """A filter under its name: the query, and what is done to what it finds (``""``: nothing).

    `tag` is given by the action ``tag``. `seen` is the last change of the library (its
    `CatalogueRow.revision`) that the action has been done to, -1 before the first.
    """

    name: str
    query: str
    action: Action = ""
    tag: str = ""
    seen: int = -1

    def __post_init__(self) -> None:
        """Check that the filter is whole.

        Raises DubaoError.
        """
        if not self.name.strip() or not self.query.strip():
            raise DubaoError("A saved filter needs a name and a query.")
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


def act(
    filters: Filters,
    rows: Iterable[CatalogueRow],
    marks: Marks,
    keys_found: Callable[[str, frozenset[str]], Iterable[str]],
) -> int:
    """Do what saved filters do to what has come since they last did; return how many were marked.

    `keys_found` gives the keys of the articles that a query finds in the issues of these ids.
    """
    listed = tuple(rows)
    newest = max((row.revision for row in listed), default=-1)
    done = 0
    for saved in filters.all():
        if not saved.action or saved.seen >= newest:
            continue
        new = frozenset(row.id for row in listed if row.revision > saved.seen)
        keys = list(keys_found(saved.query, new))
        if saved.seen >= 0:
            touched = {mark.key for mark in marks.all()}
            keys = [key for key in keys if key not in touched]
        done += len(keys)
        _mark(marks, saved, keys)
        filters.save(replace(saved, seen=newest))
    return done


def _mark(marks: Marks, saved: Saved, keys: Iterable[str]) -> None:
    match saved.action:
        case "read":
            marks.mark_all(keys, read=True)
        case "star":
            marks.mark_all(keys, starred=True)
        case "tag":
            marks.mark_all(keys, tag=saved.tag)
        case "hide":
            marks.mark_all(keys, read=True, tag=HIDDEN)

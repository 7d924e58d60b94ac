"""Saved filters: a query under a name, and what is to be done to the articles that it finds.

They are a reader's own and lie in ``filters.json`` in their state. What they do:
`store.reader.filter_actions`.
"""

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct, field
from msgspec.structs import replace

from store.backends.files import Files, Stamp
from store.backends.locking import quietly
from store.backends.state_files import StateRecords, Told
from store.bounds import LONGEST_NAME, LONGEST_QUERY, MANY, Name, Text
from store.errors import DubaoError, NotFoundError

Action = Literal["", "read", "star", "tag", "hide"]
ACTIONS: tuple[Action, ...] = get_args(Action)

_FILE = "filters.json"

MOST = 100
"""Filters that one reader may save."""

PLACES = 64
"""Libraries of which a filter knows how far it has acted: those where it acted last."""


class SavedFilter(Struct, frozen=True):
    """A filter under its name: the query, and what is done to what it finds (``""``: nothing).

    `tag` is given by the action ``tag``. `seen` has, by a library's place (`Library.place`), the
    last of its changes (`CatalogueRow.revision`) to which the action has been done.
    """

    name: Name
    query: Text
    action: Action = ""
    tag: Name = ""
    seen: Annotated[dict[Name, int], Meta(max_length=MANY)] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check that the filter is whole.

        Raises DubaoError.
        """
        if not self.name.strip() or not self.query.strip():
            raise DubaoError("A saved filter needs a name and a query.")
        if self.action not in ACTIONS:
            raise DubaoError(
                "{action} is nothing that a filter does; say {actions}.",
                action=self.action,
                actions=", ".join(ACTIONS[1:]),
            )
        if (self.action == "tag") is not bool(self.tag):
            raise DubaoError("A filter that tags needs a tag, and another has none.")


class SavedFilters:
    """One reader's saved filters, by name.

    Every method may raise LibraryError, with a sentence that names the file.
    """

    def __init__(self, files: Files, told: Told = quietly) -> None:
        self._files = files
        self._records = filter_records(files, told)
        self._saved: tuple[Stamp | None, dict[str, SavedFilter]] = (None, {})

    def watched(self) -> tuple[str, ...]:
        """Return where what is saved lies."""
        return (self._files.where(_FILE),)

    def stamp(self) -> Stamp | None:
        """Return what changes whenever a filter is saved or dropped."""
        return self._records.stamp(_FILE)

    def all(self) -> tuple[SavedFilter, ...]:
        """Return the filters in the order they were saved."""
        stamp = self.stamp()
        if stamp != self._saved[0]:
            self._saved = stamp, self._records.read(_FILE)
        return tuple(self._saved[1].values())

    def save(self, saved: SavedFilter) -> None:
        """Keep a filter, in the place of one of the same name; it is durable when this returns.

        Raises DubaoError for one that is too long, or one too many.
        """
        if max(len(saved.name), len(saved.tag)) > LONGEST_NAME:
            raise DubaoError(
                "A filter's name and tag have {most} characters at most.", most=LONGEST_NAME
            )
        if len(saved.query) > LONGEST_QUERY:
            raise DubaoError("A saved query has {most} characters at most.", most=LONGEST_QUERY)
        with self._files.lock(), self._records.writing(_FILE) as tables:
            if saved.name not in {each.name for each in self.all()} and len(self.all()) >= MOST:
                raise DubaoError("There are {most} saved filters at most; drop one.", most=MOST)
            tables.put("filters", {saved.name: saved})

    def done(self, saved: SavedFilter, place: str, revision: int) -> None:
        """Keep that a filter's action is done to a library up to this change, if it stands yet."""
        with self._files.lock(), self._records.writing(_FILE) as tables:
            now = tables.named("filters", saved.name, SavedFilter)
            if now == saved:
                seen = {each: n for each, n in saved.seen.items() if each != place}
                seen = dict([*seen.items(), (place, revision)][-PLACES:])
                tables.put("filters", {saved.name: replace(saved, seen=seen)})

    def drop(self, name: str) -> SavedFilter:
        """Take the filter of this name away and return it; what it did stays done.

        Raises NotFoundError when there is none.
        """
        self.all()
        with self._files.lock(), self._records.writing(_FILE) as tables:
            saved = tables.named("filters", name, SavedFilter)
            if saved is None:
                names = ", ".join(self._saved[1]) or "none"
                raise NotFoundError(
                    "There is no saved filter {name}; there are: {names}.", name=name, names=names
                )
            tables.remove("filters", name)
        return saved


def filter_records(files: Files, told: Told = quietly) -> StateRecords[SavedFilter]:
    """Return the records of saved filters, in the state that lies in `files`."""
    return StateRecords(files, _FILE, "filters", SavedFilter, told)

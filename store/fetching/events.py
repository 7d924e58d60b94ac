"""What happens while papers are fetched, in the order in which it does."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from store.imports.pipeline import Outcome
from store.imports.sources import Loaded, Reading
from store.subscriptions.models import FetchedDay, FetchState


class Piece(Struct, frozen=True):
    """What came and was read, to be kept: a feed, a story, or a page with its articles.

    `note` is to be remembered of its `day` once it is kept. `page` is which of the `pages` of an
    issue it is, 0 for what has none.
    """

    source: Loaded
    reading: Reading
    day: date | None = None
    note: FetchedDay | None = None
    page: int = 0
    pages: int = 0


class Begun(Struct, frozen=True):
    """An issue of the subscription `name` is begun, of which so many `pages` are to come."""

    name: str
    pages: int


class Noted(Struct, frozen=True):
    """What is to be remembered of a day, whatever has come."""

    day: date
    note: FetchedDay


class Came(Struct, frozen=True):
    """A piece of the subscription of this `name` that is kept now, and what became of it."""

    name: str
    piece: Piece
    outcomes: Sequence[Outcome]


class Ended(Struct, frozen=True):
    """The fetch of a subscription has ended, and left this `state`; `changed` are its issues."""

    name: str
    state: FetchState
    changed: tuple[str, ...] = ()


Event = Begun | Came | Ended

"""A subscription as it is kept, how its fetches fare, and what is known of each of its days."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from store.bounds import FEW, MANY, Instant, Name, Ordinal, Short, Url
from store.errors import DubaoError
from store.messages import Message
from store.subscriptions.pages_wanted import pages_wanted
from store.subscriptions.times import clock_times
from store.subscriptions.zones import SHANGHAI, zone_named

Kind = Literal["epaper", "feed"]
"""What stands at the address: an e-paper's entry or interface, or a feed."""

MOST_DAYS = 36_500
"""Days to keep at most: a hundred years."""


class Subscription(Struct, frozen=True):
    """What is fetched, from where, when, and how; see ``dubao subscribe --help``.

    `address` has no user and password: `credentials` names them, in the keeper's configuration, as
    `proxy` and `cookies` name theirs. `paper` is what its issues are called, where that is known
    better than they print it; `walker` the code of a paper's own interface, or ``""``.
    `every` is in minutes, 0 for the kind's own interval, and `at` are times of day ("06:30,18:00")
    in the paper's `zone`, which win over it. `pages` are those wanted ("1-4,A1"), all where it is
    empty. `pause` is the seconds between two requests to a host, None for the customary ones.
    `keep_days` is how long what nobody has marked is kept, 0 for ever.
    """

    name: Name
    address: Url
    kind: Kind
    title: Name = ""
    paper: Name = ""
    walker: Short = ""
    tags: Annotated[tuple[Name, ...], Meta(max_length=FEW)] = ()
    every: Ordinal = 0
    at: Short = ""
    zone: Short = SHANGHAI
    pages: Short = ""
    full_text: bool = False
    pictures: bool = False
    agent: Url = ""
    credentials: Name = ""
    proxy: Name = ""
    cookies: Name = ""
    certificate: Url = ""
    pause: Annotated[float, Meta(ge=0, le=86_400)] | None = None
    allow_private: bool = False
    keep_days: Annotated[int, Meta(ge=0, le=MOST_DAYS)] = 0

    def __post_init__(self) -> None:
        """Check that the subscription is whole. Raises DubaoError."""
        if not self.name.strip() or not self.address:
            raise DubaoError("A subscription needs a name and an address.")
        clock_times(self.at)
        pages_wanted(self.pages)
        zone_named(self.zone)


class FetchState(Struct, frozen=True):
    """How the fetches of one subscription fare.

    `came` are the articles that the last fetch brought, `newest` the day of the newest issue, and
    `issue` its id, which may have changed since.
    `etag` and `modified` are those of the last answer whose body was kept. `moved` is where
    permanent redirects led the last `moved_times` fetches.
    """

    asked: Instant | None = None
    succeeded: Instant | None = None
    came: Ordinal = 0
    newest: date | None = None
    issue: Short = ""
    error: Message | None = None
    failures: Ordinal = 0
    due: Instant | None = None
    etag: Url = ""
    modified: Short = ""
    moved: Url = ""
    moved_times: Ordinal = 0


class FetchedDay(Struct, frozen=True):
    """What has been fetched of an e-paper's issue of one day.

    `pages` are in the library, and `articles` the addresses that are asked for no more. It is
    `missing` when the paper has said that there is none, and `whole` once all its pages are in.
    It is `exempt` from the days that a subscription keeps once a reader has asked for the day, or
    it has been removed as too old: whoever brings it back wants it.
    """

    pages: Annotated[tuple[Short, ...], Meta(max_length=FEW)] = ()
    articles: Annotated[tuple[Url, ...], Meta(max_length=MANY)] = ()
    whole: bool = False
    missing: bool = False
    exempt: bool = False

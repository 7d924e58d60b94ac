"""The subscriptions of a library, in TinyDB's ``subscriptions.json`` beside its catalogue.

How it fares lies apart, in ``fetches.json`` and ``fetched_days.json``, which are written at every
fetch, so that a fetch never touches what a reader has set.
"""

from collections.abc import Collection, Mapping
from datetime import date

from msgspec.structs import replace

from store.backends.files import Files, Stamp
from store.backends.state_files import StateRecords
from store.backends.tables import Tables, writing
from store.backends.unwritten import Unwritten
from store.bounds import LONGEST_NAME
from store.errors import DubaoError, NotFoundError
from store.library.repair.quarantine import Finding
from store.library.repair.records import check_records
from store.subscriptions.models import FetchedDay, FetchState, Subscription

_FILE = "subscriptions.json"
_FETCHES = "fetches.json"
_DAYS = "fetched_days.json"

MOST = 10_000
"""Subscriptions of one library at most."""


class Subscriptions:
    """The subscriptions that lie in some library's `files`, by name.

    Every method may raise LibraryError, with a sentence that names the file.
    """

    def __init__(self, files: Files) -> None:
        self._files = files

    def stamps(self) -> tuple[Stamp | None, Stamp | None]:
        """Return what changes whenever a subscription does, or how one fares."""
        return self._files.stamp(_FILE), self._files.stamp(_FETCHES)

    def writable(self) -> bool:
        """Return whether this reader may change them, and fetch."""
        return self._files.writable()

    def all(self) -> tuple[Subscription, ...]:
        """Return the subscriptions in the order in which they were made."""
        return tuple(Tables(self._files, _FILE).records("subscriptions", Subscription).values())

    def named(self, name: str) -> Subscription:
        """Return the subscription of this name, or with this address. Raises NotFoundError."""
        every = self.all()
        for each in every:
            if name in (each.name, each.address):
                return each
        raise _unknown(name, [each.name for each in every])

    def save(self, *subscriptions: Subscription) -> None:
        """Keep these, each in the place of its namesake; they are durable when this returns.

        Raises DubaoError for a name that is too long, or one too many.
        """
        if any(len(each.name) > LONGEST_NAME for each in subscriptions):
            raise DubaoError(
                "A subscription's name has {most} characters at most.", most=LONGEST_NAME
            )
        new = {each.name: each for each in subscriptions}
        with self._files.lock(), writing(self._files, _FILE) as tables:
            if len({each.name for each in self.all()} | new.keys()) > MOST:
                raise DubaoError("A library has {most} subscriptions at most.", most=MOST)
            tables.put("subscriptions", new)

    def entitle(self, titles: Mapping[str, str]) -> None:
        """Give the subscriptions of these names, those that are still there, titles if they lack.

        Names that have none, or are gone, are passed over.
        """
        if not titles:
            return
        with self._files.lock(), writing(self._files, _FILE) as tables:
            there = {own.name: own for own in self.all() if own.name in titles and not own.title}
            tables.put(
                "subscriptions",
                {name: replace(own, title=titles[name]) for name, own in there.items()},
            )

    def edit(self, name: str, after: Subscription) -> None:
        """Put `after`, which may have another name, in the place of the subscription `name`.

        How its fetches fare goes with it. Raises NotFoundError, and DubaoError for a name in use.
        """
        before = self.named(name)
        if after.name == before.name:
            self.save(after)
            return
        if after.name in {each.name for each in self.all()}:
            raise DubaoError("There is a subscription {name} already.", name=after.name)
        self.save(after)
        state = self.states().get(before.name)
        days = {(after.name, day): known for day, known in self.days(before.name).items()}
        self.note({after.name: state} if state else None, days)
        self.drop(before.name)

    def drop(self, name: str) -> Subscription:
        """Take the subscription of this name, or address, away and return it; what came stays.

        Raises NotFoundError.
        """
        with self._files.lock():
            dropped = self.named(name)
            days = [each for each in self._days() if each.startswith(f"{dropped.name}/")]
            with writing(self._files, _FILE) as tables:
                tables.remove("subscriptions", dropped.name)
            with writing(self._files, _FETCHES) as tables:
                tables.remove("states", dropped.name)
            with writing(self._files, _DAYS) as tables:
                tables.remove("days", *days)
        return dropped

    def states(self) -> dict[str, FetchState]:
        """Return how each subscription's fetches fare, by name; one never fetched is not there."""
        return Tables(self._files, _FETCHES).records("states", FetchState)

    def days(self, name: str) -> dict[date, FetchedDay]:
        """Return what is known of the days of the e-paper subscribed under this name."""
        return self.days_of({name})[name]

    def days_of(self, names: Collection[str]) -> dict[str, dict[date, FetchedDay]]:
        """Return what is known of the days of each of the e-papers of these names."""
        found: dict[str, dict[date, FetchedDay]] = {name: {} for name in names}
        for each, known in self._days().items():
            name, _, day = each.rpartition("/")
            if name in found:
                found[name][date.fromisoformat(day)] = known
        return found

    def note(
        self,
        states: Mapping[str, FetchState] | None = None,
        days: Mapping[tuple[str, date], FetchedDay] | None = None,
        forget: Collection[tuple[str, date]] = (),
    ) -> None:
        """Keep how subscriptions fare, by name, and what is known of days; `forget` others."""
        with self._files.lock():
            files = Unwritten(self._files)
            with writing(files, _DAYS) as tables:
                tables.put("days", {_key(*at): day for at, day in (days or {}).items()})
                tables.remove("days", *(_key(*at) for at in forget))
            with writing(files, _FETCHES) as tables:
                tables.put("states", states or {})
            files.settle()

    def _days(self) -> dict[str, FetchedDay]:
        return Tables(self._files, _DAYS).records("days", FetchedDay)


def _key(name: str, day: date) -> str:
    return f"{name}/{day.isoformat()}"


def _unknown(name: str, names: Collection[str]) -> NotFoundError:
    if not names:
        return NotFoundError(
            "There is no subscription {name}, nor any other; dubao subscribe makes one.",
            name=name,
        )
    return NotFoundError(
        "There is no subscription {name}; there are: {names}.", name=name, names=", ".join(names)
    )


def check_subscriptions(files: Files, *, repair: bool = False) -> list[Finding]:
    """Return what cannot be read of the subscriptions of the library in `files`.

    See `store.library.repair.records`.
    """
    return check_records(files, (_subscriptions, _states, _fetched_days), repair=repair)


def _subscriptions(files: Files) -> StateRecords[Subscription]:
    return StateRecords(files, _FILE, "subscriptions", Subscription)


def _states(files: Files) -> StateRecords[FetchState]:
    return StateRecords(files, _FETCHES, "states", FetchState)


def _fetched_days(files: Files) -> StateRecords[FetchedDay]:
    return StateRecords(files, _DAYS, "days", FetchedDay)

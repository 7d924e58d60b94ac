"""Keeping what fetches bring, and remembering how each of them has ended."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from store.errors import DubaoError, IncompleteError, NetError
from store.fetching import pictures
from store.fetching.events import Begun, Came, Ended, Event, Noted, Piece
from store.fetching.feeds import PERMANENTLY
from store.fetching.spool import Spool
from store.imports.pipeline import Outcome, keep
from store.library.library import Library
from store.messages import Message
from store.moments import utc_now
from store.net.client import Response
from store.subscriptions.models import FetchedDay, FetchState, Subscription
from store.subscriptions.pictures import Pictures
from store.subscriptions.schedule import due_after
from store.subscriptions.subscriptions import Subscriptions

SOON = timedelta(minutes=20)
"""When an issue that is still being put up is come back to."""

_NOT_MODIFIED = 304
_LONGEST, _SHORT = 2**11, 256
"""Characters of what a host says of an answer's version that are remembered."""

Step = Begun | Piece | Noted | Response | DubaoError
"""What a fetch hands over: pieces and what is to be noted, and at its end an answer or an error."""


class Keeper:
    """Keeps what comes, and remembers how each fetch has ended.

    A fetch of days that were asked for `by_day` says nothing of when the newest issue is due.
    """

    def __init__(
        self,
        library: Library,
        subscriptions: Subscriptions,
        states: Mapping[str, FetchState],
        *,
        by_day: bool = False,
    ) -> None:
        self._by_day = by_day
        self._library = library
        self._subscriptions = subscriptions
        self._states = states
        self._failed: dict[str, Message] = {}
        self._changed: dict[str, dict[str, date | None]] = {}
        self._came: Counter[str] = Counter()

    def keep(self, batch: Sequence[tuple[Subscription, Step]]) -> list[Event]:
        """Keep some steps in one go, and return what has happened."""
        pieces = [step for _, step in batch if isinstance(step, Piece)]
        kept = iter(keep(self._library, [(piece.source, piece.reading) for piece in pieces]))
        events: list[Event] = []
        states: dict[str, FetchState] = {}
        days: dict[tuple[str, date], FetchedDay] = {}
        titles: dict[str, str] = {}
        for own, step in batch:
            match step:
                case Piece():
                    outcomes = next(kept)
                    self._count(own, outcomes)
                    titles |= _title(own, step)
                    if own.pictures:
                        spool = Spool(self._library.address, own.name)
                        pictures.keep(Pictures(self._library.files), spool, step.reading)
                    events.append(Came(own.name, step, outcomes))
                    if step.day and step.note and own.name not in self._failed:
                        days[own.name, step.day] = step.note
                case Begun():
                    events.append(step)
                case Noted() if own.name not in self._failed:
                    days[own.name, step.day] = step.note
                case Noted():
                    pass
                case _:
                    before = self._with_newest(own)
                    after = self._state(own, step, before)
                    states[own.name] = before if self._by_day else after
                    changed = tuple(self._changed.get(own.name, ()))
                    events.append(Ended(own.name, after, changed))
        if self._by_day:
            days = {at: replace(note, exempt=True) for at, note in days.items()}
        self._subscriptions.entitle(titles)
        self._subscriptions.note(states, days)
        for (name, _), note in days.items():
            Spool(self._library.address, name).drop(note.articles)
        return events

    def _count(self, own: Subscription, outcomes: Sequence[Outcome]) -> None:
        """Count what a piece of `own` has brought."""
        for outcome in outcomes:
            if outcome.error:
                self._failed[own.name] = outcome.error
            added = outcome.added
            if added and outcome.result and added.status != "held":
                day = outcome.result.issue.date
                self._changed.setdefault(own.name, {})[added.issue] = day
                self._came[own.name] += added.articles

    def _with_newest(self, own: Subscription) -> FetchState:
        """Return how the fetches of `own` fared before this one, with the newest issue since."""
        state = self._states.get(own.name, FetchState())
        for issue, day in self._changed.get(own.name, {}).items():
            if day and day >= (state.newest or day):
                state = replace(state, newest=day, issue=issue)
        return state

    def _state(
        self, own: Subscription, end: Response | DubaoError, before: FetchState
    ) -> FetchState:
        """Return how the fetches of `own` fare after one that came to this `end`."""
        now = utc_now()
        state = replace(before, asked=now, came=self._came[own.name])
        error = end.message if isinstance(end, DubaoError) else None
        error = self._failed.get(own.name, error)
        if self._by_day:
            return replace(state, error=error, due=None)
        if error is None and not isinstance(end, DubaoError):
            state = replace(_moved(state, end), succeeded=now, failures=0, error=None)
            if end.status != _NOT_MODIFIED:
                state = replace(state, etag=end.etag[:_LONGEST], modified=end.modified[:_SHORT])
            return replace(state, due=due_after(own, state, now))
        state = replace(state, error=error)
        if isinstance(end, IncompleteError):
            return replace(state, due=now + SOON)
        state = replace(state, failures=state.failures + 1)
        seconds = end.retry_after if isinstance(end, NetError) else None
        wait = None if seconds is None else timedelta(seconds=seconds)
        return replace(state, due=due_after(own, state, now, wait))


def _title(own: Subscription, feed: Piece) -> dict[str, str]:
    """Return the title of a `feed` for `own`, by its name, if a list named that without one."""
    if own.title or own.kind != "feed" or feed.source.name != own.address:
        return {}
    titles = [result.issue.paper.name for result in feed.reading.results]
    title = next(filter(None, reversed(titles)), "")
    return {own.name: title} if title else {}


def _moved(state: FetchState, answer: Response) -> FetchState:
    """Return `state` with how often in a row permanent redirects have led where."""
    if not answer.moved:
        return (
            state if state.moved_times >= PERMANENTLY else replace(state, moved="", moved_times=0)
        )
    again = state.moved_times + 1 if state.moved == answer.moved else 1
    return replace(state, moved=answer.moved, moved_times=again)

"""Fetching subscriptions: many hosts side by side, what comes kept as it comes, each fault told.

A thread for each fetch asks the web and has workers read what comes; this one, the only one that
writes, keeps it, and then what is to be remembered. What a host says of its answers' versions is
remembered once the answer is kept: what is lost between is asked for again.
"""

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from datetime import date
from queue import Empty, Full, Queue
from threading import Event as Flag
from time import monotonic

from store.errors import DubaoError
from store.fetching.asking import Asker, Workers
from store.fetching.epapers import fetch_epaper
from store.fetching.events import Begun, Event, Noted, Piece
from store.fetching.feeds import fetch_feed
from store.fetching.keeper import Keeper, Step
from store.fetching.spool import Spool
from store.library.library import Library
from store.moments import utc_now
from store.net.client import Client, Response
from store.net.credentials import Credentials
from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions

SIDE_BY_SIDE = 64
"""Fetches at a time: where nothing is new they take two thirds of the time of 32 (measured)."""

TOGETHER, GATHERING = 64, 0.25
"""Steps that are kept in one go at most, and seconds for which others are waited for."""

_PATIENCE = 0.5
"""Seconds after which a fetch that cannot hand over looks whether all has been stopped."""

Coming = Generator[Begun | Piece | Noted, None, Response]


class _Fetches:
    """The fetches that go on, each in a thread, and what they hand over."""

    def __init__(self, begin: Callable[[Subscription], Coming], count: int) -> None:
        self.going_on = count
        """Fetches of which the end has not been taken yet."""
        self._begin = begin
        self._steps: Queue[tuple[Subscription, Step]] = Queue(TOGETHER)
        self._stopped = Flag()

    def run(self, own: Subscription) -> None:
        """Fetch one subscription to its end."""
        try:
            coming = self._begin(own)
            while True:
                self._put(own, next(coming))
        except StopIteration as end:
            self._put(own, end.value)
        except DubaoError as error:
            self._put(own, error)
        except Exception as error:  # a fault of ours in one fetch stops no other
            self._put(own, DubaoError("{url}: {why}", url=own.address, why=error))

    def stop(self) -> None:
        """Let whoever waits to hand over go."""
        self._stopped.set()

    def gathered(self) -> list[tuple[Subscription, Step]]:
        """Return what comes in a moment, once something has, and not too much at a time.

        A disk has much of its work with one step, and hardly more with many.
        """
        there = [self._taken()]
        until = monotonic() + GATHERING
        with suppress(Empty):
            while self.going_on and len(there) < TOGETHER:
                there.append(self._taken(max(0.0, until - monotonic())))
        return there

    def _taken(self, patience: float | None = None) -> tuple[Subscription, Step]:
        """Return the next step, None of `patience` being all of it. Raises Empty."""
        own, step = self._steps.get(timeout=patience)
        self.going_on -= isinstance(step, Response | DubaoError)
        return own, step

    def _put(self, own: Subscription, step: Step) -> None:
        while not self._stopped.is_set():
            with suppress(Full):
                self._steps.put((own, step), timeout=_PATIENCE)
                return


def fetch(
    library: Library,
    subscriptions: Subscriptions,
    wanted: Sequence[Subscription],
    days: Sequence[date] = (),
    client: Client | None = None,
    workers: Workers | None = None,
) -> Generator[Event, None, None]:
    """Fetch the `wanted` subscriptions, of e-papers the newest issue or those of these `days`.

    Whether some days' issues come leaves untouched when each is due, and what is told of it.
    Yields what has come and is kept, and how each fetch has ended; what is remembered by then is
    durable. Closing this generator ends all fetches; `workers` that are given go on. Raises
    LibraryError when nothing can be kept.
    """
    states = subscriptions.states()
    known = subscriptions.days_of({own.name for own in wanted})
    secrets = Credentials()
    keeper = Keeper(library, subscriptions, states, by_day=bool(days))
    with client or Client() as web, nullcontext(workers) if workers else Workers() as readers:

        def begin(own: Subscription) -> Coming:
            asker = Asker(own, web, readers, utc_now(), secrets)
            spool = Spool(library.address, own.name)
            state, past = states.get(own.name, FetchState()), known[own.name]
            if own.kind == "feed":
                return fetch_feed(asker, spool, state, past)
            return fetch_epaper(asker, spool, state, past, days)

        fetches = _Fetches(begin, len(wanted))
        threads = ThreadPoolExecutor(max(1, min(SIDE_BY_SIDE, len(wanted))))
        try:
            for own in wanted:
                threads.submit(fetches.run, own)
            while fetches.going_on:
                yield from keeper.keep(fetches.gathered())
        finally:
            fetches.stop()
            web.close()
            threads.shutdown(wait=False, cancel_futures=True)

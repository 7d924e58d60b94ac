"""One round of fetching: its bar, its lines, what follows when all is in, and how it is ended."""

import argparse
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from store.messages import Message
from tui.cli.fetching.told import when
from tui.cli.hooks import hooked
from tui.cli.indexing import update_index_if_possible
from tui.cli.output import print_error, print_lines
from tui.cli.progress import progress
from tui.cli.signals import ended_by_sigterm
from tui.language import _, plural
from tui.messages import translated

if TYPE_CHECKING:
    from store.fetching.events import Came, Ended, Event
    from store.library.library import Library
    from store.subscriptions.models import Subscription
    from store.subscriptions.subscriptions import Subscriptions


class Fetched(Struct, frozen=True):
    """How the fetch of one subscription has ended, as ``dubao fetch --json`` tells it."""

    name: str
    came: int
    issues: tuple[str, ...]
    error: str
    due: str


class Round:
    """What a round has brought, and which of its subscriptions have failed."""

    def __init__(self, wanted: int) -> None:
        self.ended: list[Ended] = []
        self.changed: set[str] = set()
        self._left: dict[str, int] = {}
        self.total = wanted
        """Steps of the bar: the pages of issues, and one for each subscription."""

    @property
    def exit_status(self) -> int:
        """0 when all went well, 1 when some failed, 2 when all did."""
        failed = sum(each.state.error is not None for each in self.ended)
        if not failed:
            return 0
        return 1 if failed < len(self.ended) or self.changed else 2

    def records(self) -> list[Fetched]:
        """Return what ``--json`` prints."""
        return [
            Fetched(
                each.name,
                each.state.came,
                each.changed,
                translated(each.state.error) if each.state.error else "",
                each.state.due.isoformat() if each.state.due else "",
            )
            for each in self.ended
        ]

    def count(self, event: "Event") -> tuple[int, bool]:
        """Count an event; return by how many steps the bar goes on, and whether one has failed."""
        from store.fetching.events import Begun, Came

        if isinstance(event, Begun):
            before = self._left.pop(event.name, 0)
            self.total += event.pages
            self._left[event.name] = event.pages
            return before, False
        if isinstance(event, Came):
            return self._count_piece(event), any(each.error for each in event.outcomes)
        self.ended.append(event)
        self.changed.update(event.changed)
        return 1 + self._left.pop(event.name, 0), event.state.error is not None

    def _count_piece(self, event: "Came") -> int:
        if not event.piece.pages:
            return 0
        if event.name not in self._left:
            self.total += event.piece.pages
        done = event.piece.pages - event.piece.page
        before = self._left.get(event.name, event.piece.pages)
        self._left[event.name] = done
        return max(0, before - done)


def fetch_now(
    library: "Library",
    subscriptions: "Subscriptions",
    wanted: "Sequence[Subscription]",
    days: Sequence[date] = (),
    *,
    quiet: bool = False,
) -> Round:
    """Fetch the `wanted` subscriptions and tell of each, failures on standard error.

    The index follows. Ctrl-C and ``kill`` end it at once (KeyboardInterrupt): what has come is
    kept. Raises DubaoError when nothing can be kept, or another process fetches.
    """
    from store.fetching.lock import only_fetcher
    from store.fetching.run import fetch

    with only_fetcher(library.files):
        events = fetch(library, subscriptions, wanted, days)
        why = partial(_why_nothing, subscriptions, days)
        done = show(library, events, len(wanted), quiet=quiet, why_nothing=why)
        if not days:  # who asks for an old day wants it
            _retire(library, subscriptions, wanted, quiet)
        return done


def _retire(
    library: "Library",
    subscriptions: "Subscriptions",
    wanted: "Sequence[Subscription]",
    quiet: bool,
) -> None:
    """Remove what is kept no longer of the subscriptions that were fetched, and say so."""
    from store.fetching.retention import retire
    from store.moments import utc_now
    from store.reader.clippings import open_clips
    from store.reader.marks import open_marks

    for own in wanted:
        if not own.keep_days:
            continue
        mine = open_marks(told=print_error), open_clips()
        gone = retire(library, subscriptions, own, mine, utc_now())
        if gone and not quiet:
            words = plural("{n} old issue removed", "{n} old issues removed", len(gone))
            told = _("{name}: {issues}; dubao remove --list shows what can be brought back.")
            print_lines(told.format(name=own.name, issues=words.format(n=len(gone))))


def _why_nothing(subscriptions: "Subscriptions", days: Sequence[date], name: str) -> str:
    """Return in some words why the subscription `name` has brought nothing, of `days` if any."""
    known = subscriptions.days(name) if days else {}
    come = [day for day in days if day in known and known[day].whole]
    if len(days) == 1 and come:
        return _("the issue of {day} has come already").format(day=days[0].isoformat())
    if days and not come:
        first, last = days[0].isoformat(), days[-1].isoformat()
        words = _("there is no issue of {day}") if first == last else _("no issue since {day}")
        return words.format(day=first)
    return _("nothing new")


def _nothing_new(_name: str) -> str:
    return _("nothing new")


def show(
    library: "Library",
    events: "Generator[Event, None, None]",
    wanted: int,
    *,
    quiet: bool,
    why_nothing: Callable[[str], str] = _nothing_new,
) -> Round:
    """Take the `events` of a round as they come, and tell of them.

    `why_nothing` says why a subscription of some name has brought nothing.
    """
    done = Round(wanted)
    at_once = not sys.stdout.isatty()
    try:
        with (
            ended_by_sigterm(),
            hooked(library),
            closing(events),
            progress(_("fetching"), wanted, least=1) as step,
        ):
            for event in events:
                by, failed = done.count(event)
                step(failed, by=by, total=done.total, what=_goes_on(event))
                if at_once:
                    _tell(event, quiet, why_nothing)
    except KeyboardInterrupt:
        print_error(_("What has come is kept; the same command goes on from there."))
        raise
    if not at_once:
        for event in done.ended:
            _tell(event, quiet, why_nothing)
    if done.changed:
        update_index_if_possible(library)
    return done


def _goes_on(event: "Event") -> str:
    """Return which page of which paper is asked for after this event, "" where none is."""
    from store.fetching.events import Begun, Came

    if isinstance(event, Begun):
        page, pages = 1, event.pages
    elif isinstance(event, Came) and event.piece.pages:
        page, pages = min(event.piece.page + 1, event.piece.pages), event.piece.pages
    else:
        return ""
    return _("{name}: page {page} of {pages}").format(name=event.name, page=page, pages=pages)


def _tell(event: "Event", quiet: bool, why_nothing: Callable[[str], str]) -> None:
    """Tell how a fetch has ended, in one line, or which page of an issue is kept."""
    from store.fetching.events import Begun, Came

    if isinstance(event, Begun):
        return
    if isinstance(event, Came):
        kept = not any(each.error for each in event.outcomes)
        if event.piece.pages and kept and not quiet:
            page = _("{name}: page {page} of {pages}")
            piece = event.piece
            print_lines(page.format(name=event.name, page=piece.page, pages=piece.pages))
            sys.stdout.flush()
        return
    state = event.state
    if state.error:
        failed(event.name, state.error, when(state.due) if state.due else "")
    elif not quiet:
        came = plural("{n} new article", "{n} new articles", state.came).format(n=state.came)
        issues = _(", ").join(event.changed)
        words = came if state.came else why_nothing(event.name)
        print_lines(f"{event.name}: {words}  {issues}".rstrip())
        sys.stdout.flush()


def failed(name: str, error: Message, again: str) -> None:
    """Say on standard error why a subscription was not fetched, and when it is tried again."""
    words = _("{name}: {why} It is tried again at {time}.") if again else "{name}: {why}"
    print_error(words.format(name=name, why=translated(error), time=again))


def days_of(arguments: argparse.Namespace) -> list[date]:
    """Return the days that ``--date`` and ``--since`` mean, the last of them today's papers'."""
    from store.moments import papers_today

    if arguments.date:
        return [arguments.date]
    if not arguments.since:
        return []
    count = (papers_today() - arguments.since).days + 1
    return [arguments.since + timedelta(days=n) for n in range(count)]

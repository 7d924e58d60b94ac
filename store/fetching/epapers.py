"""Fetching an e-paper: from its entry to the newest issue, page by page (SOURCES, section 2)."""

from collections.abc import Generator, Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from store.errors import DubaoError, IncompleteError, NetError
from store.fetching.asking import Asker
from store.fetching.dated_addresses import of_day
from store.fetching.events import Noted, Piece
from store.fetching.spool import Spool
from store.imports.sources import Known, Loaded
from store.net.client import Response
from store.press.epaper.page_list import ListedPage
from store.press.leads import Leads
from store.press.mirror import File, pack
from store.subscriptions.models import FetchedDay, FetchState
from store.subscriptions.pages_wanted import pages_wanted
from store.subscriptions.zones import day_in

FIRST_PAGES = {"1", "A1"}
_STORY_ALONE = {"missing", "too_large", "type", "encoding"}
"""What is wrong with one article's page alone; whatever else may be wrong with the whole site."""

Steps = Generator[Piece | Noted, None, None]


def fetch_epaper(
    asker: Asker,
    spool: Spool,
    state: FetchState,
    days: Mapping[date, FetchedDay],
    wanted: Iterable[date] = (),
) -> Generator[Piece | Noted, None, Response]:
    """Yield the pages of the newest issue, or of those of the `wanted` days, as they come.

    Returns the answer of the entry. Raises DubaoError, also for an entry without an issue.
    """
    asker.mind_robots()
    wanted = tuple(wanted)
    conditional = not wanted and all(day.whole or day.missing for day in days.values())
    entry = asker.get("", *((state.etag, state.modified) if conditional else ("", "")))
    if entry.status == 304:
        return entry
    first, leads = asker.follow(entry)
    if not (leads.pages or leads.entries):
        raise DubaoError(
            "{url}: no page and no article was found there; the site may have changed, or refuses.",
            url=asker.subscription.address,
        )
    newest = leads.day or day_in(asker.subscription.zone, asker.now)
    for day in wanted or (newest,):
        if day == newest:
            yield from _Issue(asker, spool, day, first, leads).steps(days.get(day, FetchedDay()))
        else:
            yield from _other_day(asker, spool, days.get(day, FetchedDay()), first.url, day)
    return entry


def _other_day(asker: Asker, spool: Spool, known: FetchedDay, newest: str, day: date) -> Steps:
    """Yield the pages of the issue of another `day` than the `newest`, if there is one."""
    if known.missing or known.whole:
        return
    try:
        first, leads = asker.follow(asker.get(of_day(newest, day)))
    except NetError as error:
        if error.code != "missing":
            raise
        yield Noted(day, FetchedDay(missing=True))
        return
    if leads.day == day:
        yield from _Issue(asker, spool, day, first, leads).steps(known)


class _Issue:
    """The issue of a `day`, whose `first` page list that was asked for says what it `leads` to."""

    def __init__(
        self, asker: Asker, spool: Spool, day: date, first: Response, leads: Leads
    ) -> None:
        self._asker = asker
        self._spool = spool
        self._day = day
        self._first = first
        self._leads = leads

    def steps(self, known: FetchedDay) -> Steps:
        """Yield the pages that are not `known` yet, and at the end that all are in.

        Raises IncompleteError where page 1 is not among them.
        """
        if known.whole:
            return
        listed = self._leads.pages
        if listed and not FIRST_PAGES & {page.number for page in listed}:
            raise IncompleteError(
                "{url}: the issue of {day} is still being put up, without its page 1.",
                url=self._first.url,
                day=self._day.isoformat(),
            )
        wanted = pages_wanted(self._asker.subscription.pages)
        pages = [page for page in listed if wanted(page.number)]
        if self._leads.whole or not listed:
            pages = [ListedPage(self._leads.here or "1", "", self._first.url)]
        for at, page in enumerate(pages, 1):
            if page.number not in known.pages:
                piece = self._page(page, known, at, len(pages))
                known = piece.note or known
                yield piece
        yield Noted(self._day, replace(known, whole=True))

    def _page(self, page: ListedPage, known: FetchedDay, at: int, of: int) -> Piece:
        """Return one page: its list, and its articles that are not `known`."""
        where, body, leads = self._first.url, self._first.body, self._leads
        if page.address not in ("", where):
            answer = self._asker.get(page.address)
            where, body, leads = page.address, answer.body, self._asker.look(answer)
        files = [File(where, body)]
        asked = list(known.articles)
        wanted = pages_wanted(self._asker.subscription.pages)
        for entry in leads.entries:
            if entry.address in asked or not wanted(entry.page or page.number):
                continue
            asked.append(entry.address)
            story = self._story(entry.address)
            if story is not None:
                files.append(File(entry.address, story))
        known_of = Known(day=self._leads.day, paper=self._asker.subscription.paper)
        source = Loaded(where, pack(files, part=True), known_of)
        note = replace(known, pages=(*known.pages, page.number), articles=tuple(asked))
        return Piece(source, self._asker.read(source), self._day, note, at, of)

    def _story(self, address: str) -> bytes | None:
        """Return the page of an article, None where there is none any more."""
        kept = self._spool.get(address)
        if kept is not None:
            return kept
        try:
            body = self._asker.get(address).body
        except NetError as error:
            if error.code in _STORY_ALONE:
                return None
            raise
        self._spool.put(address, body)
        return body

"""Fetching an e-paper: from its entry to the newest issue, page by page (SOURCES, section 2)."""

from collections.abc import Callable, Generator, Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from store.errors import DubaoError, IncompleteError, NetError
from store.fetching import pictures
from store.fetching.asking import Asker
from store.fetching.calendars import days_without
from store.fetching.dated_addresses import newest_by_day, of_day
from store.fetching.editions import Edition, page_list
from store.fetching.events import Begun, Noted, Piece
from store.fetching.spool import Spool
from store.fetching.walkers.asked import Walker
from store.fetching.walkers.table import WALKERS
from store.imports.sources import Known, Loaded
from store.net.client import Response
from store.press.epaper.not_articles import is_advertisement
from store.press.epaper.page_list import Entry, ListedPage
from store.press.leads import MOST, Leads
from store.press.mirror import File, pack
from store.press.text.web_address import LONGEST
from store.press.text.web_address import day_in as day_of
from store.subscriptions.models import FetchedDay, FetchState
from store.subscriptions.pages_wanted import pages_wanted
from store.subscriptions.zones import day_in

FIRST_PAGES = {"1", "A1"}
_STORY_ALONE = {"missing", "too_large", "type", "encoding"}
"""What is wrong with one article's page alone; whatever else may be wrong with the whole site."""

_MOST_PAGES, _MOST_STORIES = 500, MOST
"""More are no newspaper's; so many can be remembered of a day."""

Steps = Generator[Begun | Piece | Noted, None, None]
Days = Mapping[date, FetchedDay]


def fetch_epaper(
    asker: Asker, spool: Spool, state: FetchState, days: Days, wanted: Iterable[date] = ()
) -> Generator[Begun | Piece | Noted, None, Response]:
    """Yield the pages of the newest issue, or of those of the `wanted` days, as they come.

    Returns the answer of the entry. Raises DubaoError, also for an entry without an issue.
    """
    asker.mind_robots()
    walker = WALKERS.get(asker.subscription.walker)
    if walker:
        return (yield from _by_interface(asker, spool, walker, days, tuple(wanted)))
    return (yield from _by_links(asker, spool, state, days, tuple(wanted)))


def _by_interface(
    asker: Asker, spool: Spool, walker: Walker, days: Days, wanted: tuple[date, ...]
) -> Generator[Begun | Piece | Noted, None, Response]:
    """Yield what comes by a paper's own interface."""
    entry, newest = walker.newest(asker)
    for day in wanted or (newest,):

        def find(day: date = day) -> Edition:
            return walker.edition(asker, day)

        issue = _Issue(asker, spool, day, walker.story)
        known = days.get(day, FetchedDay())
        if day != newest:
            yield from _other_day(issue, known, find, newest)
        elif not known.whole:
            yield from issue.steps(find(), known)
    return entry


def _by_links(
    asker: Asker, spool: Spool, state: FetchState, days: Days, wanted: tuple[date, ...]
) -> Generator[Begun | Piece | Noted, None, Response]:
    """Yield what an entry leads to by its links.

    On its own day an issue may still get pages of which an entry that only leads on says nothing.
    """
    today = day_in(asker.subscription.zone, asker.now)
    settled = all(each.missing or (each.whole and day < today) for day, each in days.items())
    known = (state.etag, state.modified) if settled and not wanted else ("", "")
    if day_of(asker.subscription.address):
        first, leads = newest_by_day(asker, wanted)
        entry = first
    else:
        entry = asker.entry("", *known)
        if entry.status == 304:
            return entry
        first, leads = asker.follow(entry)
    edition = _edition(asker, first, leads)
    if not (edition.pages or edition.entries):
        raise _nothing(asker)
    earlier = [day for day in wanted if day != edition.day and not _is_settled(days, day)]
    missing = days_without(asker, first.url, earlier)
    for day in wanted or (edition.day,):

        def find(day: date = day) -> Edition:
            return _edition(asker, *asker.follow(asker.get(of_day(first.url, day))))

        issue = _Issue(asker, spool, day)
        if day in missing:
            yield from _without(day, edition.day)
        elif day == edition.day:
            yield from issue.steps(edition, days.get(day, FetchedDay()))
        else:
            yield from _other_day(issue, days.get(day, FetchedDay()), find, edition.day)
    return entry


def _edition(asker: Asker, first: Response, leads: Leads) -> Edition:
    """Return the issue that the page list `first` is of, which says what it `leads` to.

    Some papers have the articles of all pages in a second list beside it.
    """
    if leads.pages and not leads.entries and "/page_list_" in first.url:
        beside = first.url.replace("/page_list_", "/article_list_")
        second = asker.look(asker.get(beside))
        numbers = {str(at): page.number for at, page in enumerate(leads.pages, 1)}
        entries = tuple(replace(each, page=numbers.get(each.page, "1")) for each in second.entries)
        leads = replace(leads, entries=entries, whole=True)
    return Edition(
        leads.day or day_in(asker.subscription.zone, asker.now),
        asker.subscription.paper or leads.paper,
        leads.pages,
        leads.entries,
        # What the list itself holds the press reads in it.
        leads.whole and not any(entry.body for entry in leads.entries),
        leads.here or "1",
        first.url,
        first.body,
    )


def _nothing(asker: Asker) -> DubaoError:
    return DubaoError(
        "{url}: no page and no article was found there; the site may have changed, or refuses.",
        url=asker.subscription.address,
    )


def _without(day: date, newest: date) -> Steps:
    """Yield that a day has no issue; one later than the newest issue may still get its own."""
    if day < newest:
        yield Noted(day, FetchedDay(missing=True))


def _is_settled(days: Days, day: date) -> bool:
    known = days.get(day, FetchedDay())
    return known.missing or known.whole


def _other_day(
    issue: "_Issue", known: FetchedDay, find: Callable[[], Edition], newest: date
) -> Steps:
    """Yield the pages of the issue of another day than the newest, if there is one to `find`."""
    if known.missing or known.whole:
        return
    try:
        edition = find()
    except NetError as error:
        if error.code != "missing":
            raise
        yield from _without(issue.day, newest)
        return
    if edition.day == issue.day:
        yield from issue.steps(edition, known)


class _Issue:
    """The issue of a `day`, whose articles are asked for by `ask`."""

    def __init__(
        self,
        asker: Asker,
        spool: Spool,
        day: date,
        ask: Callable[[Asker, str], bytes] = Asker.body,
    ) -> None:
        self.day = day
        self._asker = asker
        self._spool = spool
        self._ask = ask
        self._wanted = pages_wanted(asker.subscription.pages)

    def steps(self, edition: Edition, known: FetchedDay) -> Steps:
        """Yield the pages of `edition` that are not `known` yet, and at the end that all are in.

        Raises IncompleteError where page 1 is not among them, DubaoError where nothing is.
        """
        if edition.whole and not edition.entries:
            raise _nothing(self._asker)
        if edition.pages and not FIRST_PAGES & {page.number for page in edition.pages}:
            raise IncompleteError(
                "{url}: the issue of {day} is still being put up, without its page 1.",
                url=edition.address or self._asker.subscription.address,
                day=self.day.isoformat(),
            )
        pages = self._pages(edition)
        if any(page.number not in known.pages for page in pages):
            yield Begun(self._asker.subscription.name, len(pages))
        for at, page in enumerate(pages, 1):
            if page.number not in known.pages:
                piece = self._page(edition, page, known, at, len(pages))
                known = piece.note or known
                yield piece
        if len(known.articles) >= _MOST_STORIES:
            raise DubaoError(
                "{url}: the issue of {day} has more articles than any newspaper's; "
                "the first {most} have come.",
                url=edition.address or self._asker.subscription.address,
                day=self.day.isoformat(),
                most=_MOST_STORIES,
            )
        if not known.whole:
            yield Noted(self.day, replace(known, whole=True))

    def _pages(self, edition: Edition) -> list[ListedPage]:
        """Return the pages that are wanted; of a whole issue those that have something.

        Raises DubaoError for more than any newspaper's.
        """
        filled = {entry.page or edition.here for entry in edition.entries}
        alone = (ListedPage(edition.here, "", edition.address),)
        pages = [
            page
            for page in edition.pages or alone
            if self._wanted(page.number) and (page.number in filled or not edition.whole)
        ]
        if len(pages) > _MOST_PAGES:
            raise DubaoError(
                "{url}: the issue of {day} has {n} pages, more than any newspaper's; say which "
                "are wanted: dubao subscribe --edit {name} --pages 1-8",
                url=edition.address or self._asker.subscription.address,
                day=self.day.isoformat(),
                n=len(pages),
                name=self._asker.subscription.name,
            )
        return pages

    def _page(
        self, edition: Edition, page: ListedPage, known: FetchedDay, at: int, of: int
    ) -> Piece:
        """Return one page: its list, and its articles that are not `known`."""
        where, body, entries = self._list(edition, page)
        files = [File(where, body)]
        asked = list(known.articles)
        for entry in entries:
            if entry.address in asked or entry.body or is_advertisement(entry.title):
                continue
            if len(entry.address) > LONGEST or len(asked) >= _MOST_STORIES:
                continue
            asked.append(entry.address)
            story = edition.stories.get(entry.address) or self._story(entry.address)
            if story is not None:
                files.append(File(entry.address, story))
        known_of = Known(day=self.day, paper=self._asker.subscription.paper)
        source = Loaded(where, pack(files, part=True), known_of)
        reading = self._asker.read(source)
        asked += pictures.bring(self._asker, self._spool, reading, asked)
        note = replace(known, pages=(*known.pages, page.number), articles=tuple(asked))
        return Piece(source, reading, self.day, note, at, of)

    def _list(self, edition: Edition, page: ListedPage) -> tuple[str, bytes, Iterable[Entry]]:
        """Return the list of a page: its address, its bytes and its entries."""
        if edition.whole:
            entries = edition.of_page(page.number)
            return *page_list(edition, page.number, entries), entries
        if page.address in ("", edition.address):
            return edition.address, edition.body, edition.entries
        answer = self._asker.get(page.address)
        return page.address, answer.body, self._asker.look(answer).entries

    def _story(self, address: str) -> bytes | None:
        """Return the page of an article, None where there is none any more."""
        kept = self._spool.get(address)
        if kept is not None:
            return kept
        try:
            body = self._ask(self._asker, address)
        except NetError as error:
            if error.code in _STORY_ALONE:
                return None
            raise
        self._spool.put(address, body)
        return body

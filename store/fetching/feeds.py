"""Fetching a feed: what it tells, and the whole text of stories of which it tells a beginning."""

from collections.abc import Generator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from store.errors import DubaoError, NetError
from store.fetching import pictures
from store.fetching.asking import Asker
from store.fetching.events import Noted, Piece
from store.fetching.retention import is_kept
from store.fetching.spool import Spool
from store.imports.sources import Known, Loaded, Reading
from store.models import Issue
from store.net.client import Response
from store.press.feed.read import NO_ENTRIES
from store.press.kinds import FEED, KINDS
from store.press.result import PressResult
from store.subscriptions.models import FetchedDay, FetchState

PERMANENTLY = 3
"""Fetches in a row that a permanent redirect must have led elsewhere before that is believed."""

_LOST = {"missing", "refused", "too_large", "type", "encoding"}
"""What is wrong with one story's page alone: the others are asked for all the same."""


def fetch_feed(
    asker: Asker, spool: Spool, state: FetchState, days: Mapping[date, FetchedDay]
) -> Generator[Piece | Noted, None, Response]:
    """Yield what a feed has brought, and return its answer. Raises DubaoError."""
    own = asker.subscription
    moved = state.moved if state.moved_times >= PERMANENTLY else ""
    answer = asker.entry(moved, state.etag, state.modified)
    if answer.status == 304:
        return answer
    known = Known(paper=own.paper, arrived=asker.now)
    source = Loaded(own.address, answer.body, known)
    reading = asker.read(source)
    if reading.error:
        if reading.error.template == NO_ENTRIES:
            return answer
        raise DubaoError(reading.error)
    kind = reading.results[0].report.kind
    if kind != FEED.code:
        raise DubaoError(
            "{url}: {what} came, and no feed; subscribe to it anew.",
            url=own.address,
            what=KINDS[kind].name,
        )
    kept = tuple(each for each in reading.results if is_kept(own, each.issue.date, asker.now))
    if not kept:
        return answer
    notes = dict(days)
    noted = _bring_pictures(asker, spool, kept, notes)
    yield Piece(source, replace(reading, results=kept))
    yield from noted
    if own.full_text:
        for result in kept:
            yield from _whole_texts(asker, spool, result.issue, notes)
    return answer


def _bring_pictures(
    asker: Asker, spool: Spool, results: Sequence[PressResult], notes: dict[date, FetchedDay]
) -> list[Noted]:
    """Bring the pictures of what a feed tells, and return what is to be noted once it is kept.

    Those of what is undated are left: they would be asked for each time.
    """
    noted = []
    for result in results:
        day = result.issue.date
        if day is None:
            continue
        note = notes.get(day, FetchedDay())
        if brought := pictures.bring(asker, spool, Reading((result,)), note.articles):
            notes[day] = replace(note, articles=(*note.articles, *brought))
            noted.append(Noted(day, notes[day]))
    return noted


def _whole_texts(
    asker: Asker, spool: Spool, issue: Issue, days: Mapping[date, FetchedDay]
) -> Generator[Piece | Noted, None, None]:
    """Yield the pages of the stubs in an `issue`, those that have not been asked for.

    One that is no story, or is lost, is not asked for again.
    """
    known = Known(day=issue.date, paper=issue.paper.name, arrived=asker.now)
    asked = days.get(issue.date, FetchedDay()) if issue.date else FetchedDay()
    for article in issue.articles:
        if not (article.stub and article.url) or article.url in asked.articles:
            continue
        asked = replace(asked, articles=(*asked.articles, article.url))
        if piece := _story(asker, article.url, known, asked):
            brought = pictures.bring(asker, spool, piece.reading, asked.articles)
            asked = replace(asked, articles=(*asked.articles, *brought))
            yield replace(piece, note=asked)
        elif issue.date:
            yield Noted(issue.date, asked)


def _story(asker: Asker, url: str, known: Known, note: FetchedDay) -> Piece | None:
    """Return the story at `url`, None where there is none. Raises NetError when all may fail."""
    try:
        answer = asker.get(url)
    except NetError as error:
        if error.code in _LOST:
            return None
        raise
    source = Loaded(url, answer.body, known)
    reading = asker.read(source)
    return None if reading.error else Piece(source, reading, known.day, note)

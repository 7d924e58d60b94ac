"""Reading one address once, without subscribing to it."""

from collections.abc import Generator

from msgspec.structs import replace

from store.backends.memory import MemoryFiles
from store.errors import SourceError
from store.fetching.asking import Asker, Workers
from store.fetching.events import Came, Ended, Event, Piece
from store.fetching.run import fetch
from store.imports.pipeline import keep
from store.imports.sources import NOTHING, Known, Loaded
from store.library.library import Library
from store.messages import template
from store.moments import utc_now
from store.net.client import Client
from store.press.epaper.addresses import is_article
from store.press.kinds import FEED, OPML
from store.press.text.web_address import day_in
from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions

IS_OPML = template("{url}: this is a list of subscriptions (OPML); dubao subscribe takes it.")


def fetch_once(
    library: Library, own: Subscription, known: Known = NOTHING
) -> Generator[Event, None, None]:
    """Bring what stands at the address of `own`: an issue, a feed's stories, or one story.

    What is `known` of a story tells which issue it belongs to. Nothing is remembered of it. Raises
    DubaoError when it does not come, or cannot be kept.
    """
    with Client() as client, Workers(1) as workers:
        asker = Asker(own, client, workers, utc_now())
        answer, leads = asker.follow(asker.get())
        if leads.kind == OPML.code:
            raise SourceError(IS_OPML, url=own.address)
        is_issue = (leads.pages or leads.whole) and not is_article(answer.url)
        if not is_issue and leads.kind != FEED.code:
            source = Loaded(answer.url, answer.body, replace(known, arrived=asker.now))
            yield from _story(library, own, Piece(source, asker.read(source)))
            return
    nowhere, day = Subscriptions(MemoryFiles()), day_in(own.address)
    own = replace(own, kind="epaper" if is_issue else "feed")
    yield from fetch(library, nowhere, [own], [day] if is_issue and day else [])


def _story(library: Library, own: Subscription, piece: Piece) -> Generator[Event, None, None]:
    (outcomes,) = keep(library, [(piece.source, piece.reading)])
    yield Came(own.name, piece, outcomes)
    added = [each.added for each in outcomes if each.added]
    changed = tuple(each.issue for each in added if each.status != "held")
    error = next((each.error for each in outcomes if each.error), None)
    state = FetchState(asked=utc_now(), came=len(changed), error=error)
    yield Ended(own.name, state, changed)

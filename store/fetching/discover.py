"""What stands at an address: an e-paper or a page of it, a feed, or a page that names one."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urljoin, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from store.errors import DubaoError, NetError, SourceError
from store.fetching.asking import Asker
from store.fetching.dated_addresses import of_day
from store.fetching.walkers.asked import Walker
from store.fetching.walkers.table import WALKERS
from store.imports.sources import Known, Loaded
from store.net.addresses import parse
from store.net.client import Response
from store.press.kinds import FEED, OPML
from store.press.leads import FeedLink, Leads
from store.press.text.web_address import DAY, day_in
from store.subscriptions.listed import Listed
from store.subscriptions.models import Subscription
from store.subscriptions.opml import read_opml
from store.subscriptions.papers import known_papers


class Found(Struct, frozen=True):
    """What was found, and the `subscription` of it, as yet under the name that was given.

    `newest` is the day of its newest issue, of so many `pages`; of a feed, that of its newest
    story, of so many `stories`, of which `stubs` are beginnings alone. `requests` is about how many
    an issue takes, with `pause` seconds between two. `day` is that of the issue whose page was
    given, and `by_day` says that other days, too, are asked for by that address with the day in it.
    `others` are feeds that the page names, too. Of another reader's list there is what is `listed`.
    """

    subscription: Subscription
    newest: date | None = None
    pages: int = 0
    stories: int = 0
    stubs: int = 0
    requests: int = 1
    pause: float = 0.0
    day: date | None = None
    by_day: bool = False
    others: tuple[FeedLink, ...] = ()
    listed: tuple[Listed, ...] = ()


def discover(asker: Asker) -> Found:
    """Return what stands at the address of the asker's subscription, which has no kind yet.

    Raises DubaoError: what is there is nothing that can be subscribed to, or does not come.
    """
    own = asker.subscription
    walker = WALKERS.get(own.walker)
    if walker:
        return _by_interface(asker, walker)
    answer, leads = asker.follow(asker.entry())
    if leads.kind == FEED.code:
        return _feed(asker, own, answer, leads)
    if leads.kind == OPML.code:
        listed = tuple(read_opml(answer.body, own.address))
        if not listed:
            raise SourceError(
                "{url}: this list of subscriptions (OPML) names no address.", url=own.address
            )
        return Found(own, listed=listed)
    if leads.pages or (leads.entries and leads.day):
        return _epaper(asker, leads)
    if leads.feeds:
        return _named_feed(asker, leads)
    raise SourceError(
        "{url}: no e-paper, no feed, and no page that names one; give the address of one.",
        url=own.address,
    )


def _by_interface(asker: Asker, walker: Walker) -> Found:
    """Return the paper that answers by an interface of its own."""
    pause = asker.mind_robots()
    _, newest = walker.newest(asker)
    edition = walker.edition(asker, newest)
    pages, stories = len(edition.pages) or 1, len(edition.entries)
    requests = 1 + stories if edition.whole else 1 + pages + pages * stories
    own = replace(asker.subscription, kind="epaper")
    return Found(own, newest, pages=pages, requests=requests, pause=pause)


def _feed(asker: Asker, own: Subscription, answer: Response, leads: Leads) -> Found:
    reading = asker.read(Loaded(own.address, answer.body, Known(arrived=asker.now)))
    if reading.error:
        raise DubaoError(reading.error)
    issues = [result.issue for result in reading.results]
    stories = [article for issue in issues for article in issue.articles]
    title = own.title or leads.title
    return Found(
        replace(own, kind="feed", title=title, paper=own.paper or leads.paper or title),
        max([issue.date for issue in issues if issue.date], default=None),
        stories=len(stories),
        stubs=sum(article.stub for article in stories),
        pause=asker.pause,
    )


def _named_feed(asker: Asker, leads: Leads) -> Found:
    """Return the first feed that a page names; a login for the page is for its origin alone."""
    own = asker.subscription
    first, *others = leads.feeds
    same = parse(first.address).origin == parse(own.address).origin
    own = replace(own, address=first.address, credentials=own.credentials if same else "")
    answer, at_feed = asker.follow(asker.get(first.address))
    if at_feed.kind != FEED.code:
        raise SourceError(
            "{url}: the page names {feed} as its feed, which is none.",
            url=asker.subscription.address,
            feed=first.address,
        )
    return replace(_feed(asker, own, answer, at_feed), others=tuple(others))


def _epaper(asker: Asker, leads: Leads) -> Found:
    """Return the e-paper of which `leads` tells an issue: the newest, or one of a day."""
    pause = asker.mind_robots()
    own = replace(asker.subscription, kind="epaper")
    day = leads.day if day_in(own.address) else None
    if day:
        own, leads = _entry(asker, own, leads, day)
    title = own.title or own.paper or leads.paper or leads.title
    pages = len(leads.pages) or 1
    per_page = 1 if leads.whole else pages
    return Found(
        replace(own, title=title, paper=own.paper or leads.paper),
        leads.day,
        pages=pages,
        requests=1 + pages + per_page * len(leads.entries),
        pause=pause,
        day=day,
        by_day=day_in(own.address) is not None,
    )


def _entry(asker: Asker, own: Subscription, dated: Leads, day: date) -> tuple[Subscription, Leads]:
    """Return the subscription of the paper of a dated page, at the entry that is found for it.

    Without one it is that of the issue's first page, whose address is written anew for each day.
    """
    for address in entries_of(own.address):
        try:
            answer, leads = asker.follow(asker.get(address))
        except NetError as error:
            if error.code == "stopped":
                raise
            continue
        except DubaoError:
            continue
        if leads.pages and _is_of(leads, answer.url, dated, own.address, day):
            return replace(own, address=address), leads
    first = next((page.address for page in dated.pages if day_in(page.address)), own.address)
    return replace(own, address=first), dated


def _is_of(newest: Leads, where: str, dated: Leads, address: str, day: date) -> bool:
    """Return whether the `newest` issue, which stands at `where`, is of the paper that was `dated`.

    That is so when both print one name, or the issue of that `day` would lie in the same folder.
    """
    if newest.paper and dated.paper:
        return newest.paper == dated.paper
    if day_in(where) is None:
        return False
    return urljoin(of_day(where, day), ".") == urljoin(address, ".")


def entries_of(address: str) -> list[str]:
    """Return where the paper that has a dated page at `address` may begin, the likeliest first."""
    return list(dict.fromkeys(_entries_of(address)))


def _entries_of(address: str) -> Iterator[str]:
    parts = urlsplit(address)
    found = DAY.search(parts.path)
    if not found:
        return
    above = parts.path[: found.start()].rpartition("/")[0]
    whole = f"{parts.scheme}://{parts.netloc}{above}/"
    house = f"{parts.scheme}://{parts.netloc}{above.rpartition('/')[0]}/"
    own = whole if urlsplit(house).path == "/" else house
    yield from (paper.entry for paper in known_papers() if paper.entry.startswith(own))
    yield from (whole, f"{whole}index.html", f"{whole}index.htm", f"{whole}PaperIndex.htm")
    yield from (f"{house}paperindex.htm", f"{house}layout/index.html", house)

"""What fetches bring is kept, and how each has ended is remembered."""

import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest

from store.errors import DubaoError, IncompleteError, NetError
from store.fetching.events import Came, Ended, Noted, Piece
from store.fetching.keeper import SOON, Keeper, Step
from store.imports.sources import Loaded, Reading
from store.library.library import Library
from store.messages import Message
from store.models import Article, Issue, Page, Paper, Source
from store.net.client import Response
from store.press.result import PressResult, Report
from store.subscriptions.models import FetchedDay, FetchState, Subscription
from store.subscriptions.schedule import FIRST_RETRY
from store.subscriptions.subscriptions import Subscriptions

OWN = Subscription("清溪", "http://paper.example/", "epaper")
DAY = date(2031, 4, 5)
ASKED = datetime(2031, 4, 5, 8, tzinfo=UTC)
ANSWER = Response(200, OWN.address, "", b"", "text/html", '"1"', "Sat, 05 Apr 2031 00:00:00 GMT")


def keeper(
    library: Library, subscriptions: Subscriptions, state: FetchState | None = None
) -> Keeper:
    return Keeper(library, subscriptions, {"清溪": state} if state else {})


def ended(keeper: Keeper, *steps: Piece | Noted | Response | DubaoError) -> Ended:
    events = keeper.keep([(OWN, step) for step in steps])
    (only,) = (event for event in events if isinstance(event, Ended))
    return only


def piece(error: Message | None = None, page: str = "1") -> Piece:
    data = page.encode()
    source = Source("a", "epaper", hashlib.sha256(data).hexdigest(), "utf-8")
    article = Article(id=f"x/{page}.1", key=page * 16, page=page, position=1, headline=f"桥{page}")
    issue = Issue(
        paper=Paper("清溪日报"),
        date=DAY,
        pages=(Page(page),),
        articles=(article,),
        sources=(source,),
    )
    results = () if error else (PressResult(issue, Report()),)
    return Piece(Loaded("a", data), Reading(results, error), DAY, FetchedDay(pages=(page,)), 1, 1)


def test_pages_of_one_issue_that_are_kept_in_one_go_count_once(
    library: Library, subscriptions: Subscriptions
) -> None:
    end = ended(keeper(library, subscriptions), piece(), piece(page="2"), ANSWER)
    assert end.state.came == 2


def test_what_came_is_kept_before_it_is_remembered(
    library: Library, subscriptions: Subscriptions
) -> None:
    end = ended(keeper(library, subscriptions), piece(), ANSWER)
    assert (end.state.etag, end.state.newest, end.state.failures) == ('"1"', DAY, 0)
    assert end.state.issue == library.rows()[0].id
    assert end.state.succeeded == end.state.asked
    assert subscriptions.states() == {"清溪": end.state}
    assert subscriptions.days("清溪")[DAY].pages == ("1",)
    assert [row.id for row in library.rows()] == list(end.changed)


def test_what_could_not_be_read_is_asked_for_again(
    library: Library, subscriptions: Subscriptions
) -> None:
    own = keeper(library, subscriptions)
    end = ended(own, piece(Message("unreadable")), Noted(DAY, FetchedDay(whole=True)), ANSWER)
    assert (str(end.state.error), end.state.etag, end.state.failures) == ("unreadable", "", 1)
    assert subscriptions.days("清溪") == {}


def test_failures_are_counted_and_waited_for(
    library: Library, subscriptions: Subscriptions
) -> None:
    error = NetError("busy", "busy", retry_after=7200)
    end = ended(keeper(library, subscriptions, FetchState(etag="old", failures=2)), error)
    assert (end.state.failures, end.state.etag, str(end.state.error)) == (3, "old", "busy")
    assert end.state.due
    assert end.state.asked
    assert end.state.due - end.state.asked == timedelta(hours=2)
    first = ended(keeper(library, subscriptions), DubaoError("gone"))
    assert first.state.due
    assert first.state.asked
    assert first.state.due - first.state.asked == FIRST_RETRY


def test_an_issue_that_is_still_being_put_up_is_no_failure(
    library: Library, subscriptions: Subscriptions
) -> None:
    end = ended(keeper(library, subscriptions), IncompleteError("soon"))
    assert end.state.failures == 0
    assert end.state.due
    assert end.state.asked
    assert end.state.due - end.state.asked == SOON


@pytest.mark.parametrize(
    ("before", "moved", "after"),
    [
        (("", 0), "http://new.example/", ("http://new.example/", 1)),
        (("http://new.example/", 2), "http://new.example/", ("http://new.example/", 3)),
        (("http://new.example/", 2), "http://other.example/", ("http://other.example/", 1)),
        (("http://new.example/", 2), "", ("", 0)),
        (("http://new.example/", 3), "", ("http://new.example/", 3)),
    ],
)
def test_where_lasting_redirects_lead_is_counted(
    library: Library,
    subscriptions: Subscriptions,
    before: tuple[str, int],
    moved: str,
    after: tuple[str, int],
) -> None:
    state = FetchState(moved=before[0], moved_times=before[1])
    answer = Response(304, OWN.address, moved, b"", "", "", "")
    end = ended(keeper(library, subscriptions, state), answer)
    assert (end.state.moved, end.state.moved_times) == after


def test_events_come_in_their_order(library: Library, subscriptions: Subscriptions) -> None:
    steps: list[tuple[Subscription, Step]]
    steps = [(OWN, piece()), (OWN, Noted(DAY, FetchedDay(whole=True))), (OWN, ANSWER)]
    came, end = keeper(library, subscriptions).keep(steps)
    assert isinstance(came, Came)
    assert isinstance(end, Ended)
    assert subscriptions.days("清溪")[DAY].whole


@pytest.mark.parametrize("end", [ANSWER, DubaoError("There is none."), IncompleteError("Not yet.")])
def test_a_day_that_was_asked_for_leaves_untouched_when_the_newest_is_due(
    end: Response | DubaoError, library: Library, subscriptions: Subscriptions
) -> None:
    fared = FetchState(asked=ASKED, succeeded=ASKED, came=7, due=ASKED, etag='"0"')
    for before in (FetchState(), fared):
        by_day = Keeper(library, subscriptions, {"清溪": before}, by_day=True)
        told = ended(by_day, end).state
        assert (told.error is None, told.due) == (end is ANSWER, None)
        assert subscriptions.states() == {"清溪": before}


def test_what_a_day_that_was_asked_for_brought_may_be_the_newest(
    library: Library, subscriptions: Subscriptions
) -> None:
    ended(Keeper(library, subscriptions, {}, by_day=True), piece(), ANSWER)
    state = subscriptions.states()["清溪"]
    assert (state.newest, state.issue) == (DAY, library.rows()[0].id)
    assert (state.asked, state.due) == (None, None)

"""Where a reader stands: the way through the unread, marks, and the filter's answer."""

from typing import Any

import pytest

from store.index.hits import Hits
from store.index.results import Results
from store.library.library import Library
from store.models import IndexEntry, Issue
from store.reader.marks import Marks
from store.reader.place import Place
from tui.state.session import Session

NEW = "linjiangbao-2024-03-05"
OLD = "linjiangbao-2024-03-01"


@pytest.fixture
def session(library: Library, marks: Marks, builder: type[Any]) -> Session:
    """Give a session in a library of two issues with three and two articles."""
    old = builder("临江报").on(2024, 3, 1).page("1").article("旧一").article("旧二")
    new = (
        builder("临江报")
        .on(2024, 3, 5)
        .page("1")
        .article("甲")
        .article("乙")
        .page("2")
        .article("丙")
    )
    for paper in (old, new):
        paper.add_to(library)
    return Session(library, marks)


def read(session: Session, name: str) -> None:
    """Mark the article at this address read."""
    session.marks.mark(session.library.article(name)[1].key, read=True)


def way(session: Session, start: str) -> list[str]:
    """Return where Space leads from `start`, each article read when it is left."""
    names: list[str] = []
    here = start
    while here and len(names) < 10:
        names.append(here)
        read(session, here)
        here = session.next_unread(here)
    return [name.removeprefix("linjiangbao-2024-03-") for name in names]


def test_space_leads_through_everything_unread(session: Session) -> None:
    assert way(session, session.first()) == ["05/1.1", "05/1.2", "05/2.1", "01/1.1", "01/1.2"]


def test_the_way_goes_round_to_what_was_passed_over(session: Session) -> None:
    assert way(session, f"{OLD}/1.2") == ["01/1.2", "05/1.1", "05/1.2", "05/2.1", "01/1.1"]


def test_what_has_been_read_is_passed_over_without_opening_its_issue(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (f"{NEW}/1.1", f"{NEW}/1.2", f"{NEW}/2.1"):
        read(session, name)
    opened: list[str] = []
    whole = session.library.issue

    def issue(name: str) -> Issue:
        opened.append(name)
        return whole(name)

    monkeypatch.setattr(session.library, "issue", issue)
    assert session.next_unread(f"{NEW}/1.1") == f"{OLD}/1.1"
    assert opened == [OLD]


def test_an_article_is_not_its_own_next_one(session: Session) -> None:
    for name in (f"{NEW}/1.2", f"{NEW}/2.1", f"{OLD}/1.1", f"{OLD}/1.2"):
        read(session, name)
    assert session.next_unread(f"{NEW}/1.1") == ""


def test_a_filter_narrows_the_way_and_the_steps(session: Session) -> None:
    question = session.narrowing.ask("防汛")
    found = Results(Hits({NEW: b"\1\0\1", OLD: b"\0\1"}))
    assert session.narrowing.narrow(question, found)
    assert session.first() == f"{NEW}/1.1"
    assert session.step(f"{NEW}/1.1", 1) == f"{NEW}/2.1"
    assert session.step(f"{NEW}/2.1", 1) == f"{OLD}/1.2"
    assert session.step(f"{OLD}/1.2", -1) == f"{NEW}/2.1"
    assert session.step(f"{OLD}/1.2", 1) == ""
    assert way(session, f"{NEW}/1.1") == ["05/1.1", "05/2.1", "01/1.2"]
    assert session.narrowing.narrow(session.narrowing.ask(""), Results())
    assert session.step(f"{NEW}/1.1", 1) == f"{NEW}/1.2"
    assert session.step(f"{NEW}/2.1", 1) == ""


def test_an_empty_library_has_no_first_article(library: Library, marks: Marks) -> None:
    session = Session(library, marks)
    assert session.first() == ""
    assert session.next_unread("") == ""


def test_where_nothing_has_articles_it_opens_at_the_issue(
    library: Library, marks: Marks, builder: type[Any]
) -> None:
    builder("临江报").on(2024, 3, 6).having(index=(IndexEntry("龙舟下水"),)).add_to(library)
    place = Session(library, marks).opening(Place())
    assert (place.issue, place.article) == ("linjiangbao-2024-03-06", "")


def test_within_a_filter_the_steps_go_as_the_list_does(
    library: Library, marks: Marks, builder: type[Any]
) -> None:
    for paper, day in (("临江报", 5), ("青溪报", 4), ("临江报", 1)):
        doubted = builder(paper).on(2024, 3, day).page("1").article("桥", confidence=0.4)
        doubted.add_to(library)
    session = Session(library, marks)
    query = session.narrowing.ask("桥")
    found = session.narrowing.answer(query, lambda: False)
    assert found
    assert session.narrowing.narrow(query, found)
    way = [f"{NEW}/1.1", f"{OLD}/1.1", "qingxibao-2024-03-04/1.1"]
    assert [session.step(way[0], 1), session.step(way[1], 1)] == way[1:]
    assert [session.next_doubtful(way[0]), session.next_doubtful(way[1])] == way[1:]

"""The ways from one article to another page or issue, within what the filter leaves."""

from typing import Any

import pytest
from msgspec.structs import replace

from store.doubts import Doubt
from store.index.hits import Hits
from store.index.results import Results
from store.library.library import Library
from store.models import Article, IndexEntry, Issue, Part
from store.reader.marks import Marks
from tui.state import navigation
from tui.state.session import Session

BASE = "linjiangbao-2024-03-"


@pytest.fixture
def session(library: Library, marks: Marks, builder: type[Any]) -> Session:
    """Give a session in a library of three days of one paper, one empty, and one of another."""
    for day in (1, 5):
        paper = builder("临江报").on(2024, 3, day).page("1", "要闻").article("甲").article("乙")
        paper.page("2").article("丙").page("3").article("丁").add_to(library)
    builder("临江报").on(2024, 3, 3).page("1").add_to(library)
    builder("清溪报").on(2024, 3, 2).page("1").article("戊").add_to(library)
    return Session(library, marks)


def article(session: Session, name: str) -> Article:
    return session.library.article(BASE + name)[1]


def narrow(session: Session, masks: dict[str, bytes]) -> None:
    """Leave these articles alone."""
    query = session.narrowing.ask("防汛")
    found = Results(Hits({BASE + day: mask for day, mask in masks.items()}))
    assert session.narrowing.narrow(query, found)


def test_issues_lie_side_by_side_in_their_paper_and_empty_ones_are_passed_over(
    session: Session,
) -> None:
    assert navigation.issue_beside(session, f"{BASE}05", -1) == f"{BASE}01/1.1"
    assert navigation.issue_beside(session, f"{BASE}01", 1) == f"{BASE}05/1.1"
    assert navigation.issue_beside(session, f"{BASE}05", 1) == ""
    assert navigation.issue_beside(session, f"{BASE}01", -1) == ""
    assert navigation.beside(session, "qingxibao-2024-03-02", 1) is None


def test_an_issue_whose_contents_are_all_that_was_printed_is_gone_to_but_within_a_filter(
    session: Session, builder: type[Any]
) -> None:
    boxed = (IndexEntry("春茶开园", "", "3"),)
    builder("临江报").on(2024, 3, 4).having(index=boxed).add_to(session.library)
    assert navigation.issue_beside(session, f"{BASE}05", -1) == f"{BASE}04"
    assert navigation.issue_beside(session, f"{BASE}04", -1) == f"{BASE}01/1.1"
    narrow(session, {"01": b"\1\1\0\0", "05": b"\1\1\0\0"})
    assert navigation.issue_beside(session, f"{BASE}05", -1) == f"{BASE}01/1.1"


def test_pages_follow_one_another_within_the_issue(session: Session) -> None:
    first, last = article(session, "05/1.2"), article(session, "05/3.1")
    assert navigation.page_beside(session, first, 1) == f"{BASE}05/2.1"
    assert navigation.page_beside(session, last, -1) == f"{BASE}05/2.1"
    assert navigation.page_beside(session, first, -1) == ""
    assert navigation.page_beside(session, last, 1) == ""


def test_the_same_page_of_the_issue_before(session: Session) -> None:
    assert navigation.same_page_before(session, article(session, "05/2.1")) == f"{BASE}01/2.1"
    assert navigation.same_page_before(session, article(session, "01/2.1")) == ""


def test_the_ways_keep_to_what_is_left(session: Session) -> None:
    narrow(session, {"05": b"\1\0\0\1", "01": b"\0\1\0\0"})
    assert navigation.page_beside(session, article(session, "05/1.1"), 1) == f"{BASE}05/3.1"
    assert navigation.issue_beside(session, f"{BASE}05", -1) == f"{BASE}01/1.2"
    assert navigation.same_page_before(session, article(session, "05/3.1")) == ""
    narrow(session, {"05": b"\1\0\0\0"})
    assert navigation.issue_beside(session, f"{BASE}05", -1) == ""


def test_a_page_is_opened_at_its_first_article(session: Session) -> None:
    assert navigation.page_first(session, f"{BASE}05", "2") == f"{BASE}05/2.1"
    assert navigation.page_first(session, f"{BASE}05", "9") == ""


def test_a_joined_story_goes_from_part_to_part_and_from_page_to_page() -> None:
    story = Article(page="1", parts=(Part("2", 3, 5), Part("4", 5, 0)))
    places = [(0, 0), (3, 4), (3, 5), (4, 0), (5, 0), (9, 9)]
    assert [navigation.page_at(story, place) for place in places] == list("112244")
    after = [navigation.part_after(story, place) for place in places]
    assert [part and part.page for part in after] == ["2", "2", "4", "4", None, None]


def test_the_line_tells_paper_day_page_and_how_far(session: Session) -> None:
    here = article(session, "05/1.1")
    issue: Issue = session.library.issue(f"{BASE}05")
    told = navigation.place_line(issue, here, (0, 0), "58%", "水")
    assert told == ("临江报", "2024-03-05", "1版 要闻", "58%", "/水")
    assert navigation.place_line(None, None, (0, 0), "", "水") == ("nothing found", "/水")
    assert navigation.place_line(None, None, (0, 0), "", "") == ()


def test_the_line_says_what_is_doubtful_or_here_in_part(session: Session) -> None:
    here = replace(article(session, "05/1.1"), confidence=0.5)
    issue: Issue = session.library.issue(f"{BASE}05")
    assert navigation.place_line(issue, here, (0, 0), "", "")[3:] == ("doubtful",)
    doubts = (Doubt("bounds", "near_call"), Doubt("bounds", "odd_page"), Doubt("head", "near_call"))
    told = navigation.place_line(issue, replace(here, doubts=doubts), (0, 0), "", "")
    assert told[3:] == ("doubtful: bounds, head",)
    stub = replace(here, doubts=(), confidence=0.9, stub=True)
    assert navigation.place_line(issue, stub, (0, 0), "", "")[3:] == ("in part (w)",)
    sure = replace(here, doubts=doubts, confidence=0.9)
    assert navigation.place_line(issue, sure, (0, 0), "", "")[3:] == ()

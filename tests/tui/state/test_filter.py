"""What the filter leaves: answers in time and too late, what stays, what is marked and told."""

from typing import Any

import pytest

from store.index.hits import EVERYTHING
from store.index.query.query import Query
from store.index.results import Results
from store.index.search import Searcher
from store.library.library import Library
from store.models import Keyword
from store.reader.marks import Marks
from store.reader.saved_filters import SavedFilter
from tui.state import filter as filter_
from tui.state.filter import Filter

ISSUE = "linjiangbao-2024-03-05"
WATER = Keyword("水库", 0.5, "topic", ("shui ku",))


def never() -> bool:
    return False


@pytest.fixture
def searcher(library: Library, marks: Marks, builder: type[Any]) -> Searcher:
    """Give a searcher in a library of three articles, of which two tell of water."""
    paper = builder("临江报").on(2024, 3, 5).page("1").article("水库清淤", keywords=(WATER,))
    paper.article("水库开闸", keywords=(WATER,)).article("春茶开园").add_to(library)
    return Searcher(library, marks)


@pytest.fixture
def narrowing(searcher: Searcher) -> Filter:
    return Filter(searcher)


def answered(narrowing: Filter, text: str) -> tuple[Query, Results]:
    """Return a question and what is found."""
    query = narrowing.ask(text)
    found = narrowing.answer(query, never)
    assert found is not None
    return query, found


def left(narrowing: Filter) -> list[int]:
    """Return the numbers of the articles that are left."""
    return [at for at in range(3) if narrowing.leaves((ISSUE, at))]


def test_without_a_question_everything_is_left(narrowing: Filter) -> None:
    assert narrowing.hits is EVERYTHING
    assert left(narrowing) == [0, 1, 2]
    assert not narrowing.narrowed


def test_an_answer_narrows_and_an_empty_question_gives_all_back(narrowing: Filter) -> None:
    assert narrowing.narrow(*answered(narrowing, "水库"))
    assert (left(narrowing), narrowing.narrowed) == ([0, 1], True)
    assert narrowing.narrow(*answered(narrowing, ""))
    assert (left(narrowing), narrowing.narrowed) == ([0, 1, 2], False)


def test_an_answer_that_comes_too_late_changes_nothing(narrowing: Filter) -> None:
    late = answered(narrowing, "春茶")
    assert narrowing.narrow(*answered(narrowing, "水库"))
    assert not narrowing.narrow(*late)
    assert left(narrowing) == [0, 1]


def test_where_the_same_is_asked_again_the_article_read_stays(
    narrowing: Filter, library: Library, marks: Marks
) -> None:
    assert narrowing.narrow(*answered(narrowing, "is:unread"))
    first, second, _ = library.issue(ISSUE).articles
    marks.mark_all([first.key, second.key], read=True)
    assert narrowing.narrow(*answered(narrowing, "is:unread"), (ISSUE, 0))
    assert left(narrowing) == [0, 2]
    assert narrowing.narrow(*answered(narrowing, "is:unread"))
    assert left(narrowing) == [2]


def test_the_count_is_that_of_the_list(narrowing: Filter) -> None:
    assert narrowing.count(3) == 3
    asked = answered(narrowing, "水库")
    narrowing.narrow(*asked)
    assert narrowing.count(3) == 2
    narrowing.narrow(asked[0], Results(), (ISSUE, 0))
    assert narrowing.count(3) == 1, "the article that stays is counted"


def test_a_word_asked_for_counts_all_that_it_found(
    library: Library, marks: Marks, builder: type[Any]
) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1").article("水库清淤", keywords=(WATER,))
    paper.article("库区", "水库开闸。").article("春茶开园").add_to(library)
    narrowing = Filter(Searcher(library, marks))
    for text in ("水库", "shuiku"):
        query, found = answered(narrowing, text)
        assert found.articles == 2
        (water,) = narrowing.facets(query, found, never) or ()
        assert (water.word, water.count) == ("水库", 2)


def test_what_a_saved_filter_hides_is_left_out_until_it_is_to_be_shown(searcher: Searcher) -> None:
    narrowing = Filter(searcher, lambda: [SavedFilter("茶", "春茶", action="hide")])
    assert narrowing.narrow(*answered(narrowing, ""))
    assert (left(narrowing), narrowing.narrowed) == ([0, 1], False)
    narrowing.shows_hidden = True
    assert narrowing.narrow(*answered(narrowing, ""))
    assert left(narrowing) == [0, 1, 2]


def test_the_words_asked_for_are_marked(narrowing: Filter) -> None:
    assert narrowing.marks_in("水库清淤") == ()
    assert narrowing.narrow(*answered(narrowing, "水库"))
    assert narrowing.marks_in("修水库，清水库") == ((1, 3), (5, 7))


def test_latin_letters_say_what_they_stand_for(narrowing: Filter) -> None:
    assert narrowing.told() == ""
    assert narrowing.narrow(*answered(narrowing, "sk"))
    assert narrowing.told() == "sk → 水库 (2)"
    assert narrowing.expansions() == (("sk", (("水库", 2),)),)
    assert narrowing.marks_in("水库清淤") == ((0, 2),)


def test_what_is_not_understood_is_said(narrowing: Filter) -> None:
    assert narrowing.narrow(*answered(narrowing, "date:nosuch"))
    assert "nosuch" in narrowing.told()


def test_keywords_of_everything_are_counted_once_and_anew_when_the_library_has_changed(
    narrowing: Filter,
) -> None:
    query, found = answered(narrowing, "")
    facets = narrowing.facets(query, found, never)
    assert facets is not None
    assert [(facet.word, facet.count) for facet in facets] == [("水库", 2)]
    assert narrowing.facets(query, found, never) is facets
    narrowing.renew()
    assert narrowing.facets(query, found, never) is not facets


def test_a_large_library_without_an_index_is_not_read_through(
    narrowing: Filter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filter_, "READ_THROUGH", 2)
    query, found = answered(narrowing, "")
    assert narrowing.facets(query, found, never) == ()
    assert narrowing.found_by([SavedFilter("水", "水库")], never) == {}
    monkeypatch.setattr(filter_, "READ_THROUGH", 3)
    by_name = narrowing.found_by([SavedFilter("水", "水库")], never)
    assert by_name["水"].count == 2

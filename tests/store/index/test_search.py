"""What queries find in a small library, in what order, and what else is told of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from store.errors import LibraryError
from store.index import search as subject
from store.index.query import parse
from store.index.search import Facet, Found, Searcher
from store.library import Library
from store.marks import Marks
from store.models import CatalogueRow, Issue

A, B, C = (f"qingxibao-2024-03-05/{place}" for place in ("1.1", "1.2", "2.1"))
OLD = "qingxibao-2023-12-31/A5.1"

Search = Callable[[str], Found]


@pytest.fixture
def undated(shelf: Library) -> str:
    return next(f"{row.id}/3.1" for row in shelf.rows() if row.date is None)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("修缮", [A]),
        ("修古", [B]),
        ("古桥 -日期", [A]),  # not B, where 修古 and 桥 are two paragraphs
        ("修缮 林守诚", [A]),
        ("林守诚", [A, B]),  # a caption too
        ("林守诚 -修缮", [B]),
        ("修缮|旧闻", [A, OLD]),
        ("修缮|旧闻 nba", [A]),  # "|" binds closer
        ("修缮 | 重庆 -清溪", [A]),
        ("重庆", [C]),
        ("清溪結對", [C]),
        ("ＮＢＡ", [A]),
        ("標題：修缮", [A]),
        ("headline:强调", [A]),
        ("headline:县委", []),
        ("作者:裴听雨", [A]),
        ("作者:林守诚", []),
        ("栏目:溪边", [B]),
        ("版:2", [A, C]),  # 1.1 goes on there
        ("版：a5", [OLD]),
        ("日期:2024", [A, B, C]),
        ("date:2023-12..2024-01", [OLD]),
        ("date:..2023", [OLD]),
        ("date:2024-03-05..", [A, B, C]),
        ("类:图片", [B]),
        ("报:清溪 kind:photo", [B]),
        ("paper:qingxi 5g", [OLD]),
        ("“县委书记林守诚说”", [A]),
        ("－修缮 date:2024", [B, C]),
    ],
)
def test_found_articles_in_order(search: Search, query: str, expected: list[str]) -> None:
    assert list(search(query).hits) == expected


def test_an_empty_query_finds_everything_newest_first(search: Search, undated: str) -> None:
    assert list(search("").hits) == [A, B, C, OLD, undated]


def test_undated_articles_are_found_only_where_no_date_is_asked_for(
    search: Search, undated: str
) -> None:
    assert undated in search("古桥").hits
    assert undated not in search("古桥 date:..2099").hits
    assert undated in search("古桥 -date:2024").hits


def test_hits_count_the_places(search: Search) -> None:
    assert search("古桥 is:unread").hits[A] == 3
    assert search("古桥 林守诚").hits[A] == 5
    assert search("is:unread").hits[A] == 0


def test_marks_narrow(search: Search, shelf: Library, marks: Marks) -> None:
    key = shelf.article(A)[1].key
    marks.mark(key, read=True)
    assert list(search("是:已读").hits) == [A]
    assert A not in search("is:unread").hits
    assert not search("is:starred").hits
    marks.mark(key, starred=True)
    assert list(search("是:星标").hits) == [A]


@pytest.mark.parametrize("typed", ["linshoucheng", "lsc", "lshch", "linsc", "LinShou"])
def test_latin_letters_stand_for_words_of_the_whole_library(search: Search, typed: str) -> None:
    found = search(typed)
    assert list(found.hits) == [A, B]  # 1.2 has no such keyword, but the word
    assert found.stands_for == (("林守诚", 2),)


def test_latin_letters_stand_for_names_of_bylines_too(search: Search) -> None:
    assert list(search("pty").hits) == [A]
    assert list(search("作者:pty").hits) == [A]
    assert not search("作者:lsc").hits


def test_latin_letters_match_literally_beside_and_in_quotes_only_so(
    search: Search, undated: str
) -> None:
    assert list(search("gu").hits) == [A, OLD, undated]
    assert list(search('"gu"').hits) == [OLD]


def test_every_reading_stands_for_the_word_in_either_script(search: Search) -> None:
    assert list(search("zhongq").hits) == list(search("cq").hits) == [C]


def test_a_latin_term_may_be_excluded(search: Search) -> None:
    found = search("date:2024-03 -gq")
    assert list(found.hits) == [B, C]
    assert found.stands_for == ()


def test_facets_are_keywords_of_what_is_left(search: Search) -> None:
    assert search("date:2024").facets == (
        Facet("古桥", "topic", 2),
        Facet("林守诚", "person", 1),
        Facet("重庆", "place", 1),
    )
    assert [facet.word for facet in search("结对").facets] == ["古桥", "重庆"]


def test_a_search_is_given_up(searcher: Searcher) -> None:
    assert searcher.search(parse("古桥"), cancelled=lambda: True) is None


def test_what_changes_in_the_library_is_found(
    searcher: Searcher, shelf: Library, builder: Callable[..., object]
) -> None:
    assert not searcher.search(parse("喜讯")).hits
    builder("临江报").on(2024, 4, 1).page("1").article("喜讯").add_to(shelf)  # type: ignore[attr-defined]
    assert len(searcher.search(parse("喜讯")).hits) == 1


class Broken:
    """A shelf of which one issue is damaged, that counts how often each is read."""

    def __init__(self, library: Library, damaged: str) -> None:
        self._library = library
        self._damaged = damaged
        self.reads = 0

    def rows(self) -> tuple[CatalogueRow, ...]:
        return self._library.rows()

    def issue(self, name: str) -> Issue:
        self.reads += 1
        if name == self._damaged:
            raise LibraryError("damaged")
        return self._library.issue(name)


def test_a_damaged_issue_hides_no_other(shelf: Library, marks: Marks) -> None:
    found = Searcher(Broken(shelf, "qingxibao-2023-12-31"), marks).search(parse(""))
    assert OLD not in found.hits
    assert A in found.hits
    assert found.problems == ("damaged",)


def test_folded_text_is_kept_while_there_is_room(
    shelf: Library, marks: Marks, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Broken(shelf, "")
    searcher = Searcher(counted, marks)
    first = searcher.search(parse("古桥"))
    assert counted.reads == 3
    assert searcher.search(parse("古桥")) == first
    assert counted.reads == 3
    monkeypatch.setattr(subject, "KEPT", 0)
    roomless = Searcher(counted, marks)
    assert roomless.search(parse("古桥")) == roomless.search(parse("古桥")) == first
    assert counted.reads == 9


def test_an_issue_whose_row_changed_is_read_again(shelf: Library, marks: Marks) -> None:
    class Edited(Broken):
        def rows(self) -> tuple[CatalogueRow, ...]:
            return tuple(replace(row, aliases=(str(self.reads),)) for row in super().rows())

    edited = Edited(shelf, "")
    searcher = Searcher(edited, marks)
    searcher.search(parse(""))
    searcher.search(parse(""))
    assert edited.reads == 6

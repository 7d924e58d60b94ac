"""What queries find in a small library, in what order, and what else is told of it."""

from collections.abc import Callable
from typing import Any

import pytest

from store.index.query.parse import parse
from store.index.results import Results, addresses
from store.index.search import Searcher, open_searcher
from store.library.library import Library
from store.messages import Message
from store.reader.marks import Marks
from tests.store.index.fake_library import CountingLibrary

A, B, C = (f"qingxibao-2024-03-05/{place}" for place in ("1.1", "1.2", "2.1"))
OLD = "qingxibao-2023-12-31/A5.1"

Search = Callable[[str], Results]
Find = Callable[[str], list[str]]


@pytest.fixture
def find(search: Search, shelf: Library) -> Find:
    return lambda text: list(addresses(shelf, search(text).hits)[0])


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
        ("is:doubtful", [B]),
        ("修缮|修古 -是:存疑", [A]),
        ("报:清溪 kind:photo", [B]),
        ("paper:qingxi 5g", [OLD]),
        ("“县委书记林守诚说”", [A]),
        ("－修缮 date:2024", [B, C]),
    ],
)
def test_found_articles_in_order(
    shelves: Callable[[str], Library], marks: Marks, indexed: str, query: str, expected: list[str]
) -> None:
    shelf = shelves(indexed)
    hits = open_searcher(shelf, marks).search(parse(query)).hits
    assert list(addresses(shelf, hits)[0]) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [("林sc", [A, B]), ("清溪cq", []), ("溪jie", []), ("县委书记linsc", [A]), ("修缮gq", [A])],
)
def test_characters_and_letters_are_one_term(find: Find, query: str, expected: list[str]) -> None:
    assert find(query) == expected


def test_pinyin_that_sounds_alike_finds_the_same_where_that_is_set(
    shelf: Library, marks: Marks
) -> None:
    asked = parse("linsoucen")
    assert not open_searcher(shelf, marks).search(asked).hits
    hits = open_searcher(shelf, marks, fuzzy=True).search(asked).hits
    assert list(addresses(shelf, hits)[0]) == [A, B]


def test_an_empty_query_finds_everything_newest_first(find: Find, undated: str) -> None:
    assert find("") == [A, B, C, OLD, undated]


def test_undated_articles_are_found_only_where_no_date_is_asked_for(
    find: Find, undated: str
) -> None:
    assert undated in find("古桥")
    assert undated not in find("古桥 date:..2099")
    assert undated in find("古桥 -date:2024")


def test_marks_narrow(find: Find, shelf: Library, marks: Marks) -> None:
    key = shelf.article(A)[1].key
    marks.mark(key, read=True)
    assert find("是:已读") == [A]
    assert A not in find("is:unread")
    assert A not in find("-is:read")
    assert not find("is:starred")
    marks.mark(key, starred=True)
    assert find("是:星标") == [A]


def test_tags_narrow(find: Find, shelf: Library, marks: Marks) -> None:
    marks.mark_all([shelf.article(name)[1].key for name in (A, OLD)], tag="臺灣")
    assert find("标签:台湾") == find("tag:臺灣") == [A, OLD]
    assert find("-tag:臺灣 date:2024") == [B, C]
    assert not find("tag:台")


@pytest.mark.parametrize("typed", ["linshoucheng", "lsc", "lshch", "linsc", "LinShou"])
def test_latin_letters_stand_for_words_of_the_whole_library(
    search: Search, find: Find, typed: str
) -> None:
    assert find(typed) == [A, B]  # 1.2 has no such keyword, but the word
    assert search(typed).stands_for == (("林守诚", 2),)


def test_latin_letters_stand_for_names_of_bylines_too(find: Find) -> None:
    assert find("pty") == [A]
    assert find("作者:pty") == [A]
    assert not find("作者:lsc")


def test_latin_letters_match_literally_beside_and_in_quotes_only_so(
    find: Find, undated: str
) -> None:
    assert find("gu") == [A, OLD, undated]
    assert find('"gu"') == [OLD]


def test_every_reading_stands_for_the_word_in_either_script(find: Find) -> None:
    assert find("zhongq") == find("cq") == [C]


def test_a_latin_term_may_be_excluded(search: Search, find: Find) -> None:
    assert find("date:2024-03 -gq") == [B, C]
    assert search("date:2024-03 -gq").stands_for == ()


def test_a_search_is_given_up(searcher: Searcher, search: Search) -> None:
    assert searcher.search(parse("古桥"), cancelled=lambda: True) is None
    assert search("古桥").hits


def test_what_changes_in_the_library_is_found(
    find: Find, shelf: Library, builder: Callable[..., Any]
) -> None:
    assert not find("喜讯")
    builder("临江报").on(2024, 4, 1).page("1").article("喜讯").add_to(shelf)
    assert find("喜讯") == ["linjiangbao-2024-04-01/1.1"]
    shelf.remove("qingxibao-2024-03-05")
    assert find("修缮|喜讯") == ["linjiangbao-2024-04-01/1.1"]
    assert not find("lsc")
    shelf.restore("qingxibao-2024-03-05")
    assert find("lsc") == [A, B]


def test_what_is_read_through_is_told(search: Search, indexed: str) -> None:
    expected = {"no index": 5, "an index": 0, "an older index": 2}
    assert search("古桥").read_through == expected[indexed]


def test_a_damaged_issue_hides_no_other(shelf: Library, marks: Marks) -> None:
    broken = CountingLibrary(shelf, "qingxibao-2023-12-31")
    found = Searcher(broken, marks).search(parse("古桥|旧闻"))
    names, _ = addresses(broken, found.hits)
    assert A in names
    assert OLD not in names
    assert found.problems == (Message("damaged"),)


def test_what_the_index_holds_is_not_read(shelf: Library, marks: Marks, indexed: str) -> None:
    counted = CountingLibrary(shelf)
    open_searcher(counted, marks).search(parse("古桥"))
    assert counted.reads == {"no index": 3, "an index": 0, "an older index": 2}[indexed]


def test_a_search_that_takes_too_many_steps_is_given_up_and_says_so(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.index.results.STEPS", 0)
    found = searcher.search(parse("古桥|修"))
    assert not found.hits
    assert ["given up" in str(problem) for problem in found.problems] == [True]
    assert searcher.facets(found) == ()

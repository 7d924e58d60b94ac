"""What the query language understands and what it does not; matching is plain substring truth."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.index.conditions import Contains, Dated, Marked, OfKind, OfPaper, OnPage, Tagged
from store.index.folded import FoldedArticle, Needles, fold_issue
from store.index.query import parse
from store.models import Article, Issue
from store.words.fold import fold

characters = st.sampled_from('古桥修缮臺台ＡaB｜|“" 　:-：. \n①')
text = st.text(characters, max_size=12)


@pytest.mark.parametrize(
    ("typed", "condition"),
    [
        ("古桥", Contains("古桥")),
        ("gq", Contains("gq", latin=True)),
        ('"gq"', Contains("gq")),
        ("「古 桥」", Contains("古 桥")),
        ("“古桥", Contains("古桥")),
        ("13:30", Contains("13:30")),
        ("標題：古桥", Contains("古桥", "head")),
        ("作者:pty", Contains("pty", "byline", latin=True)),
        ("column:“溪边 话”", Contains("溪边 话", "column")),
        ("报:清溪", OfPaper("清溪")),
        ("版:01", OnPage("1")),
        ("page:A5", OnPage("a5")),
        ("是:已读", Marked("read")),
        ("标签:要 ", Tagged("要")),
        ("kind:图片", OfKind("photo")),
        ("date:2024", Dated(date(2024, 1, 1), date(2024, 12, 31))),
        ("date:2024-2", Dated(date(2024, 2, 1), date(2024, 2, 29))),
        ("日期：2024年3月5日", Dated(date(2024, 3, 5), date(2024, 3, 5))),
        ("date:2019-11..2019-12", Dated(date(2019, 11, 1), date(2019, 12, 31))),
        ("date:2019-11…", Dated(date(2019, 11, 1), date.max)),
        ("date:..2019-11-02", Dated(date.min, date(2019, 11, 2))),
    ],
)
def test_one_term(typed: str, condition: object) -> None:
    query = parse(typed)
    assert query.groups == (((condition, True),),)
    assert query.problems == ()


def test_unread_is_not_read() -> None:
    assert parse("is:unread") == parse("-is:read")
    assert parse("-is:unread") == parse("is:read")


def test_the_bar_binds_closer_than_a_blank_and_minus_closest() -> None:
    a, b, c = (Contains(word) for word in "甲乙丙")
    assert parse("甲 乙|-丙").groups == (((a, True),), ((b, True), (c, False)))
    assert parse("甲｜乙 －丙").groups == (((a, True), (b, True)), ((c, False),))


@pytest.mark.parametrize("typed", ["", "  ", "|", "甲 |", "| 甲", "甲 || 甲"])
def test_half_typed_bars_change_nothing(typed: str) -> None:
    query = parse(typed)
    assert {c for group in query.groups for c, _ in group} <= {Contains("甲")}
    assert query.empty == ("甲" not in typed)
    assert query.problems == ()


@pytest.mark.parametrize(
    "typed",
    ["-", "标题:", "date:2019-13", "date:x", "is:gone", "kind:poem", '""', "日期:2023-02-30"],
)
def test_what_is_not_understood_narrows_nothing_and_is_told(typed: str) -> None:
    assert parse(typed).empty
    [problem] = parse(f"甲 {typed} 乙").problems
    assert fold(typed) in str(problem)
    assert parse(f"甲 {typed} 乙").groups == parse("甲 乙").groups
    assert parse(f"甲 {typed} | 乙").groups == parse("甲 乙").groups


def test_an_unknown_field_is_text_and_is_told() -> None:
    query = parse("colour:红")
    assert query.groups == (((Contains("colour:红"), True),),)
    assert "colour:" in str(query.problems[0])


@given(st.one_of(st.text(), text))
def test_nothing_typed_ever_raises(typed: str) -> None:
    query = parse(typed)
    article = FoldedArticle(text=fold(typed))
    assert query.empty == (not query.groups)
    assert query.matches(article) in (True, False)


@given(st.text(characters.filter(lambda c: c not in '|“"｜ \n　:-：'), min_size=1), st.lists(text))
def test_a_term_is_found_exactly_where_one_paragraph_holds_it(
    term: str, paragraphs: list[str]
) -> None:
    [article] = fold_issue(Issue(articles=(Article(paragraphs=tuple(paragraphs)),)))
    held = [fold(paragraph.replace("\n", " ")).count(fold(term)) for paragraph in paragraphs]
    query = parse(f'"{term}"')
    assert query.matches(article) == any(held)
    assert query.hits(article) == sum(held)
    assert parse(f"-{term}").matches(article) != any(held)


@given(st.lists(st.text("古桥修缮路", min_size=1, max_size=3), min_size=1), st.text("古桥修缮路"))
def test_needles_are_found_as_each_of_them_would_be(words: list[str], hay: str) -> None:
    needles = Needles(tuple(words))
    assert needles.found_in(hay) == any(word in hay for word in words)
    assert bool(needles.find_all(hay)) == needles.found_in(hay)
    assert set(needles.find_all(hay)) <= set(words)

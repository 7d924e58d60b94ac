"""What the query language understands, and what it does not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.index.folded import FoldedArticle
from store.index.query.conditions import (
    Contains,
    Dated,
    Doubtful,
    Marked,
    OfKind,
    OfPaper,
    OnPage,
    Tagged,
)
from store.index.query.parse import MOST_TERMS, parse
from store.words.fold import fold

characters = st.sampled_from('古桥修缮臺台ＡaB｜|“" 　:-：. \n①')
text = st.text(characters, max_size=12)


@pytest.mark.parametrize(
    ("typed", "condition"),
    [
        ("古桥", Contains("古桥")),
        ("gq", Contains("gq", latin=True)),
        ('"gq"', Contains("gq")),
        ("「古 桥」", Contains("古桥")),
        ("“古桥", Contains("古桥")),
        ("13:30", Contains("13:30")),
        ("標題：古桥", Contains("古桥", "head")),
        ("作者:pty", Contains("pty", "byline", latin=True)),
        ("column:“溪边 闲话”", Contains("溪边 闲话", "column")),
        ("报:清溪", OfPaper("清溪")),
        ("版:01", OnPage("1")),
        ("page:A5", OnPage("a5")),
        ("是:已读", Marked("read")),
        ("是:存疑", Doubtful()),
        ("is:doubtful", Doubtful()),
        ("date:2024", Dated(date(2024, 1, 1), date(2024, 12, 31))),
        ("标签:要 ", Tagged("要")),
        ("kind:图片", OfKind("photo")),
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


def test_of_more_terms_than_anybody_types_the_first_are_asked_for() -> None:
    query = parse("-x " * 20_000)
    assert len(query.groups) == MOST_TERMS
    assert [str(problem) for problem in query.problems] == [
        "More than 500 words were asked for; those after them were passed over."
    ]

"""Each question to an article, and what its answer depends on."""

from datetime import date

import pytest

from store.index.folded import FoldedArticle, Needles
from store.index.query.conditions import (
    ALONE,
    Condition,
    Contains,
    Dated,
    Marked,
    OfKind,
    OfPaper,
    OnPage,
    Scope,
    Tagged,
)

ARTICLE = FoldedArticle(
    key="k",
    address="qingxibao-2024-03-05",
    paper="清溪报",
    day=date(2024, 3, 5),
    kind="photo",
    pages=frozenset({"1", "a5"}),
    head="古桥",
    byline="记者 裴听雨",
    column="溪边",
    text="古桥\n记者 裴听雨\n溪边\n修缮",
)


@pytest.mark.parametrize(
    ("condition", "held"),
    [
        (Contains("修缮"), True),
        (Contains("桥\n记"), True),
        (Contains("修缮", "head"), False),
        (Contains("听雨", "byline"), True),
        (Contains("溪", "column"), True),
        (OfPaper("溪报"), True),
        (OfPaper("qingxi"), True),
        (OfPaper("xibao"), False),
        (OfPaper("qx"), True),
        (OfPaper("清xb"), True),
        (OfPaper("qxw"), False),
        (OnPage("a5"), True),
        (OnPage("5"), False),
        (Dated(date(2024, 3, 5), date(2024, 3, 5)), True),
        (Dated(date(2024, 3, 6), date.max), False),
        (OfKind("photo"), True),
        (OfKind("news"), False),
        (Marked("read"), False),
        (Tagged("要"), False),
    ],
)
def test_it_holds_or_not(condition: Condition, held: bool) -> None:
    assert condition.holds(ARTICLE, ALONE) is held


def test_an_undated_article_has_no_date() -> None:
    assert not Dated(date.min, date.max).holds(FoldedArticle(), ALONE)


def test_marks_are_the_reader_s() -> None:
    assert Marked("read").holds(ARTICLE, Scope(read={"k"}))
    assert Marked("starred").holds(ARTICLE, Scope(starred={"k"}))
    assert not Marked("starred").holds(ARTICLE, Scope(read={"k"}))
    assert Tagged("要").holds(ARTICLE, Scope(tags={"要": {"k"}}))


def test_latin_letters_stand_for_words_unless_quoted() -> None:
    scope = Scope(stands_for={"gq": Needles(("gq", "古桥"))})
    assert Contains("gq", latin=True).holds(ARTICLE, scope)
    assert Contains("gq", latin=True).stands_for(scope) == ("古桥",)
    assert not Contains("gq").holds(ARTICLE, scope)
    assert Contains("gq").stands_for(scope) == ()

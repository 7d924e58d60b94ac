"""Corrections are made of what stays: keys, the text of lines, and the originals."""

from datetime import date

import pytest

from store.corrections import records
from store.corrections.correction import Correction
from store.errors import CorrectionError
from store.models import Article, Issue, Source

FIRST = Article(key="a" * 16, headline="老桥", paragraphs=("其一", "其二"), source="s1", id="x/1.1")
SECOND = Article(key="b" * 16, kicker="引题", paragraphs=("其三",), source="s2", id="x/1.2")
ISSUE = Issue(
    articles=(FIRST, SECOND), sources=(Source("1", sha256="s1"), Source("2", sha256="s2"))
)


def test_a_join_names_both_articles_and_their_originals() -> None:
    made = records.join(ISSUE, SECOND)
    assert made == Correction("join", SECOND.key, FIRST.key, sources=("s1", "s2"))
    with pytest.raises(CorrectionError, match=r"x/1\.1: there is no article before it"):
        records.join(ISSUE, FIRST)


def test_a_split_names_its_line_and_a_key_that_is_always_the_same() -> None:
    made = records.split(FIRST, 1)
    assert (made.article, made.line, made.at, made.sources) == (FIRST.key, "其二", 1, ("s1",))
    assert len(made.to) == 16
    assert made == records.split(FIRST, 1)
    with pytest.raises(CorrectionError, match="nothing stands before the first paragraph"):
        records.split(FIRST, 0)


@pytest.mark.parametrize(
    ("page", "number"), [("２", "2"), ("第03版", "3"), ("a05", "A5"), ("特1", "特1")]
)
def test_a_page_is_written_in_many_ways(page: str, number: str) -> None:
    assert records.move(FIRST, page).to == number


@pytest.mark.parametrize("page", ["", "../1", "123456789", "0", "A00", "abc", "要闻", "2b"])
def test_what_cannot_be_a_page_is_refused(page: str) -> None:
    with pytest.raises(CorrectionError, match="cannot be the number of a page"):
        records.move(FIRST, page)


def test_a_date_and_a_paper_are_about_all_originals() -> None:
    assert records.redate(ISSUE, date(2024, 3, 5)).to == "2024-03-05"
    renamed = records.rename(ISSUE, " 青溪\x1b[2J时报\n")
    assert (renamed.to, renamed.sources) == ("青溪时报", ("s1", "s2"))
    with pytest.raises(CorrectionError, match="needs a name"):
        records.rename(ISSUE, " \n")


def test_words_are_cleaned_and_blank_lines_are_none() -> None:
    made = records.reword(FIRST, 1, "  其\x1b[2J三 \n\n　其四\n")
    assert (made.action, made.line, made.at, made.to) == ("text", "其二", 1, "其三\n其四")
    for nothing in ("", " \n　", "\x07"):
        with pytest.raises(CorrectionError, match="a line needs words"):
            records.reword(FIRST, 1, nothing)
    with pytest.raises(CorrectionError, match="at most"):
        records.reword(FIRST, 1, "甲" * (records.LONGEST + 1))


def test_paragraphs_are_joined_as_the_press_joins_them() -> None:
    made = records.join_line(FIRST, 1)
    assert (made.line, made.at, made.to) == ("其一\n其二", 0, "其一其二")
    for at in (0, -2):
        with pytest.raises(CorrectionError, match="only paragraphs"):
            records.join_line(FIRST, at)


@pytest.mark.parametrize("where", [2, "丙", "丙 丁"])
def test_a_paragraph_is_divided_after_characters_or_before_words(where: int | str) -> None:
    story = Article(paragraphs=("甲乙 丙丁",), headline="甲乙")
    assert records.divide_line(story, 0, where).to == "甲乙\n丙丁"


@pytest.mark.parametrize("where", [0, -1, 9, 5, "戊", "甲", "", " "])
def test_where_nothing_is_left_is_no_division(where: int | str) -> None:
    with pytest.raises(CorrectionError, match="paragraph 1 cannot be divided there"):
        records.divide_line(Article(paragraphs=("甲乙 丙丁",)), 0, where)
    with pytest.raises(CorrectionError, match="headline cannot be divided"):
        records.divide_line(Article(headline="甲乙"), -2, 1)


def test_what_rewords_an_article() -> None:
    assert records.reword(FIRST, 1, "其三").rewords
    assert records.relabel(FIRST, 1, "byline").rewords
    assert not records.relabel(FIRST, 1, "column").rewords

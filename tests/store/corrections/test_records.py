"""Corrections are made of what stays: keys, the text of lines, and the originals."""

from datetime import date

import pytest

from store.corrections import records
from store.corrections.records import Correction
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
    ("article", "at", "text"), [(FIRST, 0, "其一"), (FIRST, -2, "老桥"), (SECOND, -3, "引题")]
)
def test_a_line_is_a_paragraph_or_a_head_line(article: Article, at: int, text: str) -> None:
    assert records.line_at(article, at) == text
    assert records.relabel(article, at, "body").line == text


@pytest.mark.parametrize(
    ("at", "what"), [(2, "paragraph 3"), (-1, "subhead"), (-3, "kicker"), (-5, "such line")]
)
def test_a_line_that_is_not_there_is_called_by_its_name(at: int, what: str) -> None:
    with pytest.raises(CorrectionError) as raised:
        records.line_at(FIRST, at)
    assert str(raised.value) == f"x/1.1: it has no {what}."


@pytest.mark.parametrize(("page", "number"), [("２", "2"), ("第03版", "3"), ("A5", "A5")])
def test_a_page_is_written_in_many_ways(page: str, number: str) -> None:
    assert records.move(FIRST, page).to == number


@pytest.mark.parametrize("page", ["", "../1", "123456789"])
def test_what_cannot_be_a_page_is_refused(page: str) -> None:
    with pytest.raises(CorrectionError, match="cannot be the number of a page"):
        records.move(FIRST, page)


def test_a_date_and_a_paper_are_about_all_originals() -> None:
    assert records.redate(ISSUE, date(2024, 3, 5)).to == "2024-03-05"
    renamed = records.rename(ISSUE, " 青溪\x1b[2J时报\n")
    assert (renamed.to, renamed.sources) == ("青溪时报", ("s1", "s2"))
    with pytest.raises(CorrectionError, match="needs a name"):
        records.rename(ISSUE, " \n")

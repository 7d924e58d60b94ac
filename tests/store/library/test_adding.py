"""What becomes of a source that is added."""

from datetime import date
from pathlib import Path

import pytest

from store.errors import LibraryError
from store.library.adding import Added
from store.library.library import Library, open_library
from store.models import Keyword, Paper, issue_of
from tests.store.library.sources import BACK, DAY, ID, Builder, Contents, everything, front, inside


def test_what_was_not_read_from_the_original_is_refused(library: Library, builder: Builder) -> None:
    with pytest.raises(LibraryError, match="not read from this original"):
        library.add(front(builder).issue(), b"something else")
    assert library.rows() == ()


def test_what_is_held_changes_nothing(tmp_path: Path, builder: Builder, contents: Contents) -> None:
    library = open_library(tmp_path)
    front(builder).add_to(library)
    before = contents(tmp_path)
    assert front(builder).add_to(library) == Added(ID, "held")
    assert front(builder).given(date=date(2020, 1, 1)).add_to(library) == Added(ID, "held")
    assert contents(tmp_path) == before


def test_pages_of_one_day_make_one_issue(library: Library, builder: Builder) -> None:
    front(builder).add_to(library)
    added = inside(builder).add_to(library)
    assert added == Added(ID, "merged", ("2",), jumps_resolved=1, articles=1)
    issue = library.issue(ID)
    assert [(a.id, "".join(a.paragraphs)) for a in issue.articles] == [
        (f"{ID}/1.1", "桥通了，人人叫好。"),
        (f"{ID}/2.1", "新校舍的消息传遍临江城。"),
    ]
    assert len(everything(library)) == 1


def test_pages_that_come_together_make_what_they_make_one_by_one(
    builder: Builder, tmp_path: Path
) -> None:
    pages = [
        front(builder),
        inside(builder),
        builder(source="3.txt").on(2024, 3, 5).page("2").article("赛龙舟"),
        builder(source="4.txt").on(2024, 3, 6).page("1").article("茶摊"),
        front(builder),
    ]
    one_by_one = open_library(tmp_path / "one")
    alone = [page.add_to(one_by_one) for page in pages]
    library = open_library(tmp_path / "all")
    added = library.add_all((page.issue(), page.original) for page in pages)
    assert [(each.issue, each.status) for each in added] == [(e.issue, e.status) for e in alone]
    assert [each.pages_added for each in added] == [("1",), ("2",), (), ("1",), ()]
    assert added[2].variants == ("2",)
    assert [sum(each.articles for each in some) for some in (added, alone)] == [3, 3]
    assert everything(library) == everything(one_by_one)


def test_jumps_joined_before_are_not_counted_again(library: Library, builder: Builder) -> None:
    front(builder).add_to(library)
    inside(builder).add_to(library)
    added = builder(source="3.txt").on(2024, 3, 5).page("3").article("赛龙舟").add_to(library)
    assert added == Added(ID, "merged", ("3",), articles=1)


def test_what_stands_on_no_page_makes_none_and_none_twice(
    library: Library, builder: Builder
) -> None:
    front(builder).add_to(library)
    for source in "ab":
        loose = builder(source=source).on(2024, 3, 5).page("").article(f"渡口{source}", "船来了。")
        assert loose.add_to(library) == Added(ID, "merged", articles=1)
    assert [article.id for article in library.issue(ID).articles][1:] == [f"{ID}/0.1", f"{ID}/0.2"]


def test_a_page_held_from_another_source_becomes_a_variant(
    library: Library, builder: Builder
) -> None:
    front(builder).add_to(library)
    other = builder(source="b").on(2024, 3, 5).page("1").article("喜讯", "短。")
    assert other.add_to(library) == Added(ID, "merged", (), ("1",))
    issue = library.issue(ID)
    assert len(issue.articles) == len(issue.variants) == len(issue.variants[0].articles) == 1
    assert {issue.articles[0].source, issue.variants[0].page.source} == {
        source.sha256 for source in issue.sources
    }


def test_a_date_given_later_moves_an_issue(library: Library, builder: Builder) -> None:
    paper = builder().page("1").article("喜讯", keywords=(Keyword("喜"),)).article("新桥")
    before = library.issue(paper.add_to(library).issue)
    dated = builder().page("1").article("喜讯", keywords=(Keyword("喜"),)).article("新桥")
    added = dated.given(date=DAY).add_to(library)
    assert added == Added(ID, "redated", ("1",), renamed_from=before.id, articles=2)
    issue = library.issue(before.id)
    assert (issue.id, issue.date) == (ID, DAY)
    assert [(a.key, a.keywords) for a in issue.articles] == [
        (a.key, a.keywords) for a in before.articles
    ]
    assert library.article(before.articles[1].id)[1].id == f"{ID}/1.2"
    assert everything(library) == [(issue, (before.id,))]


def test_an_issue_moves_with_its_articles_as_they_are_held(
    library: Library, builder: Builder
) -> None:
    paper = builder().page("1").article("喜讯", keywords=(Keyword("喜"),))
    paper.add_to(library)
    read_anew = paper.given(date=DAY).issue()
    read_anew = type(read_anew)(paper=read_anew.paper, date=DAY, sources=read_anew.sources)
    library.add(read_anew, paper.original)
    assert [a.keywords for a in library.issue(ID).articles] == [(Keyword("喜"),)]


def test_a_dated_dump_joins_the_issue_of_its_day(library: Library, builder: Builder) -> None:
    undated = builder(source="2").page("2").article("喜讯之二", "叫好。", continues=BACK)
    old = library.issue(undated.add_to(library).issue).articles[0].id
    front(builder).add_to(library)
    added = undated.given(date=DAY).add_to(library)
    assert added == Added(ID, "redated", ("2",), (), 1, issue_of(old))
    assert library.article(old)[1].id == f"{ID}/1.1", "the story it was joined to"
    assert len(everything(library)) == 1


def test_a_paper_given_later_moves_an_issue(library: Library, builder: Builder) -> None:
    paper = builder("").on(2024, 3, 5).page("1").article("喜讯")
    assert paper.add_to(library).issue == "paper-2024-03-05"
    added = paper.given(paper=Paper("临江报")).add_to(library)
    assert added == Added(ID, "redated", ("1",), renamed_from="paper-2024-03-05", articles=1)
    assert library.article("paper-2024-03-05/1.1")[0].paper.name == "临江报"

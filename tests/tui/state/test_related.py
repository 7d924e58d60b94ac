"""What is offered to choose from: alike articles, days, new words."""

from typing import Any

import pytest

from store.library.library import Library
from store.models import Keyword
from store.reader.marks import Marks
from tui.state.related import Choice, alike, new_words, over_time
from tui.state.session import Session

STORY = (
    "望江县连日降雨，柳河水位昨夜超过警戒。县里抽调三百名民工，连夜加固东堤七处险工，天亮前全部合龙。"
    "县长周野渡在堤上说，物资够用半月，请沿岸乡亲放心。气象台预计雨势明日转小，低洼处的住户仍要提前搬走。"
)
FLOOD, TEA = Keyword("防汛", 0.5, "topic"), Keyword("春茶", 0.5, "topic")


@pytest.fixture
def session(library: Library, marks: Marks, builder: type[Any]) -> Session:
    for day in (3, 5):
        paper = builder("临江报").on(2024, 3, day).page("2")
        paper.article(f"{day}日汛情", STORY, keywords=(FLOOD,)).add_to(library)
    paper = builder("清溪报").on(2024, 3, 9).page("1").article("夜巡", "防汛。", keywords=(FLOOD,))
    paper.article("采茶", "春茶开园。", keywords=(TEA,)).add_to(library)
    builder("清溪报", source="undated").page("1").article("旧事", "防汛旧事。").add_to(library)
    return Session(library, marks)


def never() -> bool:
    return False


def test_prints_of_the_story_itself_are_folded_and_told(session: Session) -> None:
    article = session.library.article("linjiangbao-2024-03-05/2.1")[1]
    story, other = alike(session, article, never)
    assert story == Choice(
        "5日汛情",
        article.id,
        "临江报 2024-03-05 2版  ×2",
        inside=(Choice("3日汛情", "linjiangbao-2024-03-03/2.1", "临江报 2024-03-03 2版"),),
    )
    assert other == Choice("夜巡", "qingxibao-2024-03-09/1.1", "清溪报 2024-03-09 1版")
    assert alike(session, session.library.article("qingxibao-2024-03-09/1.2")[1], never) == ()


def test_days_lead_to_what_was_found_in_them(session: Session) -> None:
    days = over_time(session, "防汛", never)
    assert [(day.text, day.count, day.value) for day in days] == [
        ("2024-03-09", 1, "防汛 date:2024-03-09"),
        ("2024-03-05", 0, ""),
        ("2024-03-03", 0, ""),
        ("undated", 1, "防汛"),
    ]
    assert days[0].note == "1版"
    assert over_time(session, "无此词", never) == ()


def test_new_words_are_those_that_the_issues_before_had_not(session: Session) -> None:
    assert new_words(session, "linjiangbao-2024-03-05") == ()
    words = new_words(session, "qingxibao-2024-03-09")
    assert [(word.text, word.value, word.count) for word in words] == [
        ("春茶", '"春茶"', 1),
        ("防汛", '"防汛"', 1),
    ]

"""The front page as lines: what leads, what is brief, what the contents box says."""

from typing import Any

import pytest
from msgspec.structs import replace

from store.models import HeadWords, IndexEntry, Issue
from tui.state.front_page import BRIEF, Front, contents_of
from tui.typeset import width

LONG = "望江县连日降雨，各乡镇加固堤防。" * (BRIEF // 10)


@pytest.fixture
def issue(builder: type[Any]) -> Issue:
    """Give an issue of two pages with a contents box."""
    boxed = (IndexEntry("春茶开园", "茶农增收", "2"), IndexEntry("龙舟下水"))
    paper = builder("临江报").on(2024, 3, 5).having(number=218, index=boxed).page("1", "要闻")
    paper.article("防汛不松劲", LONG, kicker="顾长河强调", subhead="各乡镇加固堤防")
    paper.article("老桥换新颜", LONG, kicker="修桥").article("书屋亮灯", "今日开放。")
    made: Issue = paper.page("2").article("石匠收徒", LONG).issue()
    return made


def text(front: Front) -> list[str]:
    return [line.line.text.strip() for line in front.lines]


def test_pages_and_their_stories_stand_in_their_order(issue: Issue) -> None:
    told = [line for line in text(Front(issue, 40)) if line]
    assert told == [
        "临江报", "2024-03-05 第218期",
        "1版 要闻", "顾长河强调", "防汛不松劲", "各乡镇加固堤防", "修桥", "老桥换新颜",
        "· 书屋亮灯", "Inside", "春茶开园 茶农增收 2版", "龙舟下水",
        "2版", "石匠收徒",
    ]  # fmt: skip


def test_items_are_articles_and_entries_and_know_their_headline(issue: Issue) -> None:
    front = Front(issue, 40)
    names = [item.article.headline if item.article else item.entry.title  # type: ignore[union-attr]
             for item in front.items]  # fmt: skip
    assert names == ["防汛不松劲", "老桥换新颜", "书屋亮灯", "春茶开园", "龙舟下水", "石匠收徒"]
    assert [text(front)[head].removeprefix("· ").split()[0] for head in front.heads] == names
    assert [item.page for item in front.items] == ["1", "1", "1", "2", "", "2"]


def test_an_article_is_found_by_its_id(issue: Issue) -> None:
    front = Front(issue, 40)
    assert front.item_of(issue.articles[1].id) == 1
    assert front.item_of(issue.articles[3].id) == 5
    assert front.item_of("nosuch") == 0


@pytest.mark.parametrize("measure", [12, 20, 80])
def test_no_line_is_wider_than_the_measure(issue: Issue, measure: int) -> None:
    assert max(width(line) for line in text(Front(issue, measure))) <= measure


def test_a_contents_list_alone_is_shown() -> None:
    front = Front(Issue(index=(IndexEntry("春茶开园", "", "2"),)), 40)
    assert [item.entry and item.entry.title for item in front.items] == ["春茶开园"]


def test_an_undated_issue_says_what_is_known() -> None:
    assert "≥ 11-18" in text(Front(Issue(not_before="11-18"), 40))
    assert not any("≥" in line for line in text(Front(Issue(), 40)))


def test_contents_without_articles_are_a_text(issue: Issue, builder: type[Any]) -> None:
    assert contents_of(issue) is None
    bare = builder("临江报").on(2024, 3, 6).having(index=issue.index).issue()
    text = contents_of(bare)
    assert text is not None
    assert (text.kicker, text.paragraphs) == (
        "临江报 2024-03-06",
        ("春茶开园 茶农增收 2版", "龙舟下水"),
    )


def test_headlines_are_broken_by_sense(builder: type[Any]) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1").article("防汛不松劲", LONG)
    paper.article("各乡镇加固水利工程堤防", LONG).article("新书屋今日开放迎读者", "今日开放。")
    words = [(), (3, 5, 7, 9, 11), (1, 3, 5, 7, 8, 10)]
    articles = [
        replace(article, head_words=HeadWords(headline=ends))
        for article, ends in zip(paper.issue().articles, words, strict=True)
    ]
    told = text(Front(replace(paper.issue(), articles=tuple(articles)), 14))
    assert told[-4:] == ["各乡镇加固", "水利工程堤防", "· 新书屋今日", "开放迎读者"]

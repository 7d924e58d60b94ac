"""What a story weighs."""

import pytest
from msgspec.structs import replace

from store.models import Article
from tui.makeup.weights import LONG, is_of_state, weight

STORY = Article(headline="老桥换新颜", paragraphs=("临水" * 300,))


def test_the_first_story_weighs_most_and_the_last_least() -> None:
    assert weight(STORY, 0) > weight(STORY, 1) > weight(STORY, 5)


def test_a_full_head_a_long_text_and_news_weigh_more() -> None:
    plain = weight(STORY, 3)
    assert weight(replace(STORY, kicker="修桥", subhead="月底通车"), 3) > plain
    assert weight(replace(STORY, paragraphs=("临水" * 700,)), 3) > plain
    assert weight(replace(STORY, kind="brief"), 3) < plain


def test_no_story_weighs_nothing_and_none_without_end() -> None:
    assert weight(Article(kind="notice"), 900) > 0
    long = replace(STORY, paragraphs=("水" * LONG,))
    assert weight(long, 3) == weight(replace(long, paragraphs=("水" * 2 * LONG,)), 3)


LETTER = Article(
    headline="致云岭桥梁大会的贺信",
    paragraphs=("值此大会召开之际，谨致热烈祝贺。", "云岭共和国主席 林芮"),
    kind="document",
)
REPORT = Article(
    headline="林芮向云岭桥梁大会致贺信", paragraphs=("本报讯 国家主席林芮1日向大会致贺信。",)
)
COMMENTARY = Article(
    kicker="本报评论员",
    headline="把桥修到人心里",
    subhead="论学习贺信精神",
    kind="commentary",
    paragraphs=("临水" * LONG, "国家主席的贺信说得明白。"),
)


MEETING = Article(
    headline="林芮会见青溪来宾", paragraphs=("本报讯 国家主席林芮1日在云岭会见青溪来宾。",)
)


@pytest.mark.parametrize(
    "story",
    [LETTER, REPORT, MEETING, replace(MEETING, headline="多修桥", kicker="林芮会见来宾时强调")],
    ids=["a letter's text", "a report of it", "a meeting", "in the kicker"],
)
def test_what_a_head_of_state_did_or_wrote_leads_before_what_was_printed_first(
    story: Article,
) -> None:
    assert weight(story, 3) > weight(COMMENTARY, 0)
    assert weight(story, 3) > weight(replace(STORY, paragraphs=("临水" * LONG,)), 0)


@pytest.mark.parametrize(
    "other",
    [
        COMMENTARY,
        replace(LETTER, paragraphs=("谨致热烈祝贺。", "云岭区第二小学 校长 林芮")),
        replace(REPORT, headline="暴雨导致电网停运，恢复信心是关键"),
        replace(MEETING, headline="青溪来宾到云岭"),
        replace(MEETING, paragraphs=("本报讯 区长林芮会见青溪来宾。",)),
        Article(headline="贺信"),
        Article(),
    ],
    ids=[
        *("a commentary", "a school's letter", "no letter's words", "others in the head"),
        *("no head of state", "of nobody", "nothing"),
    ],
)
def test_others_are_not_of_state(other: Article) -> None:
    assert not is_of_state(other)

"""From labelled lines to stories: which belong together, and what each becomes."""

import pytest

from store.models import Byline
from store.press.dump.classify.decode import Label
from store.press.dump.lines import kinds
from store.press.dump.lines.lines import Line
from store.press.dump.stories.stories import GroupedPage, group_lines, make_article


def grouped(*labelled: tuple[str, str]) -> GroupedPage:
    lines = [Line(text, at, at) for at, (_, text) in enumerate(labelled, 1)]
    return group_lines(lines, [Label(kind, 6.0) for kind, _ in labelled])


STORY = (
    (kinds.COLUMN, "春耕一线"),
    (kinds.HEAD, "头茬春茶今日开园"),
    (kinds.LEAD, "本报讯（记者 陆渔）云坪乡春茶开"),
    (kinds.CAPTION, "图为茶园。"),
    (kinds.REST, "园，比去年早五天。"),
    (kinds.CROSSHEAD, "早市"),
    (kinds.BODY, "鲜叶每斤九十元。"),
    (kinds.CREDIT, "江一帆/摄"),
    (kinds.JUMP, "（下转2版）"),
)


def test_each_line_is_in_one_place() -> None:
    page = grouped(
        (kinds.FURNITURE, "青溪时报"), *STORY, (kinds.INDEX, "导读"), (kinds.HEAD, "古桥体检完成")
    )
    assert [line.text for line in page.furniture] == ["青溪时报"]
    assert [line.text for line in page.contents] == ["导读"]
    assert [len(story.lines) for story in page.stories] == [len(STORY), 1]


def test_a_story_becomes_an_article() -> None:
    (story,) = grouped(*STORY).stories
    article = make_article(story, "1", "f" * 64, frozenset())
    assert (article.column, article.headline) == ("春耕一线", "头茬春茶今日开园")
    assert article.lead_in == "本报讯（记者 陆渔）"
    assert article.paragraphs == (
        "本报讯（记者 陆渔）云坪乡春茶开园，比去年早五天。",
        "早市",
        "鲜叶每斤九十元。",
    )
    assert article.crossheads == (1,)
    assert article.captions == ("图为茶园。",)
    assert article.byline == (Byline("记者", ("陆渔",)), Byline("摄", ("江一帆",)))
    assert article.jump is not None
    assert (article.jump.to, article.lines, story.joins) == ("2", (1, 9), 1)


def test_names_on_a_line_apart_are_told_from_those_in_the_text() -> None:
    lines = (
        (kinds.HEAD, "春茶开园"),
        (kinds.BYLINE, "本报记者 陆渔"),
        (kinds.BODY, "（记者 白露）"),
    )
    (story,) = grouped(*lines).stories
    article = make_article(story, "1", "f" * 64, frozenset())
    assert article.signed == ("陆渔",)


@pytest.mark.parametrize(
    "kind", [kinds.HEAD, kinds.COLUMN, kinds.LEAD, kinds.BACK], ids=lambda kind: kind
)
def test_a_story_ends_where_another_begins(kind: str) -> None:
    assert len(grouped((kinds.HEAD, "题"), (kinds.BODY, "文。"), (kind, "新")).stories) == 2


def test_a_lead_under_a_crosshead_begins_no_story() -> None:
    page = grouped(
        (kinds.HEAD, "题"), (kinds.BODY, "文。"), (kinds.CROSSHEAD, "一"), (kinds.LEAD, "文")
    )
    assert len(page.stories) == 1


@pytest.mark.parametrize(
    ("labelled", "kind"),
    [
        (((kinds.HEAD, "桥头时评"), (kinds.BODY, "修桥铺路。")), "commentary"),
        (((kinds.HEAD, "古桥保护办法"), (kinds.BODY, "修桥铺路。")), "document"),
        (((kinds.HEAD, "书屋亮灯"), (kinds.BODY, "灯亮了。"), (kinds.CREDIT, "甲乙/摄")), "photo"),
        (((kinds.HEAD, "古桥保护办法"), (kinds.LEAD, "本报讯 昨日公布。")), "news"),
    ],
)
def test_the_kind_of_an_article(labelled: tuple[tuple[str, str], ...], kind: str) -> None:
    (story,) = grouped(*labelled).stories
    assert make_article(story, "1", "", frozenset()).kind == kind


@pytest.mark.parametrize(
    ("learned", "behind"),
    [
        ("", True),
        (kinds.HEAD, True),
        (kinds.CROSSHEAD, True),
        (kinds.COLUMN, False),
        (kinds.FURNITURE, False),
    ],
)
def test_a_line_behind_that_is_anothers_either_way_is_not_looked_at(
    learned: str, behind: bool
) -> None:
    texts = ("春茶开园", "鲜叶每斤九十元。", "守好这座桥", "桥修好了。")
    labels = (kinds.HEAD, kinds.BODY, kinds.HEAD, kinds.BODY)
    judged = [Label(kind, 6.0) for kind in labels]
    judged[2] = Label(kinds.HEAD, 0.4, learned)
    page = group_lines([Line(text, at, at) for at, text in enumerate(texts)], judged)
    story = page.stories[0]
    assert bool(story.behind) == (story.next_line is not None) == behind

"""Signs for and against an article: of its lines, its head, its text, and those around it."""

import pytest
from msgspec.structs import replace

from store.models import Article, Jump
from store.press.dump.classify.decode import Label
from store.press.dump.lines.kinds import BODY, BYLINE, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.stories.doubt_signs import (
    Around,
    disputed_byline,
    open_paragraphs,
    signs,
    unread_byline,
)
from store.press.dump.stories.stories import StoryLines

TEXT = ("三座桥桥墩基础冲刷明显，五座桥栏板风化较重。" * 4,) * 3
ARTICLE = Article(headline="古桥桥墩冲刷明显", paragraphs=TEXT)


def seen(
    article: Article = ARTICLE, *labels: Label, after: tuple[Article, ...] = (), unsure: float = 0.0
) -> set[str]:
    story = StoryLines(labels=list(labels) or [Label(BODY, 6.0)], unsure=unsure)
    return set(signs(story, article, Around([article, *after]), 0))


def test_a_plain_article_has_none() -> None:
    assert seen() == set()


@pytest.mark.parametrize(
    ("label", "name"),
    [
        (Label(HEAD, 0.2), "toss-up"),
        (Label(HEAD, 6.0, learned=BODY), "another kind"),
        (Label(HEAD, 5.0), "head disputed"),
    ],
)
def test_lines_that_might_be_read_otherwise(label: Label, name: str) -> None:
    assert name in seen(ARTICLE, label)


def test_a_page_of_near_calls() -> None:
    assert seen(unsure=0.2) == {"unsure page"}
    assert seen(unsure=0.3) == {"unsure page", "odd page"}


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("", "no headline"),
        ("本报记者 白露", "people in head"),
        ("3. 古桥体检完成", "number in head"),
        ("本报讯", "lead-in in head"),
        ("2031年5月4日", "date in head"),
        ("古桥 体检 完成 了", "many blanks in head"),
        ("frost by Thursday", "head goes on"),
        ("古桥体检完成。桥墩冲刷明显", "sentence in head"),
        ("（古桥体检完成", "open bracket in head"),
        ("水库开闸放水", "head not in text"),
    ],
)
def test_headlines_that_are_made_as_few_are(headline: str, name: str) -> None:
    assert name in seen(replace(ARTICLE, headline=headline))


def test_a_short_headline_may_be_the_end_of_the_line_above_it() -> None:
    kicker = "县水利局对境内十二座古桥逐一查看的结果公布"
    assert seen(replace(ARTICLE, kicker=kicker, headline="桥墩冲刷")) == {"short under kicker"}
    assert seen(replace(ARTICLE, kicker=kicker, headline="古桥桥墩冲刷明显")) == set()


def test_a_headline_of_four_characters_need_not_be_in_its_text() -> None:
    assert seen(replace(ARTICLE, headline="青山如是")) == set()


def test_a_picture_with_its_credit_is_whole() -> None:
    assert seen(replace(ARTICLE, credit="白露摄")) == {"credit"}


def test_text_that_breaks_off_unless_it_jumps() -> None:
    cut = replace(ARTICLE, paragraphs=(*TEXT, "其余四座状况"))
    assert seen(cut) == {"paragraph is open"}
    assert open_paragraphs(cut) == ["其余四座状况"]
    assert seen(replace(cut, jump=Jump("2", "（下转2版）"))) == set()


def test_one_crosshead_alone_may_be_the_next_headline() -> None:
    assert seen(replace(ARTICLE, crossheads=(1,))) == {"one crosshead"}
    assert seen(replace(ARTICLE, crossheads=(0, 1))) == set()


def test_people_speak_for_an_article_only_where_its_head_is_clear() -> None:
    led = replace(ARTICLE, lead_in="本报讯")
    story = StoryLines(labels=[Label(BODY, 6.0)], head_margin=0.5)
    assert set(signs(story, led, Around([led]), 0)) == {"head near", "head toss-up"}


def test_the_next_article_may_be_the_rest_of_this_one() -> None:
    start = "柳坪镇的老槐树下，桑皮纸作坊又响起了捣浆声，守艺人岑望山搅匀纸浆，抄帘入水，轻轻一荡。"
    rest = "岑望山说，桑皮纸作坊停了三十年，老槐树下的捣浆声断过两代人，抄帘入水的手艺只剩他会。"
    other_text = (
        "渡口的夜班轮船昨晚开航，票价两元，末班十一点离岸，去年夏天只有白班，这回船工添了四名。"
    )
    this, more, other = (replace(ARTICLE, paragraphs=(text,)) for text in (start, rest, other_text))
    assert "next alike" in seen(this, after=(more, other))
    assert "next alike" not in seen(this, after=(other, more))
    assert "next alike" not in seen(this, after=(replace(more, lead_in="本报讯"), other))


def test_articles_unlike_those_around_them() -> None:
    led = replace(ARTICLE, lead_in="本报讯")
    short = replace(ARTICLE, paragraphs=("桥通了。",))
    assert "next without headline" in seen(after=(replace(ARTICLE, headline=""),))
    assert {"next without lead-in", "lead-in"} == seen(led, after=(ARTICLE,))
    assert seen(led, after=(replace(ARTICLE, kind="commentary"),)) == {"lead-in"}
    assert "shorter than others" in seen(short, after=(ARTICLE, ARTICLE))


@pytest.mark.parametrize(
    ("line", "unread"), [("本报记者 白露", False), ("本报评论员", False), ("……", True)]
)
def test_people_in_a_known_form_can_be_read(line: str, unread: bool) -> None:
    assert unread_byline(StoryLines(bylines=[Line(line, 2, 2)])) == (line if unread else "")


def test_two_readers_may_differ_on_who_wrote_it() -> None:
    line = Line("白露 岑小满", 2, 2)
    disputed = StoryLines(lines=[line], labels=[Label(BODY, 6.0, learned=BYLINE)])
    assert disputed_byline(disputed) == ("白露 岑小满", BODY)
    agreed = StoryLines(lines=[line], labels=[Label(BYLINE, 6.0, learned=BYLINE)])
    assert disputed_byline(agreed) is None


def test_a_continuation_needs_no_head_of_its_own() -> None:
    rest = replace(ARTICLE, headline="", continues=Jump("1", "（上接1版）"))
    assert seen(rest) == set()
    assert seen(after=(rest,)) == set()

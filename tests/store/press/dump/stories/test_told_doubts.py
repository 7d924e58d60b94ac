"""What signs of doubt say: the line that is doubted, and what it may be instead."""

import pytest

from store.doubts import Doubt
from store.models import Article
from store.press.dump.classify.decode import Label
from store.press.dump.lines.kinds import BODY, BYLINE, COLUMN, CROSSHEAD, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.stories.stories import StoryLines
from store.press.dump.stories.told_doubts import excerpt, of_byline, told

ARTICLE = Article(headline="青溪新桥通车", paragraphs=("桥通了。", "其余四座"))
NEXT = Article(headline="水库开闸放水")


def story(*labelled: tuple[str, Label], behind: Label | None = None) -> StoryLines:
    return StoryLines(
        lines=[Line(text, at, at) for at, (text, _) in enumerate(labelled, 1)],
        labels=[label for _, label in labelled],
        behind=(behind,) if behind else (),
        next_line=Line("水库开闸放水", 9, 9) if behind else None,
        other_headline="新桥通车",
    )


def said(sign: str, *labelled: tuple[str, Label], behind: Label | None = None) -> list[Doubt]:
    return list(told([sign], story(*labelled, behind=behind), ARTICLE, NEXT))


def test_a_lone_crosshead_may_be_a_headline() -> None:
    article = Article(headline="青溪新桥通车", paragraphs=("桥通了。", "雨停"), crossheads=(1,))
    wanted = [Doubt("bounds", "near_call", "雨停", CROSSHEAD, HEAD)]
    assert list(told(["one crosshead"], story(), article, None)) == wanted


def test_the_nearest_call_is_the_line_that_is_told() -> None:
    lines = (("青溪新桥通车", Label(HEAD, 0.9)), ("桥通了。", Label(BODY, 0.2)))
    assert said("toss-up", *lines) == [Doubt("bounds", "near_call", "桥通了。", BODY, HEAD)]
    assert said("head disputed", *lines) == [
        Doubt("bounds", "near_call", "青溪新桥通车", HEAD, BODY)
    ]


def test_a_line_is_told_with_what_another_reader_took_it_for() -> None:
    assert said("another kind", ("走基层", Label(HEAD, 3.0, COLUMN))) == [
        Doubt("head", "readings_differ", "走基层", HEAD, COLUMN)
    ]


def test_of_the_line_behind_it_is_told_that_it_begins_the_next() -> None:
    behind = Label(HEAD, 0.1, CROSSHEAD)
    wanted = Doubt("bounds", "next_begins", "水库开闸放水", HEAD, CROSSHEAD)
    assert said("another kind", behind=behind) == [wanted]
    assert said("toss-up", ("桥通了。", Label(BODY, 5.0)), behind=behind) == [wanted]


@pytest.mark.parametrize(
    ("sign", "doubt"),
    [
        ("head near", Doubt("head", "near_call", "新桥通车")),
        ("no headline", Doubt("head", "none_found", "桥通了。")),
        ("paragraph is open", Doubt("bounds", "broken_off", "其余四座")),
        ("next without headline", Doubt("bounds", "next_headless", "水库开闸放水")),
        ("number in head", Doubt("head", "numbered")),
        ("next alike", Doubt("bounds", "next_begins", "水库开闸放水", HEAD, CROSSHEAD)),
        ("unsure page", Doubt("bounds", "odd_page")),
    ],
)
def test_what_other_signs_say(sign: str, doubt: Doubt) -> None:
    assert said(sign) == [doubt]


def test_what_speaks_for_an_article_is_not_told() -> None:
    assert said("byline") == said("two paragraphs") == []


def test_a_line_is_told_once() -> None:
    read = story(("青溪新桥通车", Label(HEAD, 0.2, BODY)))
    doubts = list(told(["another kind", "toss-up", "head disputed"], read, ARTICLE, NEXT))
    assert doubts == [Doubt("bounds", "readings_differ", "青溪新桥通车", HEAD, BODY)]


def test_of_people_the_line_is_told() -> None:
    read = story(("白露 岑小满", Label(BODY, 6.0, BYLINE)))
    assert list(of_byline(read)) == [
        Doubt("byline", "readings_differ", "白露 岑小满", BODY, BYLINE)
    ]


def test_a_long_line_is_known_by_its_beginning() -> None:
    assert excerpt("桥" * 20) == "桥" * 20
    assert excerpt("桥" * 21) == "桥" * 19 + "…"
    assert excerpt("bridge " * 9) == ("bridge " * 9)[:39] + "…"

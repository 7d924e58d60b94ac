"""What the lines of an article are called, and which text each of them has."""

import pytest

from store.corrections.lines import (
    BYLINE,
    CAPTION,
    CREDIT,
    line_at,
    line_number,
    lines_by_number,
    nearest,
    with_caption,
)
from store.errors import CorrectionError
from store.models import Article, Byline, Picture

STORY = Article(
    id="x/1.1",
    column="街谈",
    headline="老桥",
    byline=(Byline("记者", ("白露", "简宁"), "、"), Byline("", ("江小舟",))),
    paragraphs=("其一", "其二"),
    captions=("桥头", "桥尾"),
    credit="江小舟/摄",
    pictures=(Picture(caption="桥尾"),),
)


def test_lines_stand_in_print_order_and_empty_ones_are_none() -> None:
    assert lines_by_number(STORY) == {
        -4: "街谈",
        -2: "老桥",
        BYLINE: "记者 白露、简宁 江小舟",
        0: "其一",
        1: "其二",
        CAPTION: "桥头",
        CAPTION - 1: "桥尾",
        CREDIT: "江小舟/摄",
    }
    assert [*lines_by_number(STORY)] == [-4, -2, -5, 0, 1, -7, -8, -6]


@pytest.mark.parametrize(
    ("at", "what"),
    [(2, "paragraph 3"), (-1, "subhead"), (-3, "kicker"), (-9, "caption 3")],
)
def test_a_line_that_is_not_there_is_called_by_its_name(at: int, what: str) -> None:
    with pytest.raises(CorrectionError) as raised:
        line_at(STORY, at)
    assert str(raised.value) == f"x/1.1: it has no {what}."


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("1", 0),
        ("12", 11),
        ("headline", -2),
        ("byline", BYLINE),
        ("credit", CREDIT),
        ("caption", CAPTION),
        ("caption1", CAPTION),
        ("caption3", CAPTION - 2),
        ("0", None),
        ("caption0", None),
        ("-1", None),
        ("²", None),
        ("title", None),
        ("", None),
        ("9" * 12, None),
    ],
)
def test_readers_call_lines_so(name: str, number: int | None) -> None:
    assert line_number(name) == number


def test_the_nearest_is_of_the_text_before_it_is_a_caption() -> None:
    assert nearest([CAPTION, 9], -2) == 9
    assert nearest([CAPTION, 0], CAPTION - 1) == CAPTION
    assert nearest([], 0) is None


def test_a_picture_has_its_caption_too() -> None:
    after = with_caption(STORY, 1, "桥的尽头")
    assert (after.captions, after.pictures[0].caption) == (("桥头", "桥的尽头"), "桥的尽头")
    assert with_caption(STORY, 1, "").captions == ("桥头",)

"""Lines that get other words, are joined or divided, also where they are read otherwise now."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.corrections.lines import BYLINE, CAPTION, CREDIT, line_at
from store.corrections.rewording import (
    LARGEST,
    merged,
    read_people,
    reworded,
    stands_in,
    with_paragraphs,
)
from store.models import Article, Byline, Part

STORY = Article(
    key="a" * 16,
    kicker="县长强调",
    headline="老轿修好了",
    paragraphs=("本报讯（记者 白路）老桥修好了。", "桥头的茶摊", "茶摊又开张了，人人都叫好。"),
    crossheads=(1,),
    byline=(Byline("记者", ("白路",)), Byline("摄", ("简宁",))),
    lead_in="本报讯（记者 白路）",
    captions=("桥上的人",),
    credit="简宁/摄",
)


def done(story: Article, at: int, before: str, after: str) -> Article:
    found = reworded(story, at, before, after)
    assert found is not None
    return found


@pytest.mark.parametrize("at", [-3, -2, 0, 2, CAPTION, CREDIT])
def test_any_line_gets_other_words_and_its_own_back(at: int) -> None:
    old = line_at(STORY, at)
    after = done(STORY, at, old, "别的话")
    assert line_at(after, at) == "别的话"
    again = done(after, at, "别的话", old)
    assert again == replace(STORY, byline=again.byline)
    assert {name for each in again.byline for name in each.names} == {"白路", "简宁"}


def test_a_byline_is_read_as_the_press_reads_it() -> None:
    after = done(STORY, BYLINE, "记者 白路 摄 简宁", "记者 白露、江小舟 通讯员 简宁")
    assert after.byline == (Byline("记者", ("白露", "江小舟"), "、"), Byline("通讯员", ("简宁",)))
    assert read_people("甲 乙丙丁戊己庚辛壬癸") == (Byline("", ("甲", "乙丙丁戊己庚辛壬癸")),)


def test_who_is_named_in_the_text_is_named_so_in_the_byline() -> None:
    first = STORY.paragraphs[0]
    after = done(STORY, 0, first, first.replace("白路", "白露"))
    assert after.lead_in == "本报讯（记者 白露）"
    assert after.byline == (Byline("记者", ("白露",)), Byline("摄", ("简宁",)))


def test_a_paragraph_is_divided_and_two_are_joined() -> None:
    whole = STORY.paragraphs[2]
    two = done(STORY, 2, whole, "茶摊又开张了，\n人人都叫好。")
    assert two.paragraphs[2:] == ("茶摊又开张了，", "人人都叫好。")
    assert two.crossheads == (1,)
    assert done(two, 2, "茶摊又开张了，\n人人都叫好。", whole) == STORY
    one = done(STORY, 0, "\n".join(STORY.paragraphs[:2]), "".join(STORY.paragraphs[:2]))
    assert (len(one.paragraphs), one.crossheads) == (2, ())


def test_a_continuation_begins_where_it_did() -> None:
    story = replace(STORY, parts=(Part("2", 2, 7), Part("3", 2, 0)))
    two = done(story, 2, STORY.paragraphs[2], "茶摊又开张了，\n人人都叫好。")
    assert two.parts == (Part("2", 3, 0), Part("3", 2, 0))
    one = done(story, 1, "\n".join(STORY.paragraphs[1:]), "".join(STORY.paragraphs[1:]))
    assert one.parts == (Part("2", 1, 12), Part("3", 1, 5))


def test_the_nearest_of_equal_lines_is_meant() -> None:
    story = Article(paragraphs=("甲。", "乙。", "甲。"))
    assert done(story, 2, "甲。", "丙。").paragraphs == ("甲。", "乙。", "丙。")


def test_what_is_so_already_stays() -> None:
    assert done(STORY, -2, "老矫修好了", "老轿修好了") is STORY


@pytest.mark.parametrize(
    ("now", "paragraphs"),
    [
        # the press reads other words elsewhere in the line
        (("茶摊又开张啦，人人都叫好极了。",), ("茶摊又开张啦，大家都叫好极了。",)),
        # it joins the line to another, or divides it
        (("从前是荒滩。茶摊又开张了，人人都叫好。",), ("从前是荒滩。茶摊又开张了，大家都叫好。",)),
        (("茶摊又开", "张了，人人都叫好。"), ("茶摊又开", "张了，大家都叫好。")),
        # it reads itself what was set right
        (("茶摊又开张了，大家都叫好", "的是价钱。"), ("茶摊又开张了，大家都叫好", "的是价钱。")),
    ],
)
def test_a_change_is_carried_to_another_reading(
    now: tuple[str, ...], paragraphs: tuple[str, ...]
) -> None:
    story = Article(paragraphs=("别的一段。", *now))
    after = done(story, 2, "茶摊又开张了，人人都叫好。", "茶摊又开张了，大家都叫好。")
    assert after.paragraphs == ("别的一段。", *paragraphs)


def test_joining_and_dividing_are_carried_to_another_reading() -> None:
    story = Article(paragraphs=("他们说，桥通了就", "都好办了，是吧。"))
    joined = done(story, 0, "他说，桥通了就\n都好办了，是吧。", "他说，桥通了就都好办了，是吧。")
    assert joined.paragraphs == ("他们说，桥通了就都好办了，是吧。",)
    divided = done(joined, 0, "他说，桥通了就都好办了，是的。", "他说，桥通了就\n都好办了，是的。")
    assert divided.paragraphs == story.paragraphs


@pytest.mark.parametrize(
    "now", ["", "全是别的话。", "茶摊又开张了，村村都叫好。", "人人", "茶摊又开张了。"]
)
def test_what_cannot_be_carried_is_not(now: str) -> None:
    story = Article(paragraphs=(now,) if now else ())
    assert reworded(story, 0, "茶摊又开张了，人人都叫好。", "茶摊又开张了，大家都叫好。") is None
    assert not stands_in(story, 0, "茶摊又开张了，人人都叫好。")


def test_texts_too_long_to_be_compared_are_left() -> None:
    assert merged("甲乙丙丁", "甲乙丙戊", "甲乙丙丁" + "己" * LARGEST) is None


def test_long_texts_that_repeat_themselves_take_no_time() -> None:
    pattern = "甲，乙，" * 5000
    assert merged(pattern, pattern.replace("甲", "丙", 1), "乙，丙，甲，" * 3000) is None


def test_several_changes_of_one_line_are_carried() -> None:
    before = "茶摊又开张了，人人都叫好，来的人多，生意好。"
    after = "茶棚又开张了，大家都叫好，来的人多，买卖好。"
    now = "茶摊又开张啦，人人都叫好，来的人很多，生意好。"
    assert merged(before, after, now) == "茶棚又开张啦，大家都叫好，来的人很多，买卖好。"


def test_a_change_is_not_carried_where_it_might_be_one_of_two() -> None:
    assert (
        merged("他说好。人人叫好。", "他说行。人人叫好。", "她说好。人人叫好。又说好。人人叫好。")
        is None
    )


TEXT = st.text("甲乙丙。\n", max_size=30)


@given(TEXT, TEXT)
def test_a_change_carried_to_the_same_reading_is_that_change(before: str, after: str) -> None:
    assert merged(before, after, before) in (after, None)


@given(TEXT, TEXT, TEXT)
def test_a_change_carried_to_any_reading_is_some_text(before: str, after: str, now: str) -> None:
    found = merged(before, after, now)
    assert found is None or set(found) <= {*now, *after}


LINES = st.lists(st.text("甲乙。", min_size=1, max_size=4), max_size=5).map(tuple)


@given(LINES, LINES, st.data())
def test_what_hangs_on_paragraphs_stays_among_them(
    old: tuple[str, ...], new: tuple[str, ...], data: st.DataObject
) -> None:
    places = st.integers(0, max(0, len(old) - 1))
    story = Article(
        paragraphs=old,
        crossheads=tuple(sorted(data.draw(st.sets(places)))) if old else (),
        parts=tuple(Part("2", at, 1) for at in data.draw(st.lists(places, max_size=2))),
    )
    after = with_paragraphs(story, new)
    assert after.paragraphs == new
    assert all(0 <= at < len(new) for at in after.crossheads)
    assert all(0 <= part.paragraph <= len(new) for part in after.parts)
    assert with_paragraphs(story, old) == story


@pytest.mark.parametrize("at", [-100, -9, -1, 7])
@pytest.mark.parametrize(
    ("before", "after"), [("无", "无"), ("无", ""), ("", ""), ("无\n无", "有")]
)
def test_what_no_reader_has_set_right_harms_nothing(at: int, before: str, after: str) -> None:
    found = reworded(STORY, at, before, after)
    assert found is None or found.paragraphs == STORY.paragraphs

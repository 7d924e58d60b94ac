"""What paragraphs of a page are: text, crossheads, captions, a site's lines."""

import pytest

from store.press.markup.paragraphs import Block, Image, Paragraphs
from store.press.web.headline import Head
from store.press.web.story import read_story

TEXT = "老桥修好了，两岸的村民都来看。"


def test_a_story_begins_after_its_headline_and_ends_before_other_stories() -> None:
    blocks = [
        *(Block("首页 > 要闻"), Block("老桥修好了"), Block("2024-03-05 来源：望江日报")),
        *(Block(TEXT), Block("石头没有换", bold=True), Block(TEXT)),
        *(Block("相关阅读"), Block("别处的新闻")),
    ]
    story = read_story(
        Paragraphs(blocks, [Image("https://a.example/1.jpg", "", 7)]), Head("老桥修好了")
    )
    assert story.paragraphs == (TEXT, "石头没有换", TEXT)
    assert story.crossheads == (1,)
    assert story.lines == ("2024-03-05 来源：望江日报",)
    assert story.pictures == ()


def test_titles_with_their_days_at_the_end_are_other_stories() -> None:
    blocks = [
        Block(TEXT),
        Block("别处的新闻"),
        Block("2024-03-04"),
        Block("又一条"),
        Block("2024-03-03"),
    ]
    assert read_story(Paragraphs(blocks), Head("老桥")).paragraphs == (TEXT,)


def test_nothing_follows_who_edited_it() -> None:
    blocks = [*([Block(TEXT)] * 5), Block("责任编辑：白露"), Block("我要反馈")]
    assert read_story(Paragraphs(blocks), Head("老桥")).paragraphs == (TEXT,) * 5


def test_captions_are_what_pictures_have_beneath_them() -> None:
    blocks = [
        *(Block("村民过桥。江一帆摄", after_picture=True), Block("老桥的桥墩"), Block(TEXT)),
        Block("桥上的灯", caption=True),
    ]
    images = [Image("//a.example/1.jpg"), Image("2.jpg", "老桥的桥墩", 1)]
    story = read_story(Paragraphs(blocks, images), Head("老桥"))
    assert story.captions == ("村民过桥。江一帆摄", "老桥的桥墩", "桥上的灯")
    assert story.paragraphs == (TEXT,)
    assert [(one.url, one.caption) for one in story.pictures] == [
        ("https://a.example/1.jpg", ""),
        ("", "老桥的桥墩"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "江一帆3月5日",
        "江一帆望江日报2024年3月5日 08:30",
        "March 5, 2024 at 4:05 p.m.",
        "5 Mar 2024",
    ],
)
def test_a_line_with_a_day_over_a_story_is_none_of_it(line: str) -> None:
    story = read_story(Paragraphs([Block(line), Block(TEXT), Block(line)]), Head("老桥"))
    assert (story.lines, story.paragraphs) == ((line,), (TEXT, line))


@pytest.mark.parametrize("line", ["3月5日，老桥通车。", "The bridge opened on March 5, 2024."])
def test_a_story_may_begin_with_a_day(line: str) -> None:
    assert read_story(Paragraphs([Block(line), Block(TEXT)]), Head("老桥")).paragraphs[0] == line
    headed = [Block("3月5日 晴", bold=True), Block(TEXT)]
    assert read_story(Paragraphs(headed), Head("老桥")).crossheads == (0,)


def test_who_wrote_and_when_may_stand_beneath_a_standfirst() -> None:
    blocks = [Block("The bridge is open again"), Block("By Ada Stone"), Block("5 Mar 2024 05.00")]
    story = read_story(Paragraphs([*blocks, Block(TEXT)]), Head("Bridge"))
    assert story.lines == ("By Ada Stone", "5 Mar 2024 05.00")
    assert story.paragraphs == ("The bridge is open again", TEXT)


def test_numbered_lines_over_text_are_crossheads_and_those_of_a_list_are_text() -> None:
    numbered = [Block("一、石头没有换"), Block(TEXT), Block("二、木料换了"), Block(TEXT)]
    assert read_story(Paragraphs([Block(TEXT), *numbered]), Head("老桥")).crossheads == (1, 3)
    items = [Block("1.望月桥"), Block("2.听雨桥"), Block(TEXT)]
    assert read_story(Paragraphs([Block(TEXT), *items]), Head("老桥")).crossheads == ()


@pytest.mark.parametrize("names", ["□ 邵渡川", "邵渡川", "邵渡川 白小露", "（邵渡川）"])
def test_names_over_the_text_or_behind_it_are_who_wrote(names: str) -> None:
    for blocks in ([Block(names), Block(TEXT)], [Block(TEXT), Block(names)]):
        story = read_story(Paragraphs(blocks), Head("老桥"))
        assert (story.paragraphs, story.authors) == ((TEXT,), (names,))

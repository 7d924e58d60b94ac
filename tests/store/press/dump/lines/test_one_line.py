"""Stories that stand on one line each: their parts are told again where the line shows them."""

import pytest

from store.press.dump.lines.kinds import BYLINE, COLUMN, HEAD, PAGE_LINE
from store.press.dump.lines.lines import split_lines
from store.press.dump.lines.one_line import split_one_lines

KILN = "本报西岭3月7日电 西岭乡的石灰窑停烧十年了，窑口长满了葛藤。今年春天，有人把它清理出来了。"
NETS = "本报北塘3月7日电 北塘的渔民今年换了新网眼，小鱼从网里漏出去。起初大家都心疼，后来不了。"
KEEPER = "乡里的老窑工说，火候这东西，书上写不清，要守，要等，要舍得。年轻人点头，添了一根柴。"


def told(text: str, *kinds: str) -> list[str]:
    lines = split_one_lines(split_lines(text))
    return [line.text for line in lines if line.kind in (kinds or ("",))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("第1版(要闻) ", " "),
        ("第1版(要闻)专栏: ", " "),
        ("第1版()专栏: ", " "),
        ("第1版(要闻)专栏:山乡新事 ", " "),
        ("2034年3月12日 第1版 ", " "),
        ("2034-03-12 01 ", "  "),
        ("【1版 要闻】", "\u3000"),
        ("1|要闻|", "|"),
        ("01版 要闻 ", " "),
        ("A01 ", " "),
        ("A01版 要闻：", " "),
        ("[1版][要闻] ", " —— "),
        ("版次：1 栏目：要闻 标题：", " 正文："),
        ("第一版：要闻　", "　　"),
        ("【青溪时报 2034年3月12日 第1版 要闻】", " "),
    ],
)
def test_page_headline_and_text(before: str, after: str) -> None:
    text = f"{before}西岭窑火又亮{after}{KILN}\n{before}北塘渔民换新网{after}{NETS}"
    assert told(text, HEAD) == ["西岭窑火又亮", "北塘渔民换新网"]
    assert told(text) == [KILN, NETS]
    assert len(told(text, PAGE_LINE)) == 2


def test_without_a_lead_the_headline_ends_at_a_blank_and_an_author_may_follow() -> None:
    text = f"第2版(副刊) 守窑人 卞行舟 {KEEPER}"
    assert told(text, HEAD) == ["守窑人"]
    assert told(text, BYLINE) == ["卞行舟"]
    assert told(text) == [KEEPER]


def test_behind_a_page_that_is_named_the_headline_may_be_in_two_parts() -> None:
    text = f"【青溪时报 2034年3月12日 第1版 要闻】雪夜里 西岭窑火又亮 {KILN}"
    assert told(text, HEAD) == ["雪夜里 西岭窑火又亮"]


def test_a_column_with_a_label() -> None:
    text = f"第1版(要闻)栏目:山乡新事 西岭窑火又亮 {KILN}"
    assert told(text, COLUMN) == ["山乡新事"]
    assert told(text, HEAD) == ["西岭窑火又亮"]


def test_headlines_before_leads_are_enough_where_all_lines_have_them() -> None:
    text = f"西岭窑火又亮 三位青年守着 {KILN}{KEEPER}\n北塘渔民换新网 {NETS}{KEEPER}"
    assert told(text, HEAD) == ["西岭窑火又亮 三位青年守着", "北塘渔民换新网"]


def test_a_title_that_stands_before_its_story_says_how_long_it_is() -> None:
    text = f"1. 守窑人的话 一句是一句\n第2版(副刊) 守窑人的话 一句是一句 {KEEPER}"
    assert told(text, HEAD) == ["守窑人的话 一句是一句"]
    assert told(text) == [KEEPER], "the title alone is furniture"


def test_a_long_title_that_stands_before_its_story_is_no_story() -> None:
    title = "北塘渔民换新网 小鱼从网里漏出去 起初大家都心疼 后来鱼多了 渔家的日子也好起来了"
    title = f"{title} 西岭窑火又亮 三位青年守着 火候要守要等要舍得"
    text = f"2034-03-12\n第 1 版\n1. {title}\n第1版(要闻)专栏: {title} {NETS}"
    assert told(text, HEAD) == [title]
    assert told(text) == ["2034-03-12", "第 1 版", NETS]


def test_without_page_and_lead_all_stories_begin_with_a_title_and_a_blank() -> None:
    text = f"守窑人的话　卞行舟　{KEEPER}{KEEPER}\n北塘换了新网 {KEEPER}{KEEPER}"
    assert told(text, HEAD) == ["守窑人的话", "北塘换了新网"]
    assert told(text, BYLINE) == ["卞行舟"]
    assert told(text) == [KEEPER * 2, KEEPER * 2]


def test_one_story_under_its_masthead() -> None:
    text = f"青溪时报 2034年3月12日\n北塘渔民换新网 {NETS}{KEEPER}"
    assert told(text, HEAD) == ["北塘渔民换新网"]


def test_parts_stand_on_the_line_of_the_source() -> None:
    lines = split_one_lines(split_lines(f"\n第1版(要闻) 西岭窑火又亮 {KILN}"))
    assert {(line.first, line.last) for line in lines} == {(2, 2)}
    assert [line.gap for line in lines] == [1, 0, 0]


@pytest.mark.parametrize(
    "text",
    [
        f"第1版 要闻\n西岭窑火又亮\n{KILN}\n{KEEPER}",
        f"{KILN}\n{NETS}\n{KEEPER}",
        f"西岭窑火又亮 {KILN}\n{NETS}\n{KEEPER}{KEEPER}\n{NETS}{KEEPER}",
        f"1. 一是修窑。{KEEPER}{KEEPER}\n2. 二是守火。{KEEPER}{KEEPER}",
        f"2032年3月，{KEEPER}{KEEPER}\n12 个人来了，{KEEPER}{KEEPER}",
    ],
)
def test_other_lines_stay(text: str) -> None:
    lines = split_lines(text)
    assert split_one_lines(lines) == lines


def test_a_headline_that_is_listed_before_may_have_any_marks() -> None:
    title = "西岭村：一条窑，一口井，一所学校"
    text = f"1. {title}\n第1版(要闻)专栏: {title} {KILN}\n第2版(副刊) 北塘渔民换新网 {NETS}"
    assert told(text, HEAD) == [title, "北塘渔民换新网"]

"""Unwrapping: paragraphs and headlines of hard-wrapped dumps become whole lines again."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.press.dump.lines.kinds import FURNITURE
from store.press.dump.lines.lines import Line
from store.press.dump.lines.look import Look
from store.press.dump.lines.unwrap import unwrap, wrap_width

Lines = Callable[[str], list[Line]]

INDENTED = """\
古桥体检完成
\u3000\u3000青溪县境内现存清代以前石桥
四十七座，其中列入保护名录的十
二座。县里请来技术人员做体检。
望月桥南渡廊桥修缮方案今年三月
公布
\u3000\u3000三座桥桥墩基础冲刷明显，五
座桥栏板风化较重，其余四座状况
良好。
\u3000\u3000修缮从四月开始。
"""
ENGLISH = """\
Old bridges pass their health check
By Ada Stone
Engineers have finished the inspection
of twelve bridges older than the town's
first road, the council said.
Three of them need new foundations be-
fore the summer floods arrive.
"It is work that our grandchildren will
thank us for," the chief engineer said.
"""


def test_paragraphs_by_indent_and_a_wrapped_headline(lines_of: Lines) -> None:
    assert [line.text for line in unwrap(lines_of(INDENTED))] == [
        "古桥体检完成",
        "青溪县境内现存清代以前石桥四十七座，其中列入保护名录的十二座。县里请来技术人员做体检。",
        "望月桥南渡廊桥修缮方案今年三月公布",
        "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好。",
        "修缮从四月开始。",
    ]


def test_whole_lines_know_where_they_stood(lines_of: Lines) -> None:
    assert [(line.first, line.last) for line in unwrap(lines_of(INDENTED))] == [
        *((1, 1), (2, 4), (5, 6), (7, 9), (10, 10))
    ]


def test_english_words_keep_their_blanks_and_lose_hyphens(lines_of: Lines) -> None:
    whole = [line.text for line in unwrap(lines_of(ENGLISH))]
    assert whole[:2] == ["Old bridges pass their health check", "By Ada Stone"]
    assert whole[2].endswith("than the town's first road, the council said.")
    assert whole[3].startswith("Three of them need new foundations before the summer")


def test_a_dump_of_long_lines_is_left_alone(lines_of: Lines) -> None:
    lines = lines_of("\n".join(["古桥体检完成", "三座桥桥墩基础冲刷明显。" * 12] * 10))
    assert wrap_width(lines) is None
    assert unwrap(lines) == lines


def test_lines_whose_kind_is_told_are_passed_over(lines_of: Lines) -> None:
    lines = lines_of(INDENTED)
    lines.insert(2, Line("第 41 页", 99, 99, kind=FURNITURE))
    whole = unwrap(lines)
    assert [line.text for line in whole][1:4:2] == [
        "青溪县境内现存清代以前石桥四十七座，其中列入保护名录的十二座。县里请来技术人员做体检。",
        "望月桥南渡廊桥修缮方案今年三月公布",
    ]
    assert whole[2].kind == FURNITURE


def test_a_few_lines_show_their_width(lines_of: Lines) -> None:
    text = "望月桥边一盏灯，照着夜归人走了六十个年\n头\n本报记者 白露\n\n" + "\n".join(
        (
            "桥上的灯是守桥人点的。今年以来，县里在望月桥边添了",
            "一间小屋，六盏旧灯换了新芯，早上熄的灯到下午才能擦",
            "完，油钱只要从前的一半。",
        )
    )
    assert [line.text for line in unwrap(lines_of(text))] == [
        "望月桥边一盏灯，照着夜归人走了六十个年头",
        "本报记者 白露",
        "桥上的灯是守桥人点的。今年以来，县里在望月桥边添了一间小屋，六盏旧灯换了新芯，早上熄的灯到下午才能擦完，油钱只要从前的一半。",
    ]


ALIKE = """\
公社的水渠通了水
两家人为一条水渠争了六年，昨天县法院把庭开到了田头，审了三个小时。
审判员先领着双方量了一遍水渠，再翻出二十年前分水的记录，一页页看。
原告承认自家后修的挡板太高，被告也同意让出一尺埂，两家当场握了手。
河边的步道修好了
河边的步道修了半年，昨天拆了围挡，沿线的居民早早就出来走了一遍。
步道全长八百米，铺的是老街换下来的石板，每一块都请石匠重新打过。
管理员在路边放了十二条长凳，又在转弯的地方添了灯，夜里也能走路。
"""


def test_paragraphs_alike_in_length_are_not_a_wrapped_dump(lines_of: Lines) -> None:
    assert len(unwrap(lines_of(ALIKE))) == 8


def test_the_margin_of_a_text_browser_is_no_indent(lines_of: Lines) -> None:
    plain = [line.text for line in unwrap(lines_of(INDENTED))]
    text = "".join(f"   {line}\n" for line in INDENTED.splitlines())
    assert [line.text for line in unwrap(lines_of(text))] == plain


def test_paragraphs_whose_indent_is_lost_are_full_at_less_width(lines_of: Lines) -> None:
    paragraph = (
        "古桥体检今天全部完成，名录里十二\n"
        "座桥都有了自己的健康档案，三座要修一\n"
        "修，其余的状况良好。\n"
    )
    whole = unwrap(lines_of(paragraph * 5))
    assert [line.text for line in whole] == ["".join(paragraph.split())] * 5


def test_a_numbered_entry_and_a_closing_mark_say_what_they_are(lines_of: Lines) -> None:
    text = (
        INDENTED
        + "1. 望月桥南渡廊桥修缮方案公布\n2. 南渡书屋（旧粮站改建的书屋\n）亮灯了\n3. 春茶\n"
    )
    assert [line.text for line in unwrap(lines_of(text))][-3:] == [
        *("1. 望月桥南渡廊桥修缮方案公布", "2. 南渡书屋（旧粮站改建的书屋）亮灯了", "3. 春茶")
    ]


def test_names_in_a_bracket_end_a_story_and_a_headline_follows(lines_of: Lines) -> None:
    stories = "".join(
        f"{head}\n\u3000\u3000{text}\n"
        for head, text in (
            ("窑火又亮", "西岭乡的石灰窑停烧十年了，窑口长满葛藤，今年有人把它清理出来。（白露）"),
            ("渔网换新", "北塘的渔民今年换了新网眼，小鱼从网里漏出去，大家起初都心疼。（岑小满）"),
            ("书屋开门", "南渡的书屋重新开门，借书的人从清早排到了桥头，馆员说没有想到。（简宁）"),
        )
    )
    assert len(unwrap(lines_of(stories))) == 6


def test_a_name_behind_a_stop_may_begin_a_sentence(lines_of: Lines) -> None:
    text = INDENTED.replace("良好。\n", "良好，到了秋天再看一看。岑小满\n说修缮要两年。\n")
    assert any("看一看。岑小满说修缮要两年。" in line.text for line in unwrap(lines_of(text)))


def test_lines_that_are_set_unlike_are_never_one(lines_of: Lines) -> None:
    wrapped = lines_of(INDENTED)
    cut = [replace(line, look=Look(bold=at % 2 == 0)) for at, line in enumerate(wrapped)]
    assert len(unwrap(wrapped)) < len(wrapped)
    assert len(unwrap(cut)) == len(wrapped)


SHORT = """\
腌菜坛子
《青溪时报》( 2031年7月25日 第04版 )
母亲有三只坛子，一只空着。
空着的那只，她说是留给我的。我在外地
十五年，搬了七次家。
今年冬天我有了自己的房子，打电话回去
，母亲在那头没有说话。
磨刀人
《青溪时报》( 2031年7月25日 第04版 )
磨刀人姓程，一条长凳，一块青石，一罐
水。他不看刀。
有人问他一天磨多少把，他说不知道。
巷口有磨刀的吆喝声。
过了桥就听不见了。
他磨到没有人来为止。
"""


def test_short_paragraphs_have_few_full_lines_but_those_break_off(lines_of: Lines) -> None:
    whole = [line.text for line in unwrap(lines_of(SHORT))]
    assert whole[3] == "空着的那只，她说是留给我的。我在外地十五年，搬了七次家。"
    assert whole[4] == "今年冬天我有了自己的房子，打电话回去，母亲在那头没有说话。"
    assert whole[7] == "磨刀人姓程，一条长凳，一块青石，一罐水。他不看刀。"


def test_a_page_line_stands_alone_however_full_it_is(lines_of: Lines) -> None:
    assert [line.text for line in unwrap(lines_of(SHORT))][6] == SHORT.split("\n")[1]


def test_a_flush_line_ends_what_an_indented_one_breaks_off_though_no_width_shows(
    lines_of: Lines,
) -> None:
    text = "\n".join(
        (
            "古桥修好之后",
            "\u3000\u3000石匠们从三月开始修桥，换下了二十块石板，补上了桥栏，又把旧",
            "石碑立在桥头。",
            "\u3000\u3000桥头又热闹了，卖豆腐的回来了，卖菜的也回来了，孩子们也来了，老人坐着看。",
            "\u3000\u3000（下转3版）",
            "早市搬家。",
        )
    )
    whole = [line.text for line in unwrap(lines_of(text))]
    assert whole[1].endswith("又把旧石碑立在桥头。")
    assert whole[-2:] == ["（下转3版）", "早市搬家。"]


def test_a_margin_before_all_lines_is_no_indent(lines_of: Lines) -> None:
    lines = unwrap(lines_of("   古桥修好之后\n   白露\n   \u3000\u3000桥通了。"))
    assert [line.indent for line in lines] == [0, 0, 4]


@pytest.mark.parametrize(
    "cut",
    [
        "南渡的人都在家里看新闻。青溪广播电台、南\n渡晚报报业集团、青溪县广播电视台昨天也都\n",
        "南渡的人都在家里看新闻。昨天的消息是这样\n写的，南渡晚报消息说，桥已经修到了河中央\n",
        "南渡的桥今天就要通车了，这是听人说的，据\n新华社消息，这座桥修了四年，用了许多石头\n",
    ],
)
def test_a_paper_named_in_a_full_lines_sentence_is_no_lead_in(lines_of: Lines, cut: str) -> None:
    rest = "桥上的灯昨天晚上也已经亮起来了。\n"
    paragraph = "\u3000\u3000" + "河边的步道修了半年，昨天拆了围挡，沿\n" + cut + rest
    assert len(unwrap(lines_of(paragraph * 3))) == 3


def test_a_lead_in_under_a_full_headline_begins_a_paragraph(lines_of: Lines) -> None:
    story = (
        "南渡渔网换了新网眼，北塘书屋今天重新开门\n"
        "新华社南渡3月11日电 小鱼从网里漏出去，大\n"
        "家起初都心疼。书屋的馆员说没有想到会有这\n"
        "么多人来借书，借书的人从清早排到了桥头。\n\n"
    )
    assert len(unwrap(lines_of(story * 3))) == 6

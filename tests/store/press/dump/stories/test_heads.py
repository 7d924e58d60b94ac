"""Heads: which line is the column, the kicker, the headline, the subhead."""

import pytest

from store.press.dump.lines.lines import Line
from store.press.dump.lines.look import Look
from store.press.dump.stories.heads import read_head


def read(*texts: str, repeated: tuple[str, ...] = ()) -> tuple[str, str, str, str]:
    lines = [Line(text, at, at) for at, text in enumerate(texts, 1)]
    return read_head(lines, frozenset(repeated))[:4]


@pytest.mark.parametrize(
    ("texts", "parts"),
    [
        (("南渡书屋亮灯了",), ("", "", "南渡书屋亮灯了", "")),
        (
            ("贺闻溪在全县工作会上强调", "一桥一策护好古桥 让老桥连着新生活"),
            ("", "贺闻溪在全县工作会上强调", "一桥一策护好古桥 让老桥连着新生活", ""),
        ),
        (
            ("春风化雨护古桥", "——青溪县修桥侧记"),
            ("", "", "春风化雨护古桥", "——青溪县修桥侧记"),
        ),
        (("青溪南渡——", "老桥连着新生活"), ("", "青溪南渡——", "老桥连着新生活", "")),
        (
            ("全县古桥保护会议召开", "贺闻溪出席并讲话"),
            ("", "", "全县古桥保护会议召开", "贺闻溪出席并讲话"),
        ),
        (("青溪南渡—— 老桥连着新生活",), ("", "青溪南渡——", "老桥连着新生活", "")),
        (("贺闻溪强调 一桥一策护好古桥",), ("", "贺闻溪强调", "一桥一策护好古桥", "")),
        (
            ("云桥县探索古桥入股办社 匠人增收益 乡村添景致",),
            ("", "云桥县探索古桥入股办社", "匠人增收益 乡村添景致", ""),
        ),
        (("石头会唱歌 ——记修桥匠人贺闻溪",), ("", "", "石头会唱歌", "——记修桥匠人贺闻溪")),
        (("老木新枝 青溪旧事 南渡人家",), ("", "", "老木新枝 青溪旧事 南渡人家", "")),
        (
            ("停修两年的青溪老桥为何又能在一个", "月里把桥板铺齐？"),
            ("", "", "停修两年的青溪老桥为何又能在一个月里把桥板铺齐？", ""),
        ),
        (
            ("一座老桥怎样把两岸的人带出青溪的", "山沟"),
            ("", "", "一座老桥怎样把两岸的人带出青溪的山沟", ""),
        ),
        (("护一座老桥", "留一段乡愁"), ("", "", "护一座老桥 留一段乡愁", "")),
        (
            ("照着两县护河议定的条款", "修桥匠人进抵望月桥", "沿河各乡百姓及学徒等列队欢迎"),
            ("", "照着两县护河议定的条款", "修桥匠人进抵望月桥", "沿河各乡百姓及学徒等列队欢迎"),
        ),
        (("青溪旧事（十七）", "米行里的账房"), ("青溪旧事（十七）", "", "米行里的账房", "")),
        (("贺闻溪寄语广大匠人", "把手艺传下去"), ("", "贺闻溪寄语广大匠人", "把手艺传下去", "")),
        (
            ("烈日下 一群“逆行”的人", "清凉里 一份藏起来的善意"),
            ("", "", "烈日下 一群“逆行”的人 清凉里 一份藏起来的善意", ""),
        ),
        (
            ("渡輪加價一成", "街坊：日日搭船點負擔"),
            ("", "", "渡輪加價一成", "街坊：日日搭船點負擔"),
        ),
        (
            ("老橋廊頂月底補齊", "木料都是從南渡的山裡運來的"),
            ("", "", "老橋廊頂月底補齊", "木料都是從南渡的山裡運來的"),
        ),
        (
            ("全县古桥体检全面铺开", "各乡匠人修桥不误农时"),
            ("", "", "全县古桥体检全面铺开 各乡匠人修桥不误农时", ""),
        ),
        (
            ("在修桥和护河上下更大功夫", "让更多老桥连着新生活"),
            ("", "", "在修桥和护河上下更大功夫 让更多老桥连着新生活", ""),
        ),
        (
            ("南渡乡成立修桥合作社", "匠人在家门口有活干"),
            ("", "南渡乡成立修桥合作社", "匠人在家门口有活干", ""),
        ),
        (
            ("学习贯彻县党代会精神", "贺闻溪在南渡镇调研时强调", "把老桥修成新名片"),
            ("学习贯彻县党代会精神", "贺闻溪在南渡镇调研时强调", "把老桥修成新名片", ""),
        ),
        (("【今日谈】", "别让老桥再等"), ("【今日谈】", "", "别让老桥再等", "")),
        (("编读往来", "渡口该有一把椅子"), ("编读往来", "", "渡口该有一把椅子", "")),
        (
            ("护一座老桥", "留一段乡愁", "——青溪县修桥侧记"),
            ("", "", "护一座老桥 留一段乡愁", "——青溪县修桥侧记"),
        ),
    ],
)
def test_parts(texts: tuple[str, ...], parts: tuple[str, str, str, str]) -> None:
    assert read(*texts) == parts


def test_a_line_over_several_stories_is_a_column() -> None:
    assert read("桥边人家", "南渡书屋亮灯了", repeated=("桥边人家",))[:3] == (
        *("桥边人家", "", "南渡书屋亮灯了"),
    )


def test_a_headline_broken_by_the_pages_width_has_no_blank() -> None:
    lines = [Line("望月桥南渡廊桥修缮方案今年三月公", 1, 1, full=True), Line("布", 2, 2)]
    assert read_head(lines).headline == "望月桥南渡廊桥修缮方案今年三月公布"


@pytest.mark.parametrize(
    ("first", "rest", "text"),
    [
        ("贺闻溪会见云坪县修桥匠人代", "表团", ""),
        ("贺闻溪会见云坪县匠人协会", "会长简宁", "贺闻溪昨日会见云坪县匠人协会会长简宁。"),
    ],
)
def test_a_rest_that_the_first_line_had_no_room_for(first: str, rest: str, text: str) -> None:
    lines = [Line(first, 1, 1), Line(rest, 2, 2)]
    assert read_head(lines, text=text)[:4] == ("", "", f"{first}{rest}", "")


def test_a_short_headline_under_a_kicker_is_no_rest() -> None:
    lines = [Line("云坪县百名匠人走进古桥工地", 1, 1), Line("老桥新生", 2, 2)]
    assert read_head(lines, text="云坪县的匠人昨日走进工地。").headline == "老桥新生"


def test_no_line_of_a_tall_head_is_lost() -> None:
    lines = [f"第{n}行题目" for n in "一二三四五六七八"]
    assert "".join(read(*lines)).replace(" ", "") == "".join(lines)


def test_a_clear_head_has_a_wider_margin_than_a_doubtful_one() -> None:
    def margin(*texts: str) -> float:
        return read_head([Line(text, 1, 1) for text in texts]).margin

    assert margin("青溪南渡——", "老桥连着新生活") > margin("古桥修缮提速", "村民盼来好消息")


@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_largest_line_is_the_headline(at: int) -> None:
    texts = ("古桥保护工作推进", "一桥一策护古桥", "首批桥梁完成体检")
    lines = [
        Line(text, here, here, look=Look(2.0 if here == at else 1.4))
        for here, text in enumerate(texts)
    ]
    assert read_head(lines).headline == texts[at]


def test_lines_of_one_size_are_weighed_by_what_they_say() -> None:
    texts = ("贺闻溪在全县古桥保护工作现场会上强调", "一桥一策护好古桥 让老桥连着新生活")
    plain = [Line(text, at, at) for at, text in enumerate(texts)]
    alike = [Line(text, at, at, look=Look(2.0)) for at, text in enumerate(texts)]
    assert read_head(alike) == read_head(plain)


def test_a_style_for_columns_tells_one() -> None:
    lines = [
        Line("社会", 1, 1, look=Look(role="column")),
        Line("旧轮胎磨出新跑道", 2, 2, look=Look(1.8)),
    ]
    assert read_head(lines)[:3] == ("社会", "", "旧轮胎磨出新跑道")


def test_a_headline_is_as_sure_as_it_is_likelier_than_another_headline() -> None:
    lines = [Line(text, at, at) for at, text in enumerate(("护一座老桥", "留一段乡愁"), 1)]
    # Whether the line above is a column or a kicker says nothing of the headline.
    column = [Line("我们的节日", 1, 1), Line("清明时节 祭奠英烈寄哀思 文明祭扫树新风", 2, 2)]
    assert read_head(lines[:1]).margin == 9.0
    assert read_head(column).margin > 2

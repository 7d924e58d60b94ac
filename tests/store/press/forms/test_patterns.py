"""The fixed forms: what each takes, whole, and what only looks like it."""

import re

import pytest

from store.press.forms import patterns


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (patterns.NAME, "白露"),
        (patterns.NAME, "欧阳晓岚"),
        (patterns.NAME, "安娜·贝里尼"),
        (patterns.NAME, "柳(王争)"),
        (patterns.NAME, "阿卜杜热合·买买提"),
        (patterns.NAMES, "白露 简宁、陆渔"),
        (patterns.ROLE, "本报记者"),
        (patterns.ROLE, "溪报首席记者"),
        (patterns.ROLE, "青溪日报全媒体记者"),
        (patterns.ROLE, "青溪记者"),
        (patterns.ROLE, "中青报·中青网记者"),
        (patterns.ROLE, "本报驻北京特派记者"),
        (patterns.ROLE, "实习生"),
        (patterns.ROLE, "见习记者"),
        (patterns.ROLE, "特约评论员"),
        (patterns.PAGE, "A03"),
        (patterns.PAGE, "十二"),
        (patterns.REFERENCE, "» 详见 3 版"),
        (patterns.JUMP_TO, "下转第二版"),
        (patterns.JUMP_FROM, "上接1版"),
        (patterns.PAGES_TOTAL, "今日8版"),
        (patterns.DATE, "2024年3月12日"),
        (patterns.DATE, "2 0 2 4 年 3 月 1 2 日"),
        (patterns.DATE, "2024-03-12"),
        (patterns.DATE, "中华民国一一三年三月十二日"),
        (patterns.DATE, "一九五一年三月廿三日"),
        (patterns.DATE_LINE, "2024年3月12日 星期二 总第1806期 今日2版"),
        (patterns.RECENT, "昨日"),
        (patterns.LEAD_IN, "本报讯(记者 白露)"),
        (patterns.LEAD_IN, "南渡讯(记者 白露)"),
        (patterns.DATELINE, "QINGXI (Reuters) — "),
    ],
)
def test_a_form_takes_the_whole(form: str, text: str) -> None:
    assert re.fullmatch(form, text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (patterns.NAME, "白"),
        (patterns.NAME, "欧阳晓岚在"),
        (patterns.ROLE, "驻京"),
        (patterns.ROLE, "记者们"),
        (patterns.PAGE, "1234"),
        (patterns.DATE, "3月12日"),
        (patterns.PAGES_TOTAL, "第8版"),
        (patterns.JUMP_TO, "下转"),
        (patterns.LEAD_IN, "本报(记者 白露)"),
        (patterns.LEAD_IN, "本地资讯(记者 白露)"),
    ],
)
def test_what_only_looks_like_it(form: str, text: str) -> None:
    assert not re.fullmatch(form, text)


def test_spaced_names_are_closed_up() -> None:
    assert patterns.unspaced("本报记者 白 露 岑小满") == "本报记者 白露 岑小满"
    assert patterns.unspaced("贺  勇摄") == "贺勇摄"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("桥修好了。(记者 白露)", True),
        ("桥修好了。(完)", True),
        ("桥修好了。(共三座)", False),
        ("桥修好了(记者 白露)", False),
    ],
)
def test_a_paragraph_that_is_signed_is_a_storys_last(text: str, *, last: bool) -> None:
    assert bool(patterns.SIGNED.search(text)) is last


@pytest.mark.parametrize("text", ["青溪时报 2024年3月12日", "青溪县人民政府主办", "古桥体检▶3版"])
def test_no_line_continues_these(text: str) -> None:
    assert patterns.STANDS_ALONE.match(text)
    assert not patterns.STANDS_ALONE.match("三座桥桥墩基础冲刷明显,五座桥栏板风化较")


@pytest.mark.parametrize("text", ["(下转2版)", "本报讯 昨日", "□ 本报记者 白露", "By Ada Stone"])
def test_these_continue_no_line(text: str) -> None:
    assert patterns.STARTS_ANEW.match(text)
    assert not patterns.STARTS_ANEW.match("化较重,其余四座状况良好")


@pytest.mark.parametrize("piece", ["驻", "记者", "白·", "白 ", "实习", "2024年3月12日 (", "第"])
def test_a_hostile_line_is_judged_at_once(piece: str) -> None:
    line = piece * 2000
    for form in (patterns.ROLE, patterns.NAMES, patterns.LEAD_IN, patterns.BESIDE_DATE):
        assert re.fullmatch(form, line + "!") is None

"""What stands over a signed lead is a headline."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.told.leads import tell_heads

Lines = Callable[[str], list[Line]]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("本报讯（记者 白露）昨日，桥修好了。", HEAD),
        ("本报南渡3月11日电（溪报记者白露）昨日，桥修好了。", HEAD),
        ("（白露、岑小满）昨日，桥修好了。", HEAD),
        ("（一）昨日，桥修好了。", ""),
        ("据新华社南渡3月11日电（记者白露）昨日，桥修好了。", ""),
        ("本报讯 昨日，桥修好了。", ""),
        ("昨日，桥修好了。（记者 白露）", ""),
    ],
)
def test_over_a_lead(lines_of: Lines, lead: str, kind: str) -> None:
    assert [line.kind for line in tell_heads(lines_of(f"老桥昨日修好\n{lead}"))] == [kind, ""]


@pytest.mark.parametrize(
    "title",
    [
        "老桥昨日修好",
        "贺闻溪在南渡考察古桥时强调 一桥一策护好古桥 让老桥连着沿河两岸各乡百姓的新生活 带动旅游",
    ],
)
def test_over_an_author_and_a_lead(lines_of: Lines, title: str) -> None:
    over, author, lead = lines_of(f"{title}\n通讯员 白露 报道\n本报讯（记者 白露）昨日，桥修好了。")
    told = tell_heads([over, replace(author, kind=BYLINE), lead])
    assert [line.kind for line in told] == [HEAD, BYLINE, ""]


@pytest.mark.parametrize("over", ["桥栏都是旧石。", "本报记者 白露", "导读"])
def test_not_every_line_over_one(lines_of: Lines, over: str) -> None:
    lines = tell_heads(lines_of(f"{over}\n本报讯（记者 白露）昨日，桥修好了。"))
    assert not lines[0].kind


@pytest.mark.parametrize(
    "under", ["        本报记者 白露", "三座桥桥墩基础冲刷明显，五座桥栏板风化较重。"]
)
def test_two_centred_lines_are_one_headline(lines_of: Lines, under: str) -> None:
    lines = lines_of(f"{' ' * 30}古桥昨日修好\n{' ' * 29}老街今夜开灯了\n{under}")
    lines[2] = replace(lines[2], kind=BYLINE if "记者" in under else "")
    assert [line.kind for line in tell_heads(lines)][:2] == [HEAD, HEAD]


def test_lines_that_are_not_set_alike_are_weighed(lines_of: Lines) -> None:
    body = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重。"
    lines = lines_of(f"{' ' * 30}古桥昨日修好\n{' ' * 10}老街今夜开灯\n{body}")
    assert not any(line.kind for line in tell_heads(lines))

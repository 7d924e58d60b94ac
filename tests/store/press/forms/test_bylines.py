"""Bylines: people by role, wherever a story prints them, in the characters it prints."""

import msgspec
import pytest

from store.models import Byline
from store.press.forms.bylines import is_byline, is_signature, names_author, read_byline
from store.press.text.characters import folded

People = list[tuple[str, tuple[str, ...]]]


def people(found: object) -> People:
    assert isinstance(found, tuple)
    return [(byline.role, byline.names) for byline in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本报记者 白露", [("本报记者", ("白露",))]),
        ("□ 本报记者 白 露 岑小满", [("本报记者", ("白露", "岑小满"))]),
        ("溪报记者 白露 本报记者 简宁", [("溪报记者", ("白露",)), ("本报记者", ("简宁",))]),
        ("记者 白露、简宁 通讯员 岑小满", [("记者", ("白露", "简宁")), ("通讯员", ("岑小满",))]),
        ("白露 简宁/文 江一帆/摄", [("文", ("白露", "简宁")), ("摄", ("江一帆",))]),
        ("文/白露 图/江一帆", [("文", ("白露",)), ("图", ("江一帆",))]),
        ("通讯员 江一帆 摄", [("通讯员", ("江一帆",))]),
        ("江一帆摄（新视觉）", [("摄", ("江一帆",))]),
        ("（江一帆 摄影报道）", [("摄影报道", ("江一帆",))]),
        ("〔記者張華／青溪報導〕", [("记者", ("張華",))]),
        ("By Ada Stone", [("By", ("Ada Stone",))]),
        ("By Ada Stone, Senior Staff Writer", [("By", ("Ada Stone",))]),
        ("Ada Stone, Staff Writer", [("Staff Writer", ("Ada Stone",))]),
        ("梦溪三悦 胡俊", [("", ("梦溪三悦", "胡俊"))]),
        ("本报 记者 岑小 满、江 一帆", [("本报记者", ("岑小满", "江一帆"))]),
        ("本报记者 简宁 白 露", [("本报记者", ("简宁", "白露"))]),
        ("买买提·艾力 摄", [("摄", ("买买提·艾力",))]),
        ("N溪报记者 白露", [("溪报记者", ("白露",))]),
        ("本报记者 白露 北京报道", [("本报记者", ("白露",))]),
        ("本报记者 简宁 杭州、上海报道", [("本报记者", ("简宁",))]),
        ("本报记者 简宁 白露报道", [("本报记者", ("简宁", "白露"))]),
        ("本报记者 简宁 白 露摄影报道", [("本报记者", ("简宁", "白露"))]),
        ("本报特派记者 白露 发自青溪", [("本报特派记者", ("白露",))]),
        ("【本報記者張小華青溪報導】", [("本报记者", ("張小華",))]),
        ("［記者張小華／青溪報導］", [("记者", ("張小華",))]),
        ("通讯员 岑晓文 本报记者 白露", [("通讯员", ("岑晓文",)), ("本报记者", ("白露",))]),
        ("【本報特派員 尤念慈 金山報導】", [("本报特派员", ("尤念慈",))]),
        ("岑晓文", [("", ("岑晓文",))]),
        ("文丨朵拉", [("文", ("朵拉",))]),
        ("学生记者团 白露", [("学生记者团", ("白露",))]),
        ("口述：白露 整理：岑小满", [("口述", ("白露", "岑小满"))]),
        ("本报记者 简宁 柳（王争）", [("本报记者", ("简宁", "柳（王争）"))]),
        ("本报记者 简宁 宋〓", [("本报记者", ("简宁", "宋〓"))]),
        ("本报记者 （王争）远山 柳〔火华〕", [("本报记者", ("（王争）远山", "柳〔火华〕"))]),
        ("本报记者 柳[王争]、简【火华】", [("本报记者", ("柳[王争]", "简【火华】"))]),
        ("本报记者 柳〈王争〉 〓明", [("本报记者", ("柳〈王争〉", "〓明"))]),
        ("本报记者 （文字）白露", []),
        ("撰文：白露", [("撰文", ("白露",))]),
        ("新华社记者白 露 岑小满", [("新华社记者", ("白露", "岑小满"))]),
        ("本报记者 白(草字头加力) 简宁", [("本报记者", ("白(草字头加力)", "简宁"))]),
        ("[江一帆 摄]", [("摄", ("江一帆",))]),
        ("◎白露", [("", ("白露",))]),
        ("图为江一帆摄", [("摄", ("江一帆",))]),
        ("文/记者白露 图/受访者提供", [("记者", ("白露",))]),
        ("融媒体中心记者 白露", [("融媒体中心记者", ("白露",))]),
        ("特约撰稿 白露", [("特约撰稿", ("白露",))]),
        ("撰文 白露 摄影 江一帆", [("撰文", ("白露",)), ("摄影", ("江一帆",))]),
        ("文字：白露 摄影：江一帆", [("文字", ("白露",)), ("摄影", ("江一帆",))]),
    ],
)
def test_a_line(text: str, found: People) -> None:
    assert people(read_byline(text)) == found


@pytest.mark.parametrize(
    "text", ["本报 记者 岑小 满 文 白露 图", "本 报记者 简宁", "通讯员 岑小 满 报道"]
)
def test_blanks_that_recognition_put_into_words_leave_a_byline(text: str) -> None:
    assert is_byline(folded(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本报驻京见习记者 白露", [("本报驻京见习记者", ("白露",))]),
        ("本报驻北京记者 白露", [("本报驻北京记者", ("白露",))]),
        ("实习生 简宁", [("实习生", ("简宁",))]),
    ],
)
def test_posts_and_ranks(text: str, found: People) -> None:
    assert people(read_byline(text)) == found


@pytest.mark.parametrize(
    "line",
    [
        "本报记者 白露 岑小满",
        "撰文：白露 摄影：江一帆",
        "记者白露 通讯员岑小满 摄",
        "文/白 露",
        "岑小满 文 鹏 摄影报道",
        "N溪报记者 白露",
        "文/白露 图/江一帆",
        "江一帆 摄",
        "白露/文 江一帆/图",
        "作者：白露",
        "□晚报记者 白 露",
        "本报记者 简宁 通讯员 柳（王争）",
        "本报记者 （王争）远山 柳〔火华〕",
        "白露 文/图",
        "白露 / 文  江一帆 / 图",
        "【記者白露／南渡報導】",
        "青溪每日电讯记者 白露",
        "青溪早报客户端记者 白露",
        "学生记者团 白露",
        "小记者 白露",
        "图片 | 江一帆",
    ],
)
def test_nothing_but_a_byline(line: str) -> None:
    assert is_byline(folded(line))


@pytest.mark.parametrize(
    "line", ["白露", "记者手记", "记者们来了", "春天的一幅图", "本报记者从会上获悉", "古桥文图展"]
)
def test_no_byline(line: str) -> None:
    assert not is_byline(folded(line))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("云坪乡农业社 白老根", [("", ("白老根",))]),
        ("读者 岑小满", [("", ("岑小满",))]),
        ("（市民 白女士）", [("", ("白女士",))]),
        ("華苑小區 一業主", []),
    ],
)
def test_who_signs_a_letter(text: str, found: People) -> None:
    assert is_signature(folded(text))
    assert people(read_byline(text)) == found


@pytest.mark.parametrize("line", ["通讯员 岑小满", "白露 岑小满", "南渡镇 安全生产", "白露"])
def test_who_signs_no_letter(line: str) -> None:
    assert not is_signature(folded(line))


@pytest.mark.parametrize(
    "line",
    [
        "白露",
        "白 露",
        "高二（4）班 白露",
        "林学院 2031级 白露",
        "（白露）",
        "□ 小满",
        "●白露 岑小满",
        "文/白露",
    ],
)
def test_an_author_where_one_stands(line: str) -> None:
    assert names_author(folded(line))


@pytest.mark.parametrize("line", ["古桥夜雨", "□ 古桥修好之后", "（古桥夜雨）"])
def test_no_author(line: str) -> None:
    assert not names_author(folded(line))


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("本报记者 白露、岑小满", "、"),
        ("本报记者 白露 岑小满", " "),
        ("记者 白露、岑小满 通讯员 简宁", "、"),
        ("本报记者 白露", " "),
    ],
)
def test_what_stands_between_names_is_kept(text: str, between: str) -> None:
    assert read_byline(text)[0].between == between


def test_where_an_author_works_is_no_byline() -> None:
    assert not is_byline(folded("（作者单位：青溪县窑场小学）"))


def test_a_byline_of_old_is_read_and_a_plain_one_written_as_before() -> None:
    old = b'{"role":"","names":["a","b"]}'
    assert msgspec.json.encode(msgspec.json.decode(old, type=Byline)) == old

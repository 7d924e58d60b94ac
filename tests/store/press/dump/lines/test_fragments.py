"""What a PDF's wide blanks have parted comes together: names, and a 电头 with its sentence."""

from store.press.dump.lines.fragments import join_fragments
from store.press.dump.lines.kinds import FURNITURE
from store.press.dump.lines.lines import Line, split_lines

SHEET = Line("第 4 页", 90, 90, kind=FURNITURE)
FULL = "自己的事情，坚定不移扩大开放；多措并举稳住就业、稳住企业，\n"
TEXT = f"""\
{FULL * 4}守窑人（乡间来信）
本报记者

卞

舟

郁晚晴

本报西岭3月7日电

西岭乡的石灰窑停烧十年了，窑口长满了

葛藤。今年春天，有人把它清理出来了。

网眼大了

北塘的渔民今年换了新网眼。
"""


def test_fragments_are_joined() -> None:
    lines = join_fragments([*split_lines(TEXT), SHEET])
    assert [line.text for line in lines][4:-1] == [
        "守窑人（乡间来信）",
        "本报记者 卞 舟 郁晚晴",
        "本报西岭3月7日电 西岭乡的石灰窑停烧十年了，窑口长满了",
        "葛藤。今年春天，有人把它清理出来了。",
        "网眼大了",
        "北塘的渔民今年换了新网眼。",
    ]
    assert [(line.first, line.last, line.gap) for line in lines][5:8] == [
        *((6, 12, 0), (14, 16, 1), (18, 18, 0))
    ]


def test_editors_are_one_line() -> None:
    text = "本版责编：卞\n\n舟\n\n郁晚晴\n\n守窑人"
    assert [line.text for line in join_fragments([*split_lines(text), SHEET])] == [
        *("本版责编：卞 舟 郁晚晴", "守窑人", "第 4 页")
    ]


def test_other_dumps_stay() -> None:
    lines = split_lines(TEXT)
    assert join_fragments(lines) == lines

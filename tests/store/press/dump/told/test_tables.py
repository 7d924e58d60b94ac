"""Small tables are text, row by row."""

from collections.abc import Callable

import pytest

from store.press.dump.lines.kinds import BODY
from store.press.dump.lines.lines import Line
from store.press.dump.told.tables import tell_tables

Lines = Callable[[str], list[Line]]


@pytest.mark.parametrize(
    "table",
    [
        "名次　球队　积分\n1　南渡队　13\n2　云坪队　11",
        "南渡　82∶75　云坪\n柳坝　68∶71　石门",
        "品名 单价 涨跌\n白菜 1.2元 -3%\n豆角 4元 +5%",
    ],
)
def test_rows(lines_of: Lines, table: str) -> None:
    lines = tell_tables(lines_of(f"联赛战罢五轮\n{table}\n南渡队下轮做客云坪。"))
    assert [line.kind for line in lines] == ["", *[BODY] * (len(lines) - 2), ""]


@pytest.mark.parametrize(
    "days",
    [
        "1950年\n生于南渡镇\n1972年\n到青溪中学任教\n2010年\n退休",
        "1921年　廊桥建成\n1956年　大水冲毁三座桥\n1987年：列入县级文物",
        "8月1日\n台风登陆\n全县停电\n8月3日\n主要街道通水\n8月7日 全部恢复",
        "簡寧生平 1950 年\n生於南渡\n約 1972 年\n到青溪任教\n2010 年 9 月\n退休",
    ],
)
def test_chronologies(lines_of: Lines, days: str) -> None:
    around = "学生们说，他上课从不看表，下课铃响了还要把最后一道题讲完，大家也从来都不催他一声。"
    lines = tell_tables(lines_of(f"{around}\n{days}\n{around}"))
    assert [line.kind for line in lines] == ["", *[BODY] * (len(lines) - 2), ""]


@pytest.mark.parametrize(
    "text",
    [
        "2034年3月12日\n青溪时报\n2034年3月12日\n副刊\n2034年3月12日",
        "2031年\n开工\n2034年\n完工",
        "白露 岑小满 江一帆\n简宁 陆渔 宋阿婆",
        "名次　球队　积分\n1　南渡队",
        "2024年 3月 12日",
    ],
)
def test_no_tables(lines_of: Lines, text: str) -> None:
    assert not any(line.kind for line in tell_tables(lines_of(text)))

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
    "text",
    ["白露 岑小满 江一帆\n简宁 陆渔 宋阿婆", "名次　球队　积分\n1　南渡队", "2024年 3月 12日"],
)
def test_no_tables(lines_of: Lines, text: str) -> None:
    assert not any(line.kind for line in tell_tables(lines_of(text)))

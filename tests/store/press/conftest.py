"""An invented county paper, set in the ways in which dumps come."""

from collections.abc import Callable, Iterable

import pytest

from store.press.dump.lines.lines import Line, split_lines

FRONT = (
    "青溪时报",
    "中共青溪县委员会、青溪县人民政府主办 青溪县融媒体中心承办",
    "2024年3月12日 星期二 总第1806期 今日2版",
    "第1版 要闻",
    "贺闻溪在全县古桥保护工作现场会上强调",
    "一桥一策护好古桥 让老桥连着新生活",
    "首批十二座古桥完成体检 年内修缮八座",
    "本报讯（记者 白露 通讯员 岑小满）3月11日上午，全县古桥保护工作现场会在南渡镇召开。"
    "县委书记贺闻溪出席会议并讲话，强调要坚持一桥一策、修旧如旧，让老桥连得上新生活。",
    "青溪县境内现存清代以前石桥四十七座，其中列入保护名录的十二座。去年9月起，县里请来技术人"
    "员，用三维扫描为古桥做了一次“全身体检”，每座桥都有了自己的健康档案。（下转2版）",
    "春耕一线",
    "头茬春茶今日开园 早市鲜叶每斤九十元",
    "本报讯（记者 陆渔 实习生 简宁）“再晚两天，芽头就老了。”3月11日清晨，云坪乡茶农宋阿婆已经"
    "采下半篓鲜叶。受连日晴暖天气影响，云坪乡春茶比去年提前五天开园。",
    "为了让茶农卖得出、卖得好，乡里在四个村口设了临时收购点，每天上午和下午各收一次，当天结账。",
    "南渡书屋亮灯了",
    "3月10日傍晚，南渡老街的临水书屋重新亮起灯。书屋由旧粮站改建，藏书一万四千册，每天开放到晚上。",
    "白露/文 江一帆/摄",
    "导读",
    "三所村小用上太阳能热水",
    "» 详见 2 版",
    "周末赶集去：本月集市一览",
    "» 详见 2 版",
)
BACK = (
    "第2版 综合",
    "（上接1版）",
    "修缮方案公布前，县里在南渡镇、云坪乡开了六场“桥头会”，请过桥的人说说桥该怎么修。",
    "三所村小用上太阳能热水",
    "本报讯（记者 简宁）记者3月9日从县教育局获悉，石门、柳坝、云坪三所村小的太阳能热水系统全部"
    "投用，六百多名住校生用上了热水。",
    "新闻热线：0000-1234567 本版责编：岑小满",
)


def cut_columns(lines: Iterable[str]) -> list[str]:
    """Return `lines` with each long paragraph cut where no sentence ends, as by a column's end."""
    out: list[str] = []
    for line in lines:
        middle = line.find("县", 50)
        out += [line[: middle + 1], line[middle + 1 :]] if 50 < middle < len(line) - 12 else [line]
    return out


def wrap(lines: Iterable[str], width: int) -> list[str]:
    """Return `lines` broken to `width` characters, paragraphs indented by two blanks."""
    out: list[str] = []
    for line in lines:
        text = f"\u3000\u3000{line}" if len(line) > 40 else line
        while len(text) > width:
            end = width + (text[width] in "，。、；：”）")
            out.append(text[:end])
            text = text[end:]
        out += [text] if text else []
    return out


@pytest.fixture
def paper() -> list[str]:
    """Give the lines of the whole paper: two pages, four stories, one of which jumps."""
    return [*FRONT, *BACK]


@pytest.fixture
def setting() -> dict[str, Callable[[list[str]], str]]:
    """Give ways of setting the paper, by name."""
    half = str.maketrans("，：；？！（）", ",:;?!()")
    return {
        "blank lines": "\n\n".join,
        "no blank lines": "\n".join,
        "columns": lambda lines: "\n\n".join(cut_columns(lines)),
        "half width": lambda lines: "\n\n".join(lines).translate(half),
        "indented": lambda lines: "\n".join(
            f"\u3000\u3000{line}" if len(line) > 40 else line for line in lines
        ),
        "wrapped": lambda lines: "\n".join(wrap(lines, 20)),
        "wrapped wide": lambda lines: "\n".join(wrap(lines, 31)),
        "CRLF": "\r\n\r\n".join,
        "form feed": lambda lines: "\n".join(lines).replace("第2版 综合", "\f第2版 综合"),
    }


@pytest.fixture
def lines_of() -> Callable[[str], list[Line]]:
    """Give the function that splits a text into lines."""
    return split_lines

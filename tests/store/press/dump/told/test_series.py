"""Crossheads in series: alike, between paragraphs of a story that has begun for sure."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.press.dump.lines.kinds import CROSSHEAD
from store.press.dump.lines.lines import Line
from store.press.dump.lines.look import Look
from store.press.dump.told.series import tell_series

Lines = Callable[[str], list[Line]]
BODY = "昨日上午，南渡桥头的石狮子歪了半尺，养护工人用木杠把它扶正。"
SIGNED = f"石狮子扶正\n本报记者 白露\n{BODY}\n{BODY}"


def told(lines: list[Line]) -> list[str]:
    return [line.text for line in tell_series(lines) if line.kind == CROSSHEAD]


@pytest.mark.parametrize(
    "series",
    [
        ["桥头的底气", "桥下的生气"],
        ["护河", "修桥", "点灯"],
        ["“老桥的每一块石头都有来历”", "“让过桥的人都慢下来看一看”"],
    ],
)
def test_in_a_signed_story(lines_of: Lines, series: list[str]) -> None:
    text = "\n".join(f"{crosshead}\n{BODY}\n{BODY}" for crosshead in series)
    assert told(lines_of(f"{SIGNED}\n{text}")) == (series if len(series[0]) > 2 else [])


def test_what_an_agency_is_quoted_for_begins_no_story(lines_of: Lines) -> None:
    quoted = f"据新华社南渡3月11日电，{BODY}"
    text = f"{SIGNED}\n桥头的底气\n{quoted}\n{BODY}\n桥下的生气\n{quoted}"
    assert told(lines_of(text)) == ["桥头的底气", "桥下的生气"]


@pytest.mark.parametrize(
    "text",
    [
        f"{SIGNED}\n桥头的底气\n{BODY}",  # one alone
        f"石狮子扶正\n{BODY}\n桥头的底气\n{BODY}\n桥下的生气\n{BODY}",  # nothing signed
        f"{SIGNED}（记者 白露）\n桥头的底气\n{BODY}\n桥下的生气\n{BODY}",  # the story is closed
        f"{SIGNED}\n桥头的底气\n本报讯（记者 白露）{BODY}\n桥下的生气\n{BODY}",
        f"{SIGNED}\n早市今天搬进河边的新大棚\n{BODY}\n三所村小学全都用上太阳能热水\n{BODY}",
        f"{SIGNED}\n早市搬家 摊主不愁\n{BODY}\n石狮归位 桥头热闹\n{BODY}",
        f"{SIGNED}\n桥头的底气\n{BODY}\n制图：白露（溪报）\n桥下的生气\n{BODY}\n桥边的人气\n{BODY}",
        f"{SIGNED}\n桥头\n{BODY}\n南渡乡早市搬进新棚\n{BODY}",
    ],
)
def test_other_short_lines_are_weighed(lines_of: Lines, text: str) -> None:
    assert not told(lines_of(text))


def test_lines_that_are_set_as_headlines_are_none(lines_of: Lines) -> None:
    lines = lines_of(f"{SIGNED}\n桥头的底气\n{BODY}\n桥下的生气\n{BODY}")
    larger = [
        replace(line, look=Look(1.9)) if line.text.startswith("桥") else line for line in lines
    ]
    assert len(told(lines)) == 2
    assert told(larger) == []

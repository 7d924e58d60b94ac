"""The rest of a headline that a dump has wrapped: short and nobody's name, or of a parted word."""

import pytest

from store.press.dump.lines.lines import split_lines
from store.press.dump.lines.wrapped_heads import rest_of_head

HEAD = "望月桥边一盏灯，照着夜归人走了六十个年"


@pytest.mark.parametrize("rest", ["头", "头不曾熄", "”的故事"])
def test_a_few_characters_are_the_rest(rest: str) -> None:
    assert rest_of_head(split_lines(f"{HEAD}\n{rest}\n桥上的灯是守桥人点的。"), 1)


@pytest.mark.parametrize(
    "line",
    [
        "白露",
        "贺 勇",
        "本报记者 白露",
        "（一）",
        "白露/文",
        "《青溪时报》（2031年4月12日 第 5 版）",
    ],
)
def test_a_name_is_not(line: str) -> None:
    assert not rest_of_head(split_lines(f"{HEAD}\n{line}\n桥上的灯是守桥人点的。"), 1)


def test_a_parted_word_has_a_longer_rest() -> None:
    parted = split_lines("青溪县古桥保护工作现场会在南渡召\n开并讨论修缮方案")
    assert rest_of_head(parted, 1)
    other = split_lines("青溪县古桥保护工作现场会在南渡召开\n首批十二座古桥完成体检")
    assert not rest_of_head(other, 1)


def test_the_end_of_a_paragraph_is_no_headline() -> None:
    text = "修缮从四月开始，村民说\n这座桥通到山那边的学堂，走的人\n多"
    assert not rest_of_head(split_lines(text), 2)
    assert not rest_of_head(split_lines(f"{HEAD}\n\n头"), 1)


def test_what_a_byline_follows_is_no_author() -> None:
    text = "“桥洞豆腐”搬进新屋之后每天还是凌晨三点\n钟开磨\n{}\n阿婆的豆腐坊开在桥洞底下。"
    assert rest_of_head(split_lines(text.format("本报记者 白露")), 1)
    assert not rest_of_head(split_lines(text.format("天不亮就开磨")), 1)

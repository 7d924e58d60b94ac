"""The look of a command's help: nothing of it is English in Chinese, and columns stand."""

import re
from collections.abc import Callable, Iterator

import pytest

from tui import language
from tui.cli.parser import COMMANDS
from tui.typeset import width


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.choose("en")


Dubao = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("name", COMMANDS)
def test_values_and_headings_are_named_in_chinese(dubao: Dubao, name: str) -> None:
    out = dubao("--lang", "zh", name, "--help")[1]
    said = out.partition("例：")[0]
    assert re.findall(r"(?:^  | )-\S+,? ([A-Z]{2,})", said) == []
    assert re.findall(r"[^\x00-\x7f]:|\0", said) == []


def test_columns_stand_however_wide_their_characters_are(dubao: Dubao) -> None:
    out = dubao("--lang", "zh", "edit", "--help")[1]
    begins = {
        width(line[: match.end()])
        for line in out.partition("选项：")[2].partition("例：")[0].splitlines()
        if (match := re.match(r"  -.*?\S {2,}(?=\S)", line))
    }
    assert len(begins) == 1


def test_what_is_missing_is_named_as_in_the_help(dubao: Dubao) -> None:
    assert "缺少参数：文件" in dubao("--lang", "zh", "import")[2]
    assert "[--date DAY]" in dubao("--lang", "en", "import")[2]

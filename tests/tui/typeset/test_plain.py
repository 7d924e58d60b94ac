"""Plain text: the same setting, within its width, with nothing a terminal would act on."""

from datetime import date

import pytest
from msgspec.structs import replace

from store.models import Article, IndexEntry, Issue, Paper
from tui.typeset import width
from tui.typeset.plain import plain_issue_head, plain_lines, unset_lines


@pytest.mark.parametrize("columns", [1, 2, 5])
@pytest.mark.parametrize("cells", [2, 10, 23, 40, 80, 200])
def test_plain_lines_obey_the_width(story: Article, cells: int, columns: int) -> None:
    lines = list(plain_lines(story, cells, columns=columns))
    assert all(width(line) <= cells for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_plain_lines_print_the_whole_article(story: Article) -> None:
    printed = "".join("".join(plain_lines(story, 60)).split())
    for text in (story.column, story.headline, *story.paragraphs, *story.captions, story.credit):
        assert "".join(text.split()) in printed


def test_unset_lines_are_head_and_paragraphs_one_line_each(story: Article) -> None:
    long = replace(story, headline="古桥  修好了", paragraphs=("石匠说。" * 99, "第二段。"))
    lines = list(unset_lines(long))
    assert [line for line in lines if line in long.paragraphs] == [*long.paragraphs]
    assert "古桥  修好了" in lines
    assert not [line for line in lines if line != line.strip() or not line]


def test_columns_stand_side_by_side(story: Article) -> None:
    one, two = list(plain_lines(story, 100)), list(plain_lines(story, 100, columns=2))
    assert any(line[20:].strip() and "    " in line.strip() for line in two)
    assert one != two


def test_plain_lines_pass_no_control_character(story: Article) -> None:
    hostile = replace(story, kicker="\x1b[31m", captions=("\x9bH\u202e",))
    printed = "\n".join(plain_lines(hostile, 60))
    assert not set(printed) & set("\x1b\x9b\u202e")


def test_an_issue_is_headed_by_its_name_date_and_contents() -> None:
    issue = Issue(
        paper=Paper("青溪时报", ("青溪县人民政府主办",)),
        date=date(2024, 3, 12),
        number=1806,
        index=(IndexEntry("三所村小用上热水", page="2"), IndexEntry("周末赶集去", "本月集市一览")),
    )
    assert [line.strip() for line in plain_issue_head(issue, 40)] == [
        "青溪时报", "青溪县人民政府主办", "2024-03-12 第1806期", "",
        "三所村小用上热水 2版", "周末赶集去 本月集市一览",
    ]  # fmt: skip


@pytest.mark.parametrize(("not_before", "line"), [("11-18", ["≥ 11-18"]), ("", [])])
def test_an_undated_issue_tells_what_its_text_proves(not_before: str, line: list[str]) -> None:
    assert [text.strip() for text in plain_issue_head(Issue(not_before=not_before), 40)] == line

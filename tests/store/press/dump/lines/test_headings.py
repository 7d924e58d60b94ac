"""Headings of Markdown tell what stands over stories and over their sections."""

from store.press.dump.lines.headings import tell_headings
from store.press.dump.lines.kinds import BODY, CROSSHEAD, FURNITURE, HEAD
from store.press.dump.lines.lines import split_lines

TEXT = "窑口长满了葛藤，今年有人把它清理出来了。"


def told(*lines: str) -> list[tuple[str, str]]:
    return [(line.kind, line.text) for line in tell_headings(split_lines("\n\n".join(lines)))]


def test_the_highest_rank_with_text_is_that_of_headlines() -> None:
    found = told("# 青溪时报", "## 窑火又亮", TEXT, "### 拉坯", TEXT, "## 换新网", TEXT)
    kinds = [FURNITURE, HEAD, "", CROSSHEAD, "", HEAD, ""]
    assert [kind for kind, _ in found] == kinds
    assert found[1] == (HEAD, "窑火又亮")


def test_a_story_of_its_own_may_have_the_first_rank() -> None:
    found = told("# 窑火又亮", "文/卞行舟", TEXT, "## 拉坯", TEXT)
    assert [kind for kind, _ in found] == [HEAD, "", "", CROSSHEAD, ""]


def test_a_lower_rank_right_under_a_headline_is_a_subhead() -> None:
    found = told("## 换新网", TEXT, "## 窑火又亮", "### 三位青年守着", TEXT, "### 拉坯", TEXT)
    assert [kind for kind, _ in found] == [HEAD, "", HEAD, HEAD, "", CROSSHEAD, ""]


def test_pages_days_and_contents_are_read_by_others() -> None:
    found = told(
        "# 青溪时报 2034年3月12日", "## 第3版 要闻", "## 导读", "1. 窑火又亮", "## 换新网", TEXT
    )
    assert [kind for kind, _ in found] == [FURNITURE, "", "", "", HEAD, ""]


def test_rules_and_lists() -> None:
    found = told("## 换新网", TEXT, "- 上午织网", "---", "## 窑火又亮", TEXT)
    assert [kind for kind, _ in found] == [HEAD, "", BODY, FURNITURE, HEAD, ""]


def test_verse_is_text_where_there_is_no_other() -> None:
    found = told("# 溪报诗页", "## 夜雨", "雨从瓦上走下来")
    assert [kind for kind, _ in found] == [FURNITURE, HEAD, ""]


def test_headings_without_text_and_lines_without_headings_stay_untold() -> None:
    assert told("## 窑火又亮", "### 换新网") == [("", "窑火又亮"), ("", "换新网")]
    assert told("窑火又亮", TEXT) == [("", "窑火又亮"), ("", TEXT)]

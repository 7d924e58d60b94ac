"""The issue list: it keeps its cursor on its row, and tells what is wanted of a row."""

from typing import Any

from tui.panes.issues import IssueList
from tui.state.outline_rows import OutlineRow

PAPER = OutlineRow("paper", "临江报", 0, "临江报", 2, unfolded=True)
ISSUE = OutlineRow("issue", "linjiangbao-2024-03-05", 1, "2024-03-05", 2, unfolded=True)
ONE = OutlineRow("article", "linjiangbao-2024-03-05/1.1", 2, "开园", 1)
TWO = OutlineRow("article", "linjiangbao-2024-03-05/1.2", 2, "收徒", 0)
SAVED = OutlineRow("filter", "filter:茶", 1, "茶", 1)
ROWS = [PAPER, ISSUE, ONE, TWO]


def told(pane: Any) -> list[tuple[str, str]]:
    return [(type(each).__name__, each.row.id) for each in pane.news]


async def test_the_cursor_stays_on_its_row_or_near(stage: Any) -> None:
    issues = IssueList()
    async with stage(issues) as pane:
        issues.show(ROWS, ONE.id)
        under = [issues.row]
        for rows in ([SAVED, *ROWS], [PAPER], []):
            issues.show(rows)
            under.append(issues.row)
        assert under == [ONE, ONE, PAPER, None]
        await pane.press("enter", "right", "left", "A", "D")
        assert pane.news == []


async def test_it_tells_what_is_wanted_of_a_row(stage: Any) -> None:
    issues = IssueList()
    async with stage(issues) as pane:
        issues.show(ROWS, ONE.id)
        await pane.press("enter", "A", "D")
        names = ("Opened", "AllRead", "Discarded")
        assert told(pane) == [(name, ONE.id) for name in names]
        pane.news.clear()
        issues.show([SAVED], SAVED.id)
        await pane.press("enter", "D")
        assert told(pane) == [("Picked", SAVED.id), ("Dropped", SAVED.id)]


async def test_left_and_right_go_up_and_down_the_tree(stage: Any) -> None:
    issues = IssueList()
    async with stage(issues) as pane:
        issues.show(ROWS, ONE.id)
        await pane.press("left")
        assert issues.row == ISSUE
        await pane.press("left")
        assert told(pane)[-1] == ("Folded", ISSUE.id)
        await pane.press("right")
        assert issues.row == ONE


async def test_what_comes_above_moves_nothing_on_the_screen(stage: Any) -> None:
    issues = IssueList()
    many = [OutlineRow("article", f"a-2024-03-05/1.{n}", 2, f"{n}", 1) for n in range(200)]
    async with stage(issues):
        issues.show(many, many[50].id)
        issues.scroll_lines(45)
        issues.show([PAPER, ISSUE, ONE, *many])
        assert (issues.row, issues.top) == (many[50], 48)
        issues.show(many)
        assert (issues.row, issues.top) == (many[50], 45)
        issues.show(many[48:])
        assert (issues.row, issues.top) == (many[50], 0)

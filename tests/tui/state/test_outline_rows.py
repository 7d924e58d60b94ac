"""A line of the list: its mark, its count, and its cells."""

import pytest

from tui.state.outline_rows import UNCOUNTED, OutlineRow, RowKind, row_text
from tui.typeset import width


@pytest.mark.parametrize(
    ("row", "text", "style"),
    [
        (OutlineRow("paper", "临江报", 0, "临江报", 3, True), "▾ 临江报   3", "head"),
        (OutlineRow("issue", "x", 1, "3-05", 0), " ▸ 3-05     ", "head"),
        (OutlineRow("filter", "filter:水", 1, "水", UNCOUNTED), " / 水       ", "head"),
        (OutlineRow("article", "x/1.1", 3, "老桥", 1), "    老桥    ", "unread"),
        (OutlineRow("article", "x/1.1", 3, "老桥", 0, starred=True), "  * 老桥    ", ""),
        (OutlineRow("article", "x/1.1", 3, "老桥", 0, doubtful=True), "   ?老桥    ", ""),
        (OutlineRow("article", "x/1.1", 3, "老桥", 0, stub=True), "   +老桥    ", ""),
    ],
)
def test_a_row_says_what_it_is(row: OutlineRow, text: str, style: str) -> None:
    assert row_text(row, 12) == (text, style)


@pytest.mark.parametrize("kind", ["paper", "article", "entry"])
@pytest.mark.parametrize("cells", [0, 1, 5, 12, 40])
def test_a_row_fills_its_cells(kind: RowKind, cells: int) -> None:
    row = OutlineRow(kind, "x", 2, "一桥一策护好古桥", 120)
    text, _ = row_text(row, cells)
    assert width(text) == max(cells, 4 if kind == "paper" else 0)

"""Pieces of lines at their cells."""

from tui.makeup.geometry import Rect
from tui.makeup.pieces import placed, rule
from tui.typeset import set_text


def test_lines_stand_beneath_each_other() -> None:
    lines = list(set_text("老桥换新颜", "headline", "headline", 20))
    (piece,) = placed(lines, 3, 4)
    assert (piece.x, piece.y) == (3 + 5, 4)
    assert piece.runs == lines[0].runs


def test_a_rule_fills_its_row_or_its_column() -> None:
    (across,) = rule(Rect(1, 2, 5, 1))
    assert across.runs[0].text == "─" * 5
    assert [(piece.x, piece.y) for piece in rule(Rect(7, 2, 1, 3))] == [(7, 2), (7, 3), (7, 4)]
    assert rule(Rect(0, 0, 2, 1), double=True)[0].runs[0].text == "══"

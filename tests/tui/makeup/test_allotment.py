"""Boxes of a tree: each block has its own, and none overlap."""

from dataclasses import dataclass
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tui.makeup.allotment import GUTTER, NARROWEST, Allotment
from tui.makeup.geometry import Rect
from tui.makeup.tree import Cut, Leaf, Node, in_line, leaves


@dataclass
class Text:
    """So many cells of text, of which the first must be seen."""

    needed: int = 16
    whole: int = 1000
    narrowest: int = NARROWEST

    def least(self, width: int) -> int:
        return -(-self.needed // width)

    def most(self, width: int) -> int:
        return max(self.least(width), -(-self.whole // width))


def spread(node: Node, rect: Rect, *blocks: Text) -> Allotment:
    made = Allotment(blocks or [Text()] * (1 + max(leaves(node))))
    made.spread(node, rect)
    return made


def test_parts_beside_each_other_have_a_rule_in_the_gutter() -> None:
    made = spread(Cut(True, 0.5, Leaf(0), Leaf(1)), Rect(1, 2, 63, 10))
    assert made.boxes == {0: Rect(1, 2, 30, 10), 1: Rect(34, 2, 30, 10)}
    assert made.rules == [Rect(32, 2, 1, 10)]


def test_parts_beneath_each_other_have_a_rule_between_them() -> None:
    made = spread(Cut(False, 0.5, Leaf(0), Leaf(1)), Rect(0, 0, 30, 11))
    assert made.boxes == {0: Rect(0, 0, 30, 5), 1: Rect(0, 6, 30, 5)}
    assert made.rules == [Rect(0, 5, 30, 1)]


def test_columns_of_one_grid_stand_in_line() -> None:
    above = in_line(True, [(Leaf(0), 2.0), (Leaf(1), 1.0)])
    beneath = in_line(True, [(Leaf(at), 1.0) for at in (2, 3, 4)])
    made = spread(Cut(False, 0.5, above, beneath), Rect(0, 0, 87, 21))
    assert made.boxes[1].x == made.boxes[4].x
    assert made.boxes[0].right == made.boxes[3].right


def test_what_does_not_fit_beside_stands_beneath() -> None:
    made = spread(Cut(True, 0.5, Leaf(0), Leaf(1)), Rect(0, 0, 2 * NARROWEST, 9))
    assert made.boxes == {0: Rect(0, 0, 32, 4), 1: Rect(0, 5, 32, 4)}


def test_a_text_has_no_more_rows_than_it_fills_where_the_other_needs_them() -> None:
    made = spread(Cut(False, 0.5, Leaf(0), Leaf(1)), Rect(0, 0, 20, 21), Text(whole=60), Text())
    assert [box.height for box in made.boxes.values()] == [3, 17]


def test_each_may_have_more_rows_than_it_needs_if_it_fills_them() -> None:
    column = Cut(False, 0.5, Leaf(0), Leaf(1))
    made = Allotment([Text(), Text(whole=40)], 3)
    assert made.least(column, 20) == (1 + 3) + 1 + 2


def test_both_have_what_they_need() -> None:
    made = spread(Cut(False, 0.9, Leaf(0), Leaf(1)), Rect(0, 0, 20, 10), Text(), Text(80))
    assert [box.height for box in made.boxes.values()] == [5, 4]


@st.composite
def trees(draw: st.DrawFn, count: int) -> Node:
    """Draw a tree of so many blocks."""

    def part(first: int, last: int) -> Node:
        if last - first == 1:
            return Leaf(first)
        middle = draw(st.integers(first + 1, last - 1))
        share = draw(st.floats(0.01, 0.99))
        return Cut(draw(st.booleans()), share, part(first, middle), part(middle, last))

    return part(0, count)


@given(st.data(), st.integers(1, 9), st.integers(2, 200))
def test_no_box_overlaps_another_or_its_rules(data: st.DataObject, count: int, width: int) -> None:
    node = data.draw(trees(count))
    needed = data.draw(st.lists(st.integers(1, 90), min_size=count, max_size=count))
    whole = Allotment([Text(each) for each in needed])
    height = whole.least(node, width) + data.draw(st.integers(0, 40))
    page = Rect(0, 0, width, height)
    whole.spread(node, page)
    for box in (*whole.boxes.values(), *whole.rules):
        assert box.common(page) == box.size > 0
    for one, other in combinations((*whole.boxes.values(), *whole.rules), 2):
        assert not one.common(other)
    for block, box in whole.boxes.items():
        assert box.height >= Text(needed[block]).least(box.width)
        assert box.width >= min(width, NARROWEST)
    assert GUTTER > 2

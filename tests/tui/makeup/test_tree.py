"""A page as a tree of cuts."""

from tui.makeup.tree import Cut, Leaf, in_line, leaves


def test_parts_in_a_line_share_it_by_their_numbers() -> None:
    row = in_line(True, [(Leaf(4), 1.0), (Leaf(5), 1.0), (Leaf(6), 2.0)])
    assert isinstance(row, Cut)
    assert row.share == 0.25
    assert list(leaves(row)) == [4, 5, 6]
    assert in_line(True, [(Leaf(4), 9.0)]) == Leaf(4)

"""Which story stands next in a direction."""

from hypothesis import given
from hypothesis import strategies as st

from tui.makeup.geometry import Rect
from tui.makeup.neighbours import Direction, neighbour
from tui.makeup.pieces import Target

PAGE = [
    Target(Rect(0, 0, 60, 10), (20, 2)),  # the lead
    Target(Rect(63, 0, 20, 4), (63, 0)),
    Target(Rect(63, 5, 20, 5), (63, 5)),
    Target(Rect(0, 11, 40, 8), (0, 11)),
    Target(Rect(43, 11, 40, 8), (43, 11)),
]


def test_the_neighbour_beside_the_headline_comes_next() -> None:
    assert neighbour(PAGE, 0, "right") == 1
    assert neighbour(PAGE, 2, "left") == 0
    assert neighbour(PAGE, 0, "down") == 3
    assert neighbour(PAGE, 2, "down") == 4
    assert neighbour(PAGE, 4, "up") == 0
    assert neighbour(PAGE, 1, "down") == 2


def test_at_an_edge_one_stays() -> None:
    assert neighbour(PAGE, 0, "left") == 0
    assert neighbour(PAGE, 3, "down") == 3


def test_where_none_stands_beside_the_nearest_is_taken() -> None:
    corners = [Target(Rect(0, 0, 10, 2), (0, 0)), Target(Rect(20, 5, 10, 2), (20, 5))]
    assert neighbour(corners, 0, "right") == 1
    assert neighbour(corners, 0, "down") == 1


BOXES = st.builds(
    Rect, st.integers(0, 50), st.integers(0, 50), st.integers(1, 20), st.integers(1, 20)
)


@given(st.lists(BOXES, min_size=1, max_size=9), st.sampled_from(("left", "right", "up", "down")))
def test_a_step_ends_on_a_page(boxes: list[Rect], direction: Direction) -> None:
    targets = [Target(box, (box.x, box.y)) for box in boxes]
    assert 0 <= neighbour(targets, 0, direction) < len(targets)

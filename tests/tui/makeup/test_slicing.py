"""Rectangles on a page, parted by cuts."""

from hypothesis import given
from hypothesis import strategies as st

from tui.makeup.geometry import Rect
from tui.makeup.slicing import sliced
from tui.makeup.tree import Cut, Leaf, leaves

LEAD, BESIDE, LEFT, RIGHT = (
    (0, Rect(0, 0, 600, 500)),
    (1, Rect(620, 0, 380, 500)),
    (2, Rect(0, 520, 300, 480)),
    (3, Rect(320, 520, 680, 480)),
)

RECTS = st.builds(
    Rect, st.integers(0, 1000), st.integers(0, 1000), st.integers(1, 1000), st.integers(1, 1000)
)


def test_one_stands_alone() -> None:
    assert sliced([LEAD]) == Leaf(0)


def test_a_page_is_cut_as_it_was_made_up() -> None:
    whole = sliced([RIGHT, LEAD, LEFT, BESIDE])
    assert isinstance(whole, Cut)
    assert not whole.beside
    assert round(whole.share, 2) == 0.51
    assert list(leaves(whole)) == [0, 1, 2, 3]
    assert isinstance(whole.first, Cut)
    assert whole.first.beside
    assert round(whole.first.share, 2) == 0.61


def test_a_story_along_the_whole_page_is_parted_first() -> None:
    tall = (9, Rect(0, 0, 200, 1000))
    whole = sliced([tall, (1, Rect(220, 0, 780, 300)), (2, Rect(220, 320, 780, 680))])
    assert isinstance(whole, Cut)
    assert whole.beside
    assert whole.first == Leaf(9)


def test_of_boxes_that_overlap_the_least_is_torn() -> None:
    whole = sliced(
        [(0, Rect(0, 0, 1000, 420)), (1, Rect(0, 400, 500, 600)), (2, Rect(490, 400, 510, 600))]
    )
    assert isinstance(whole, Cut)
    assert not whole.beside
    assert whole.first == Leaf(0)


@given(st.lists(RECTS, min_size=1, max_size=20))
def test_every_block_is_in_the_tree_once(rects: list[Rect]) -> None:
    assert sorted(leaves(sliced(list(enumerate(rects))))) == list(range(len(rects)))

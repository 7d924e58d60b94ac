"""Pages made up by the weight of their stories."""

from hypothesis import given
from hypothesis import strategies as st

from tui.makeup.grid import Weighed, columns_in, made_up
from tui.makeup.tree import Cut, Leaf, leaves

HEAVY = [Weighed(at, 10.0 / (at + 1)) for at in range(9)]


def test_a_wider_terminal_has_more_columns() -> None:
    assert [columns_in(cells) for cells in (20, 40, 80, 120, 200)] == [1, 1, 2, 4, 6]


def test_one_column_has_the_stories_in_their_order() -> None:
    page = made_up(HEAVY, 1)
    assert list(leaves(page)) == list(range(9))
    while isinstance(page, Cut):
        assert not page.beside
        page = page.second


def test_the_lead_stands_at_the_upper_left_over_most_columns() -> None:
    page = made_up(HEAVY, 6)
    assert isinstance(page, Cut)
    assert not page.beside
    top = page.first
    assert isinstance(top, Cut)
    assert top.beside
    assert top.first == Leaf(0)
    assert round(top.share * 6) == 4


def test_two_columns_have_the_lead_over_both() -> None:
    page = made_up(HEAVY, 2)
    assert isinstance(page, Cut)
    assert page.first == Leaf(0)
    assert page.second == made_up(HEAVY, 2).second  # type: ignore[union-attr]


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=40), st.integers(1, 8))
def test_every_story_has_its_place(weights: list[float], columns: int) -> None:
    stories = [Weighed(at, each) for at, each in enumerate(sorted(weights, reverse=True))]
    page = made_up(stories, columns)
    assert sorted(leaves(page)) == list(range(len(stories)))
    assert next(leaves(page)) == 0

"""The lowest line: what there is room for."""

from typing import Any

import pytest

from tui.panes.status import Rule, StatusLine


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (40, " ↓ down  q quit         临江报 p. 1 40%"),
        (28, " ↓ down  q quit    p. 1 40%"),
        (18, " ↓ down  q quit"),
        (8, " ↓ down"),
    ],
)
async def test_the_first_hints_and_the_nearest_place_are_shown(
    stage: Any, cells: int, line: str
) -> None:
    status = StatusLine()
    async with stage(status, (cells, 3)) as pane:
        status.show(("↓ down", "q quit"), ("临江报", "p. 1", "40%"))
        assert pane.text == [line]


async def test_hints_give_way_to_the_place_but_the_first_the_way_out_and_the_help(
    stage: Any,
) -> None:
    status = StatusLine()
    hints = ("↓ down", "/ filter", "f front", "Esc back", "? help")
    async with stage(status, (54, 3)) as pane:
        status.show(hints, ("临江报", "2024-03-05", "p. 1", "/水库"))
        assert pane.text == [" ↓ down  Esc back  ? help       2024-03-05 p. 1 /水库"]
    async with stage(status, (26, 3)) as pane:
        assert pane.text == [" ↓ down  Esc back  ? help"]


async def test_a_side_that_is_not_given_stays(stage: Any) -> None:
    status = StatusLine()
    async with stage(status):
        status.show(left=("here",))
        status.show(right=("there",))
        assert (status.left, status.right) == (("here",), ("there",))


async def test_what_can_be_done_is_shown_again_when_news_are_passed(stage: Any) -> None:
    status = StatusLine()
    async with stage(status, (40, 3)) as pane:
        status.hint(("↓ down", "q quit"), ("p. 1",))
        status.show(left=("Starred.",))
        assert pane.text == [" Starred.                          p. 1"]
        status.pass_news()
        assert pane.text == [" ↓ down  q quit                    p. 1"]


async def test_a_rule_is_a_column_of_one_cell(stage: Any) -> None:
    async with stage(Rule(), (5, 3)) as pane:
        assert pane.text == ["│", "│", "│"]

"""Bars: as long as their share, and never nothing for something."""

import pytest

from tui.typeset.bars import bar


@pytest.mark.parametrize(
    ("count", "largest", "length"),
    [(6, 6, 12), (3, 6, 6), (1, 6, 2), (1, 1000, 1), (0, 6, 0), (0, 0, 0)],
)
def test_a_bar_is_as_long_as_its_share_rounded_up(count: int, largest: int, length: int) -> None:
    assert bar(count, largest, 12) == "=" * length
    assert bar(count, largest, 12, sign="#") == "#" * length

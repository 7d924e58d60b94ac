"""What the model says of itself: catalogue rows, warnings, addresses."""

import pytest
from msgspec.structs import replace

from store.models import CatalogueRow, issue_of

ROW = CatalogueRow("linjiangbao-2024-03-05", "临江报", keyed="a" * 16 + "b" * 16, revision=3)


def test_a_row_has_its_articles_keys_in_order() -> None:
    assert ROW.keys == ("a" * 16, "b" * 16)
    assert ROW.articles == 2
    assert replace(ROW, keyed="").keys == ()


def test_a_stamp_changes_with_the_issue_and_with_ones_own_corrections() -> None:
    assert ROW.stamp == replace(ROW, aliases=("x",)).stamp
    assert len({ROW.stamp, replace(ROW, revision=4).stamp, replace(ROW, own="x").stamp}) == 3


@pytest.mark.parametrize(
    "address",
    ["linjiangbao-2024-03-05", "linjiangbao-2024-03-05/A5", "linjiangbao-2024-03-05/1.3"],
)
def test_an_address_is_in_one_issue(address: str) -> None:
    assert issue_of(address) == "linjiangbao-2024-03-05"

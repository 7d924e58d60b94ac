"""What is typed, and what a mistyped name is near to."""

import pytest

from tui.typed import GIVEN, SCOPED, nearest


@pytest.mark.parametrize(
    ("mistyped", "near"), [("unrad", "unread"), ("fliter", "filter"), ("水库", ""), ("", "")]
)
def test_a_mistyped_name_is_near_to_one_or_to_none(mistyped: str, near: str) -> None:
    assert nearest(mistyped, (*SCOPED, *GIVEN)) == near

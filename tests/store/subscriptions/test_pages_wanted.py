"""Which pages are wanted, by their numbers as they are printed."""

import pytest

from store.errors import DubaoError
from store.subscriptions.pages_wanted import pages_wanted


def test_all_are_wanted_where_nothing_is_said() -> None:
    assert pages_wanted("")("B07")
    assert pages_wanted(" , ")("头版")


@pytest.mark.parametrize(
    ("number", "is_wanted"),
    [("1", True), ("04", True), ("5", False), ("A01", True), ("a1", True), ("A2", False),
     ("C03", True), ("C5", False), ("B1", False), ("头版", False)],
)  # fmt: skip
def test_ranges_and_single_pages(number: str, is_wanted: bool) -> None:
    assert pages_wanted("1-4, A1,C02-C4")(number) is is_wanted


@pytest.mark.parametrize("wrong", ["4-1", "A1-B2", "first", "1;2", "-3", "1-2-3"])
def test_what_is_no_list_of_pages_is_told(wrong: str) -> None:
    with pytest.raises(DubaoError, match="these are no pages"):
        pages_wanted(wrong)

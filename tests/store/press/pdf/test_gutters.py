"""Gutters run between columns, from above to beneath."""

from store.press.pdf.gutters import columns_of, gutters_of
from store.press.pdf.items import Item
from tests.store.press.pdf.builders import row


def column(start: float, letters: int = 8, lines: int = 3) -> list[Item]:
    found = []
    for line in range(lines):
        one = row("文" * letters, start, 16.0 * line)
        found.append(Item(one.start, one.top, one.end, one.bottom, 10, (one,)))
    return found


def test_a_gutter_is_as_wide_as_a_letter_or_nearly_so() -> None:
    (gutter,) = gutters_of([*column(0), *column(88)], 10.0)
    assert (gutter.begin, gutter.end) == (80, 88)
    assert gutters_of([*column(0), *column(86)], 10.0) == []


def test_what_is_narrower_than_a_column_has_none_beside_it() -> None:
    assert gutters_of([*column(0), *column(95, letters=2)], 10.0) == []
    assert gutters_of([*column(0, letters=2), *column(40)], 10.0) == []


def test_a_single_line_has_none() -> None:
    assert gutters_of([*column(0, lines=1), *column(95, lines=1)], 10.0) == []


def test_what_stands_between_gutters_is_a_column() -> None:
    items = [*column(190), *column(0), *column(95)]
    found = columns_of(items, gutters_of(items, 10.0))
    assert [each[0].start for each in found] == [0, 95, 190]

"""What a page is cut into, and the space between."""

from store.press.pdf.items import (
    Gap,
    Item,
    columns_of,
    gaps,
    gutters_of,
    in_frames,
    levels,
    spaces,
)
from store.press.pdf.shapes import Box
from tests.store.press.pdf.builders import row


def item(start: float, top: float) -> Item:
    one = row("老桥", start, top)
    return Item(one.start, one.top, one.end, one.bottom, 10, (one,))


def test_gaps_lie_between_what_overlaps() -> None:
    assert gaps([(0, 10), (5, 20), (30, 40)], 5) == [Gap(10, 20, 30)]
    assert gaps([(0, 10), (12, 20)], 5) == []


def test_spaces_run_from_side_to_side() -> None:
    assert spaces([item(0, 0), item(50, 0), item(0, 30)], 5) == [Gap(20, 10, 30)]


def test_what_stands_in_a_frame_is_moved_as_one() -> None:
    inner = [item(100, top) for top in (0, 16, 32)]
    outer = item(0, 0)
    found = in_frames([outer, *inner], [Box(90, -5, 160, 60)])
    assert found[0] == outer
    assert (found[1].start, found[1].bottom, len(found[1].inner)) == (100, 42, 3)


def test_a_frame_around_everything_or_little_is_none() -> None:
    items = [item(0, top) for top in (0, 16, 32)]
    assert in_frames(items, [Box(-5, -5, 900, 900)]) == items
    assert in_frames(items, [Box(-5, -5, 900, 20)]) == items


def test_heights_are_counted() -> None:
    assert levels([item(0, 0), item(50, 1), item(0, 16)], 10) == 2


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

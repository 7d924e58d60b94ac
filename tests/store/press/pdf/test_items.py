"""What a page is cut into, and the space between."""

from store.press.pdf.items import Gap, Item, gaps, in_frames, levels, spaces
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

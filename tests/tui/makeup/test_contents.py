"""The contents box: each entry can be chosen."""

from store.models import IndexEntry
from tui.makeup.contents import ContentsBlock
from tui.makeup.geometry import Rect

ENTRIES = (IndexEntry("龙舟赛程公布", "", "2"), IndexEntry("江边的灯", "", "4"))


def test_every_entry_is_something_to_be_chosen() -> None:
    block = ContentsBlock(ENTRIES)
    assert block.most(30) == block.least(30) == 3
    title, *entries = block.draw(Rect(5, 2, 30, 9))
    assert title.item is None
    assert [drawn.box for drawn in entries] == [Rect(5, 2, 30, 2), Rect(5, 4, 30, 1)]
    assert [drawn.item and drawn.item.entry for drawn in entries] == list(ENTRIES)


def test_a_wide_box_has_its_entries_in_columns() -> None:
    _, first, second = ContentsBlock(ENTRIES).draw(Rect(0, 0, 57, 2))
    assert first.box.y == second.box.y == 0
    assert second.box.x == 30


def test_what_has_no_room_is_left_out() -> None:
    assert len(ContentsBlock(ENTRIES).draw(Rect(0, 0, 30, 2))) == 2

"""The place of an advertisement."""

from tui.makeup.advertisement import MOST, AdvertisementBlock
from tui.makeup.geometry import Rect


def test_it_is_named_in_the_middle_of_its_box_and_cannot_be_chosen() -> None:
    block = AdvertisementBlock()
    assert 1 == block.least(20) < block.most(20) == MOST
    (drawn,) = block.draw(Rect(10, 5, 20, 3))
    (piece,) = drawn.pieces
    assert (piece.x, piece.y) == (10 + 7, 6)
    assert "".join(run.text for run in piece.runs) == "广 告"
    assert drawn.item is None

"""Blocks: pairs of pixels, and what they take."""

from tui.pictures.blocks import cost, pairs

TWO = bytes([255, 0, 0, 0, 0, 255])


def test_two_rows_of_pixels_are_one_of_cells() -> None:
    rows = list(pairs(bytes([0, 1, 1, 0, 2, 2, 3, 3]), 2, halves=True))
    assert rows == [[(0, 1), (1, 0)], [(2, 3), (2, 3)]]


def test_without_halves_each_pixel_is_a_cell() -> None:
    assert list(pairs(bytes([0, 1, 1, 0]), 2, halves=False)) == [[(0, 0), (1, 1)], [(1, 1), (0, 0)]]


def test_neighbours_of_one_colour_take_a_byte_each() -> None:
    first = cost(bytes(2), 1, TWO, halves=True)
    assert cost(bytes(2 * 80), 80, TWO, halves=True) == first + 79


def test_fewer_colours_take_fewer_bytes() -> None:
    pixels = bytes([0, 1] * 80)
    shades = [cost(pixels, 80, palette, halves=True) for palette in (TWO, b"")]
    assert shades[0] > shades[1]
    assert cost(bytes(each + 16 for each in pixels), 80, b"", halves=True) > shades[1]

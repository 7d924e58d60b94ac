"""Sixels, read back by a small terminal: each pixel is the one that was sent."""

import random
import re

import pytest

from tui.pictures.sixel import BODY, encoded

PALETTE = bytes([255, 0, 0, 0, 255, 0, 0, 0, 255, 51, 102, 204])


def decoded(sixels: bytes) -> tuple[list[list[int | None]], dict[int, tuple[int, int, int]]]:
    """Return the pixels that sixels show, by the numbers of their colours, and the colours."""
    head = re.match(rb'"1;1;(\d+);(\d+)', sixels)
    assert head
    width, height = map(int, head.groups())
    pixels: list[list[int | None]] = [[None] * width for _ in range(height + 6)]
    colours: dict[int, tuple[int, int, int]] = {}
    x = y = colour = 0
    words = rb"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|(\$)|(-)"
    end = head.end()
    for word in re.finditer(words, sixels[end:]):
        assert end == head.end() + word.start(), "something else between"
        end = head.end() + word.end()
        if word[1]:
            colours[int(word[1])] = (int(word[2]), int(word[3]), int(word[4]))
        elif word[5]:
            colour = int(word[5])
        elif word[9]:
            x = 0
        elif word[10]:
            x, y = 0, y + 6
        else:
            bits, count = (word[7] or word[8])[0] - 63, int(word[6] or 1)
            for row in (pixels[y + bit] for bit in range(6) if bits >> bit & 1):
                assert not any(each is not None for each in row[x : x + count])
                row[x : x + count] = [colour] * count
            x += count
    assert end == len(sixels)
    assert not any(any(each is not None for each in row) for row in pixels[height:])
    return pixels[:height], colours


@pytest.mark.parametrize(("across", "down"), [(1, 1), (7, 6), (300, 13), (41, 40)])
def test_every_pixel_comes_back(across: int, down: int) -> None:
    chance = random.Random(across)
    pixels = bytes(chance.choice((0, 1, 1, 1, 3)) for _ in range(across * down))
    sixels = encoded(pixels, across, PALETTE)
    shown, colours = decoded(sixels)
    assert [each for row in shown for each in row] == list(pixels)
    assert BODY.fullmatch(sixels)
    if 3 in pixels:
        assert colours[3] == (20, 40, 80)


def test_what_repeats_is_counted() -> None:
    assert encoded(bytes(600), 100, PALETTE) == b'"1;1;100;6#0;2;100;0;0#0!100~-'


def test_what_would_end_the_string_is_no_sixel() -> None:
    assert not BODY.fullmatch(b"~~\x1b\\rm")
    assert not BODY.fullmatch(b"~~\x9c")
    assert not BODY.fullmatch(b"~~\n")

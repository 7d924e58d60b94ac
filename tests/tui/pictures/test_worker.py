"""Drawing a picture: in its budget, as the terminal can show it; and what cannot be drawn."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from tests.tui.pictures.test_sixel import decoded
from tui.pictures import blocks
from tui.pictures.drawing import Drawn, Encoding, Room, Wish
from tui.pictures.worker import DAMAGED, MOST_PIXELS, NO_PICTURE, NO_ROOM, TOO_LARGE, draw

ROOM = Room(80, 20, (8, 16))
Make = Callable[..., bytes]


def rgb(drawn: Drawn) -> list[tuple[int, ...]]:
    """Return the colours of the first row of blocks."""
    return [tuple(drawn.palette[3 * n : 3 * n + 3]) for n in drawn.data[: drawn.across]]


def refused(data: bytes) -> object:
    drawn = draw(Wish(data, ROOM))
    assert drawn.refusal
    return drawn.refusal.template


def test_a_picture_is_drawn_in_blocks(picture: Make) -> None:
    drawn = draw(Wish(picture(96, 64), ROOM))
    assert (drawn.columns, drawn.rows, drawn.across) == (24, 8, 24)
    assert len(drawn.data) == 24 * 16
    row = rgb(drawn)
    assert (row[2], row[12], row[21]) == ((255, 0, 0), (0, 255, 0), (0, 0, 255))


def test_without_halves_a_pixel_fills_a_cell(picture: Make) -> None:
    drawn = draw(Wish(picture(96, 64), ROOM, halves=False))
    assert len(drawn.data) == drawn.columns * drawn.rows


@pytest.mark.parametrize(
    ("colours", "numbers"), [("standard", (9, 10, 12)), ("256", (196, 46, 21))]
)
def test_a_terminals_own_colours_are_numbers(
    picture: Make, colours: str, numbers: tuple[int, ...]
) -> None:
    drawn = draw(Wish(picture(96, 64), ROOM, colours=colours))
    assert not drawn.palette
    assert (drawn.data[2], drawn.data[12], drawn.data[21]) == numbers


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_every_kind_that_is_kept_is_drawn(picture: Make, kind: str) -> None:
    red, green, blue = (rgb(draw(Wish(picture(96, 64, kind), ROOM)))[x] for x in (2, 12, 21))
    assert max(red) == red[0] > 200
    assert max(green) == green[1] > 200
    assert max(blue) == blue[2] > 200


def test_sixels_show_the_picture(picture: Make) -> None:
    drawn = draw(Wish(picture(96, 64), ROOM, "sixel"))
    pixels, colours = decoded(drawn.data)
    assert (len(pixels[0]), len(pixels)) == (192, 128)
    seen = [
        colours[pixel]
        for pixel in (pixels[50][20], pixels[50][96], pixels[50][170])
        if pixel is not None
    ]
    assert seen == [(100, 0, 0), (0, 100, 0), (0, 0, 100)]


def test_a_png_shows_the_picture(picture: Make, pillow: Any) -> None:
    drawn = draw(Wish(picture(96, 64), ROOM, "kitty"))
    shown = pillow.open(BytesIO(drawn.data)).convert("RGB")
    assert (drawn.columns, drawn.rows) == (24, 8)
    assert [shown.getpixel((x, 50)) for x in (20, 96, 170)] == [
        (255, 0, 0),
        (0, 255, 0),
        (0, 0, 255),
    ]


@pytest.mark.parametrize("budget", [4096, 65536])
@pytest.mark.parametrize("encoding", ["blocks", "sixel", "kitty"])
def test_no_picture_takes_more_than_its_budget(
    noise: bytes, encoding: Encoding, budget: int
) -> None:
    drawn = draw(Wish(noise, Room(200, 55), encoding, budget=budget))
    assert not drawn.refusal
    taken = len(drawn.data)
    if encoding == "blocks":
        taken = blocks.cost(drawn.data, drawn.across, drawn.palette, halves=True)
    elif encoding == "kitty":
        taken = taken * 4 // 3
        assert drawn.columns == 150, "the terminal makes it as large as it would have been"
    assert budget / 4 < taken <= budget


def test_what_one_sees_through_stands_on_white(pillow: Any) -> None:
    out = BytesIO()
    pillow.new("RGBA", (96, 64), (0, 0, 0, 0)).save(out, "PNG")
    assert set(rgb(draw(Wish(out.getvalue(), ROOM)))) == {(255, 255, 255)}


def test_a_picture_stands_upright(picture: Make, pillow: Any) -> None:
    turned = pillow.Exif()
    turned[0x0112] = 6
    drawn = draw(Wish(picture(96, 64, "JPEG", exif=turned), ROOM))
    assert drawn.columns < 2 * drawn.rows


def test_of_what_moves_the_first_picture_is_shown(picture: Make, pillow: Any) -> None:
    frames = [pillow.new("RGB", (96, 64), colour) for colour in ("red", "blue", "lime")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:] * 50)
    assert set(rgb(draw(Wish(out.getvalue(), ROOM)))) == {(255, 0, 0)}


def bomb(width: int, height: int) -> bytes:
    """Return a PNG that says that it is so large, and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return len(data).to_bytes(4) + kind + data + check.to_bytes(4)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def test_hostile_pictures_end_in_a_sentence(picture: Make) -> None:
    assert refused(b"") is not None
    assert refused(b"<svg/>") == NO_PICTURE
    assert refused(b"%PDF-1.7 \n" + bytes(99)) == NO_PICTURE
    assert refused(picture(96, 64)[:120]) == DAMAGED
    assert refused(picture(200, 100, "JPEG")[:500]) == DAMAGED
    assert refused(bomb(40_000, 25_000)) in (TOO_LARGE, DAMAGED)
    assert refused(bomb(8000, MOST_PIXELS // 8000 + 1)) == TOO_LARGE
    assert refused(bomb(2000, 2000)) == DAMAGED
    assert refused(bomb(0, 5)) in (DAMAGED, NO_PICTURE)


def test_where_there_is_no_room_there_is_no_picture(picture: Make) -> None:
    drawn = draw(Wish(picture(), Room(80, 0)))
    assert drawn.refusal
    assert drawn.refusal.template == NO_ROOM

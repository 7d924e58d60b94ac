"""The process that decodes, scales and encodes pictures: one after another, within limits.

`tui.pictures.asking` runs it as ``python -m tui.pictures.worker``; it ends when its standard input
does. Pillow is imported here alone.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from store.backends.serialization import from_bytes, to_bytes
from store.messages import Message
from store.press.limits import limited
from store.processes import Task, receive, send
from tui.language import N_
from tui.pictures import blocks, sixel
from tui.pictures.drawing import Drawn, Wish
from tui.pictures.scaling import cells, fitted, shrunk
from tui.pictures.within import is_within_pdf, of_page, part_of

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
"""What is decoded: the kinds of pictures that are kept, and none of Pillow's fifty others."""

MOST_PIXELS = 40_000_000
"""Pixels of a picture: a camera's, or a page of a paper as it is scanned for reading."""

MEMORY = 400 * 2**20
"""Bytes that a picture of so many pixels takes while it is decoded and scaled."""

SECONDS = 8.0
"""Processor time of a picture."""

TRIES = 12
"""How often a picture that takes too many bytes is made smaller."""

MOST_A_BYTE = 4
"""Pixels that a byte shows at most: a photograph with more of them is not even tried."""

COLOURS = {"blocks": (256, 96, 32, 16), "sixel": (128, 48, 16), "kitty": (256, 64)}
"""Colours of a picture, fewer and fewer till it fits, before it is made smaller."""

_BROKEN = (OSError, ValueError, SyntaxError, ArithmeticError, LookupError)
"""What Pillow says of a picture that is damaged."""

NO_PILLOW = N_("To see pictures, install Pillow: pip install 'dubao[pictures]'.")
NO_PICTURE = N_("This file is no picture that can be shown (JPEG, PNG, GIF or WebP).")
ABSENT = N_("The original does not hold the picture: {address}")
DAMAGED = N_("The picture is damaged.")
TOO_LARGE = N_("The picture is too large to be shown: {width} by {height} pixels.")
TOO_MUCH = N_("The picture needs more memory to be shown than it may have.")
NO_ROOM = N_("There is no room for the picture; make the terminal larger.")


class _AbsentError(Exception):
    """A document does not hold the picture that its page shows."""


def draw(wish: Wish) -> Drawn:
    """Return a picture as it was wished for, or why it cannot be drawn.

    Raises MemoryError where it needs too much.
    """
    try:
        import PIL.Image
    except ImportError:
        return Drawn(refusal=Message(NO_PILLOW))
    if not (wish.room.columns and wish.room.rows):
        return Drawn(refusal=Message(NO_ROOM))
    try:
        opened = _opened(wish)
        width, height = opened.size
        if width * height > MOST_PIXELS:
            return Drawn(refusal=Message(TOO_LARGE, {"width": width, "height": height}))
        picture = _plain(opened, fitted(opened.size, wish.room))
    except _AbsentError:
        return Drawn(refusal=Message(ABSENT, {"address": wish.within}))
    except PIL.UnidentifiedImageError:
        return Drawn(refusal=Message(NO_PICTURE))
    except (PIL.Image.DecompressionBombError, *_BROKEN):
        return Drawn(refusal=Message(DAMAGED))
    for drawn in _smaller_and_smaller(picture, wish):
        if drawn is not None:
            return drawn
    return Drawn(refusal=Message(NO_ROOM))


def _opened(wish: Wish) -> "Image":
    """Return the picture, of which nothing but its head may have been read by now.

    Raises what Pillow does, and _AbsentError.
    """
    import PIL.Image

    data = wish.data
    if is_within_pdf(wish.within):
        drawn = of_page(data, wish.within, wish.room)
        if drawn is None:
            raise PIL.UnidentifiedImageError
        return drawn
    if wish.within:
        data = part_of(data, wish.within)
        if not data:
            raise _AbsentError
    return PIL.Image.open(BytesIO(data), formats=FORMATS)


def _plain(picture: "Image", size: tuple[int, int]) -> "Image":
    """Return a picture's first frame as it is to be seen, no larger than is of use; on white.

    `draft` has a JPEG decoded at a half, a quarter or an eighth of its size.
    """
    from PIL import Image, ImageOps

    larger = max(size)
    picture.draft("RGB", (2 * larger, 2 * larger))
    picture.load()
    if max(picture.size) > 2 * larger:
        picture.thumbnail((2 * larger, 2 * larger), Image.Resampling.BOX)
    picture = ImageOps.exif_transpose(picture)
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        picture = Image.new("RGB", seen.size, "white")
        picture.paste(seen, mask=seen.getchannel("A"))
    return picture.convert("RGB")


def _smaller_and_smaller(picture: "Image", wish: Wish) -> "Iterator[Drawn | None]":
    """Yield the picture once it fits into its bytes, and None each time that it does not."""
    encode: Callable[[Image, tuple[int, int], int, Wish], tuple[Drawn, int]]
    encode = {"blocks": _blocks, "sixel": _sixel, "kitty": _kitty}[wish.encoding]
    size = fitted(picture.size, wish.room)
    if wish.encoding != "blocks" and size[0] * size[1] > MOST_A_BYTE * wish.budget:
        size = shrunk(size, size[0] * size[1], MOST_A_BYTE * wish.budget)
    fewer = iter(COLOURS[wish.encoding])
    colours = next(fewer)
    for _ in range(TRIES):
        drawn, taken = encode(picture, size, colours, wish)
        yield drawn if taken <= wish.budget else None
        less = next(fewer, None)
        expected = taken if less is None else taken // 3  # with so many fewer colours
        if less is None or expected > wish.budget:
            size = shrunk(size, expected, wish.budget)
        colours = less or colours


def _blocks(picture: "Image", size: tuple[int, int], colours: int, wish: Wish) -> tuple[Drawn, int]:
    """Return the picture as blocks, and the bytes that they take."""
    from PIL.Image import Dither

    across, rows = cells(size, wish.room)
    down = 2 * rows if wish.halves else rows
    small = _resized(picture, (across, down))
    if wish.colours == "truecolor":
        small = small.quantize(colours, dither=Dither.NONE)
        palette = bytes(small.getpalette() or ())
    else:
        dither = Dither.FLOYDSTEINBERG if wish.colours == "standard" else Dither.NONE
        small = small.quantize(palette=_terminals(wish.colours), dither=dither)
        palette = b""
    pixels = small.tobytes()
    if wish.colours == "256":
        pixels = bytes(each + 16 for each in pixels)
    drawn = Drawn(across, rows, across, pixels, palette)
    return drawn, blocks.cost(pixels, across, palette, halves=wish.halves)


def _sixel(picture: "Image", size: tuple[int, int], colours: int, wish: Wish) -> tuple[Drawn, int]:
    """Return the picture as sixels, and the bytes that they take."""
    from PIL.Image import Dither

    small = _resized(picture, size).quantize(colours, dither=Dither.NONE)
    data = sixel.encoded(small.tobytes(), size[0], bytes(small.getpalette() or ()))
    columns, rows = cells(size, wish.room)
    return Drawn(columns, rows, size[0], data), len(data) + 32


def _kitty(picture: "Image", size: tuple[int, int], colours: int, wish: Wish) -> tuple[Drawn, int]:
    """Return the picture as a PNG, and the bytes that it takes; a small one is made larger there.

    It fills the same cells, whatever its own size.
    """
    from PIL.Image import Dither

    columns, rows = cells(fitted(picture.size, wish.room), wish.room)
    out = BytesIO()
    _resized(picture, size).quantize(colours, dither=Dither.NONE).save(out, "PNG", compress_level=9)
    data = out.getvalue()
    taken = len(data) * 4 // 3 + 16 * (len(data) // 3072 + 4)
    return Drawn(columns, rows, size[0], data), taken


def _resized(picture: "Image", size: tuple[int, int]) -> "Image":
    from PIL import Image

    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _terminals(colours: str) -> "Image":
    """Return a picture with the palette of a terminal: its 16 colours, or 240 of the 256.

    What the first 16 look like is each reader's own; xterm's are taken.
    """
    from PIL import Image

    if colours == "256":
        steps = (0, 95, 135, 175, 215, 255)
        palette = [each for r in steps for g in steps for b in steps for each in (r, g, b)]
        palette += [grey for step in range(24) for grey in [8 + 10 * step] * 3]
    else:
        palette = [205 * (bits >> place & 1) for bits in range(7) for place in range(3)]
        palette += [229, 229, 229, 127, 127, 127]
        palette += [255 * (bits >> place & 1) for bits in range(1, 8) for place in range(3)]
    carrier = Image.new("P", (1, 1))
    carrier.putpalette(palette)
    return carrier


def main() -> None:
    """Answer requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # what a library prints is no answer
    os.dup2(nowhere, 2)
    while request := receive(sys.stdin.buffer):
        _task, packed = from_bytes(request, tuple[Task, bytes])
        wish = from_bytes(packed, Wish)
        try:
            with limited(SECONDS, MEMORY):
                drawn = draw(wish)
        except MemoryError:
            drawn = Drawn(refusal=Message(TOO_MUCH))
        send(answers, to_bytes(drawn))


if __name__ == "__main__":
    main()

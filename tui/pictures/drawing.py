"""What a picture is drawn from, and what comes of it: a request and its answer."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from store.messages import Message

Encoding = Literal["blocks", "kitty", "sixel"]
"""How a picture is encoded: cells in two colours, a PNG for kitty's protocol, or sixels."""

Side = Annotated[int, Meta(ge=0, le=2**15)]
"""Cells or pixels of a side of what is shown."""

PNG = b"\x89PNG\r\n\x1a\n"
"""What a PNG begins with."""


class Room(Struct, frozen=True):
    """Where a picture is to go: `columns` by `rows` cells, each `cell` pixels wide and high."""

    columns: Side
    rows: Side
    cell: tuple[Side, Side] = (8, 16)


class Wish(Struct, frozen=True):
    """A picture as it lies in its file, and how it is to be drawn, in `budget` bytes at most.

    `colours` are those of the terminal: ``standard`` (16), ``256`` or ``truecolor``. Without
    `halves` a cell of blocks has one colour. `within` is the picture's address where the file is a
    document that holds it.
    """

    data: bytes
    room: Room
    encoding: Encoding = "blocks"
    colours: str = "truecolor"
    halves: bool = True
    budget: int = 65536
    within: str = ""


class Drawn(Struct, frozen=True):
    """A picture that fills `columns` by `rows` cells, or why there is none.

    `data` is a PNG, sixels, or for blocks a number for each pixel, row by row, `across` in a row:
    that of a colour in `palette` (red, green and blue, a byte each), or without one the terminal's.
    """

    columns: Side = 0
    rows: Side = 0
    across: Side = 0
    data: bytes = b""
    palette: bytes = b""
    refusal: Message | None = None

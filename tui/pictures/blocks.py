"""Blocks: two pixels in a cell, one above the other, as ``▀`` in their two colours."""

from collections.abc import Iterator

HALF = "▀"

Pair = tuple[int, int]
"""The numbers of the colours of a cell: above, which is written, and below, which is behind it."""


def pairs(pixels: bytes, across: int, *, halves: bool) -> Iterator[list[Pair]]:
    """Yield the cells of each row of the screen that shows `pixels`, `across` in a row.

    Two pixels of one colour are a blank on it: the fewest bytes. Without `halves` all are.
    """
    for at in range(0, len(pixels), across * (1 + halves)):
        upper = pixels[at : at + across]
        lower = pixels[at + across : at + 2 * across] if halves else upper
        yield list(zip(upper, lower, strict=True))


def cost(pixels: bytes, across: int, palette: bytes, *, halves: bool) -> int:
    """Return how many bytes these cells take on a terminal: what changes from cell to cell."""
    inks = [_parameters(38, number, palette) for number in range(256)]
    grounds = [_parameters(48, number, palette) for number in range(256)]
    taken = 0
    for row in pairs(pixels, across, halves=halves):
        taken += len("\x1b[24;80H\x1b[m")
        ink = ground = -1
        for above, below in row:
            written = above if above != below else ink
            changed = [inks[written]] * (written != ink) + [grounds[below]] * (below != ground)
            ink, ground = written, below
            taken += len(HALF.encode()) if above != below else 1
            taken += len(";".join(changed)) + 3 if changed else 0
    return taken


def _parameters(kind: int, number: int, palette: bytes) -> str:
    """Return what sets a colour, of what is written (38) or of what is behind it (48)."""
    if palette:
        return ";".join(map(str, (kind, 2, *palette[3 * number : 3 * number + 3])))
    if number < 16:
        return str(kind - 8 + number if number < 8 else kind + 52 + number - 8)
    return f"{kind};5;{number}"

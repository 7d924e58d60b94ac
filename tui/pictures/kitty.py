"""Kitty's graphics protocol: a PNG in pieces, placed at the cursor or by characters.

See https://sw.kovidgoyal.net/kitty/graphics-protocol/. ``q=2`` keeps the terminal from answering:
what it says would be read as keys, here or in the shell. Within tmux a picture is placed by
characters (``U=1``), which tmux moves about as any others: it does not know of the picture.
"""

from base64 import b64encode
from collections.abc import Iterator

from tui.terminal.grid import PLACEHOLDER

PIECE = 4096
"""Characters of a picture's data that one sequence holds."""

_MARKS = (
    0x305, 0x30D, 0x30E, 0x310, 0x312, 0x33D, 0x33E, 0x33F, 0x346, 0x34A, 0x34B, 0x34C, 0x350,
    0x351, 0x352, 0x357, 0x35B, 0x363, 0x364, 0x365, 0x366, 0x367, 0x368, 0x369, 0x36A, 0x36B,
    0x36C, 0x36D, 0x36E, 0x36F, 0x483, 0x484, 0x485, 0x486, 0x487, 0x592, 0x593, 0x594, 0x595,
    0x597, 0x598, 0x599, 0x59C, 0x59D, 0x59E, 0x59F, 0x5A0, 0x5A1, 0x5A8, 0x5A9, 0x5AB, 0x5AC,
    0x5AF, 0x5C4, 0x610, 0x611, 0x612, 0x613, 0x614, 0x615, 0x616, 0x617,
)  # fmt: skip
"""The marks that stand for the numbers of rows and columns (kitty's rowcolumn-diacritics.txt)."""

MOST_ROWS = len(_MARKS)
"""Rows of a picture that is placed by characters."""


def shown(
    png: bytes, number: int, columns: int, rows: int, *, by_characters: bool = False
) -> list[str]:
    """Return the sequences that send a picture under this number, to fill so many cells.

    It is placed at the cursor, which stays; or where the characters are.
    """
    how = "U=1" if by_characters else "C=1"
    head = f"a=T,f=100,q=2,{how},i={number},c={columns},r={rows},"
    data = b64encode(png).decode()
    pieces = [data[at : at + PIECE] for at in range(0, len(data), PIECE)]
    out = []
    for at, piece in enumerate(pieces):
        more = int(at + 1 < len(pieces))
        out.append(f"\x1b_G{'q=2,' if at else head}m={more};{piece}\x1b\\")
    return out


def removed(number: int) -> str:
    """Return what takes a picture off the screen, and out of the terminal's memory."""
    return f"\x1b_Ga=d,d=I,q=2,i={number}\x1b\\"


def characters(columns: int, rows: int) -> Iterator[str]:
    """Yield the characters that place a picture, row by row."""
    for row in range(rows):
        yield PLACEHOLDER + chr(_MARKS[row]) + PLACEHOLDER * (columns - 1)

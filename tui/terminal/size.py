"""How large a terminal is taken to be: no larger than any that a person reads from.

A terminal may say that it is 65,535 by 65,535 cells, and every cell is held in memory. What lies
beyond the largest size stays blank. Imports nothing: the first picture asks here, too.
"""

import os

MOST_COLUMNS = 500
MOST_ROWS = 300


def clamped(columns: int, rows: int) -> tuple[int, int]:
    """Return the part of so many columns and rows that is drawn."""
    return max(0, min(columns, MOST_COLUMNS)), max(0, min(rows, MOST_ROWS))


def terminal_size(fileno: int = 1) -> tuple[int, int]:
    """Return the columns and rows to draw on the terminal open there. Raises OSError for none."""
    return clamped(*os.get_terminal_size(fileno))


def cell_size(fileno: int = 1) -> tuple[int, int] | None:
    """Return how many pixels a cell is wide and high, as the system knows it; None where not."""
    from fcntl import ioctl
    from struct import unpack
    from termios import TIOCGWINSZ

    try:
        rows, columns, across, down = unpack("HHHH", ioctl(fileno, TIOCGWINSZ, bytes(8)))
    except OSError:
        return None
    if not (rows and columns):
        return None
    size = across // columns, down // rows
    return size if all(4 <= side <= 128 for side in size) else None

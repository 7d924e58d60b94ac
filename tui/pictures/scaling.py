"""How large a picture is shown: within its room, in the proportions that it has."""

from math import ceil, sqrt

from tui.pictures.drawing import Room

LARGER = 2
"""How many times its own size a picture may be shown at."""


def fitted(size: tuple[int, int], room: Room, larger: float = LARGER) -> tuple[int, int]:
    """Return the pixels of the screen, across and down, that a picture of `size` pixels fills."""
    width, height = size
    across, down = room.columns * room.cell[0], room.rows * room.cell[1]
    scale = min(across / width, down / height, larger)
    return max(1, round(width * scale)), max(1, round(height * scale))


def cells(size: tuple[int, int], room: Room) -> tuple[int, int]:
    """Return the columns and rows that so many pixels of the screen touch."""
    return ceil(size[0] / room.cell[0]), ceil(size[1] / room.cell[1])


def shrunk(size: tuple[int, int], taken: int, budget: int) -> tuple[int, int]:
    """Return the size at which what takes `taken` bytes would take a little less than `budget`."""
    scale = min(0.9, 0.95 * sqrt(budget / taken))
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))

"""A graphic: what stands on the terminal beside its cells, and what no cell tells of."""

from typing import Protocol, runtime_checkable

from msgspec import Struct


class Graphic(Struct, frozen=True):
    """What shows a graphic over blank cells, from column `x` and row `y` on, and takes it away.

    `shown` leaves the cursor where it is.
    """

    x: int
    y: int
    shown: str
    removed: str = ""


@runtime_checkable
class Illustrated(Protocol):
    """A widget that may have a graphic over its cells while it has the focus."""

    def graphic(self) -> Graphic | None:
        """Return what it is, and where on the screen."""

"""Where a story stands on its page."""

from collections.abc import Iterable

from store.bounds import FEW
from store.models import Area


def polygon(points: Iterable[tuple[float, float]], width: float, height: float) -> Area:
    """Return the polygon through `points`, on a page of this `width` and `height`, from above.

    What leads out of the page is drawn in; fewer points than three are no area.
    """
    if width <= 0 or height <= 0:
        return ()
    found = tuple((_part(x, width), _part(y, height)) for x, y in points)
    return found if 3 <= len(found) <= FEW else ()


def _part(at: float, whole: float) -> int:
    return min(max(round(1000 * at / whole), 0), 1000)

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


def united(areas: Iterable[Area]) -> Area:
    """Return one polygon that is all of `areas`: from one to the next it leads without any width.

    An area that is told twice counts once; of very many corners the first ones stay.
    """
    parts = list(dict.fromkeys(filter(None, areas)))
    if len(parts) < 2:
        return parts[0] if parts else ()
    found, origin = parts[0], parts[0][0]
    for part in parts[1:]:
        if len(found) + len(part) + 2 <= FEW:
            found = (*found, origin, *part, part[0])
    return found


def _part(at: float, whole: float) -> int:
    return min(max(round(1000 * at / whole), 0), 1000)

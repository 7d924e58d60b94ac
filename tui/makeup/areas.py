"""The areas of a page's stories: where each one stands, and whether it tells the make-up."""

from collections.abc import Sequence
from itertools import combinations

from store.models import Area
from tui.makeup.geometry import NOWHERE, Rect, around, largest_within

MOST = 200
"""Stories of which a page is made up at most; of more, their areas tell nothing of one."""

LEAST = 12
"""Thousandths of the page that a story is wide and high at least: what is less is a sliver."""

APART = 0.02
"""Part of a place that may lie over another without being in its way: areas are drawn by hand."""

OVERLAP = 0.25
"""Where more of all areas lies over another, they tell nothing: each is of a sheet of its own."""

WHOLE = Rect(0, 0, 1000, 1000)


def place_of(area: Area) -> Rect:
    """Return where a story stands, in thousandths of its page; `NOWHERE` if that is not told."""
    found = largest_within(area) if len(area) > 2 else NOWHERE
    return found if min(found.width, found.height) >= LEAST else NOWHERE


def places_of(areas: Sequence[Area]) -> list[Rect]:
    """Return where each of all that is on a page stands.

    Ragged areas, as of a story whose columns are of unlike lengths or of an L, are taken as far as
    they reach, where nothing else stands there.
    """
    places = [place_of(area) for area in areas]
    for at, place in enumerate(places):
        if place is not NOWHERE:
            frame = around([Rect(x, y, 0, 0) for x, y in areas[at]])
            others = (other for number, other in enumerate(places) if number != at)
            if all(frame.common(other) <= APART * other.size for other in others):
                places[at] = frame
    return places


def tell_the_page(places: Sequence[Rect]) -> bool:
    """Return whether the places of a page's stories are those that it was printed with.

    Some have none, and some are made by a program: strips that are all alike, or sheets on which
    each story stands alone.
    """
    told = [place for place in places if place is not NOWHERE]
    if not 2 <= len(told) <= MOST or 2 * len(told) < len(places):
        return False
    if len(told) > 2 and len({(place.x, place.width) for place in told}) == 1:
        return False
    over = sum(one.common(other) for one, other in combinations(told, 2))
    return over <= OVERLAP * sum(place.size for place in told)


def free_top(places: Sequence[Rect]) -> Rect:
    """Return the free corner at the top of a page in which its masthead stood; else `NOWHERE`.

    Beside it a story may stand (报眼).
    """
    told = [place for place in places if place is not NOWHERE]
    frame = around(told)
    best = NOWHERE
    for right in sorted({place.x for place in told if place.x > frame.x} | {frame.right}):
        left = Rect(frame.x, 0, right - frame.x, 1000)
        depth = min(place.y for place in told if place.common(left))
        if frame.y < depth and (right - frame.x) * (depth - frame.y) > best.size:
            best = Rect(frame.x, frame.y, right - frame.x, depth - frame.y)
    wide = best.width >= frame.width // 4 and best.right < frame.right
    return best if wide and best.height >= 3 * LEAST else NOWHERE

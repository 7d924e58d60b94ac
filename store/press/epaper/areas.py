"""The map of a page's picture: which part of the page each article fills."""

import re

from store.models import Area
from store.press.area import polygon, united
from store.press.markup.parse import Element
from store.press.text.clean import clean_line
from store.press.text.web_address import resolved

_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d{1,8})?")
_SIZE = re.compile(r"\d{2,5}")


def areas_of(root: Element, address: str) -> dict[str, tuple[str, Area]]:
    """Return the title, perhaps empty, and the area of each address in a page's map, in order.

    A story may have several: its text and its picture, or the columns that it fills.
    """
    found: dict[str, tuple[str, list[list[tuple[float, float]]]]] = {}
    for node in root.iter("area"):
        where = resolved(address, node.get("href") or "")
        if where:
            title = clean_line(node.get("title") or node.get("alt") or "")
            found.setdefault(where, (title, []))[1].append(_points(node))
    points = [point for _, parts in found.values() for each in parts for point in each]
    if not points:
        return {where: (title, ()) for where, (title, _) in found.items()}
    width, height = _size(root) or _guessed(points)
    return {
        where: (title, united(polygon(each, width, height) for each in parts))
        for where, (title, parts) in found.items()
    }


def _points(node: Element) -> list[tuple[float, float]]:
    """Return the corners of an area, a rectangle's from its two."""
    numbers = [float(number) for number in _NUMBER.findall(node.get("coords") or "")]
    if len(numbers) == 4:
        left, top, right, bottom = numbers
        return [(left, top), (right, top), (right, bottom), (left, bottom)]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _size(root: Element) -> tuple[float, float] | None:
    """Return the width and height that the picture of the map is shown in, None if not told."""
    for node in root.iter("img"):
        if node.get("usemap"):
            width, height = (_SIZE.match(node.get(name) or "") for name in ("width", "height"))
            if width and height:
                return float(width[0]), float(height[0])
    return None


def _guessed(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the size of a page whose margins are as wide at the right and below as elsewhere."""
    across, down = zip(*points, strict=True)
    return max(across) + max(min(across), 0.0), max(down) + max(min(min(down), min(across)), 0.0)

"""The nodes of a page by their ids and classes: what papers call the places of an article."""

from store.press.markup.parse import Element, finder

_NAMED = finder("descendant::*[@id or @class]")

Places = dict[str, list[Element]]
"""Nodes by ``#id`` and ``.class``, in the page's order."""


def places_of(root: Element) -> Places:
    """Return the nodes of a page that have an id or a class."""
    found: Places = {}
    for node in _NAMED(root):
        if name := node.get("id"):
            found.setdefault(f"#{name}", []).append(node)
        if names := node.get("class"):
            for each in names.split():
                found.setdefault(f".{each}", []).append(node)
    return found

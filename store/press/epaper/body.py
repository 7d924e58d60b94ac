"""Where an article's body stands on its page (SOURCES, section 3)."""

from collections.abc import Sequence

from store.press.epaper.places import Places
from store.press.markup.parse import Element

_SURE = ("#ozoom", "#articleContent", ".contenttext", "#contenttext", "#zoom", "#article_content")
_LIKELY = (
    ".newsdetatext",
    ".detail-text",
    ".dzb-desc-box",
    ".article-content",
    "#zhenwenzone",
    "#content",
    "#mainContent",
    ".main-content",
    ".content",
)
_IN_ORDER = _SURE + _LIKELY
"""The places, the surest first; Founder's own tag comes before them all."""
_LEAST = 2
"""Characters of a body."""
_LEAST_TEXT = 60
"""Characters of a body that nothing names."""


def find_body(root: Element, places: Places) -> list[Element]:
    """Return the nodes that the body of the article stands in, one after another; perhaps none.

    The surest place that has something wins; of several within each other it is the innermost
    that holds all paragraphs. Where there is no such place, most text is it.
    """
    candidates = [list(root.iter("founder-content"))]
    candidates += [places[name] for name in _IN_ORDER if name in places]
    for at, nodes in enumerate(candidates):
        found = _outermost([node for node in nodes if _has_something(node)])
        if len(found) == 1:
            inner = [node for others in candidates[at + 1 :] for node in others]
            return [_innermost(found[0], inner)] if inner else found
        if found:
            return found
    return _of_most_text(root)


def _of_most_text(root: Element) -> list[Element]:
    """Return the node whose own paragraphs say most, as on an ordinary site; perhaps none."""
    sizes: dict[Element, int] = {}
    for node in root.iter("p"):
        outer = node.getparent()
        if outer is not None and node.find(".//a") is None:
            sizes[outer] = sizes.get(outer, 0) + _size(node)
    found = max(sizes, key=lambda node: sizes[node], default=None)
    return [found] if found is not None and sizes[found] >= _LEAST_TEXT else []


def _has_something(node: Element) -> bool:
    size = 0
    for text in node.itertext():
        size += len(text.strip())
        if size >= _LEAST:
            return True
    return node.find(".//img") is not None


def _outermost(nodes: Sequence[Element]) -> list[Element]:
    """Return `nodes` without those that stand within another."""
    if len(nodes) < 2:
        return list(nodes)
    kept = set(nodes)
    return [node for node in nodes if not any(each in kept for each in node.iterancestors())]


def _innermost(node: Element, others: Sequence[Element]) -> Element:
    """Return the innermost of `others` within `node` that holds all that it does, or `node`."""
    for other in others:
        if node in other.iterancestors() and _holds_all(other, node):
            node = other
    return node


def _holds_all(inner: Element, outer: Element) -> bool:
    count = sum(1 for _ in outer.iter("p"))
    if count:
        return sum(1 for _ in inner.iter("p")) == count
    return _size(inner) == _size(outer)


def _size(node: Element) -> int:
    return sum(len(text.strip()) for text in node.itertext())

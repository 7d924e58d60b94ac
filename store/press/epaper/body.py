"""Where an article's body stands on its page (SOURCES, section 3)."""

from collections.abc import Sequence

from store.press.markup.parse import Element, finder

_IDS = (
    "ozoom",
    "articleContent",
    "contenttext",
    "zoom",
    "article_content",
    "content",
    "zhenwenzone",
    "mainContent",
)
_CLASSES = (
    "contenttext",
    "newsdetatext",
    "detail-text",
    "dzb-desc-box",
    "article-content",
    "main-content",
    "content",
)
_ORDER = {
    f"{kind}{name}": at
    for at, (kind, name) in enumerate(
        (
            ("<", "founder-content"),
            *(("#", name) for name in _IDS[:5]),
            *((".", name) for name in _CLASSES[:5]),
            *(("#", name) for name in _IDS[5:]),
            *((".", name) for name in _CLASSES[5:]),
        )
    )
}
"""The places, the surest first."""
_CANDIDATES = finder(
    "//founder-content|//*[@id or @class]["
    + " or ".join(f'@id="{name}"' for name in _IDS)
    + " or "
    + " or ".join(f'contains(@class,"{name}")' for name in _CLASSES)
    + "]|//*[@neirong]"
)
_LEAST = 2
"""Characters of a body."""


def find_body(root: Element) -> list[Element]:
    """Return the nodes that the body of the article stands in, one after another; perhaps none.

    The surest place that has something wins; of several within each other it is the innermost
    that holds all paragraphs.
    """
    places: dict[int, list[Element]] = {}
    for node in _CANDIDATES(root):
        places.setdefault(_rank(node), []).append(node)
    for rank in sorted(places):
        if rank == len(_ORDER):
            continue
        nodes = _outermost([node for node in places[rank] if _has_something(node)])
        if nodes:
            inner = [node for other in places for node in places[other] if other != rank]
            return [_innermost(nodes[0], inner)] if len(nodes) == 1 else nodes
    return []


def _rank(node: Element) -> int:
    """Return how sure the place is, the last where it is none for all that."""
    names = [f"<{node.tag}", f"#{node.get('id', '')}"]
    names += [f".{name}" for name in node.get("class", "").split()]
    return min(_ORDER.get(name, len(_ORDER)) for name in names)


def _has_something(node: Element) -> bool:
    return (
        len("".join(map(str, node.itertext())).strip()) >= _LEAST or node.find(".//img") is not None
    )


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
    return len("".join(map(str, inner.itertext())).split()) == len(
        "".join(map(str, outer.itertext())).split()
    )

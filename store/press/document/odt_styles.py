"""The settings of an .odt: named and automatic styles, each with a parent.

See OpenDocument 1.3, part 3, 16 (styles) and 20 (their properties). What is said of Asian letters
goes before what is said of western ones.
"""

import re

from store.press.document.paragraph import PLAIN, TITLE, Setting, is_heavy, named
from store.press.markup.parse import Element

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_MOST_PARENTS = 20
_MEASURE = re.compile(r"(-?[0-9]{1,5}(?:\.[0-9]{1,6})?)(pt|cm|mm|in|pc|px|%|em)?")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "px": 0.75, "em": 12.0}
_INDENT = 6.0
"""Points."""
_ESCAPED = re.compile(r"_([0-9a-f]{2,4})_")


class Styles:
    """The styles that stand in the parts of a document."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Setting] = {}
        self._resolved: dict[tuple[str, str], Setting] = {}
        for root in roots:
            for node in root.iter(f"{STYLE}style"):
                family = node.get(f"{STYLE}family") or ""
                self._styles[family, node.get(f"{STYLE}name") or ""] = node
            for node in root.iter(f"{STYLE}default-style"):
                family = node.get(f"{STYLE}family") or ""
                self._defaults[family] = _own(node, PLAIN)

    def of_paragraph(self, node: Element) -> Setting:
        """Return how a paragraph or a heading is set."""
        said = self._style("paragraph", node.get(f"{TEXT}style-name") or "")
        said = said.over(self._defaults.get("paragraph", PLAIN))
        if node.tag == f"{TEXT}h":
            level = node.get(f"{TEXT}outline-level") or "1"
            told = int(level) + TITLE if level.isascii() and level.isdigit() else TITLE + 1
            return Setting(level=min(told, 10)).over(said)
        return said

    def of_span(self, node: Element, around: Setting) -> Setting:
        """Return how a span is set in what is set as `around`."""
        return self._style("text", node.get(f"{TEXT}style-name") or "").over(around)

    def _style(self, family: str, name: str) -> Setting:
        key = family, name
        if key not in self._resolved:
            chain: list[Element] = []
            while (node := self._styles.get((family, name))) is not None:
                chain.append(node)
                name = node.get(f"{STYLE}parent-style-name") or ""
                if len(chain) == _MOST_PARENTS:
                    break
            said = PLAIN
            for node in reversed(chain):
                said = _own(node, said).over(_called(node)).over(said)
            self._resolved[key] = said
        return self._resolved[key]


def _called(style: Element) -> Setting:
    """Return what the name of a style says, and its level in the outline."""
    name = style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name") or ""
    said = named(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), name))
    level = style.get(f"{STYLE}default-outline-level") or ""
    if level.isascii() and level.isdigit():
        return Setting(level=min(int(level), 9) + TITLE).over(said)
    return said


def _own(style: Element, parent: Setting) -> Setting:
    """Return what a style says itself; sizes in percent are of its `parent`'s."""
    said = PLAIN
    for each in style:
        if each.tag == f"{STYLE}paragraph-properties":
            align, indent = each.get(f"{FO}text-align"), each.get(f"{FO}text-indent")
            said = Setting(
                centred=None if align is None else align == "center",
                indented=None if indent is None else _points(indent, 0.0) >= _INDENT,
            ).over(said)
        elif each.tag == f"{STYLE}text-properties":
            said = _of_letters(each, parent).over(said)
    return said


def _of_letters(properties: Element, parent: Setting) -> Setting:
    size = properties.get(f"{STYLE}font-size-asian") or properties.get(f"{FO}font-size")
    weight = properties.get(f"{STYLE}font-weight-asian") or properties.get(f"{FO}font-weight")
    font = (
        properties.get(f"{STYLE}font-name-asian")
        or properties.get(f"{STYLE}font-name")
        or properties.get(f"{FO}font-family")
    )
    hidden = properties.get(f"{TEXT}display")
    return Setting(
        size=_points(size, parent.size or 12.0) if size else None,
        bold=None if weight is None else weight in ("bold", "600", "700", "800", "900"),
        heavy=None if font is None else is_heavy(font),
        hidden=None if hidden is None else hidden == "none",
    )


def _points(measure: str, whole: float) -> float:
    """Return a `measure` in points; one in percent is that of the `whole`."""
    found = _MEASURE.match(measure)
    if not found:
        return 0.0
    if found[2] == "%":
        return float(found[1]) * whole / 100
    return float(found[1]) * _POINTS.get(found[2] or "pt", 1.0)

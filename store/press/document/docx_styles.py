"""The settings of a .docx: its styles, each based on another, and what is set in place.

See ECMA-376, part 1, 17.3 (properties of paragraphs and runs) and 17.7 (styles).
"""

import re
from functools import cached_property

from store.press.document.paragraph import PLAIN, TITLE, Setting, is_heavy, named
from store.press.markup.parse import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_NUMBER = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,6})?")
_MOST_BASED = 20
"""Styles that one is based on, one on another: of damaged files in a circle."""
_TEXT_LEVEL = 9
"""The outline level that is none."""
_ONE_CHARACTER = 100
"""In hundredths of one; an indent in twentieths of a point is at least so long, too."""


class Styles:
    """The styles of a document; without a part of them, `root` is None."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {} if root is None else {_id(each): each for each in root.iter(f"{W}style")}
        self._root = root
        self._resolved: dict[str, Setting] = {}
        self._of_runs: dict[tuple[Setting, tuple[object, ...]], Setting] = {}

    @cached_property
    def defaults(self) -> Setting:
        """What the document says for all text, and its style for paragraphs that name none."""
        said = PLAIN
        if self._root is not None:
            for name in ("rPrDefault", "pPrDefault"):
                node = self._root.find(f"{W}docDefaults/{W}{name}")
                said = said if node is None else _own(node).over(said)
        for style, node in self._styles.items():
            if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") not in (None, "0"):
                return self.style(style).over(said)
        return said

    def style(self, name: str) -> Setting:
        """Return what the style of this id says, with all that it is based on."""
        if name not in self._resolved:
            said, node = PLAIN, self._styles.get(name)
            for _ in range(_MOST_BASED):
                if node is None:
                    break
                said = said.over(_own(node).over(named(_value(node.find(f"{W}name")))))
                node = self._styles.get(_value(node.find(f"{W}basedOn")))
            self._resolved[name] = said
        return self._resolved[name]

    def of_paragraph(self, properties: Element | None) -> Setting:
        """Return how a paragraph of these properties is set."""
        if properties is None:
            return self.defaults
        styled = self.style(_value(properties.find(f"{W}pStyle")))
        return paragraph_setting(properties).over(styled.over(self.defaults))

    def of_run(self, properties: Element, around: Setting) -> Setting:
        """Return how a run of these properties is set in a paragraph that is set as `around`."""
        said = tuple(part for each in properties for part in (each.tag, *each.values()))
        key = around, said  # most runs of a document are set as others are
        if key not in self._of_runs:
            style = properties.find(f"{W}rStyle")
            styled = PLAIN if style is None else self.style(_value(style))
            self._of_runs[key] = run_setting(properties).over(styled.over(around))
        return self._of_runs[key]


def paragraph_setting(properties: Element) -> Setting:
    """Return what the properties of a paragraph (w:pPr) say."""
    centred: bool | None = None
    indented: bool | None = None
    level: int | None = None
    number: tuple[str, int] | None = None
    for each in properties:
        if each.tag == f"{W}jc":
            centred = each.get(f"{W}val") == "center"
        elif each.tag == f"{W}ind":
            indented = max(_number(each, "firstLineChars"), _number(each, "firstLine")) >= (
                _ONE_CHARACTER
            )
        elif each.tag == f"{W}outlineLvl":
            told = int(_number(each, "val"))
            level = told + TITLE + 1 if 0 <= told < _TEXT_LEVEL else 0
        elif each.tag == f"{W}numPr":
            place = each.find(f"{W}ilvl")
            at = 0 if place is None else int(_number(place, "val"))
            number = _value(each.find(f"{W}numId")), at
    return Setting(centred=centred, indented=indented, level=level, number=number)


def run_setting(properties: Element) -> Setting:
    """Return what the properties of a run (w:rPr) say."""
    size: float | None = None
    bold: bool | None = None
    heavy: bool | None = None
    hidden: bool | None = None
    for each in properties:
        tag = each.tag
        if tag == f"{W}sz":
            size = _number(each, "val") / 2 or None
        elif tag == f"{W}b":
            bold = _is_on(each)
        elif tag == f"{W}vanish":
            hidden = _is_on(each)
        elif tag == f"{W}rFonts":
            font = each.get(f"{W}eastAsia") or each.get(f"{W}ascii")
            heavy = is_heavy(font) if font else None
    return Setting(size=size, bold=bold, heavy=heavy, hidden=hidden)


def _own(node: Element) -> Setting:
    """Return what a style or the defaults say in their own properties."""
    said = PLAIN
    for properties in node:
        if properties.tag == f"{W}pPr":
            said = paragraph_setting(properties).over(said)
        elif properties.tag == f"{W}rPr":
            said = run_setting(properties).over(said)
    return said


def _id(style: Element) -> str:
    return style.get(f"{W}styleId") or ""


def _value(node: Element | None) -> str:
    return "" if node is None else node.get(f"{W}val") or ""


def _is_on(node: Element) -> bool:
    return (node.get(f"{W}val") or "1").lower() not in _OFF


def _number(node: Element, name: str) -> float:
    """Return the number of an attribute, 0 where it has none."""
    found = _NUMBER.match(node.get(f"{W}{name}") or "")
    return float(found[0]) if found else 0.0

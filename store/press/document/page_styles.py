"""How a page of markup sets its text: what its tags, its attributes and its rules of style say.

Offices name a document's styles in their rules: ``p.a {mso-style-name:副标题; font-size:15.0pt}``.
"""

import re
from collections.abc import Iterator

from store.press.document.paragraph import PLAIN, TITLE, Setting, is_heavy, named
from store.press.dump.lines.kinds import FURNITURE
from store.press.markup.parse import Element
from store.press.markup.text import HEADINGS

_RULE = re.compile(r"([^{}@;]{1,1000})\{([^{}]{0,4000})\}")
_COMMENT = re.compile(r"/\*.{0,2000}?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"(\w{0,20})(?:\.([\w-]{1,80}))?")
_SAID = re.compile(r"([\w-]{1,40})\s*:\s*([^;]{0,400})")
_MOST_RULES = 2_000
_SIZE = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)(pt|px|em|rem|cm|mm|in)?")
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "cm": 28.35, "mm": 2.835, "in": 72.0}
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
"""Points of what ``<font size=5>`` says."""
_HEADING_SIZES = (24.0, 18.0, 14.0, 12.0, 12.0, 12.0)
_ESCAPED = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?|\\(.)")
_BOLD = frozenset({"b", "strong"})


class PageStyles:
    """The rules of style that stand in a page."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[tuple[str, str], Setting] = {}
        for node in root.iter("style"):
            for selectors, said in _RULE.findall(_COMMENT.sub(" ", node.text or ""))[:_MOST_RULES]:
                setting = _said(said)
                for tag, name in _selected(selectors) if setting != PLAIN else ():
                    self._rules[tag, name] = setting.over(self._rules.get((tag, name), PLAIN))

    def of(self, node: Element, around: Setting) -> Setting:
        """Return how what is within a node is set, which stands in what is set as `around`."""
        tag = str(node.tag).lower()
        setting = _of_tag(node, tag).over(around)
        if self._rules or node.attrib:
            names = ["", *(node.get("class") or "").split()]
            for key in ((tag, name) for name in names):
                setting = self._rules.get(("", key[1]), PLAIN).over(setting)
                setting = self._rules.get(key, PLAIN).over(setting)
            setting = _said(node.get("style") or "").over(setting)
        return setting


def _of_tag(node: Element, tag: str) -> Setting:
    """Return what a tag says, and its attributes that are older than rules of style."""
    if tag in HEADINGS:
        level = HEADINGS.index(tag)
        return Setting(size=_HEADING_SIZES[level], bold=True, level=level + 1 + TITLE)
    if tag in _BOLD:
        return Setting(bold=True)
    if tag == "font":
        face = node.get("face") or ""
        return Setting(
            size=_FONT_SIZES.get(node.get("size") or ""), heavy=is_heavy(face) if face else None
        )
    centred = tag == "center" or (node.get("align") or "").lower() == "center"
    return Setting(centred=True) if centred else PLAIN


def _selected(selectors: str) -> Iterator[tuple[str, str]]:
    """Yield the tag and the class that a rule is for, each perhaps ``""``."""
    for selector in selectors.split(","):
        found = _SELECTOR.fullmatch(selector.strip())
        if found and (found[1] or found[2]):
            yield found[1].lower(), found[2] or ""


def _said(declarations: str) -> Setting:
    """Return what declarations say: ``font-size:22.0pt; text-align:center``."""
    if not declarations:
        return PLAIN
    said = {name.lower(): value.strip() for name, value in _SAID.findall(declarations)}
    size = _SIZE.fullmatch(said.get("font-size", ""))
    weight, align = said.get("font-weight", "").lower(), said.get("text-align", "").lower()
    fonts = [said[name] for name in ("font-family", "mso-fareast-font-family") if name in said]
    indent = _SIZE.match(said.get("text-indent", ""))
    setting = Setting(
        size=float(size[1]) * _POINTS[size[2] or "px"] if size else None,
        bold=weight in ("bold", "bolder", "600", "700", "800", "900") if weight else None,
        heavy=any(map(is_heavy, fonts)) if fonts else None,
        centred=align == "center" if align else None,
        indented=bool(float(indent[1])) if indent else None,
        hidden=_is_hidden(said) or None,
        role=FURNITURE if said.get("mso-element") in ("header", "footer") else None,
    )
    return setting.over(named(_unescaped(said.get("mso-style-name", "")).strip("\"'")))


def _is_hidden(said: dict[str, str]) -> bool:
    return said.get("display") == "none" or said.get("mso-hide") == "all"


def _unescaped(text: str) -> str:
    r"""Return a name as a rule of style writes it: ``\6807\9898`` is 标题."""
    return _ESCAPED.sub(
        lambda code: chr(min(int(code[1], 16), 0x10FFFF)) if code[1] else code[2], text
    )

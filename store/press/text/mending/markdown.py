"""Markdown: marks of emphasis, quotations and links, in a text whose headings (##) say it is such.

The headings keep their marks, which tell their rank.
"""

import re
from collections import Counter

from store.messages import template

MARKED = template("lines with marks of Markdown")

HEADING = re.compile(r" {0,3}(?P<marks>#{1,6}) +(?P<title>\S.*?)(?: +#+)? *")
"""A whole line that is a heading."""
_HEADED = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_LINK = re.compile(r"(!?)\[([^\[\]]{0,200})\]\([^()\s]{1,500}(?: +\"[^\"]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(\*{1,3}|__|~~|`)(?=\S)([^*_~`]+)(?<=\S)\1")


def without_marks(text: str) -> tuple[str, Counter[str]]:
    """Return `text` without the marks within its lines, and how many lines had them."""
    if not _HEADED.search(text):
        return text, Counter()
    lines = text.split("\n")
    plain = [_plain(line) for line in lines]
    changed = sum(old != new for old, new in zip(lines, plain, strict=True))
    return "\n".join(plain), +Counter({MARKED: changed})


def _plain(line: str) -> str:
    """Return `line` without marks; a picture keeps brackets around what it is called."""
    line = _QUOTE.sub("", line)
    line = _LINK.sub(lambda link: f"[{link[2]}]" if link[1] else link[2], line)
    return _EMPHASIS.sub(r"\2", line)

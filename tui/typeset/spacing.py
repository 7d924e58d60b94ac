"""What is done on the screen to the spaces between characters: marks by half, a cell beside Latin.

After clreq, sections 6.3.2 (two marks side by side, of which one is a bracket, take one and a half
characters; so may a mark at a line's edge give up its blank half) and 6.3.1 (Chinese and Western
text stand apart, but not at a line's edge nor at a mark). Marks are halved that have a half-width
form in Unicode; a cell is twice the space that print gives, and the least that there is. Neither is
in the text: it is copied, searched and exported as it was.
"""

import re
from functools import cache

from msgspec import Struct

from store.config import Config
from tui.typeset.upright import use_forms

HALVES = dict(zip("。、「」", "｡､｢｣", strict=True))
"""Marks with a half-width form; the corner brackets within others have none."""

OPENING = "「"
"""Of these, what has its blank half before it."""

_MARKS = "，。、；：？！）》〉」』】〕”’（《〈「『【〔“‘"
_SIDE_BY_SIDE = f"[。、」](?=[{_MARKS}])|「(?<=[，；：？！（《〈『【〔）》〉』】〕「]「)"
_HALVED = "[。、「」]"

_HAN = "々〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = (
    "A-Za-z0-9\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff"
)
_WORD = f"[{_LATIN}][{_LATIN}\u0300-\u036f]*"
_CHINESE = f"[{_HAN}]"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile at the first use: mostly characters stand as they are printed."""
    return re.compile(pattern)


class Spacing(Struct, frozen=True):
    """How the spaces between characters are set: `half` halves marks, `apart` sets Latin apart.

    Neither is where characters stand `upright`, one beneath the other.
    """

    half: bool = False
    apart: bool = False
    upright: bool = False


AS_PRINTED = Spacing()
"""Every character as wide as it is, and side by side."""

UPRIGHT = Spacing(upright=True)
"""Every character in a pair of cells of its own, but for those that share one."""

_chosen = [AS_PRINTED]


def space_as(config: Config) -> None:
    """Space what is set for the screen from now on as this says, in the whole process.

    So are stops of vertical text drawn in the forms that it says.
    """
    use_forms(config.forms)
    _chosen[0] = Spacing(config.marks == "half", config.spacing)


def spacing_shown() -> Spacing:
    """Return how what is set for the screen is spaced."""
    return _chosen[0]


def halved(text: str) -> str:
    """Return `text`, as long as before, with one of two marks side by side in half width."""
    return _compiled(_SIDE_BY_SIDE).sub(lambda mark: HALVES[mark[0]], text)


def beside_latin(text: str) -> list[int]:
    """Return where Chinese and Latin, or digits, meet: the offsets of what follows."""
    found: list[int] = []
    chinese = _compiled(_CHINESE)
    for start, end in (word.span() for word in _compiled(_WORD).finditer(text)):
        if start and chinese.match(text, start - 1):
            found.append(start)
        if chinese.match(text, end):
            found.append(end)
    return found


def edge_marks(text: str) -> tuple[list[int], list[int]]:
    """Return where a line may begin, and where one may end, with a mark that is halved there."""
    marks = [(mark.start(), mark[0] in OPENING) for mark in _compiled(_HALVED).finditer(text)]
    return [at for at, opens in marks if opens], [at + 1 for at, opens in marks if not opens]

"""The place from which a byline's people report: 〔記者甲／台中報導〕, 本报记者 甲 台中报道."""

import re

from store.press.forms.patterns import HAN
from store.press.forms.surnames import is_person

_PLACE = re.compile(
    rf"/[^/]{{1,8}}(?:报[道导]|[报摄]导)$| *发自 *{HAN}{{2,10}}(?:[ 、,和/]+{HAN}{{2,10}}){{0,3}}$"
    rf"|(?:(?<=者{HAN}{HAN})|(?<=者{HAN}{HAN}{HAN})){HAN}{{2}}报导$"
)
"""Also 本报记者 甲 发自台中, and 【本報記者甲乙台中報導】, where the place has two characters."""
_APART = re.compile(
    rf"(?<={HAN})(?<![者员生]) +(?!{HAN}{{0,2}}(?:摄影|图片|综合|联合|连线|专题))"
    rf"(?P<place>{HAN}{{2,4}}(?:[、,]{HAN}{{2,4}})*)(?:报道|(?P<abroad>报导))$"
)
"""本报记者 甲乙 台中报道; 甲乙 丙丁报道 has a name there, and 甲乙 摄影报道 what was done."""
_GLUED = re.compile(
    rf"(?:(?<=[者员生]{HAN}{HAN})|(?<=[者员生]{HAN}{HAN}{HAN}))"
    rf"(?!(?:综合|联合|连线|摄影|图片)){HAN}{{2}}(?:[、,]{HAN}{{2,3}})+(?:联合|综合|连线)?报[道导]$"
)
"""Two places glued to a name: 本报记者甲乙丙青溪、南渡联合报道; 甲乙、丙丁报道 has names."""
_TOWNS = frozenset("州都汉")
"""How the names of towns end that begin as surnames do: 杭州, 成都, 武汉."""


def without_place(bare: str) -> str:
    """Return the folded byline `bare` without the place from which its people report."""
    bare = _GLUED.sub("", _PLACE.sub("", bare))
    found = _APART.search(bare)
    if found and (found["abroad"] or not is_person(found["place"]) or found["place"][-1] in _TOWNS):
        return bare[: found.start()]
    return bare

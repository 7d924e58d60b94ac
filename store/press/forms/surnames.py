"""Chinese personal names: whether a word may be one, told by the surname that it begins with."""

import re

from store.press.forms.patterns import HAN, IN_PARTS, PERSON, SURNAME_IN_PARTS
from store.press.text.surnames import begins_with_surname
from store.words.fold import fold

_NAMES = re.compile(rf"{PERSON}(?:[ 、,/]+{PERSON}){{0,5}}")
_IN_PARTS, _SURNAME_IN_PARTS = re.compile(IN_PARTS), re.compile(SURNAME_IN_PARTS)
_SHORT = re.compile(f"{HAN}{{2,4}}")
_BETWEEN = re.compile("[ 、,/]+")
_FOREIGN = re.compile("[·•]")
_NO_NAMES = re.compile(
    r"综合|新闻|报[道导讯]|中心|集团|办公室|委员|新华|本报|编辑|视觉|时间|时评|社评"
    r"|方法|成[果效就]|安全|金融|党建|农[村业民]|水[利库]|花[卉园]|平安|和[平谐]"
    r"|高[考校原]|向[前好上]|东[方部]|全[国市县省]|文[化明学]|国[家际内]|明[天年]"
    r"|公[告益开]|时[代光]|相关|关[于注]|解[读决]|应[对用]|经[济验]|管理|强[化县]"
    r"|能源|连线"
)


def is_person(word: str) -> bool:
    """Return whether `word` has the form of a Chinese name: a surname and one or two characters."""
    if _IN_PARTS.fullmatch(word):
        return True
    plain = fold(word)
    if not _SHORT.fullmatch(plain) or _NO_NAMES.match(plain):
        return False
    return begins_with_surname(plain)


def are_people(text: str) -> bool:
    """Return whether the folded `text` is nothing but names of people, six at the most."""
    if not _NAMES.fullmatch(text):
        return False
    words = _BETWEEN.split(text)
    sure = [word for word in words if not _SURNAME_IN_PARTS.fullmatch(word)]
    return bool(sure) and all(_FOREIGN.search(word) or is_person(word) for word in sure)

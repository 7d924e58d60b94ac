"""How a story ends: signed, credited, or with the place and day of its telegram and no stop."""

import re

from store.press.forms.patterns import DAY, HAN, NAMES, SIGNED
from store.press.forms.signed_text import people_after_stop
from store.press.forms.surnames import are_people
from store.press.text.characters import STOPS, folded

_ENDING = 110
"""How many characters at a paragraph's end are looked at."""
_TELEGRAM = (
    rf"(?:据?(?:本报|新华社|中新社|中央社)|{HAN}{{2,6}}?[网报社])"
    rf"[^。，,:()“”]{{0,18}}?{DAY}日(?:专?电|讯)"
)
_DATED = re.compile(rf"(?:^|[。！？!?][”’]?|  ) *\(?{_TELEGRAM}\)?$")
_APART = re.compile(r"(?<=\S)(?: {2,}|\u3000{2,})(?=\S+$)")
_CREDITED = re.compile(
    r"[。！？”] *(?:[^。，！？”]{2,14}摄(?:影报道)?(?:\([^()]{2,8}\))?"
    r"|\([^()。，]{2,14}摄(?:影报道)?\)"
    rf"|\(?(?:图|摄影|图片)[/:] *{NAMES}\)?|\({NAMES} */? *[图摄]\)|(?:新华|中新)社发)$"
)
_OF_PICTURE = re.compile("[摄攝图圖发](?:(?<!发)|(?<=社发))")
"""What every credit holds, before it is folded."""
_NAMED = re.compile(rf"[。！？!?][”’]?\((?P<people>{NAMES})\)$")
"""Names alone in a bracket after the last stop."""
_MAY_END = re.compile(rf"[)摄道电讯发]$|[。！？!?][”’]? *[{HAN[1:-1]}· 、/:]{{2,40}}$")


def ends_story(paragraph: str) -> bool:
    """Return whether a story ends with `paragraph`."""
    return _closes(_end(paragraph))


def is_finished(paragraph: str) -> bool:
    """Return whether `paragraph` is whole, though no stop ends it."""
    return is_credited(paragraph) or _closes(_end(paragraph))


def is_credited(paragraph: str) -> bool:
    """Return whether `paragraph` ends with who took its picture."""
    return bool(_OF_PICTURE.search(paragraph) and _CREDITED.search(_end(paragraph)))


def _end(paragraph: str) -> str:
    """Return the folded end of `paragraph` if it may close a story; most end with a stop."""
    if paragraph[-1:] in STOPS:
        return ""
    plain = folded(paragraph[-_ENDING:])
    return plain if _MAY_END.search(plain) else ""


def _closes(plain: str) -> bool:
    if not plain:
        return False
    if SIGNED.search(plain) or _DATED.search(plain) or people_after_stop(plain):
        return True
    named = _NAMED.search(plain)
    return named is not None and are_people(named["people"])


def is_closed_by_telegram(text: str) -> bool:
    """Return whether a telegram's place and day stand apart at the end of a paragraph's `text`."""
    apart = _APART.search(text, max(0, len(text) - _ENDING)) if text[-1] in "电電讯訊" else None
    return apart is not None and is_telegram(folded(text[apart.end() :]))


def is_telegram(plain: str) -> bool:
    """Return whether the folded line `plain` is nothing but the place and day of a telegram."""
    return len(plain) <= _ENDING and bool(_DATED.fullmatch(plain))

"""People whom a story's text names: in its lead-in, or in what closes its last paragraphs."""

import re
from functools import lru_cache

from store.models import Byline
from store.press.forms.bylines import EMPLOYMENT, LONGEST, is_byline, read_byline
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.patterns import HAN, NAME, ROLE, unspaced
from store.press.forms.roles import ROLE_BEFORE
from store.press.forms.surnames import are_people, is_person
from store.press.text.characters import STOPS, folded

_BRACKET = re.compile(r"\(((?:[^()]|\([^()]{1,8}\)){2,200})\)")
_SPOKEN = re.compile(r"(?:本报)?(?:记者|通讯员)[^，。“(:]{2,60}?报[道导](?::|(?= ))")
_NAMED_BEHIND = re.compile(rf"[|丨·: ]*(?P<people>(?:{ROLE} *{HAN}{{2,4}}[ |、]+)+)(?=.{{10}})")
_OPENING = re.compile(rf"\(([{HAN[1:-1]} 、·]{{2,30}})\)(?=[{HAN[1:-1]}0-9“])")
_SIGNED_OPENING = re.compile(
    rf"[^，。:“”()]{{0,14}}\((?P<people>{ROLE}[^()]{{2,40}})\)(?=.{{10}})"
    rf"|(?P<spoken>{ROLE} *{HAN}{{2,4}}?(?:[ 、]{HAN}{{2,4}}?)?) *报[道导][: ]+(?=.{{10}})"
)
"""新闻速递（记者 甲）…, （本报记者 甲）…: what any bracket with a post says near the beginning."""
_PLACE = re.compile(r"/[^/]{1,8}(?:报[道导]|[报摄]导)$")
"""〔記者甲／台中報導〕."""
_CREDIT = re.compile(
    r"[。”] *([^。”()]{2,16}(?:摄|摄影报道)|(?:图|摄影|图片)[/:] *[^。”()]{2,16})$"
)
_PICTURED = re.compile(rf"/[图摄]$|^{NAME}(?:[ 、]+{NAME})?[ /]*(?:摄|摄影)$")
"""甲 乙/摄, 甲摄: who took a picture needs no surname to be known."""
_SIGNING = 3
"""The most names that sign a story; a longer list is of those who contributed."""
_OPENING_WITHIN, _SPOKEN_LENGTH = 40, 80
_SPOKEN_WITHIN = 200
"""How many characters at a paragraph's start may name people."""
_SET_NAME = rf"(?:{HAN} +{HAN}(?!{HAN})|{NAME})"
_AFTER_STOP = re.compile(
    rf"[。！？!?][”’]?(?P<apart> *)(?P<people>(?:{ROLE} *)?{_SET_NAME}"
    rf"(?:[ 、,/]+(?:{ROLE} *)?{_SET_NAME}){{0,3}})(?P<work> *(?:文/?[图摄]|图/?文))?$"
)


def byline_of_lead(paragraph: str) -> tuple[Byline, ...]:
    """Return the people in a lead-in: 本报讯（记者 甲 通讯员 乙）, 本报讯 记者甲、通讯员乙报道."""
    return _byline_of_beginning(paragraph[:_SPOKEN_WITHIN])


@lru_cache(maxsize=256)
def _byline_of_beginning(paragraph: str) -> tuple[Byline, ...]:
    lead = read_lead_in(paragraph)
    if not lead:
        if signed := _SIGNED_OPENING.match(folded(paragraph[:_SPOKEN_LENGTH])):
            return _persons(paragraph[slice(*signed.span(signed.lastgroup or 0))])
        opening = _OPENING.match(folded(paragraph[:_OPENING_WITHIN]))
        return _in_bracket(paragraph[slice(*opening.span(1))]) if opening else ()
    behind = paragraph[len(lead) : _SPOKEN_WITHIN].lstrip()
    plain = folded(behind[:_SPOKEN_LENGTH])
    if match := _SPOKEN.match(plain):
        return read_byline(match.group().rstrip(":"))
    if match := _NAMED_BEHIND.match(plain):
        return _persons(behind[slice(*match.span("people"))])
    if len(paragraph) <= _SPOKEN_LENGTH and is_byline(folded(behind)):
        return read_byline(behind)
    people: list[Byline] = []
    for bracket in _BRACKET.finditer(folded(lead)):
        people += _in_bracket(paragraph[bracket.start(1) : bracket.end(1)])
    return tuple(people)


def _persons(text: str) -> tuple[Byline, ...]:
    """Return the people of a byline, if its names are sure to be names."""
    found = read_byline(text)
    return found if all(is_person(name) for each in found for name in each.names) else ()


def byline_of_tail(paragraph: str) -> tuple[Byline, ...]:
    """Return the people in a bracket that ends a paragraph: （记者 甲）, （本报记者 甲、乙）.

    A bracket that is a paragraph of its own and lists many, or an agency, names contributors.
    """
    if paragraph[-1:] in STOPS:
        return ()
    plain = folded(paragraph[-LONGEST:])
    if credit := _CREDIT.search(plain):
        return read_byline(paragraph[credit.start(1) - len(plain) :])
    if signed := people_after_stop(plain):
        return read_byline(paragraph[signed - len(plain) :])
    match = re.search(r"\(([^()]{2,100})\)$", plain)
    if match is None or re.search(rf"作者[为是系]|{EMPLOYMENT}|[。！？]", match[1]):
        return ()
    before = len(paragraph) - len(plain)
    alone = match.start() == 0 and before == 0
    closes = alone or plain[: match.start()].rstrip().endswith(
        ("。", "！", "？", "”", "!", "?", ")")
    )
    found = _in_bracket(paragraph[before + match.start(1) : before + match.end(1)], bare=closes)
    many = sum(len(byline.names) for byline in found) > _SIGNING
    return () if alone and (many or re.match(r"据|新华社|综合|参与", match[1])) else found


def people_after_stop(plain: str) -> int:
    """Return where the names begin that the folded paragraph `plain` ends with after its last stop.

    0 if it does not: 他们已逐只查看了缆绳。甲乙丙 丁戊己.
    """
    match = _AFTER_STOP.search(plain[-LONGEST:])
    if match is None:
        return 0
    people = unspaced(match["people"])
    if not ROLE_BEFORE.search(people):
        lone = len(people) == 2 and not match["apart"]
        if lone or not are_people(people):
            return 0
    return len(plain) - len(match["people"] + (match["work"] or ""))


def _in_bracket(text: str, *, bare: bool = True) -> tuple[Byline, ...]:
    """Return the people that a bracket names: by roles, or `bare` where it holds no more."""
    plain = folded(text)
    if _PICTURED.search(plain):
        return read_byline(text)
    if roles := ROLE_BEFORE.search(plain):
        before = plain[: roles.start()].strip(" 、,/")
        return read_byline(text if are_people(before) else text[roles.start() :])
    place = _PLACE.search(plain)
    names = plain[: place.start()] if place else plain
    return read_byline(names) if bare and are_people(unspaced(names.strip())) else ()

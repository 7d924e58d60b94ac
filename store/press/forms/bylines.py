"""Who wrote a story and who took its pictures: names by role, wherever a story prints them."""

import re
from collections.abc import Iterable, Iterator

from store.models import Byline
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.patterns import HAN, NAME, WRITER, unspaced
from store.press.text.characters import folded

_ROLE = re.compile(
    rf"(?:{WRITER}"
    r"|(?:本报|特约)?评论员|文图|图文|文/摄|文/图|文(?=/)|图(?=/)|摄(?=/)|摄影(?=/)|作者):?"
)
_AFTER = re.compile(
    r"(?P<role>/?(?:摄影报道|图片报道|综合报道|整理|编译|采写|报道|报导|摄影|文/?[摄图]|文|摄|图))$"
)
_NAME = re.compile(NAME)
_NOT_NAMES = re.compile(
    r"综合|整合|报道|电$|讯$|中心|集团|办公室|委员|新华社|本报|据|摘自|等$|消息|整理|编译|人民|视觉|报社|全文|相关|组$"
)
_BRACKET = re.compile(r"\(([^()]{2,200})\)")
_SPOKEN = re.compile(r"(?:本报)?(?:记者|通讯员)[^，。“(:]{2,60}?报道?导?:")
_ORIGIN = re.compile(r"(?<=[^(])\([^()]*\)$")
"""甲摄（人民视觉）."""
_PLACE = re.compile(r"/[^/]{1,8}报[道导]$")
"""〔記者甲／台中報導〕."""
_CREDIT = re.compile(r"[。”] *([^。”()]{2,16}(?:摄|摄影报道))$")
_SIGNING = 3
"""The most names that sign a story; a longer list is of those who contributed."""
_SPOKEN_WITHIN, _TAIL = 200, 110
"""How many characters at a paragraph's start, and at its end, may name people."""
_ENGLISH = re.compile(r"^by (.+)$", re.IGNORECASE)


def read_byline(text: str) -> tuple[Byline, ...]:
    """Return the people of a byline, of a bracket after 本报讯, or of a credit."""
    if match := _ENGLISH.match(text.strip()):
        names = tuple(re.split(r",? and |, ", match[1].strip()))
        return (Byline("By", names),)
    whole = folded(text)
    plain = _ORIGIN.sub("", whole.strip(" □■●◎○△▲。,")).strip("()<> ")
    plain = unspaced(_PLACE.sub("", plain))
    found = []
    for role, run in _pieces(plain):
        if names := _names(run):
            found.append(Byline(role, _as_printed(names, text, whole)))
    return tuple(found)


def _as_printed(names: Iterable[str], text: str, whole: str) -> tuple[str, ...]:
    """Return `names`, read from `whole`, which is `text` folded, in the characters of `text`."""
    printed, plain = "".join(text.split()), "".join(whole.split())
    found = []
    for name in names:
        at = plain.find(name)
        found.append(printed[at : at + len(name)] if at >= 0 else name)
    return tuple(found)


def byline_of_lead(paragraph: str) -> tuple[Byline, ...]:
    """Return the people in a lead-in: 本报讯（记者 甲 通讯员 乙）, 本报讯 记者甲、通讯员乙报道."""
    lead = read_lead_in(paragraph)
    if not lead:
        return ()
    plain = folded(paragraph[:_SPOKEN_WITHIN])
    if match := _SPOKEN.match(plain[len(lead) :].lstrip()):
        return read_byline(match.group().rstrip(":"))
    people: list[Byline] = []
    for bracket in _BRACKET.finditer(plain, 0, len(lead)):
        people += _with_role(paragraph[bracket.start(1) : bracket.end(1)])
    return tuple(people)


def byline_of_tail(paragraph: str) -> tuple[Byline, ...]:
    """Return the people in a bracket that ends a paragraph: （记者 甲）, （本报记者 甲、乙）.

    A bracket that is a paragraph of its own and lists many, or an agency, names contributors.
    """
    plain = folded(paragraph[-_TAIL:])
    if credit := _CREDIT.search(plain):
        return read_byline(paragraph[credit.start(1) - len(plain) :])
    match = re.search(r"\(([^()]{2,100})\)$", plain)
    if match is None or re.search(r"作者[为是系]|[。！？]", match[1]):
        return ()
    before = len(paragraph) - len(plain)
    found = _with_role(paragraph[before + match.start(1) : before + match.end(1)])
    alone = paragraph[:1] in "（(" and len(match.group()) == len(paragraph)
    many = sum(len(byline.names) for byline in found) > _SIGNING
    return () if alone and (many or re.match(r"据|新华社|综合|参与", match[1])) else found


def _with_role(text: str) -> tuple[Byline, ...]:
    roles = _ROLE.search(folded(text))
    return read_byline(text[roles.start() :]) if roles else ()


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield each role with the names that belong to it, before it or after it."""
    starts = [match for match in _ROLE.finditer(text) if match.group()]
    before = text[: starts[0].start()] if starts else text
    if before.strip(" 、,/"):
        yield from _trailing(before, "")
    for match, following in zip(starts, [*starts[1:], None], strict=False):
        role = match.group().rstrip(":")
        run = text[match.end() : following.start() if following else len(text)]
        yield from _trailing(run.lstrip("/"), role)


def _trailing(run: str, role: str) -> Iterator[tuple[str, str]]:
    """Yield the names of a run whose last word may be their role: 甲 乙/文 丙/摄, 甲摄."""
    for part in re.findall(rf"[^/]+?(?:/(?:文|摄影|摄|图)(?!{HAN})|$)", run) or [run]:
        match = _AFTER.search(part.strip())
        if match is None:
            yield role, part
            continue
        last = match["role"].lstrip("/")
        yield role or last, part.strip()[: match.start()]


def _names(run: str) -> tuple[str, ...]:
    words = re.split(r"[ 、,;/]+", run.strip())
    words = [word for word in words if _NAME.fullmatch(word) and not _NOT_NAMES.search(word)]
    return tuple(dict.fromkeys(words))


def merge_bylines(first: tuple[Byline, ...], second: tuple[Byline, ...]) -> tuple[Byline, ...]:
    """Return the bylines of both, with nobody named twice."""
    known = {name for byline in first for name in byline.names}
    more = (
        Byline(byline.role, tuple(name for name in byline.names if name not in known))
        for byline in second
    )
    return (*first, *(byline for byline in more if byline.names))

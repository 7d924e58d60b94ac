"""Who wrote a story and who took its pictures: names by role, wherever a story prints them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from store.models import Byline
from store.press.forms.english_bylines import MAY_BE, read_english
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.patterns import HAN, IN_PARTS, NAME, NAMES, PERSON, ROLE, WRITER, unspaced
from store.press.forms.places import without_place
from store.press.forms.surnames import are_people, is_person
from store.press.text.characters import STOPS, folded

_ROLE = re.compile(
    rf"(?:{WRITER}"
    r"|(?:本报|特约)?评论员|文图|图文|文/摄|文/图|(?:文|图|摄)(?=[/:])"
    r"|(?:特约)?撰稿(?=[ /:])|(?:摄影|文字|图片|撰文|执笔|采写|采访|口述|讲述)(?=[ /:])|作者):?"
)
_AFTER = re.compile(
    r"(?P<role>/?(?:摄影报道|图片报道|综合报道|整理|编译|采写|报道|报导|摄影|文/?[摄图]|文|摄|图))$"
)
_NAME = re.compile(PERSON)
_NOT_NAMES = re.compile(
    r"受访|提供|供图|综合|整合|新闻|报道|电$|讯$|中心|集团|办公室|委员|新华社|本报|据|摘自|等$|消息|整理|编译|人民|视觉|报社|全文|相关|组$"
)
_BRACKET = re.compile(r"\(((?:[^()]|\([^()]{1,8}\)){2,200})\)")
_SPOKEN = re.compile(r"(?:本报)?(?:记者|通讯员)[^，。“(:]{2,60}?报[道导](?::|(?= ))")
_NAMED_BEHIND = re.compile(rf"[|丨·: ]*(?P<people>(?:{ROLE} *{HAN}{{2,4}}[ |、]+)+)(?=.{{10}})")
_OPENING = re.compile(rf"\(([{HAN[1:-1]} 、·]{{2,30}})\)(?=[{HAN[1:-1]}0-9“])")
_SIGNED_OPENING = re.compile(
    rf"[^，。:“”()]{{0,14}}\((?P<people>{ROLE}[^()]{{2,40}})\)(?=.{{10}})"
    rf"|(?P<spoken>{ROLE} *{HAN}{{2,4}}?(?:[ 、]{HAN}{{2,4}}?)?) *报[道导][: ]+(?=.{{10}})"
)
"""新闻速递（记者 甲）…, （本报记者 甲）…: what any bracket with a post says near the beginning."""
_ORIGIN = re.compile(r"(?<=[^(])\((?:[^()]*(?:[视影像图片社报网]|中国)[^()]*|[^()]{4,})\)$")
"""甲摄（人民视觉）."""
_PLACE = re.compile(r"/[^/]{1,8}(?:报[道导]|[报摄]导)$")
"""〔記者甲／台中報導〕."""
_CREDIT = re.compile(
    r"[。”] *([^。”()]{2,16}(?:摄|摄影报道)|(?:图|摄影|图片)[/:] *[^。”()]{2,16})$"
)
_SPOKEN_NAME = 4
"""So many characters has a word that is a name and 文."""
_SIGNING = 3
"""The most names that sign a story; a longer list is of those who contributed."""
_OPENING_WITHIN, _SPOKEN_LENGTH = 40, 80
_SPOKEN_WITHIN, _TAIL = 200, 110
"""How many characters at a paragraph's start, and at its end, may name people."""
_AROUND_BAR = re.compile(" *[/|丨] *")
_READER = (
    "读者|市民|网友|居民|村民|学生|家长|[业業]主|乘客|[顾顧]客|[职職]工|社员|[农農]民|[听聽][众眾]"
)
_POST = frozenset(
    "村镇鎮乡鄉街道县縣区區市省社校局院厂廠队隊部所站路里巷弄号组組科室班员師师生长長会會司店馆館园園处處学學工人级"
)
"""How a place or a post ends."""
_SIGNATURE = re.compile(
    rf"(?:(?:{_READER}) *|(?P<post>{HAN}[{HAN[1:-1]}0-9()]{{1,18}}(?: [0-9]{{2,4}}级)?) +)"
    rf"(?:(?P<anyone>一?[群名位些]?(?:{_READER}))|(?P<name>{NAME}))"
)
"""甲镇农业社 乙丙丁; 读者 甲乙丙; 甲小区 一业主."""
_WORKS = re.compile("记者|通讯员|实习生|作者|评论员|[文图摄撰编审校版]")
"""What tells who made a story or a page, and no reader."""
_NOISE = re.compile("(?<=本) (?=报 ?记)|(?<=本报) (?=记)|(?<=报记) (?=者)")
"""Blanks that the recognition of characters puts into words."""
_PARTED = re.compile("12|21(?!1)")
"""The lengths of words, of which the first two may be one name."""
_WORKS_ALONE = frozenset("文图摄")
_MARKED = re.compile(r"[□■●◎○△▲◆★] *|文 *[:/|丨] *|作者 *: *")
_NAMES = re.compile(NAMES)
_BULLET = re.compile(rf"[ □■●◎○△▲◆★—]+|N(?={HAN})")
"""What stands before a byline; a font's square comes out as N."""
_NOBODY = re.compile(r"图(?:片?[/:]? *)(?:受访者|资料|网络)[^ ]*|^图为(?=.{2,8}摄)")
"""What stands beside names and names nobody: 图/受访者提供, 图为甲摄."""
_SET_NAME = rf"(?:{HAN} +{HAN}(?!{HAN})|{NAME})"
_AFTER_STOP = re.compile(
    rf"[。！？!?][”’]?(?P<apart> *)(?P<people>(?:{ROLE} *)?{_SET_NAME}"
    rf"(?:[ 、,/]+(?:{ROLE} *)?{_SET_NAME}){{0,3}})(?P<work> *(?:文/?[图摄]|图/?文))?$"
)
_WORK = (
    "文/[图摄]|图/文|文图|图文|摄影报道|图片报道|综合报道|报道|编译|整理|撰文|摄影|供图|制图|绘图|视频"
    "|文|图|摄"
)
_ROLES = re.compile(
    rf"(?P<role>{ROLE}|作者|撰文|(?:特约)?撰稿|执笔|采写|采访"
    r"|(?:文字|摄影|图片|口述|讲述|整理|编译)(?= *[:/]))"
    r"(?P<apart>[ :/]*)"
    rf"|(?:{_WORK})(?: *\([^()]{{2,14}}\))?$"
    rf"|(?<!{HAN})(?:{_WORK})(?!{HAN}| +{HAN}(?!{HAN}))|(?:{_WORK})[/:]|/(?:{_WORK})"
)
"""What people do, in a byline or a credit: what is left is their names."""
_HAS_ROLE = re.compile(
    "[撰采述文图摄者员生笔理译道频](?<![^记作]者|[^讯论]员|[^习]生|[^整]理|[^报]道)"
)
_MAY_BE_BYLINE = re.compile(f"[者员习稿摄文笔写访图道理频]|{MAY_BE}")
"""What every role holds; and, told by less of a look, every role and every English byline."""
_TRAILING = re.compile(rf"[^/]+?(?:/(?:文|摄影|摄|图)(?!{HAN})|$)")
_ENDS_IN_PARTS = re.compile(rf"{IN_PARTS}$")
_EMPLOYMENT = "作者单位"
"""What tells where an author works, and not who that is."""


def read_byline(text: str) -> tuple[Byline, ...]:
    """Return the people of a byline, of a bracket after 本报讯, or of a credit."""
    if people := read_english(text):
        return people
    whole = folded(text)
    plain = _bare(whole)
    if signed := _signature(plain):
        name = signed["name"]
        return (Byline("", _as_printed((name,), text, whole)),) if name else ()
    if not _ENDS_IN_PARTS.search(plain):
        plain = _ORIGIN.sub("", plain)
    plain = without_place(plain)
    found = []
    for role, run in _pieces(plain):
        if names := _names(run):
            between = "、" if "、" in run and len(names) > 1 else " "
            found.append(Byline(role, _as_printed(names, text, whole), between))
    return tuple(found)


def is_byline(plain: str) -> bool:
    """Return whether the folded line `plain` is a byline or a credit, and no more.

    Bare names without a role are none.
    """
    if len(plain) > _TAIL or not _MAY_BE_BYLINE.search(plain):
        return False
    bare = without_place(_bare(plain))
    if read_english(bare):
        return True
    if bare.startswith(_EMPLOYMENT) or not _HAS_ROLE.search(bare):
        return False
    roles = list(_ROLES.finditer(bare))
    if not roles:
        return False
    words = _words(_ROLES.sub("、", bare))
    if not all(map(_may_be_name, words)):
        return False
    apart = any(role["role"] and role["apart"] for role in roles)
    return apart or any(is_person(word) or "·" in word for word in words)


def is_signature(plain: str) -> bool:
    """Return whether the folded line `plain` signs a letter: who wrote, behind a place or post."""
    return _signature(_bare(plain)) is not None


def _signature(bare: str) -> re.Match[str] | None:
    found = _SIGNATURE.fullmatch(bare)
    if found is None or _WORKS.search(bare):
        return None
    anyone = found["anyone"] or (found["name"] and is_person(found["name"]))
    placed = found["anyone"] or not found["post"] or found["post"][-1] in _POST
    return found if anyone and placed else None


def names_author(plain: str) -> bool:
    """Return whether the folded line `plain` names who wrote, if it stands where an author does.

    It is a byline; or names alone, in a bracket, or behind a mark: □ 甲乙丙.
    """
    if len(plain) > _TAIL:
        return False
    if is_byline(plain) or is_signature(plain):
        return True
    plain = unspaced(plain)
    if marked := _MARKED.match(plain):
        return bool(_NAMES.fullmatch(plain, marked.end()))
    return are_people(plain[1:-1] if plain[:1] == "(" and plain[-1:] == ")" else plain)


def _may_be_name(word: str) -> bool:
    return bool(_NAME.fullmatch(word)) and not _NOT_NAMES.search(word)


def _bare(plain: str) -> str:
    """Return a byline without the bullet before it and the brackets around it."""
    plain = _AROUND_BAR.sub("/", _NOBODY.sub("", plain).strip(" 。,"))
    if " " in plain:
        plain = _NOISE.sub("", plain)
    if bullet := _BULLET.match(plain):
        plain = plain[bullet.end() :]
    if plain[:1] in ("(", "<", "[") and plain[-1:] in (")", ">", "]"):
        return plain[1:-1].strip()
    return plain.lstrip("(<[") if plain.endswith(")") else plain.strip("()<>[] ")


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
    plain = folded(paragraph[-_TAIL:])
    if credit := _CREDIT.search(plain):
        return read_byline(paragraph[credit.start(1) - len(plain) :])
    if signed := people_after_stop(plain):
        return read_byline(paragraph[signed - len(plain) :])
    match = re.search(r"\(([^()]{2,100})\)$", plain)
    if match is None or re.search(rf"作者[为是系]|{_EMPLOYMENT}|[。！？]", match[1]):
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
    match = _AFTER_STOP.search(plain[-_TAIL:])
    if match is None:
        return 0
    people = unspaced(match["people"])
    if not _ROLE.search(people):
        lone = len(people) == 2 and not match["apart"]
        if lone or not are_people(people):
            return 0
    return len(plain) - len(match["people"] + (match["work"] or ""))


def _in_bracket(text: str, *, bare: bool = True) -> tuple[Byline, ...]:
    """Return the people that a bracket names: by roles, or `bare` where it holds no more."""
    plain = folded(text)
    if plain.endswith(("/图", "/摄")):
        return read_byline(text)
    if roles := _ROLE.search(plain):
        before = plain[: roles.start()].strip(" 、,/")
        return read_byline(text if are_people(before) else text[roles.start() :])
    place = _PLACE.search(plain)
    names = plain[: place.start()] if place else plain
    return read_byline(names) if bare and are_people(unspaced(names.strip())) else ()


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
    for part in _TRAILING.findall(run) or [run]:
        match = _AFTER.search(part.strip())
        if match is None or (match["role"] == "文" and _is_of_name(run, part.strip(), match)):
            yield role, part
            continue
        last = match["role"].lstrip("/")
        yield role or last, part.strip()[: match.start()]


def _is_of_name(run: str, part: str, match: re.Match[str]) -> bool:
    """Return whether 文 ends a name, as in 何晓文: it is a role beside who took the pictures."""
    word = part[: match.end()].rpartition(" ")[2]
    return 1 < len(word) < _SPOKEN_NAME and not re.search("[图摄]", run)


def _names(run: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(_may_be_name, _words(run))))


def _words(run: str) -> list[str]:
    """Return the words of a run of names; a single character is part of the one beside it."""
    words: list[str] = []
    for part in re.split("[、,;/:]+", run):
        pieces = part.split()
        while pieces:
            together = 2 if _is_parted_name(pieces) else 1
            words.append("".join(pieces[:together]))
            pieces = pieces[together:]
    return words


def _is_parted_name(pieces: Sequence[str]) -> bool:
    """Return whether a name's characters are the first two of `pieces`: 白 露, 岑小 满, 江 一帆."""
    lengths = "".join(str(min(len(piece), 9)) for piece in pieces[:3])
    if lengths.startswith("11"):
        return True
    return bool(_PARTED.match(lengths)) and _WORKS_ALONE.isdisjoint(pieces[:2])


def merge_bylines(first: tuple[Byline, ...], second: tuple[Byline, ...]) -> tuple[Byline, ...]:
    """Return the bylines of both, with nobody named twice."""
    known = {name for byline in first for name in byline.names}
    more = (
        replace(byline, names=tuple(name for name in byline.names if name not in known))
        for byline in second
    )
    return (*first, *(byline for byline in more if byline.names))

"""Bylines: lines that say who wrote a story and who took its pictures, in every form."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from store.models import Byline
from store.press.forms.english_bylines import MAY_BE, read_english
from store.press.forms.patterns import HAN, IN_PARTS, NAME, NAMES, ROLE, unspaced
from store.press.forms.places import without_place
from store.press.forms.roles import may_be_name, names_of, pieces, words_of
from store.press.forms.surnames import are_people, is_person
from store.press.text.characters import folded

_ORIGIN = re.compile(r"(?<=[^(])\((?:[^()]*(?:[视影像图片社报网]|中国)[^()]*|[^()]{4,})\)$")
"""甲摄（人民视觉）."""
LONGEST = 110
"""The most characters of a byline."""
EMPLOYMENT = "作者单位"
"""What tells where an author works, and not who that is."""
_AROUND_BAR = re.compile(" *[/|丨] *")
_READER = (
    "读者|市民|网友|居民|村民|学生|家长|[业業]主|乘客|[顾顧]客|[职職]工|社员|[农農]民|[听聽][众眾]"
)
_PLACED = re.compile(
    rf"(?:{_READER}"
    "|[村镇鎮乡鄉街道县縣区區市省社校局院厂廠队隊部所站路里巷弄号组組科室班员師师生长長会會司店馆館园園处處学學工人级])$"
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
_MARKED = re.compile(r"[□■●◎○△▲◆★] *|文 *[:/|丨] *|作者 *: *")
_NAMES = re.compile(NAMES)
_BULLET = re.compile(rf"[ □■●◎○△▲◆★—]+|N(?={HAN})")
"""What stands before a byline; a font's square comes out as N."""
_NOBODY = re.compile(r"图(?:片?[/:]? *)(?:受访者|资料|网络)[^ ]*|^图为(?=.{2,8}摄)")
"""What stands beside names and names nobody: 图/受访者提供, 图为甲摄."""
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
_ENDS_IN_PARTS = re.compile(rf"{IN_PARTS}$")


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
    for role, run in pieces(plain):
        if names := names_of(run):
            between = "、" if "、" in run and len(names) > 1 else " "
            found.append(Byline(role, _as_printed(names, text, whole), between))
    return tuple(found)


def is_byline(plain: str) -> bool:
    """Return whether the folded line `plain` is a byline or a credit, and no more.

    Bare names without a role are none.
    """
    if len(plain) > LONGEST or not _MAY_BE_BYLINE.search(plain):
        return False
    whole = _bare(plain)
    bare = without_place(whole)
    if read_english(bare):
        return True
    if bare.startswith(EMPLOYMENT) or not _HAS_ROLE.search(bare):
        return False
    roles = list(_ROLES.finditer(bare))
    if not roles:
        return False
    words = words_of(_ROLES.sub("、", bare))
    if not all(map(may_be_name, words)):
        return False
    apart = any(role["role"] and role["apart"] for role in roles)
    return apart or whole != bare or any(is_person(word) or "·" in word for word in words)


def is_signature(plain: str) -> bool:
    """Return whether the folded line `plain` signs a letter: who wrote, behind a place or post."""
    return _signature(_bare(plain)) is not None


def _signature(bare: str) -> re.Match[str] | None:
    found = _SIGNATURE.fullmatch(bare)
    if found is None or _WORKS.search(bare):
        return None
    anyone = found["anyone"] or (found["name"] and is_person(found["name"]))
    placed = found["anyone"] or not found["post"] or _PLACED.search(found["post"])
    return found if anyone and placed else None


def names_author(plain: str) -> bool:
    """Return whether the folded line `plain` names who wrote, if it stands where an author does.

    It is a byline; or names alone, in a bracket, or behind a mark: □ 甲乙丙.
    """
    if len(plain) > LONGEST:
        return False
    if is_byline(plain) or is_signature(plain):
        return True
    plain = unspaced(plain)
    if marked := _MARKED.match(plain):
        return bool(_NAMES.fullmatch(plain, marked.end()))
    return are_people(plain[1:-1] if plain[:1] == "(" and plain[-1:] == ")" else plain)


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


def merge_bylines(first: tuple[Byline, ...], second: tuple[Byline, ...]) -> tuple[Byline, ...]:
    """Return the bylines of both, with nobody named twice."""
    known = {name for byline in first for name in byline.names}
    more = (
        replace(byline, names=tuple(name for name in byline.names if name not in known))
        for byline in second
    )
    return (*first, *(byline for byline in more if byline.names))

"""Names by role: how the words of a byline, a bracket or a credit name people and what they do."""

import re
from collections.abc import Iterator, Sequence

from store.press.forms.patterns import HAN, PERSON, WRITER

ROLE_BEFORE = re.compile(
    rf"(?:{WRITER}"
    r"|(?:本报|特约)?评论员|文图|图文|文/摄|文/图|(?:文|图|摄)(?=[/:])"
    r"|(?:特约)?撰稿(?=[ /:])|(?:摄影|文字|图片|撰文|执笔|采写|采访|口述|讲述)(?=[ /:])|作者):?"
)
"""A role that stands before the names of its people."""
_AFTER = re.compile(
    r"(?P<role>/?(?:摄影报道|图片报道|综合报道|整理|编译|采写|报道|报导|摄影|文/?[摄图]|文|摄|图))$"
)
_NAME = re.compile(PERSON)
_NOT_NAMES = re.compile(
    r"受访|提供|供图|综合|整合|新闻|报道|电$|讯$|中心|集团|办公室|委员|新华社|本报|据|摘自|等$|消息|整理|编译|人民|视觉|报社|全文|相关|组$"
)
_SPOKEN_NAME = 4
"""So many characters has a word that is a name and 文."""
_PARTED = re.compile("12|21(?!1)")
"""The lengths of words, of which the first two may be one name."""
_WORKS_ALONE = frozenset("文图摄")
_TRAILING = re.compile(rf"[^/]+?(?:/(?:文|摄影|摄|图)(?!{HAN})|$)")


def may_be_name(word: str) -> bool:
    """Return whether a word has the form of a name, and is none of what stands beside names."""
    return bool(_NAME.fullmatch(word)) and not _NOT_NAMES.search(word)


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield each role with the names that belong to it, before it or after it."""
    starts = [match for match in ROLE_BEFORE.finditer(text) if match.group()]
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


def names_of(run: str) -> tuple[str, ...]:
    """Return the names in a run of words, each once."""
    return tuple(dict.fromkeys(filter(may_be_name, words_of(run))))


def words_of(run: str) -> list[str]:
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

"""Words for invented news: how often each one comes is as in real text, whom they name is not.

Common words have the frequencies of jieba's dictionary, which is read as a text file, without
jieba. Of its names none is used: people, towns and bodies are invented here.
"""

import random
from functools import cache
from importlib.util import find_spec
from itertools import chain, repeat
from pathlib import Path

from msgspec import Struct

from store.words.lists import word_list

_TOWNS = "青云南石柳松竹清白东上新安永长桃梅溪桥河平古"
_ENDS = "渡坪门坝溪塘湾岭桥泉浦洲荡店集冲"
_GIVEN = (
    "一若知云江晓嘉明思雨子晨书远静怀秋安可欣然立志海青春小林海风月白露舟行守拙渔简宁满树建华"
    "国庆卫东丽娟秀英玉兰桂芳永强志刚伟敏霞辉勇杰婷婧瑶璐琪轩浩宇梓涵"
)
_TITLES = "县长 局长 主任 站长 村支书 校长 馆长 工程师 医生 教师 村民 居民 种植户 负责人 队长 会长"
_PATTERNS = (
    (("v", "n"), 10),
    (("n", "v"), 8),
    (("n",), 8),
    (("a", "的", "n"), 5),
    (("v", "n", "n"), 5),
    (("d", "v"), 5),
    (("n", "的", "n"), 5),
    (("vn", "n"), 4),
    (("在", "n", "v"), 3),
    (("把", "n", "v", "了"), 2),
    (("v", "了", "n"), 3),
    (("a", "n"), 3),
    (("d", "v", "n"), 3),
)
_OF_KIND = {"n": 16_000, "v": 6_000, "vn": 1_500, "a": 1_200, "d": 700}
_PHRASES = 30_000
_TICKETS = 200_000
_FURNITURE = [
    "版",
    "办",
    "农历",
    "星期",
    "期",
    "印",
    "热线",
    "编",
    "记者",
    "摄",
    "图",
    "报",
    "主管",
]
"""What tells a masthead or a credit: no word of news here has it, so that no dump is doubtful."""


Urn = tuple[str, ...]
"""Things to be drawn from: each stands in it as often as it comes."""


class Vocabulary(Struct, frozen=True):
    """What news is made of: phrases of some six characters, nouns, people, towns, titles."""

    phrases: Urn
    nouns: Urn
    people: Urn
    towns: Urn
    titles: Urn


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary: always the same one."""
    rng = random.Random(7)
    kinds = _common()
    patterns = rng.choices(
        [pattern for pattern, _ in _PATTERNS], [often for _, often in _PATTERNS], k=_PHRASES
    )
    phrases = {
        "".join(rng.choice(kinds[part]) if part in kinds else part for part in pattern): None
        for pattern in patterns
    }
    surnames = "".join(word_list("names", "surnames"))
    people = {
        rng.choice(surnames) + "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2)))): None
        for _ in range(20_000)
    }
    towns = {
        rng.choice(_TOWNS) + rng.choice(_ENDS) + rng.choice("镇镇乡村县"): None for _ in range(900)
    }
    return Vocabulary(
        phrases=_zipf([*phrases], 200),
        nouns=kinds["n"],
        people=_zipf([*people], 50),
        towns=_zipf([*towns], 10),
        titles=_zipf(_TITLES.split(), 5),
    )


def _common() -> dict[str, Urn]:
    """Return the commonest words of two characters or more, by their part of speech."""
    found = find_spec("jieba")
    assert found is not None
    assert found.submodule_search_locations
    lines = (Path(found.submodule_search_locations[0]) / "dict.txt").read_text("utf-8").split("\n")
    held: dict[str, list[tuple[int, str]]] = {kind: [] for kind in _OF_KIND}
    for line in filter(None, lines):
        word, often, kind = line.split(" ")
        if kind in held and 2 <= len(word) <= 4 and not any(map(word.__contains__, _FURNITURE)):
            held[kind].append((int(often), word))
    urns = {}
    for kind, pairs in held.items():
        pairs.sort(reverse=True)
        kept = pairs[: _OF_KIND[kind]]
        # Flatter than in the dictionary's books: news is about something else each day.
        urns[kind] = _urn([word for _, word in kept], [often**0.8 for often, _ in kept])
    return urns


def _zipf(things: list[str], head: int) -> Urn:
    """Return an urn in which the nth thing comes as often as 1 / (n + head)."""
    return _urn(things, [1 / (rank + head) for rank in range(len(things))])


def _urn(things: list[str], often: list[float]) -> Urn:
    share = _TICKETS / sum(often)
    pairs = zip(things, often, strict=True)
    return tuple(
        chain.from_iterable(repeat(thing, round(each * share) or 1) for thing, each in pairs)
    )

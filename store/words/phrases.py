"""Names of places and bodies, and set phrases, that a dictionary cuts into pieces."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain, pairwise

from store.words.lists import words

Cut = list[str]
"""One text, cut into words."""
Tag = Callable[[str], str]
"""The tag of a word; ``""`` for one that was guessed."""

_NAMED = ("ns", "nr", "nz", "nt")
_NOUNS = ("n", "nz", "vn", "j", "an")
_HAN = re.compile("[\u4e00-\u9fff]+")
_QUOTED = re.compile('"([\u4e00-\u9fff]{4,8})"')
_TIMES = 3
"""A pair of nouns is a phrase when it stands this often in one article."""
_LONGEST = 6
"""Characters of a pair that is one phrase."""


def find_places_and_bodies(texts: Iterable[Cut], tag: Tag) -> dict[str, str]:
    """Return words that end as places and bodies do, and their tags ``ns`` and ``nt``.

    They are names joined with what follows them (清溪 + 街道, 商务 + 局), or were guessed whole
    (竹桥路).
    """
    found: dict[str, str] = {}
    places, bodies = words("joined", "places"), words("joined", "bodies")
    offices = words("joined", "offices")
    for cut in texts:
        for word in cut:
            if len(word) > 2 and not tag(word) and _HAN.fullmatch(word):
                if word.endswith(places):
                    found[word] = "ns"
                elif word.endswith(bodies):
                    found[word] = "nt"
        for name, suffix in pairwise(cut):
            if not (1 < len(name) < 6 and _HAN.fullmatch(name)):
                continue
            kind = tag(name)
            named = not kind or kind.startswith(_NAMED)
            if named and suffix in places:
                found[name + suffix] = "ns"
            elif (named and suffix in bodies) or (kind in ("n", "vn") and suffix in offices):
                found[name + suffix] = "nt"
    return found


def find_phrases(texts: Iterable[Cut], tag: Tag) -> set[str]:
    """Return pairs of nouns that stand together in one article as often as half of either word."""
    cut = list(texts)
    alone = Counter(chain.from_iterable(cut))
    together = Counter(chain.from_iterable(map(pairwise, cut)))
    return {
        one + other
        for (one, other), times in together.items()
        if times >= _TIMES
        and 2 * times >= min(alone[one], alone[other])
        and min(len(one), len(other)) > 1
        and len(one + other) <= _LONGEST
        and tag(one) in _NOUNS
        and tag(other) in _NOUNS
    }


def find_quoted(texts: Iterable[str]) -> set[str]:
    """Return what the folded `texts` put in quotation marks more than once: 四个意识."""
    times = Counter(chain.from_iterable(map(_QUOTED.findall, texts)))
    return {phrase for phrase, count in times.items() if count > 1}

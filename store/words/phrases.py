"""Names of places and bodies, and set phrases, that a dictionary cuts into pieces."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain, groupby, pairwise

from store.words.lists import word_list

Cut = list[str]
"""One text, cut into words."""
Tag = Callable[[str], str]
"""The tag of a word; ``""`` for one that was guessed."""

_NAMED = ("ns", "nr", "nz", "nt")
_NOUNS = ("n", "nz", "vn", "j", "an")
_HAN = re.compile("[\u4e00-\u9fff]+")
_QUOTED = re.compile('"([\u4e00-\u9fff]{4,8})"')
_TIMES = 3
"""How often nouns must stand in a row in one article to be a phrase."""
_LONGEST = 9
"""The most characters of a phrase: 网络空间命运共同体."""


def find_places_and_bodies(texts: Iterable[Cut], tag: Tag) -> dict[str, str]:
    """Return words that end as places and bodies do, and their tags ``ns`` and ``nt``.

    They are put together of a name and what follows it (清溪 + 街道, 商务 + 局), or are words that
    the segmenter guessed whole (竹桥路).
    """
    found: dict[str, str] = {}
    places, bodies = word_list("suffixes", "places"), word_list("suffixes", "bodies")
    offices = word_list("suffixes", "offices")
    suffixes = frozenset(places + bodies + offices)
    for cut in texts:
        for word in cut:
            if len(word) > 2 and not tag(word) and _HAN.fullmatch(word):
                if word.endswith(places):
                    found[word] = "ns"
                elif word.endswith(bodies):
                    found[word] = "nt"
        for name, suffix in () if suffixes.isdisjoint(cut) else pairwise(cut):
            if not (suffix in suffixes and 1 < len(name) < 6 and _HAN.fullmatch(name)):
                continue
            kind = tag(name)
            named = not kind or kind.startswith(_NAMED)
            if named and suffix in places:
                found[name + suffix] = "ns"
            elif (named and suffix in bodies) or (kind in ("n", "vn") and suffix in offices):
                found[name + suffix] = "nt"
    return found


def find_phrases(texts: Iterable[Cut], tag: Tag) -> set[str]:
    """Return runs of two or three nouns: half of one noun's occurrences at least are in the run.

    `texts` are those of one article. Two nouns that a third nearly always follows are no phrase;
    the three are.
    """
    cut = list(texts)
    alone = Counter(chain.from_iterable(cut))
    often = {
        word
        for word, times in alone.items()
        if times >= _TIMES and len(word) > 1 and tag(word) in _NOUNS
    }
    if not often:
        return set()
    rows = [
        [*group]
        for text in cut
        for stands_often, group in groupby(text, often.__contains__)
        if stands_often
    ]
    runs: Counter[tuple[str, ...]] = Counter(chain.from_iterable(map(pairwise, rows)))
    runs.update(chain.from_iterable(zip(r, r[1:], r[2:], strict=False) for r in rows))
    phrases = set()
    for run, times in runs.items():
        together = 2 * times >= min(alone[word] for word in run)
        if times >= _TIMES and together and sum(map(len, run)) <= _LONGEST:
            phrases.add(run)
    within_longer = set()
    for run in phrases:
        if len(run) == 3:
            parts = (run[:2], run[1:])
            within_longer |= {part for part in parts if runs[run] >= 0.8 * runs[part]}
    return {"".join(run) for run in phrases - within_longer}


def find_quoted(texts: Iterable[str]) -> set[str]:
    """Return what the folded `texts` put in quotation marks more than once: 四个意识."""
    times = Counter(chain.from_iterable(map(_QUOTED.findall, texts)))
    return {phrase for phrase, count in times.items() if count > 1}

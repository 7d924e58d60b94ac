"""Whether a short line opens a new topic, as a headline does, or stays with the one at hand.

A headline's words are new after the story before, and return in the lead below it; a crosshead's
words are in its story already. Measured on 296 headlines and 107 crossheads, by the share of a
line's pairs of characters that the text before and after it holds.
"""

import re
from collections.abc import Sequence
from itertools import islice

from store.press.dump.lines.lines import Line
from store.press.forms.patterns import HAN
from store.press.text.characters import cells

_HAN = re.compile(f"{HAN}{{2,}}")
_BEFORE, _AFTER = 6, 4
"""How many lines before and after are looked at."""
_SHORT = 60
_FEWEST = 3

# Up to which share, and what it says for a headline against a crosshead.
_KNOWN_BEFORE = ((0.1, 0.9), (0.25, -0.7), (0.4, -1.4), (1.0, -1.8))
_NAMED_AFTER = ((0.1, -0.3), (0.25, -0.6), (0.4, 0.0), (0.6, -0.2), (1.0, 0.9))


def topic(lines: Sequence[Line], at: int) -> float:
    """Return the evidence, as a log-likelihood, that line `at` is a headline, no crosshead."""
    named = pairs(lines[at].text)
    if len(named) < _FEWEST:
        return 0.0
    before = "\n".join(line.text for line in lines[max(0, at - _BEFORE) : at])
    following = (line.text for line in lines[at + 1 : at + 1 + _AFTER])
    after = "\n".join(islice((text for text in following if cells(text) > _SHORT), 2))[:250]
    weight = _weight(_KNOWN_BEFORE, _share(named, before)) if before else 0.0
    return weight + (_weight(_NAMED_AFTER, _share(named, after)) if after else 0.0)


def pairs(text: str) -> set[str]:
    """Return the pairs of Chinese characters that stand together in `text`."""
    return {run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1)}


def _share(named: set[str], text: str) -> float:
    return sum(map(text.__contains__, named)) / len(named)


def _weight(steps: Sequence[tuple[float, float]], share: float) -> float:
    return next(weight for limit, weight in steps if share <= limit)

"""The numbers that lynx, links and elinks set before each link of a page: [12]要闻."""

import re
from collections import Counter
from itertools import pairwise

from store.messages import template

NUMBERED = template("numbers of links")

_NUMBER = re.compile(r"\[(\d{1,4})\](?=\S)")
_FEW = 3


def without_numbers(text: str) -> tuple[str, Counter[str]]:
    """Return `text` without the numbers of links, which count up by one, and how many they are."""
    if "[1]" not in text:
        return text, Counter()
    numbers = [int(number) for number in _NUMBER.findall(text)]
    if len(numbers) < _FEW or any(after - before != 1 for before, after in pairwise(numbers)):
        return text, Counter()
    return _NUMBER.sub("", text), Counter({NUMBERED: len(numbers)})

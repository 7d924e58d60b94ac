"""Short names for long ids: the beginning of a hash, as long as it takes to tell them apart.

A short name depends on its id alone, so that it stays the same when others come and go; where two
begin alike, more of both is shown, and what was shown before still names the first two.
"""

from base64 import b32encode
from collections import Counter
from collections.abc import Collection, Iterable
from hashlib import sha256

SHORTEST = 6
"""Characters of a short name: of a thousand, two begin alike once in two thousand times."""


def hashed(name: str) -> str:
    """Return what the short name of this id is the beginning of: letters, and digits 2 to 7."""
    return b32encode(sha256(name.encode()).digest()).decode().lower().rstrip("=")


def short_names(ids: Iterable[str]) -> dict[str, str]:
    """Return a short name for each id; no two of them begin alike as far as they go."""
    left = {each: hashed(each) for each in ids}
    short: dict[str, str] = {}
    length = SHORTEST
    while left:
        counts = Counter(name[:length] for name in left.values())
        alone = {each: name[:length] for each, name in left.items() if counts[name[:length]] == 1}
        short |= alone
        left = {each: name for each, name in left.items() if each not in alone}
        length += 1
    return short


def named(name: str, ids: Collection[str]) -> list[str]:
    """Return the ids that `name` means: the one itself, else all that it begins, short or long."""
    if name in ids:
        return [name]
    if not name:
        return []
    begins = name.lower()
    return [each for each in ids if each.startswith(name) or hashed(each).startswith(begins)]

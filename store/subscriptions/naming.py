"""What a subscription is called: something that is typed without an input method."""

from collections.abc import Collection
from itertools import count
from urllib.parse import urlsplit

from store.words.pinyin import slug

MOST = 40
"""Characters of a name that is made."""


def name_for(title: str, address: str, taken: Collection[str] = ()) -> str:
    """Return a name that is not `taken`: letters and digits of the title, else of the host."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    plain = slug(title)[:MOST] or slug(host.replace(".", ""))[:MOST] or "feed"
    if plain not in taken:
        return plain
    return next(name for n in count(2) if (name := f"{plain}-{n}") not in taken)

"""Papers that are known to have an edition without a login: found by name, pinyin or its initials.

They stand in ``papers.toml``. No address of theirs is a promise: each says when it was last seen to
work.
"""

import tomllib
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from msgspec import Struct

from store.backends.serialization import from_plain
from store.errors import NotFoundError


class Paper(Struct, frozen=True):
    """A paper: a short code, its name and how that is spelt, and where its edition begins.

    `family` is how its pages are made ("A" to "G", or "own"), `walker` the code of an interface of
    its own, `seen` when it was last seen to work, and `odd` what a subscriber should know.
    """

    code: str
    name: str
    pinyin: str
    entry: str
    family: str
    seen: date
    language: str = "zh-Hans"
    walker: str = ""
    odd: str = ""

    def spellings(self) -> frozenset[str]:
        """Return what it may be called: code, name, pinyin run together, initials."""
        syllables = self.pinyin.split()
        initials = "".join(each[0] for each in syllables)
        return frozenset((self.code, self.name, "".join(syllables), initials, self.entry))


@cache
def known_papers() -> tuple[Paper, ...]:
    """Return the papers that are known, in the order of their table."""
    text = files("store.subscriptions").joinpath("papers.toml").read_text("utf-8")
    return tuple(from_plain(each, Paper) for each in tomllib.loads(text)["paper"])


def papers_like(text: str) -> list[Paper]:
    """Return the papers whose name has `text` in it, or whose pinyin or initials begin with it.

    One that is called exactly so comes alone; with nothing to look for, all come.
    """
    wanted = "".join(text.split()).casefold()
    exact = [each for each in known_papers() if wanted in each.spellings()]
    if exact:
        return exact
    return [
        paper
        for paper in known_papers()
        if any(
            wanted in each if each == paper.name else each.startswith(wanted)
            for each in paper.spellings()
        )
    ]


def paper_named(text: str) -> Paper:
    """Return the one paper that `text` means. Raises NotFoundError, with those that come close."""
    found = papers_like(text)
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(
            "{name} may mean several papers: {names}; say one of these.",
            name=text,
            names=", ".join(f"{each.code} ({each.name})" for each in found),
        )
    spellings = {way: each.code for each in known_papers() for way in each.spellings()}
    close = {spellings[each] for each in get_close_matches(text.casefold(), spellings, 3)}
    names = ", ".join(sorted(close)) or ", ".join(each.code for each in known_papers())
    raise NotFoundError(
        "No paper is known as {name}; give the address of its edition or feed, or one of: {names}.",
        name=text,
        names=names,
    )

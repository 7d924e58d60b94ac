"""What a feed is, whatever it is written in: what it says of itself, and its entries."""

from msgspec import Struct

from store.errors import SourceError

MOST = 10_000
"""Entries of a feed that is read: those of today's sites have 20 to 500."""


class Entry(Struct, frozen=True):
    """One entry as the feed has it: markup uncleaned, moments as they are printed."""

    title: str = ""
    """Markup, or text that looks like none."""
    link: str = ""
    guid: str = ""
    published: str = ""
    updated: str = ""
    author: str = ""
    category: str = ""
    summary: str = ""
    content: str = ""
    is_plain: bool = False
    """Whether the content is said to be text, in which nothing is markup."""
    base: str = ""
    """What the addresses within are relative to, where the feed says so."""
    pictures: tuple[tuple[str, str], ...] = ()
    """Addresses and captions of pictures that the entry names beside its text."""


class Feed(Struct, frozen=True):
    """A feed: what it is called, where its site is, when it says it was made, and its entries."""

    title: str = ""
    link: str = ""
    made: tuple[str, ...] = ()
    """Moments at which it says that it was made or changed, as they are printed."""
    entries: tuple[Entry, ...] = ()


def check_count(count: int, file: str) -> None:
    """Raise SourceError when a feed has more entries than are read."""
    if count > MOST:
        raise SourceError(
            "{file}: {count:,} entries are more than the limit of {limit:,}; split the file.",
            file=file,
            count=count,
            limit=MOST,
        )


def damaged(file: str) -> SourceError:
    """Return the error that a feed cannot be read at all."""
    return SourceError(
        "{file}: this feed is damaged and has no entry that can be read; get it again.", file=file
    )

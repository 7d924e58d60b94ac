"""The newspaper model: what an issue is made of, from the press to the screen.

Everything is frozen. Absent text is ``""``, absent lists are ``()``; ``None`` stands only where a
thing has no empty value. Lines count from 1, pages are named as printed (``"1"``, ``"A5"``), text
offsets are in characters.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from store.bounds import (
    FEW,
    MANY,
    Hash,
    Instant,
    Name,
    Ordinal,
    Short,
    SourceId,
    SourcePart,
    Spelling,
    Text,
    Thousandth,
    Url,
)
from store.doubts import DOUBTFUL, Doubt
from store.press_warnings import PressWarning

Kind = Literal["news", "photo", "commentary", "notice", "document", "brief"]
KeywordKind = Literal["person", "place", "organisation", "topic"]

MOST_WORDS = 10_000
"""Keywords or names of one article: a list of everybody elected has three thousand."""

Area = Annotated[tuple[tuple[Thousandth, Thousandth], ...], Meta(max_length=FEW)]
"""A polygon: points from the left and from above, in thousandths of its page's width and height."""


class Paper(Struct, frozen=True):
    """A newspaper: its name (报名) and those who publish it (主办, 承办)."""

    name: str = ""
    publishers: tuple[str, ...] = ()


class Source(Struct, frozen=True):
    """Where an issue was read from; ``sha256`` names the original kept by the library.

    ``kind`` is a code of `store.press.kinds`; ``kind_told``: a reader said it. ``part`` is which of
    the issues in it this one is, as ``2026-01-30`` in a feed of ten days; ``made`` is when it was.
    """

    name: str
    kind: str = "dump"
    sha256: str = ""
    encoding: str = "utf-8"
    part: SourcePart = ""
    kind_told: bool = False
    made: Instant | None = None

    @property
    def id(self) -> str:
        """What the library knows it by: the sha256, with its part behind a colon if it has one."""
        return f"{self.sha256}:{self.part}" if self.part else self.sha256


class PageBox(Struct, frozen=True):
    """What stands on a page beside its articles: an advertisement, or the contents box (导读)."""

    kind: Literal["advertisement", "contents"]
    area: Area


class Page(Struct, frozen=True):
    """A page (版): number as printed without leading zeros, name such as 要闻, its source.

    ``boxes`` are where other things than articles stand on it, as far as that is told.
    """

    number: Short
    name: str = ""
    source: str = ""
    boxes: Annotated[tuple[PageBox, ...], Meta(max_length=FEW)] = ()


class Byline(Struct, frozen=True, omit_defaults=True):
    """People in one role, as printed: 记者, 通讯员, 文, 摄; ``between`` them a blank, or 、."""

    role: str
    names: tuple[str, ...]
    between: str = " "


class Jump(Struct, frozen=True):
    """A story's way to or from the page ``to``: (下转2版), (上接1版), ``text`` as printed.

    ``resolved`` is whether the other part has been joined.
    """

    to: str
    text: str
    resolved: bool = False


class Part(Struct, frozen=True):
    """Where a joined story goes on: on ``page``, from ``paragraph``'s character ``offset`` on.

    ``headline`` is the shortened or repeated headline over the continuation, if it had one;
    ``lines`` are the first and last line of the continuation in its source, ``area`` is the space
    that it fills on its page.
    """

    page: Short
    paragraph: Ordinal
    offset: Ordinal
    headline: str = ""
    lines: tuple[Ordinal, Ordinal] = (0, 0)
    area: Area = ()


class Keyword(Struct, frozen=True):
    """A word that tells what an article is about; ``keys`` are its Latin spellings.

    ``keys`` holds full pinyin with a blank between syllables (``"zhu jian ming"``), one string for
    each reading of a heteronym.
    """

    word: Short
    weight: float = 0.0
    kind: KeywordKind = "topic"
    keys: Annotated[tuple[Spelling, ...], Meta(max_length=16)] = ()


WordEnds = Annotated[tuple[Ordinal, ...], Meta(max_length=FEW)]
"""Offsets at which words end; the last one is the length of the text that they are words of."""


class HeadWords(Struct, frozen=True, omit_defaults=True):
    """Where the words of an article's head lines end, so that none is torn between two lines.

    What was read before they were kept has none. A line that got other words may have none of its
    own: the last number tells.
    """

    kicker: WordEnds = ()
    headline: WordEnds = ()
    subhead: WordEnds = ()


class Picture(Struct, frozen=True):
    """A picture: what stands beneath it, and its address; so it lies by its article's `source`."""

    url: Url = ""
    caption: Text = ""
    credit: Text = ""


class Article(Struct, frozen=True):
    """One story as its editor would mark it up.

    ``id`` is its address (``ISSUE/PAGE.POSITION``) and may change; ``key`` is its identity, a hash
    of headline and opening, on which a reader's marks hang. ``column`` is 栏目, ``kicker`` 引题,
    ``headline`` 主题, ``subhead`` 副题; ``signed`` are names of its ``byline`` that are printed on
    a line apart. ``paragraphs[0]`` keeps its lead-in, which ``lead_in`` repeats. ``crossheads``
    (小标题) are positions in ``paragraphs``. ``jump`` leads away from the end, ``continues`` leads
    back from the start of a story whose first part is elsewhere, ``parts`` tell where joined
    continuations begin. ``names`` are people it names (authors too) who are not among its
    ``keywords``, so that their Latin spellings are at hand. ``head_words`` tells where the words of
    its head lines end. ``lines`` are the first and last line in ``source``, the sha256 of the
    original. ``confidence`` (0 to 1) says how sure the press was, ``doubts`` what it doubted
    (nothing, in what was read before). ``area`` is the space it fills on its page, ``url`` the page
    it was read from, ``stub`` whether only its beginning is there. ``captions`` has those of its
    ``pictures``, too; ``also`` names other originals of it.
    """

    id: str = ""
    key: str = ""
    page: Short = "1"
    position: Ordinal = 1
    kind: Kind = "news"
    column: str = ""
    kicker: str = ""
    headline: str = ""
    subhead: str = ""
    byline: tuple[Byline, ...] = ()
    signed: tuple[str, ...] = ()
    lead_in: str = ""
    paragraphs: tuple[str, ...] = ()
    crossheads: tuple[Ordinal, ...] = ()
    captions: tuple[str, ...] = ()
    credit: str = ""
    jump: Jump | None = None
    continues: Jump | None = None
    parts: tuple[Part, ...] = ()
    keywords: Annotated[tuple[Keyword, ...], Meta(max_length=MOST_WORDS)] = ()
    names: Annotated[tuple[Keyword, ...], Meta(max_length=MOST_WORDS)] = ()
    head_words: HeadWords = HeadWords()
    lines: tuple[Ordinal, Ordinal] = (0, 0)
    source: str = ""
    confidence: float = 1.0
    area: Area = ()
    url: Url = ""
    stub: bool = False
    pictures: Annotated[tuple[Picture, ...], Meta(max_length=FEW)] = ()
    also: Annotated[tuple[Hash, ...], Meta(max_length=MANY)] = ()
    doubts: Annotated[tuple[Doubt, ...], Meta(max_length=FEW)] = ()

    @property
    def doubtful(self) -> bool:
        """Whether a reader is to be told."""
        return self.confidence < DOUBTFUL


class IndexEntry(Struct, frozen=True):
    """A line of the 导读 box: a title on another page; ``page`` is empty when not printed."""

    title: str
    subtitle: str = ""
    page: str = ""


class Variant(Struct, frozen=True):
    """A page of an issue as another source has it, kept beside the one that is shown."""

    page: Page
    articles: tuple[Article, ...]


class Issue(Struct, frozen=True):
    """One day's paper.

    ``date`` is ``None`` when nothing prints it; then ``not_before`` says what the text proves:
    ``"MM-DD"``, with a year before it where the text has one, or ``""``. ``number`` is 期号.
    ``furniture`` keeps every line that is neither article nor index, as printed.
    """

    paper: Paper = Paper()
    date: date | None = None
    not_before: str = ""
    number: int | None = None
    pages: tuple[Page, ...] = ()
    articles: tuple[Article, ...] = ()
    index: tuple[IndexEntry, ...] = ()
    furniture: tuple[str, ...] = ()
    warnings: tuple[PressWarning, ...] = ()
    sources: tuple[Source, ...] = ()
    variants: tuple[Variant, ...] = ()
    id: str = ""


RowStamp = tuple[str, int, str]
"""Changes whenever an issue does: what is derived from the issue is kept under it."""

Revision = Annotated[int, Meta(ge=0, le=2**53)]
"""The number of a change of a library."""

KEY_DIGITS = 16
"""Hexadecimal digits of an article's key."""


class CatalogueRow(Struct, frozen=True):
    """What the catalogue knows of an issue without opening it.

    ``keyed`` is its articles' keys in order, one after another: one string for some 25 keeps the
    catalogue of a large library small in memory. ``aliases`` are ids under which it was known
    before. ``revision`` counts its library's changes, up to the one that made the issue what it
    is: it names the file that holds it, and ``stamp`` changes whenever the issue does.
    ``own`` changes whenever the reader's own corrections do, in a library they cannot change.
    ``removed`` is when a reader took it out of the library (UTC), which can be undone until what
    is removed is emptied. ``sources`` are ids of sources: several issues may share an original.
    """

    id: Short
    paper: Text
    date: date | None = None
    not_before: Short = ""
    pages: Annotated[tuple[Short, ...], Meta(max_length=2**21)] = ()
    keyed: Annotated[str, Meta(max_length=2**26)] = ""
    sources: Annotated[tuple[SourceId, ...], Meta(max_length=MANY)] = ()
    aliases: Annotated[tuple[Short, ...], Meta(max_length=MANY)] = ()
    revision: Revision = 0
    removed: Instant | None = None
    own: Hash = ""

    @property
    def stamp(self) -> RowStamp:
        """Changes whenever the issue does."""
        return self.id, self.revision, self.own

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its articles, in order."""
        starts = range(0, len(self.keyed), KEY_DIGITS)
        return tuple([self.keyed[at : at + KEY_DIGITS] for at in starts])

    @property
    def originals(self) -> tuple[str, ...]:
        """The sha256 of each original that it was read from."""
        return tuple(dict.fromkeys(map(original_of, self.sources)))

    @property
    def articles(self) -> int:
        """How many articles it has."""
        return len(self.keyed) // KEY_DIGITS


Tags = Annotated[tuple[Name, ...], Meta(max_length=FEW)]


class Past(Struct, frozen=True, omit_defaults=True):
    """What a mark was before it was changed."""

    read: bool = False
    starred: bool = False
    tags: Tags = ()
    changed: Instant | None = None


class Mark(Struct, frozen=True, omit_defaults=True):
    """What one reader did with the article of this key, when (UTC), and what it was before.

    ``changed`` is never before that of an action that came before, however the clock is set.
    ``tags`` are in their order. ``past`` has the oldest state first. ``filtered`` is whether saved
    filters alone have marked it, and the reader never, nor undone it.
    """

    key: Hash
    read: bool = False
    starred: bool = False
    tags: Tags = ()
    changed: Instant | None = None
    past: Annotated[tuple[Past, ...], Meta(max_length=FEW)] = ()
    filtered: bool = False


def issue_of(address: str) -> str:
    """Return the id of the issue in an address: an article's, a page's or an issue's own."""
    return address.partition("/")[0]


def original_of(source: str) -> str:
    """Return the sha256 of the original in the id of a source."""
    return source.partition(":")[0]

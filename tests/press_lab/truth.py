"""The right reading of a dump, in the corpus's own JSON form, for its scorer."""

from typing import TypedDict


class Break(TypedDict):
    """Where a column's end cuts a paragraph: its number, and the offset of the cut in it."""

    para: int
    offset: int


class ArticleTruth(TypedDict, total=False):
    """An article as it should be read."""

    page: str | None
    kind: str
    column: str | None
    kicker: str
    headline: str
    subhead: str
    byline_names: list[str]
    lead_in: str
    paragraphs: list[str]
    crossheads: list[int]
    captions: list[str]
    credit: str | None
    tail: str
    breaks: list[Break]


class EntryTruth(TypedDict):
    """An entry of a table of contents."""

    title: str
    page: str | None


class PaperTruth(TypedDict):
    """What the issue prints of its paper and day; None where it prints nothing."""

    name: str | None
    date: str | None


class Truth(TypedDict, total=False):
    """An issue as it should be read."""

    case: str
    file: str
    family: str
    paper: PaperTruth
    articles: list[ArticleTruth]
    index: list[EntryTruth]
    furniture: list[str]
    optional: list[str]
    byline_scored: bool
    para_scored: bool

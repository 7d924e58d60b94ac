"""What a reader has set right in an issue: small records, kept apart from the text.

A correction hangs on what stays: an article's key and a line's text. What the press read is never
overwritten; `store.corrections.apply` applies the records to it, in their order, each time
that an issue is made of its sources.
"""

from datetime import date
from hashlib import sha256
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from store.bounds import MANY, Hash, SourceId, Text
from store.errors import CorrectionError
from store.messages import Message, template
from store.models import Article, Issue
from store.press.text.numbers import page_number

Action = Literal["join", "split", "line", "page", "sure", "date", "paper"]
Role = Literal["headline", "kicker", "subhead", "crosshead", "body", "furniture"]

ROLES: tuple[Role, ...] = get_args(Role)
HEADS = (template("column"), template("kicker"), template("headline"), template("subhead"))
"""Head lines in print order; they count backwards from the first paragraph: -4, -3, -2, -1."""


class Correction(Struct, frozen=True):
    """One thing that a reader has set right.

    `article` is the key of the article it is about, `line` the text of a paragraph or head line,
    and `at` the number this had (paragraphs from 0, head lines as in `HEADS`): of several equal
    lines the nearest is meant. `to` is what comes of it: for ``join`` the key of the article that
    it goes on, for ``split`` the key of the second part, for ``line`` its Role, for ``sure``
    nothing, else the page's number, the date (ISO 8601) or the paper's name. `sources` are the
    originals it is about.
    """

    action: Action
    article: Hash = ""
    to: Text = ""
    line: Text = ""
    at: Annotated[int, Meta(ge=-len(HEADS), le=2**31)] = 0
    sources: Annotated[tuple[SourceId, ...], Meta(max_length=MANY)] = ()


def join(issue: Issue, article: Article) -> Correction:
    """Return the correction that joins `article` to the one before it in `issue`.

    Raises CorrectionError when it is the first.
    """
    at = issue.articles.index(article)
    if not at:
        raise CorrectionError(
            "{id}: there is no article before it that it could join.", id=article.id
        )
    before = issue.articles[at - 1]
    sources = tuple(dict.fromkeys((before.source, article.source)))
    return Correction("join", article.key, before.key, sources=sources)


def split(article: Article, at: int) -> Correction:
    """Return the correction that lets a new article begin with paragraph `at` (from 0).

    Raises CorrectionError when that leaves nothing before it, or there is no such paragraph.
    """
    line = line_at(article, at)
    if at < 1:
        raise CorrectionError("{id}: nothing stands before the first paragraph.", id=article.id)
    key = sha256(f"{article.key}\n{at}\n{line}".encode()).hexdigest()[:16]
    return Correction("split", article.key, key, line, at, (article.source,))


def relabel(article: Article, at: int, role: Role) -> Correction:
    """Return the correction that makes line `at` (a paragraph, or one of `HEADS`) a `role`.

    Raises CorrectionError when there is no such line.
    """
    return Correction("line", article.key, role, line_at(article, at), at, (article.source,))


def move(article: Article, page: str) -> Correction:
    """Return the correction that puts `article` on `page`, a number as printed: ``2``, ``A5``.

    Raises CorrectionError when that cannot be a page's number.
    """
    number = page_number(page)
    if not (number.isalnum() and len(number) <= 8):
        raise CorrectionError(
            "{page!r} cannot be the number of a page; write it as 2 or A5.", page=page
        )
    return Correction("page", article.key, number, sources=(article.source,))


def confirm(article: Article) -> Correction:
    """Return the correction that says that `article` is right as it is."""
    return Correction("sure", article.key, sources=(article.source,))


def redate(issue: Issue, day: date) -> Correction:
    """Return the correction that dates `issue`."""
    return Correction("date", to=day.isoformat(), sources=_sources(issue))


def rename(issue: Issue, paper: str) -> Correction:
    """Return the correction that gives `issue` its paper's name.

    Raises CorrectionError when that is empty.
    """
    from store.press.text.clean import clean_line  # 5 ms, for a paper's name alone

    name = clean_line(paper)
    if not name:
        raise CorrectionError("A paper needs a name.")
    return Correction("paper", to=name, sources=_sources(issue))


def line_at(article: Article, at: int) -> str:
    """Return the text of line `at`: a paragraph, or one of `HEADS` where it is negative.

    Raises CorrectionError when there is none.
    """
    text = ""
    if 0 <= at < len(article.paragraphs):
        text = article.paragraphs[at]
    elif -len(HEADS) <= at < 0:
        text = getattr(article, HEADS[at])
    if not text:
        raise CorrectionError("{id}: it has no {what}.", id=article.id, what=_line_name(at))
    return text


def _line_name(at: int) -> Message:
    """Return what line `at` is called in a message."""
    if at >= 0:
        return Message("paragraph {number}", {"number": at + 1})
    return Message(HEADS[at] if at >= -len(HEADS) else template("such line"))


def _sources(issue: Issue) -> tuple[str, ...]:
    return tuple(source.id for source in issue.sources)

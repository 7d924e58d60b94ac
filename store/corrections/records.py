"""The records of what is set right: each is made of an issue or article as it stands."""

import re
from datetime import date
from hashlib import sha256

from store.corrections.correction import Correction, Role
from store.corrections.lines import line_at, line_name
from store.errors import CorrectionError
from store.models import Article, Issue
from store.press.text.join_text import join_text
from store.press.text.numbers import is_page_number, page_number

LONGEST = 10**6
"""Characters of a line that a reader gives: a page holds a hundredth of that."""


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
    """Return the correction that makes line `at` (see `store.corrections.lines`) a `role`.

    Raises CorrectionError when there is no such line.
    """
    return Correction("line", article.key, role, line_at(article, at), at, (article.source,))


def reword(article: Article, at: int, text: str) -> Correction:
    """Return the correction that gives line `at` other words; a paragraph becomes several lines.

    Raises CorrectionError when there is no such line, or no word in `text`.
    """
    return _text(article, at, line_at(article, at), text)


def join_line(article: Article, at: int) -> Correction:
    """Return the correction that joins paragraph `at` to the one before it.

    Raises CorrectionError when there is none.
    """
    line = line_at(article, at)
    if at < 1:
        raise CorrectionError("{id}: only paragraphs can be joined to one before.", id=article.id)
    before = article.paragraphs[at - 1]
    return _text(article, at - 1, f"{before}\n{line}", join_text((before, line)))


def divide_line(article: Article, at: int, where: int | str) -> Correction:
    """Return the correction that divides paragraph `at`, after so many characters or before a text.

    Raises CorrectionError when it cannot be divided there.
    """
    line = line_at(article, at)
    place = where if isinstance(where, int) else _place(line, where)
    parts = line[: max(0, place)].strip(), line[max(0, place) :].strip()
    if at < 0 or not all(parts):
        raise CorrectionError(
            "{id}: {what} cannot be divided there; give the words that its second part has first.",
            id=article.id,
            what=line_name(at),
        )
    return _text(article, at, line, "\n".join(parts))


def move(article: Article, page: str) -> Correction:
    """Return the correction that puts `article` on `page`, a number as printed: ``2``, ``A5``.

    Raises CorrectionError when that cannot be a page's number.
    """
    number = page_number(page)
    if not is_page_number(number):
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


def _text(article: Article, at: int, line: str, text: str) -> Correction:
    from store.press.text.clean import clean, clean_line  # 5 ms, for those who set things right

    lines = [clean_line(each) for each in clean(text).text.split("\n")]
    to = "\n".join(filter(None, lines))
    if not to:
        raise CorrectionError(
            "{id}: a line needs words; without any, take it out of the article.", id=article.id
        )
    if len(to) > LONGEST:
        raise CorrectionError(
            "{id}: a line has at most {most} characters.", id=article.id, most=LONGEST
        )
    return Correction("text", article.key, to, line, at, (article.source,))


def _place(line: str, beginning: str) -> int:
    """Return where `beginning` stands in `line` behind its first character; 0 if nowhere."""
    found = re.search(r"\s*".join(map(re.escape, "".join(beginning.split()))), line[1:])
    return found.start() + 1 if found and found.group() else 0


def _sources(issue: Issue) -> tuple[str, ...]:
    return tuple(source.id for source in issue.sources)

"""The room of EPUBs: a book in, the issue of a paper out."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from store.errors import SourceError
from store.messages import template
from store.models import Issue, Paper
from store.moments import CHINA
from store.press.epub.book import Book, read_book
from store.press.epub.chapters import chapters_of
from store.press.epub.stories import Stories, stories_of
from store.press.forms.dates import date_in_name, printed_date
from store.press.forms.masthead import read_masthead
from store.press.material import Material
from store.press.package import Package
from store.press.result import PressResult, Report
from store.press.text.clean import clean_line

ARTICLES = template("articles")
BOOK_LINES = template("lines of the book's own")

_DAY_BEHIND = re.compile(
    r"\s*(?:[\[(（【].*|[-–—,，:：·|]?\s*(?:(?:19|20)\d\d|\d\d?[-./]\d\d?|\d\d? \w+ \d{4}).*)$"
)
"""What calibre puts behind a paper's name: ``[周六, 05 4月 2031]``."""
_LINE, _LINES = 120, 60
"""Characters and number of the lines that are kept of a book's own."""


def read_epub(material: Material) -> Sequence[PressResult]:
    """Return the issue that a book is.

    Raises SourceError when it is damaged or locked, holds more than one may, or tells no story.
    """
    package = Package(material.data, material.name)
    book = read_book(package, material.name)
    stories = stories_of(chapters_of(package, book, material.name))
    if not stories.articles:
        raise SourceError(
            "{file}: no article was found in this book; check that it is a paper's.",
            file=material.name,
        )
    own = [line for line in stories.lines if len(line) <= _LINE][:_LINES]
    issue = Issue(
        paper=Paper(clean_line(material.paper) or _paper(book, own)),
        date=material.day or _day(book, own, material.name),
        pages=stories.pages,
        articles=stories.articles,
        furniture=tuple(own),
        sources=(material.source(),),
    )
    return [PressResult(issue, _report(stories, own))]


def _paper(book: Book, own: Sequence[str]) -> str:
    """Return the paper whose issue a book is: as calibre says, as it is called, as is printed."""
    title = _DAY_BEHIND.sub("", book.title).strip()
    for said in (book.series, title):
        if name := read_masthead([said]).paper.name:
            return name
    return book.series or read_masthead(own).paper.name or title


def _day(book: Book, own: Sequence[str], name: str) -> date | None:
    """Return the day of a book: as it is called, as is printed, else when it was published."""
    for said in (book.title, *own):
        if day := printed_date([said]):
            return day
    try:
        moment = datetime.fromisoformat(book.moment)
    except ValueError:
        return date_in_name(name)
    timed = len(book.moment) > len("2031-04-05") and moment.tzinfo is not None
    return (moment.astimezone(CHINA) if timed else moment).date()


def _report(stories: Stories, own: Sequence[str]) -> Report:
    kinds = Counter(article.kind for article in stories.articles)
    taken = ((ARTICLES, len(stories.articles)), (BOOK_LINES, len(own)))
    return Report(
        taken=tuple(each for each in taken if each[1]),
        pages_found=len(stories.pages),
        articles=tuple(sorted(kinds.items())),
    )

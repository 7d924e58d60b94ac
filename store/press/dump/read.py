"""Reading a text dump: the steps of the press in their order, and an account of every line."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from store.errors import DubaoError, SourceError
from store.identity import numbered
from store.models import Article, IndexEntry, Issue, Page, Paper
from store.press.dump.classify.classify import classify
from store.press.dump.lines.columns import stand_beside
from store.press.dump.lines.lines import Line, split_lines
from store.press.dump.lines.look import SetLine, text_of
from store.press.dump.lines.pages import PageText
from store.press.dump.lines.style import Style
from store.press.dump.prepare import prepare
from store.press.dump.stories.confidence import judged
from store.press.dump.stories.contents import is_header, read_entries
from store.press.dump.stories.jumps import join_jumps
from store.press.dump.stories.stories import GroupedPage, group_lines, make_article
from store.press.dump.text_warnings import text_warnings
from store.press.forms.dates import date_in_name, not_before, printed_date, printed_days
from store.press.forms.masthead import read_masthead
from store.press.kinds import BINARY, DUMP
from store.press.material import Material
from store.press.recognise import recognise_text, refused
from store.press.result import PressResult, Report
from store.press.text.clean import clean, clean_line
from store.press.text.decode import Decoded
from store.press.text.mending.mend import mend
from store.press_warnings import PressWarning

FRONT = "1"
"""The number of the page that has the masthead, though that does not print it."""
_FRONT = "1"
"""The number of a front page, which seldom prints it."""
LINES = 50_000
"""The most lines that a source may have: a hard-wrapped issue of 24 pages has some 15,000."""


def read_issue(data: bytes, name: str, *, day: date | None = None, paper: str = "") -> PressResult:
    """Return the issue that the text dump `data` holds; `name` is the source's, for messages.

    `day` and `paper` are what a reader knows, and win over what is printed. Raises SourceError in
    one sentence that names the file and what to do: it is empty, too large, no text dump.
    """
    shown = clean_line(name)
    decoded = recognise_text(data, shown)
    return read_dump(Material(shown, data, DUMP, decoded=decoded, day=day, paper=paper))


def read_dump(material: Material) -> PressResult:
    """Return the issue that the text of pages in `material` holds.

    Raises SourceError when it is no text, or has nothing to read.
    """
    if material.decoded is None:
        raise refused(BINARY, material.name)
    return _read(material, material.decoded)


def read_set_lines(material: Material, given: Sequence[SetLine]) -> PressResult:
    """Return the issue that the lines of a source hold which tells how each of them is set.

    An article's `lines` are numbers of those `given`, from 1. Raises SourceError when there is
    nothing to read.
    """
    return _read(material, Decoded(text_of(given), "utf-8", 1.0, 0), given)


def _read(material: Material, decoded: Decoded, given: Sequence[SetLine] = ()) -> PressResult:
    cleaned = clean(decoded.text)
    mended = mend(cleaned.text, decoded)
    lines = _lines(mended.text, material.name, given)
    source = material.source()

    pages = _read_pages(lines)
    _check_that_nothing_is_lost(lines, pages)
    furniture = _furniture(pages)
    masthead = read_masthead(furniture)
    if masthead.front:
        pages = [page.numbered(page.text.number or FRONT) for page in pages]
    articles = join_jumps(_stories(pages, source.sha256))
    printed_day = material.day or printed_date(furniture) or date_in_name(source.name)
    issue = Issue(
        paper=Paper(clean_line(material.paper) or masthead.paper.name, masthead.paper.publishers),
        date=printed_day,
        not_before="" if printed_day else not_before(articles),
        number=masthead.number,
        pages=_pages(pages, source.sha256),
        articles=articles,
        index=_contents(pages),
        furniture=furniture,
        sources=(source,),
    )
    warnings = (*text_warnings(decoded, cleaned, mended), *_warnings(issue, pages, masthead.pages))
    issue = numbered(replace(issue, warnings=warnings))
    report = _report(issue, decoded, lines, pages, masthead.pages)
    report = replace(report, cleaned=cleaned.taken, mended=mended.kinds)
    return PressResult(issue, report)


def _lines(text: str, file: str, given: Sequence[SetLine]) -> list[Line]:
    """Return the lines of `text`; raises SourceError when there are none to read, or too many."""
    lines = split_lines(text, given)
    if not any(char.isalnum() for line in lines for char in line.text):
        raise SourceError(
            "{file}: no readable text was found; check that it holds the text of pages.", file=file
        )
    if len(lines) > LINES:
        raise SourceError(
            "{file}: {lines:,} lines are more than the limit of {limit:,}; split the file.",
            file=file,
            lines=len(lines),
            limit=LINES,
        )
    return lines


class _ReadPage(NamedTuple):
    """A page as it stands in the source, and its lines by where they belong."""

    text: PageText
    grouped: GroupedPage
    style: Style
    """The whole source's."""
    beside: bool
    """Columns stand side by side in it that could not be read apart."""

    def numbered(self, number: str) -> "_ReadPage":
        """Return the page with another number."""
        return self._replace(text=self.text._replace(number=number))


def _read_pages(lines: Sequence[Line]) -> list[_ReadPage]:
    """Return the pages that the source's `lines` make, each line of them in its place."""
    read = []
    for page in prepare(lines):
        labels = classify(page.lines, page.style, front=page.front)
        grouped = group_lines(page.lines, labels)
        read.append(_ReadPage(page.text, grouped, page.style, stand_beside(page.text.lines)))
    return read


def _stories(pages: Sequence[_ReadPage], source: str) -> list[Article]:
    """Return the stories of each page, those that jump still in pieces."""
    articles: list[Article] = []
    numbered = any(page.text.printed for page in pages)
    for page in pages:
        stories, number = page.grouped.stories, page.text.number
        made = [make_article(story, number, source, page.style.repeated) for story in stories]
        guessed = numbered and not page.text.printed and number != _FRONT
        articles += judged(stories, made, page_guessed=guessed, columns=page.beside)
    return articles


def _furniture(pages: Iterable[_ReadPage]) -> tuple[str, ...]:
    """Return the lines that belong to no story and no contents box, in the source's order."""
    furniture: list[str] = []
    for page in pages:
        headers = filter(is_header, page.grouped.contents)
        lines = [*page.text.aside, *page.grouped.furniture, *headers]
        furniture += (line.text for line in sorted(lines, key=lambda line: line.first))
    return tuple(furniture)


def _contents(pages: Iterable[_ReadPage]) -> tuple[IndexEntry, ...]:
    lines = (line for page in pages for line in page.grouped.contents)
    return read_entries([line for line in lines if not is_header(line)])


def _pages(pages: Iterable[_ReadPage], source: str) -> tuple[Page, ...]:
    """Return the pages that are printed, each number once."""
    found: dict[str, Page] = {}
    for page in pages:
        number, name = page.text.number, page.text.name
        if not (number or name):
            continue
        found.setdefault(number, Page(number, name, source))
    return tuple(found.values())


def _warnings(
    issue: Issue, pages: Iterable[_ReadPage], pages_expected: int
) -> tuple[PressWarning, ...]:
    warnings = []
    if any(page.beside for page in pages):
        warnings.append(PressWarning("columns"))
    if pages_expected > len(issue.pages):
        missing: dict[str, str | int] = {"expected": pages_expected, "found": len(issue.pages)}
        warnings.append(PressWarning("pages_missing", missing))
    days = printed_days(issue.furniture)
    if len(days) > 1:
        told = ", ".join(day.isoformat() for day in days)
        warnings.append(PressWarning("days", {"count": len(days), "days": told}))
    if not issue.articles and not issue.index:
        warnings.append(PressWarning("no_article"))
    return tuple(warnings)


def _check_that_nothing_is_lost(lines: Sequence[Line], pages: Iterable[_ReadPage]) -> None:
    """Check that every line of the source is somewhere; a gap would be lost text."""
    held: set[int] = set()
    for page in pages:
        grouped = page.grouped
        stories = [line for story in grouped.stories for line in story.lines]
        held |= _numbers([*page.text.aside, *grouped.contents, *grouped.furniture, *stories])
    lost = [line.first for line in lines if line.first not in held]
    if lost:
        raise DubaoError(
            "Line {line} was lost while it was read; please report this fault.", line=lost[0]
        )


def _numbers(lines: Iterable[Line]) -> set[int]:
    """Return the numbers that `lines` have in the source."""
    return {number for line in lines for number in range(line.first, line.last + 1)}


def _report(
    issue: Issue,
    decoded: Decoded,
    lines: Sequence[Line],
    pages: Sequence[_ReadPage],
    pages_expected: int,
) -> Report:
    source = {line.first for line in lines}
    stories = [story for page in pages for story in page.grouped.stories]
    in_articles = source & _numbers(line for story in stories for line in story.lines)
    in_index = source & _numbers(line for page in pages for line in page.grouped.contents)
    jumps = [article.jump for article in issue.articles if article.jump]
    return Report(
        encoding=decoded.encoding,
        encoding_sure=round(decoded.sure, 2),
        pages_expected=pages_expected,
        pages_found=len(issue.pages),
        articles=tuple(sorted(Counter(article.kind for article in issue.articles).items())),
        joins=sum(story.joins for story in stories),
        jumps_resolved=len(stories) - len(issue.articles),
        jumps_open=sum(not jump.resolved for jump in jumps),
        lines=len(lines),
        lines_in_articles=len(in_articles),
        lines_in_index=len(in_index),
        lines_in_furniture=len(lines) - len(in_articles) - len(in_index),
        doubtful=tuple(a.id for a in issue.articles if a.doubtful),
    )

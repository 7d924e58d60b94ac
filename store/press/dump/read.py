"""One reading of one source: the steps of the press in their order, and an account of them."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from store.errors import DubaoError, SourceError
from store.identity import numbered
from store.models import DOUBTFUL, Article, Issue, Page, Paper, Source
from store.press.dump.classify.classify import classify
from store.press.dump.lines.lines import Line, split_lines
from store.press.dump.lines.pages import PageText, split_pages
from store.press.dump.lines.style import Style, style_of
from store.press.dump.lines.unwrap import unwrap
from store.press.dump.stories.contents import is_header, read_entries
from store.press.dump.stories.jumps import join_jumps, set_apart
from store.press.dump.stories.stories import GroupedPage, group_lines, make_article
from store.press.forms.dates import date_in_name, not_before, printed_date
from store.press.forms.masthead import read_masthead, read_pages_total
from store.press.result import Reading, Report
from store.press.text.clean import Cleaned, clean, clean_line
from store.press.text.decode import Decoded, decode

LINES = 50_000
"""The most lines of a source: a hard-wrapped issue of 24 pages has some 15,000."""


def read_issue(data: bytes, name: str, *, day: date | None = None, paper: str = "") -> Reading:
    """Return the issue that the text dump `data` holds; `name` is the source's, for messages.

    `day` and `paper` are what a reader knows, and win over what is printed. Raises SourceError in
    one sentence that names the file and what to do: it is empty, too large, no text dump.
    """
    shown = clean_line(name)
    decoded = decode(data, shown)
    cleaned = clean(decoded.text)
    lines = split_lines(cleaned.text)
    if not any(char.isalnum() for line in lines for char in line.text):
        raise SourceError(f"{shown}: no readable text was found; check that it is a text dump.")
    if len(lines) > LINES:
        raise SourceError(
            f"{shown}: {len(lines):,} lines are more than the limit of {LINES:,}; split the file."
        )
    source = Source(shown, sha256=hashlib.sha256(data).hexdigest(), encoding=decoded.encoding)

    pages = split_pages(set_apart(unwrap(lines)))
    style = style_of([page.lines for page in pages])
    grouped = [
        group_lines(page.lines, classify(page.lines, style, front=at == 0))
        for at, page in enumerate(pages)
    ]
    _account(lines, pages, grouped)
    return _reading(decoded, cleaned, lines, pages, grouped, style, source, day, paper)


def _reading(
    decoded: Decoded,
    cleaned: Cleaned,
    lines: Sequence[Line],
    pages: Sequence[PageText],
    grouped: Sequence[GroupedPage],
    style: Style,
    source: Source,
    day: date | None,
    paper: str,
) -> Reading:
    stories = [
        make_article(draft, page.number, source.sha256, style.repeated)
        for page, found in zip(pages, grouped, strict=True)
        for draft in found.stories
    ]
    articles = join_jumps(stories)
    contents = [line for found in grouped for line in found.contents]
    furniture = [
        line.text
        for page, found in zip(pages, grouped, strict=True)
        for line in sorted(
            (*page.markers, *found.furniture, *filter(is_header, found.contents)),
            key=lambda line: line.first,
        )
    ]
    printed, number = read_masthead(furniture)
    issue = Issue(
        paper=Paper(clean_line(paper) or printed.name, printed.publishers),
        date=day or printed_date(furniture) or date_in_name(source.name),
        number=number,
        pages=_pages(pages, source.sha256),
        articles=articles,
        index=read_entries([line for line in contents if not is_header(line)]),
        furniture=tuple(furniture),
        sources=(source,),
    )
    if issue.date is None:
        issue = replace(issue, not_before=not_before(articles))
    issue = numbered(replace(issue, warnings=_warnings(issue, decoded, cleaned)))
    return Reading(issue, _report(issue, decoded, cleaned, lines, grouped, len(stories)))


def _pages(pages: Iterable[PageText], source: str) -> tuple[Page, ...]:
    found: dict[str, Page] = {}
    for page in pages:
        found.setdefault(page.number, Page(page.number, page.name, source))
    return tuple(found.values())


def _warnings(issue: Issue, decoded: Decoded, cleaned: Cleaned) -> tuple[str, ...]:
    warnings = [f"{count} {what} were taken out." for what, count in cleaned.taken]
    if decoded.broken:
        warnings.append(f"{decoded.broken} characters could not be decoded as {decoded.encoding}.")
    if decoded.sure < 0.6:
        warnings.append(f"The encoding is a guess: {decoded.encoding}.")
    expected = read_pages_total(issue.furniture)
    if expected > len(issue.pages):
        warnings.append(f"The paper says it has {expected} pages; {len(issue.pages)} were found.")
    if not issue.articles and not issue.index:
        warnings.append("No article was found.")
    return tuple(warnings)


def _account(
    lines: Sequence[Line], pages: Sequence[PageText], grouped: Sequence[GroupedPage]
) -> None:
    """Check that every line of the source is somewhere; a gap would be lost text."""
    held: set[int] = set()
    for page, found in zip(pages, grouped, strict=True):
        for group in (page.markers, found.contents, found.furniture,
                      *(draft.lines for draft in found.stories)):  # fmt: skip
            for line in group:
                held.update(range(line.first, line.last + 1))
    lost = [line.first for line in lines if line.first not in held]
    if lost:
        raise DubaoError(f"Line {lost[0]} went astray in the press; please report this fault.")


def _report(
    issue: Issue,
    decoded: Decoded,
    cleaned: Cleaned,
    lines: Sequence[Line],
    grouped: Sequence[GroupedPage],
    stories: int,
) -> Report:
    first_lines = {line.first for line in lines}

    def count(group: Iterable[Line]) -> int:
        numbers = {n for line in group for n in range(line.first, line.last + 1)}
        return len(numbers & first_lines)

    in_articles = count(
        line for found in grouped for draft in found.stories for line in draft.lines
    )
    in_index = count(line for found in grouped for line in found.contents)
    jumps = [article.jump for article in issue.articles if article.jump]
    joined = stories - len(issue.articles)
    return Report(
        encoding=decoded.encoding,
        encoding_sure=round(decoded.sure, 2),
        cleaned=cleaned.taken,
        pages_expected=read_pages_total(issue.furniture),
        pages_found=len(issue.pages),
        articles=tuple(sorted(Counter(article.kind for article in issue.articles).items())),
        joins=sum(draft.joins for found in grouped for draft in found.stories),
        jumps_resolved=joined,
        jumps_open=sum(not jump.resolved for jump in jumps),
        lines=len(lines),
        lines_in_articles=in_articles,
        lines_in_index=in_index,
        lines_in_furniture=len(lines) - in_articles - in_index,
        doubtful=_doubtful(issue.articles),
    )


def _doubtful(articles: Iterable[Article]) -> tuple[str, ...]:
    return tuple(article.id for article in articles if article.confidence < DOUBTFUL)

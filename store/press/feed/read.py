"""The room of feeds: entries in, an issue for each day out, the newest first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from store.errors import SourceError
from store.identity import article_key
from store.messages import template
from store.models import Article, Byline, Issue, Page, Paper, Source
from store.moments import utc_now
from store.press.feed.bodies import Body, is_no_story, read_body, read_title
from store.press.feed.days import by_day, days_of
from store.press.feed.elements import read_document
from store.press.feed.entries import Entry, Feed
from store.press.feed.identity import Identity, identities
from store.press.feed.json_feed import read_json_feed
from store.press.feed.names import byline_of_author, paper_of
from store.press.feed.pages import page_of_headline, pages_of_categories
from store.press.forms.bylines import merge_bylines
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.signed_text import byline_of_lead, byline_of_tail
from store.press.kinds import BINARY
from store.press.markup.charset import decode_page
from store.press.material import Material
from store.press.recognise import refused
from store.press.result import PressResult, Report
from store.press.text.clean import Cleaned, clean, clean_line
from store.press.text.decode import Decoded
from store.press.text.numbers import page_order
from store.press.text.web_address import canonical, join

STORIES = template("articles")
STUBS = template("beginnings of articles")
REPEATED = template("entries told twice")
NO_ENTRIES = template("{file}: this feed has no entries; get it again when it has some.")
NO_STORIES = template("entries without a story")
UNREAD = template("entries whose text could not be read")
_HEADLINE, _LONGEST = 30, 200
"""Characters of a headline that is made of the beginning of a text, and of any headline."""


class _Story(Struct, frozen=True):
    """An entry that is a story: its article, its page and its day."""

    article: Article
    page: Page
    day: date | None
    is_unread: bool


def read_feed_issues(material: Material) -> Sequence[PressResult]:
    """Return an issue for each day of the feed that `material` is.

    Raises SourceError when it cannot be read, or has no entry.
    """
    decoded = _decoded(material)
    if decoded is None:
        raise refused(BINARY, material.name)
    material = replace(material, decoded=decoded)
    cleaned = clean(decoded.text)
    feed = read_feed(cleaned.text, material.name)
    days, made = days_of(feed, material.name, utc_now(), material.arrived)
    if material.day:
        days = [material.day] * len(days)
    site = feed.link if canonical(feed.link) else join(canonical(material.name), feed.link)
    paper = clean_line(material.paper) or paper_of(feed.title, site)
    told = list(_stories(feed, days, paper, site))
    found = _once(told)
    if not found:
        raise SourceError(NO_ENTRIES, file=material.name)
    source = replace(material.source(), made=made)
    results = [
        _result(day, [found[at] for at in places], paper, source)
        for day, places in by_day([story.day for story in found])
    ]
    more = (
        (REPEATED, len(told) - len(found)),
        (NO_STORIES, len(feed.entries) - len(told)),
        (UNREAD, sum(story.is_unread for story in found)),
    )
    return _with_account(results, more, cleaned)


def _result(day: date | None, stories: list[_Story], paper: str, source: Source) -> PressResult:
    """Return the issue of a day with these stories, by page."""
    stories.sort(key=lambda story: page_order(story.page.number))
    issue = Issue(
        paper=Paper(paper),
        date=day,
        pages=_pages(stories),
        articles=tuple(story.article for story in stories),
        sources=(source,),
    )
    return PressResult(issue, _report(issue))


def _decoded(material: Material) -> Decoded | None:
    """Return the text of a feed; what is not UTF-8 may declare what it is."""
    known = material.decoded
    if known and known.encoding == "utf-8" and not known.broken:
        return known
    return decode_page(material.data)


def read_feed(text: str, file: str) -> Feed:
    """Return the feed of this clean `text`; `file` is what its source is called.

    Raises SourceError when it has more entries than are read, or cannot be read at all.
    """
    read = read_json_feed if text.lstrip().startswith("{") else read_document
    return read(text.replace("\f", "\n"), file)


def _stories(feed: Feed, days: Sequence[date | None], paper: str, site: str) -> Iterator[_Story]:
    """Yield the stories among the entries of a `feed`, in its order."""
    categories = pages_of_categories([entry.category for entry in feed.entries])
    known = identities(feed.entries, site)
    for entry, day, category, identity in zip(feed.entries, days, categories, known, strict=True):
        page, headline = page_of_headline(read_title(entry.title))
        page = page or category
        body = read_body(entry, headline, join(site, entry.base))
        if not is_no_story(headline, body):
            article = _article(entry, headline, body, identity, paper)
            article = replace(article, page=page.number, key=article.key or article_key(article))
            yield _Story(article, page, day, body.is_unread)


def _once(stories: Iterable[_Story]) -> list[_Story]:
    """Return `stories` without those that are told again: the first is the newest."""
    found: dict[str, _Story] = {}
    for story in stories:
        found.setdefault(story.article.key, story)
    return list(found.values())


def _article(entry: Entry, headline: str, body: Body, identity: Identity, paper: str) -> Article:
    if len(headline) > _LONGEST and not body.paragraphs:  # a note, which is all title
        body = replace(body, paragraphs=(headline,))
    lead_in = read_lead_in(body.paragraphs[0]) if body.paragraphs else ""
    return Article(
        key=identity.key,
        headline=_cut(headline, _LONGEST) or _beginning(body),
        byline=_byline(entry.author, body.paragraphs, paper),
        lead_in=lead_in,
        paragraphs=body.paragraphs,
        crossheads=body.crossheads,
        captions=body.captions,
        url=identity.url,
        stub=body.is_stub,
        pictures=body.pictures,
    )


def _byline(author: str, paragraphs: Sequence[str], paper: str) -> tuple[Byline, ...]:
    people = byline_of_author(author, paper) if author else ()
    if paragraphs:
        people = merge_bylines(people, byline_of_lead(paragraphs[0]))
        people = merge_bylines(people, byline_of_tail(paragraphs[-1]))
    return people


def _beginning(body: Body) -> str:
    """Return a headline for what has none, as notes have."""
    return _cut(next(iter((*body.paragraphs, *body.captions)), ""), _HEADLINE)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}…"


def _pages(stories: Sequence[_Story]) -> tuple[Page, ...]:
    """Return the pages of `stories`, each once, with its name if any of them has it."""
    pages: dict[str, Page] = {}
    for story in stories:
        if story.page.number and not pages.get(story.page.number, Page("")).name:
            pages[story.page.number] = story.page
    return tuple(pages.values())


def _report(issue: Issue) -> Report:
    kinds = Counter(article.kind for article in issue.articles)
    stubs = sum(article.stub for article in issue.articles)
    taken = ((STORIES, len(issue.articles) - stubs), (STUBS, stubs))
    return Report(
        taken=tuple(pair for pair in taken if pair[1]),
        encoding=issue.sources[0].encoding,
        pages_found=len(issue.pages),
        articles=tuple(sorted(kinds.items())),
    )


def _with_account(
    results: Sequence[PressResult], left_out: Iterable[tuple[str, int]], cleaned: Cleaned
) -> list[PressResult]:
    """Return `results`, the first with an account of what concerns the whole feed."""
    if not results:
        return []
    more = tuple(pair for pair in left_out if pair[1])
    issue, report = results[0].issue, results[0].report
    report = replace(report, taken=(*report.taken, *more), cleaned=cleaned.taken)
    return [PressResult(issue, report), *results[1:]]

"""The room of feeds: entries in, an issue for each day out, the newest first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from msgspec import Struct
from msgspec.structs import replace

from store.errors import SourceError
from store.messages import template
from store.models import Article, Byline, Issue, Page, Paper
from store.press.feed.bodies import Body, is_no_story, read_body
from store.press.feed.days import by_day, days_of, zone_of
from store.press.feed.entries import Entry, Feed, read_feed
from store.press.feed.identity import Identity, identities, once
from store.press.feed.names import byline_of_author, paper_of
from store.press.feed.pages import page_of_headline, pages_of_categories
from store.press.forms.bylines import byline_of_lead, byline_of_tail, merge_bylines
from store.press.forms.lead_ins import read_lead_in
from store.press.kinds import BINARY
from store.press.markup.charset import decode_page
from store.press.markup.text import bare
from store.press.material import Material
from store.press.recognise import refused
from store.press.result import PressResult, Report
from store.press.text.clean import Cleaned, clean, clean_line
from store.press.text.numbers import page_order

STORIES = template("articles")
STUBS = template("beginnings of articles")
REPEATED = template("entries told twice")
NO_STORIES = template("entries without a story")
_HEADLINE = 30
"""Characters of a headline that is made of the beginning of a text."""


class _Story(Struct, frozen=True):
    """An entry that is a story: its article, its page and its day."""

    article: Article
    page: Page
    day: date | None


def read_feed_issues(material: Material) -> Sequence[PressResult]:
    """Return an issue for each day of the feed that `material` is.

    Raises SourceError when it cannot be read, or has no entry.
    """
    decoded = decode_page(material.data)
    if decoded is None:
        raise refused(BINARY, material.name)
    material = replace(material, decoded=decoded)
    cleaned = clean(decoded.text)
    feed = read_feed(cleaned.text, material.name)
    if not feed.entries:
        raise SourceError(
            "{file}: this feed has no entries; get it again when it has some.", file=material.name
        )
    zone, now = zone_of(cleaned.text), datetime.now(UTC)
    days, made = days_of(feed, zone, material.name, now)
    if material.day:
        days = [material.day] * len(days)
    paper = clean_line(material.paper) or paper_of(feed.title)
    known = identities(feed.entries, feed.link)
    kept = once(known)
    found = _stories(feed, [(at, days[at], known[at]) for at in kept], paper, material.name)
    source = replace(material.source(), made=made)
    results = []
    for day, places in by_day([story.day for story in found]):
        stories = [found[at] for at in places]
        stories.sort(key=lambda story: page_order(story.page.number))
        issue = Issue(
            paper=Paper(paper),
            date=day,
            pages=_pages(stories),
            articles=tuple(story.article for story in stories),
            sources=(source,),
        )
        results.append(PressResult(issue, _report(issue)))
    more = ((REPEATED, len(feed.entries) - len(kept)), (NO_STORIES, len(kept) - len(found)))
    return _with_account(results, more, cleaned)


def _stories(
    feed: Feed, kept: Iterable[tuple[int, date | None, Identity]], paper: str, file: str
) -> list[_Story]:
    """Return the stories among the entries of a `feed` that are `kept`, in its order."""
    categories = pages_of_categories([entry.category for entry in feed.entries])
    stories = []
    for at, day, identity in kept:
        entry = feed.entries[at]
        page, headline = page_of_headline(bare(entry.title))
        page = page or categories[at]
        body = read_body(entry, file)
        if not is_no_story(headline, body):
            article = _article(entry, headline, body, identity, paper)
            stories.append(_Story(replace(article, page=page.number), page, day))
    return stories


def _article(entry: Entry, headline: str, body: Body, identity: Identity, paper: str) -> Article:
    lead_in = read_lead_in(body.paragraphs[0]) if body.paragraphs else ""
    return Article(
        key=identity.key,
        headline=headline or _beginning(body),
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
    text = next(iter((*body.paragraphs, *body.captions)), "")
    return text if len(text) <= _HEADLINE else f"{text[:_HEADLINE]}…"


def _pages(stories: Sequence[_Story]) -> tuple[Page, ...]:
    """Return the pages of `stories`, each once, with its name if any of them has it."""
    pages: dict[str, Page] = {}
    for story in stories:
        if not pages.get(story.page.number, Page("")).name:
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

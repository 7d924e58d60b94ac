"""The room of e-papers: a page list, an article's page or a mirrored issue in, issues out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from store.errors import SourceError
from store.models import Article, IndexEntry, Issue, Page, Paper
from store.press.epaper.article_page import ArticlePage, read_article_page, read_held
from store.press.epaper.articles import make_article
from store.press.epaper.interfaces import read_answer
from store.press.epaper.not_articles import is_advertisement
from store.press.epaper.page_list import ListedPage, read_page_list
from store.press.epaper.papers import paper_itself
from store.press.epaper.site import Opened, Site, is_told, open_page
from store.press.epaper.walk import ADVERTISEMENTS, ARTICLES, ENTRIES, LISTS, Walked, walk
from store.press.kinds import BINARY, EPAPER_ARTICLE
from store.press.markup.meta import leads_on
from store.press.material import Material
from store.press.mirror import is_mirror, is_part
from store.press.recognise import refused
from store.press.result import PressResult, Report
from store.press.text.clean import clean_line
from store.press_warnings import PressWarning


def read_epaper(material: Material) -> Sequence[PressResult]:
    """Return the issues in a mirror, or the one that a page list or an article's page is of.

    Raises SourceError when it names no page and no article.
    """
    source = material.source()
    if is_mirror(material.data):
        found = walk(Site(material.files, material.name), source.sha256)
        return [_of_walk(material, each) for each in found]
    page = open_page(material.data, material.name)
    if page is None:
        raise refused(BINARY, material.name)
    kind = page.founder.type or ("1" if material.kind is EPAPER_ARTICLE else "2")
    ways = (_of_article, _of_list) if kind == "1" else (_of_list, _of_article)
    for way in ways:
        if result := way(material, page):
            return [result]
    raise _empty(material, page)


def read_interface(material: Material) -> Sequence[PressResult]:
    """Return the issue that an interface's answer is of; raises SourceError for a refusal."""
    answer = read_answer(material.decoded.text) if material.decoded else None
    if answer is None:
        raise SourceError(
            "{file}: this answer names no page and no article; it may be a refusal.",
            file=material.name,
        )
    source = material.source()
    articles: list[Article] = []
    index: list[IndexEntry] = []
    for at, entry in enumerate(answer.entries):
        if at in answer.bodies:
            page = ArticlePage(
                headline=entry.title,
                author=answer.authors.get(at, ""),
                paragraphs=answer.bodies[at],
            )
            articles.append(make_article(page, entry.page, source.sha256))
        elif not is_advertisement(entry.title):
            index.append(IndexEntry(entry.title, "", entry.page))
    issue = _issue(material, answer.paper, answer.pages, articles, index)
    issue = _dated(issue, material, answer.day)
    taken = Counter({ARTICLES: len(articles), ENTRIES: len(index)})
    return [PressResult(issue, _report(issue, taken, len(answer.pages)))]


def _of_walk(material: Material, walked: Walked) -> PressResult:
    warnings = () if is_part(material.data) else tuple(_missing(walked))
    issue = _issue(material, walked.paper, walked.pages, walked.articles, walked.index)
    boxed = (replace(p, boxes=tuple(walked.boxes.get(p.number, ()))) for p in issue.pages)
    issue = replace(issue, pages=tuple(boxed))
    issue = _dated(replace(issue, warnings=warnings), material, walked.day, walked.misdated)
    return PressResult(issue, _report(issue, walked.taken, len(walked.pages)))


def _missing(walked: Walked) -> Iterator[PressWarning]:
    """Yield what a mirror lacks of the issue that its page lists name."""
    if walked.missing:
        expected = len(walked.pages)
        found = expected - walked.missing
        yield PressWarning("pages_missing", {"expected": expected, "found": found})
    if walked.absent:
        fields: dict[str, str | int] = {"missing": walked.absent, "listed": walked.listed}
        yield PressWarning("articles_missing", fields)


def _of_list(material: Material, page: Opened) -> PressResult | None:
    """Return the issue that a lone page list is of, its entries the contents; None if of none."""
    listed = read_page_list(page.root, page.own, page.founder)
    if not listed.entries:
        return None
    titles = [entry for entry in listed.entries if not is_advertisement(entry.title)]
    taken = Counter({LISTS: 1, ENTRIES: len(titles)})
    taken[ADVERTISEMENTS] = len(listed.entries) - len(titles)
    held = [entry for entry in titles if entry.body]
    if held:
        taken += Counter({ARTICLES: len(held), ENTRIES: -len(held)})
    sha256 = material.source().sha256
    articles = [
        make_article(
            read_held(entry.body, entry.title, material.name), entry.page, sha256, entry.area
        )
        for entry in held
    ]
    index = [IndexEntry(entry.title, "", entry.page) for entry in titles if not entry.body]
    pages = listed.pages or (ListedPage(listed.here),)
    issue = _issue(material, listed.paper, pages, articles, index)
    issue = _dated(issue, material, listed.day, listed.misdated)
    return PressResult(issue, _report(issue, taken, len(listed.pages)))


def _of_article(material: Material, page: Opened) -> PressResult | None:
    """Return the issue of one article, None where the page has none."""
    found = read_article_page(page.root, page.founder, page.own)
    if found.is_error or not (found.paragraphs or found.captions):
        return None
    found = replace(found, address=page.own if is_told(page.own) else "")
    number = found.page or "1"
    article = make_article(found, number, material.source().sha256)
    pages = (ListedPage(number, found.page_name),)
    issue = _issue(material, found.paper, pages, (article,), ())
    issue = _dated(issue, material, found.day, found.misdated)
    return PressResult(issue, _report(issue, Counter({ARTICLES: 1}), 1))


def _empty(material: Material, page: Opened) -> SourceError:
    if where := leads_on(page.root):
        return SourceError(
            "{file}: this page does nothing but lead on to {address}; save that one.",
            file=material.name,
            address=clean_line(where),
        )
    return SourceError(
        "{file}: this e-paper's page names no article and has none; open it in a browser and save "
        "what it shows.",
        file=material.name,
    )


def _issue(
    material: Material,
    paper: str,
    pages: Sequence[ListedPage],
    articles: Sequence[Article],
    index: Sequence[IndexEntry],
) -> Issue:
    source = material.source()
    return Issue(
        paper=Paper(clean_line(material.paper) or paper_itself(paper)),
        pages=tuple(Page(page.number, page.name, source.sha256) for page in pages),
        articles=tuple(articles),
        index=tuple(index),
        sources=(source,),
    )


def _dated(
    issue: Issue, material: Material, day: date | None, printed: date | None = None
) -> Issue:
    """Return `issue` with its day: what a reader knows, else what its address or page says.

    A reader is warned where another day is `printed` than the address names.
    """
    if printed and day and not material.day:
        fields: dict[str, str | int] = {"printed": printed.isoformat(), "day": day.isoformat()}
        issue = replace(issue, warnings=(*issue.warnings, PressWarning("day_differs", fields)))
    return replace(issue, date=material.day or day)


def _report(issue: Issue, taken: Counter[str], expected: int) -> Report:
    kinds = Counter(article.kind for article in issue.articles)
    return Report(
        taken=tuple((what, count) for what, count in taken.items() if count),
        encoding=issue.sources[0].encoding,
        pages_expected=expected,
        pages_found=len(issue.pages),
        articles=tuple(sorted(kinds.items())),
    )

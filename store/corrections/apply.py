"""An issue as its reader has set it right: corrections applied to what the press read.

Pure, and nothing is lost: each line stays in an article, or goes to the furniture.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from store.corrections.article_edits import divided, joined, lines_of, relabelled, worded
from store.corrections.correction import Correction
from store.corrections.lines import BYLINE, lines_by_number, nearest, plain
from store.corrections.rewording import reworded, stands_in
from store.corrections.settling import ALL_PARTS, settled
from store.doubts import Part
from store.errors import CorrectionError
from store.models import Article, Issue, Page
from store.press.text.numbers import page_order


def corrected(
    issue: Issue, corrections: Iterable[Correction]
) -> tuple[Issue, tuple[Correction, ...]]:
    """Return `issue` with `corrections` applied in their order, and those that do not fit."""
    unfit = []
    for correction in corrections:
        try:
            issue = apply(issue, correction)
        except CorrectionError:
            unfit.append(correction)
    return issue, tuple(unfit)


def apply(issue: Issue, correction: Correction) -> Issue:
    """Return `issue` with one correction applied; its articles are yet to be numbered.

    Raises CorrectionError when it does not fit.
    """
    return _in_page_order(_APPLY[correction.action](issue, correction))


def heirs(corrections: Iterable[Correction]) -> dict[str, str]:
    """Return, for keys that corrections make or unmake, the article that has their text instead."""
    return {
        **{c.article: c.to for c in corrections if c.action == "join"},
        **{c.to: c.article for c in corrections if c.action == "split"},
    }


def _join(issue: Issue, correction: Correction) -> Issue:
    rest, story = _article(issue, correction.article), _article(issue, correction.to)
    if rest is story:
        raise CorrectionError("{id}: an article cannot join itself.", id=rest.id)
    whole, noted = joined(story, rest)
    return _with(_with(issue, rest), story, whole, furniture=noted)


def _split(issue: Issue, correction: Correction) -> Issue:
    story = _article(issue, correction.article)
    if any(article.key == correction.to for article in issue.articles):
        raise CorrectionError("{id}: it is split there already.", id=story.id)
    at = _find(story, correction)
    if at < 1:
        raise CorrectionError("{id}: nothing stands before that line.", id=story.id)
    return _with(issue, story, *divided(story, at, correction.to))


def _relabel(issue: Issue, correction: Correction) -> Issue:
    story = _article(issue, correction.article)
    changed, taken = relabelled(story, _find(story, correction), correction.to)
    if correction.rewords:
        changed = worded(changed, correction.words)
    return _with(issue, story, changed, furniture=taken)


def _move(issue: Issue, correction: Correction) -> Issue:
    """Put an article on another page; a page that is left empty goes with it."""
    story = _article(issue, correction.article)
    issue = _with(issue, story, replace(story, page=correction.to))
    used = {page for a in issue.articles for page in (a.page, *(part.page for part in a.parts))}
    pages = (page for page in issue.pages if page.number != story.page or page.number in used)
    return replace(issue, pages=tuple(pages))


def _confirm(issue: Issue, correction: Correction) -> Issue:
    story = _article(issue, correction.article)
    return _with(issue, story, settled(story, *ALL_PARTS))


def _reword(issue: Issue, correction: Correction) -> Issue:
    """Give lines other words: those of its article, else of the one where they stand now."""
    before, after = correction.line, correction.to
    for story in _stories(issue, correction):
        now = reworded(story, correction.at, before, after)
        if now is not None:
            now = settled(now, *_about(correction.at))
            return _with(issue, story, worded(now, correction.words))
    raise CorrectionError("{id}: the line that this is about is not in it any more.", id=issue.id)


def _stories(issue: Issue, correction: Correction) -> Iterator[Article]:
    """Yield the article of `correction`, then the only other one of its source with its line."""
    yield from (a for a in issue.articles if a.key == correction.article)
    others = [
        a
        for a in issue.articles
        if a.key != correction.article
        and a.source in correction.sources
        and stands_in(a, correction.at, correction.line)
    ]
    if len(others) == 1:
        yield others[0]


def _redate(issue: Issue, correction: Correction) -> Issue:
    try:
        day = date.fromisoformat(correction.to)
    except ValueError:
        raise CorrectionError("{text} is not a date.", text=correction.to) from None
    return replace(issue, date=day)


def _rename(issue: Issue, correction: Correction) -> Issue:
    return replace(issue, paper=replace(issue.paper, name=correction.to))


_APPLY: dict[str, Callable[[Issue, Correction], Issue]] = {
    "join": _join,
    "split": _split,
    "line": _relabel,
    "page": _move,
    "sure": _confirm,
    "date": _redate,
    "paper": _rename,
    "text": _reword,
}


def _article(issue: Issue, key: str) -> Article:
    for article in issue.articles:
        if article.key == key:
            return article
    raise CorrectionError(
        "{id}: the article that this is about is not there any more.", id=issue.id
    )


def _about(at: int) -> tuple[Part, ...]:
    """Return what is doubted no more when line `at` has got its words."""
    if at == BYLINE:
        return ("byline",)
    return ("head",) if BYLINE < at < 0 else ()


def _find(story: Article, correction: Correction) -> int:
    """Return where the line of `correction` stands now: of equal lines the nearest."""
    wanted = plain(correction.line)
    held = lines_by_number(story).items()
    at = nearest([at for at, text in held if plain(text) == wanted], correction.at)
    if at is None:
        raise CorrectionError(
            "{id}: the line that this is about is not in it any more.", id=story.id
        )
    return at


def _with(
    issue: Issue, story: Article, *articles: Article, furniture: tuple[str, ...] = ()
) -> Issue:
    """Return `issue` with `articles` in place of `story`, and with more `furniture`.

    An article left without a line is none; people named in its byline alone go to the furniture.
    """
    kept: list[Article] = []
    for article in issue.articles:
        kept += [a for a in articles if lines_of(a)] if article is story else [article]
    furniture = (*issue.furniture, *furniture)
    printed = plain("".join(furniture))
    people = (byline for a in articles if not lines_of(a) for byline in a.byline)
    noted = (" ".join((b.role, *b.names)) for b in people if plain("".join(b.names)) not in printed)
    return replace(issue, articles=tuple(kept), furniture=(*furniture, *noted))


def _in_page_order(issue: Issue) -> Issue:
    """Return `issue` with articles and pages in page order, and a page for each article."""
    articles = sorted(issue.articles, key=lambda article: page_order(article.page))
    pages = {page.number: page for page in issue.pages}
    for article in articles:
        pages.setdefault(article.page, Page(article.page, source=article.source))
    ordered = sorted(pages.values(), key=lambda page: page_order(page.number))
    return replace(issue, articles=tuple(articles), pages=tuple(ordered))

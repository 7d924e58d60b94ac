"""An issue as its reader has set it right: corrections applied to what the press read.

Pure, and nothing is lost: each line stays in an article, or goes to the furniture.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from store.corrections import HEADS, Correction, line_at
from store.errors import CorrectionError
from store.identity import numbered
from store.merging import page_order
from store.models import Article, Byline, Issue, Jump, Keyword, Page, Part
from store.press.forms import LEAD_IN
from store.press.jumps import united
from store.press.lines import finished, folded
from store.press.mend import join as mended
from store.words.fold import fold


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
    """Return `issue` with one correction applied, its articles numbered anew.

    Raises CorrectionError when it does not fit.
    """
    return numbered(_in_page_order(_APPLY[correction.action](issue, correction)))


def heirs(corrections: Iterable[Correction]) -> dict[str, str]:
    """Return, for keys that corrections make or unmake, the article that has their text instead."""
    return {
        **{c.article: c.to for c in corrections if c.action == "join"},
        **{c.to: c.article for c in corrections if c.action == "split"},
    }


def _join(issue: Issue, correction: Correction) -> Issue:
    rest, story = _article(issue, correction.article), _article(issue, correction.to)
    if rest is story:
        raise CorrectionError(f"{rest.id}: an article cannot join itself.")
    heads = tuple(filter(None, (getattr(rest, head) for head in HEADS)))
    paragraphs, added = story.paragraphs, (*heads, *rest.paragraphs)
    first, offset = len(paragraphs), 0
    crossheads = (*range(len(heads)), *(len(heads) + at for at in rest.crossheads))
    if _cut(story, added, crossheads):
        first, offset = first - 1, len(paragraphs[-1])
        paragraphs, added = (*paragraphs[:-1], mended((paragraphs[-1], added[0]))), added[1:]
    away = rest.page != story.page
    begin = (Part(rest.page, first, offset, lines=rest.lines),) if away else ()
    jump, noted = _onward(story, rest)
    joined = replace(
        story,
        paragraphs=(*paragraphs, *added),
        crossheads=(*story.crossheads, *(first + at for at in crossheads)),
        byline=united(story.byline, rest.byline),
        captions=(*story.captions, *rest.captions),
        credit=" ".join(filter(None, (story.credit, rest.credit))),
        jump=jump,
        parts=(*story.parts, *begin, *_shifted(rest.parts, first + len(heads))),
        keywords=_all_of(story.keywords, rest.keywords),
        lines=story.lines if away else _around(story.lines, rest.lines),
        confidence=min(story.confidence, rest.confidence),
    )
    known = {keyword.word for keyword in joined.keywords}
    names = (name for name in _all_of(story.names, rest.names) if name.word not in known)
    joined = replace(joined, names=tuple(names))
    return _furnished(_with(_with(issue, rest), story, joined), noted)


def _cut(story: Article, added: tuple[str, ...], crossheads: tuple[int, ...]) -> bool:
    """Return whether the first line `added` goes on in the middle of the last of `story`."""
    last = len(story.paragraphs) - 1
    whole = last < 0 or last in story.crossheads or finished(story.paragraphs[last])
    return bool(added) and not whole and 0 not in crossheads


def _onward(story: Article, rest: Article) -> tuple[Jump | None, tuple[str, ...]]:
    """Return the jump of the two joined, and the notes that have no more place in them."""
    noted = [rest.continues.text] if rest.continues else []
    if story.jump and rest.jump:
        noted.append(story.jump.text)
    jump = rest.jump or story.jump
    if jump and jump is story.jump and jump.to == rest.page:
        jump = replace(jump, resolved=True)
    return jump, tuple(noted)


def _split(issue: Issue, correction: Correction) -> Issue:
    story = _article(issue, correction.article)
    if any(article.key == correction.to for article in issue.articles):
        raise CorrectionError(f"{story.id}: it is split there already.")
    at = _find(story, correction)
    if at < 1:
        raise CorrectionError(f"{story.id}: nothing stands before that line.")
    before = tuple(part for part in story.parts if (part.paragraph, part.offset) <= (at, 0))
    here = tuple(part for part in before if (part.paragraph, part.offset) == (at, 0))[-1:]
    kept = tuple(part for part in before if part not in here)
    paragraphs, crossheads = story.paragraphs[at:], _less(story.crossheads, at)
    headline = here[0].headline if here else ""
    if not headline and 0 in crossheads:
        headline, paragraphs, crossheads = paragraphs[0], paragraphs[1:], _less(crossheads, 1)
    moved = len(story.paragraphs) - len(paragraphs)
    returns = story.jump is not None and story.jump.resolved and bool(here)
    second = replace(
        story,
        key=correction.to,
        page=before[-1].page if before else story.page,
        column="",
        kicker="",
        headline=headline,
        subhead="",
        paragraphs=paragraphs,
        crossheads=crossheads,
        captions=(),
        continues=None,
        jump=None if returns else story.jump,
        parts=_shifted((part for part in story.parts if part not in before), -moved),
        lines=here[0].lines if here else story.lines,
    )
    first = replace(
        story,
        paragraphs=story.paragraphs[:at],
        crossheads=tuple(cross for cross in story.crossheads if cross < at),
        credit="",
        jump=replace(story.jump, resolved=False) if story.jump and returns else None,
        parts=kept,
    )
    return _with(issue, story, *_shared(first, second))


def _shared(first: Article, second: Article) -> tuple[Article, Article]:
    """Return both parts with the people and keywords that each one's text holds."""
    near, far = _text(first), _text(second)

    def within(words: tuple[Keyword, ...], text: str) -> tuple[Keyword, ...]:
        return tuple(word for word in words if _plain(word.word) in text)

    def people(keep: Callable[[str], bool]) -> tuple[Byline, ...]:
        kept = (Byline(b.role, tuple(filter(keep, b.names))) for b in first.byline)
        return tuple(byline for byline in kept if byline.names)

    return (
        replace(
            first,
            byline=people(lambda name: _plain(name) in near or _plain(name) not in far),
            keywords=within(first.keywords, near),
            names=within(first.names, near),
        ),
        replace(
            second,
            byline=people(lambda name: _plain(name) in far),
            keywords=within(second.keywords, far),
            names=within(second.names, far),
        ),
    )


def _relabel(issue: Issue, correction: Correction) -> Issue:
    """Give a line another role; head lines that become text stand before the first paragraph.

    Print order is kept: a line that comes to a place that is taken is set beside what is there.
    But there is one headline: the line that was it becomes the kicker if it stood above the new
    one, else the subhead.
    """
    story = _article(issue, correction.article)
    at, role = _find(story, correction), correction.to
    text = line_at(story, at)
    if role in HEADS:
        if at < 0 and HEADS[at] == role:
            return issue
        return _with(issue, story, _headed(_taken(story, at), at, text, role))
    if role == "furniture":
        return _with(_furnished(issue, (text,)), story, _taken(story, at))
    changed = story
    if at < 0:
        changed, at = _lowered(story, at), 0
    crossheads = {*changed.crossheads} - {at} | ({at} if role == "crosshead" else set())
    return _with(issue, story, replace(changed, crossheads=tuple(sorted(crossheads))))


def _headed(story: Article, at: int, text: str, head: str) -> Article:
    """Return `story` with `text`, that stood at line `at`, as its `head`."""
    slot = HEADS.index(head) - len(HEADS)
    held = getattr(story, head)
    if held and head == "headline":
        story = _headed(
            replace(story, headline=""), slot, held, "kicker" if at > slot else "subhead"
        )
        held = ""
    both = (text, held) if at < slot else (held, text)
    return _setting(story, head, " ".join(filter(None, both)))


def _lowered(story: Article, at: int) -> Article:
    """Return `story` with its head line `at` as the first paragraph."""
    return replace(
        _taken(story, at),
        paragraphs=(line_at(story, at), *story.paragraphs),
        crossheads=tuple(cross + 1 for cross in story.crossheads),
        parts=_shifted(story.parts, 1),
    )


def _taken(story: Article, at: int) -> Article:
    """Return `story` without its line `at`."""
    if at < 0:
        return _setting(story, HEADS[at], "")
    parts = (
        replace(
            part,
            paragraph=part.paragraph - (part.paragraph > at),
            offset=0 if part.paragraph == at else part.offset,
        )
        for part in story.parts
    )
    return replace(
        story,
        paragraphs=story.paragraphs[:at] + story.paragraphs[at + 1 :],
        crossheads=tuple(cross - (cross > at) for cross in story.crossheads if cross != at),
        parts=tuple(parts),
    )


def _setting(story: Article, head: str, text: str) -> Article:
    field: dict[str, Any] = {head: text}
    return replace(story, **field)


def _move(issue: Issue, correction: Correction) -> Issue:
    """Put an article on another page; a page that is left empty goes with it."""
    story = _article(issue, correction.article)
    issue = _with(issue, story, replace(story, page=correction.to))
    used = {page for a in issue.articles for page in (a.page, *(part.page for part in a.parts))}
    pages = (page for page in issue.pages if page.number != story.page or page.number in used)
    return replace(issue, pages=tuple(pages))


def _redate(issue: Issue, correction: Correction) -> Issue:
    return replace(issue, date=date.fromisoformat(correction.to))


def _rename(issue: Issue, correction: Correction) -> Issue:
    return replace(issue, paper=replace(issue.paper, name=correction.to))


_APPLY: dict[str, Callable[[Issue, Correction], Issue]] = {
    "join": _join,
    "split": _split,
    "line": _relabel,
    "page": _move,
    "date": _redate,
    "paper": _rename,
}


def _article(issue: Issue, key: str) -> Article:
    for article in issue.articles:
        if article.key == key:
            return article
    raise CorrectionError(f"{issue.id}: the article that this is about is not there any more.")


def _find(story: Article, correction: Correction) -> int:
    """Return where the line of `correction` stands now: of equal lines the nearest."""
    lines = {at: getattr(story, HEADS[at]) for at in range(-len(HEADS), 0)}
    lines |= dict(enumerate(story.paragraphs))
    wanted = _plain(correction.line)
    found = [at for at, text in lines.items() if text and _plain(text) == wanted]
    if not found:
        raise CorrectionError(f"{story.id}: the line that this is about is not in it any more.")
    return min(found, key=lambda at: abs(at - correction.at))


def _with(issue: Issue, story: Article, *articles: Article) -> Issue:
    """Return `issue` with `articles` in place of `story`; one left without a line is no more."""
    empty = [article for article in articles if not _lines(article)]
    filled = [replace(a, lead_in=_lead_in(a)) for a in articles if a not in empty]
    kept: list[Article] = []
    for article in issue.articles:
        kept += filled if article is story else [article]
    printed = _plain("".join(issue.furniture))
    people = (byline for article in empty for byline in article.byline)
    noted = (" ".join((b.role, *b.names)) for b in people if _plain(b.names[0]) not in printed)
    return _furnished(replace(issue, articles=tuple(kept)), tuple(noted))


def _furnished(issue: Issue, lines: tuple[str, ...]) -> Issue:
    return replace(issue, furniture=(*issue.furniture, *lines))


def _in_page_order(issue: Issue) -> Issue:
    """Return `issue` with articles and pages in page order, and a page for each article."""
    articles = sorted(issue.articles, key=lambda article: page_order(article.page))
    pages = {page.number: page for page in issue.pages}
    for article in articles:
        pages.setdefault(article.page, Page(article.page, source=article.source))
    ordered = sorted(pages.values(), key=lambda page: page_order(page.number))
    return replace(issue, articles=tuple(articles), pages=tuple(ordered))


def _lines(article: Article) -> tuple[str, ...]:
    heads = (getattr(article, head) for head in HEADS)
    jumps = (jump.text for jump in (article.continues, article.jump) if jump)
    parts = (part.headline for part in article.parts)
    lines = (*heads, *article.paragraphs, *article.captions, article.credit, *jumps, *parts)
    return tuple(filter(None, lines))


def _lead_in(article: Article) -> str:
    first = "".join(article.paragraphs[:1])
    found = re.match(LEAD_IN, folded(first[:120]))
    return first[: found.end()] if found else ""


def _text(article: Article) -> str:
    return _plain("\n".join(_lines(article)))


def _plain(text: str) -> str:
    """Return `text` as it is compared: folded, without white space."""
    return "".join(fold(text).split())


def _all_of(first: tuple[Keyword, ...], second: tuple[Keyword, ...]) -> tuple[Keyword, ...]:
    """Return the keywords of both by weight, each once."""
    found: dict[str, Keyword] = {}
    for keyword in sorted((*first, *second), key=lambda keyword: -keyword.weight):
        found.setdefault(keyword.word, keyword)
    return tuple(found.values())


def _less(numbers: Iterable[int], by: int) -> tuple[int, ...]:
    return tuple(number - by for number in numbers if number >= by)


def _shifted(parts: Iterable[Part], by: int) -> tuple[Part, ...]:
    return tuple(replace(part, paragraph=part.paragraph + by) for part in parts)


def _around(first: tuple[int, int], second: tuple[int, int]) -> tuple[int, int]:
    return min(first[0], second[0]), max(first[1], second[1])

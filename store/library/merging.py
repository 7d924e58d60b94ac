"""From the issues read from each source to the one issue that is shown.

Pure: an issue is a function of the set of its sources, so that the order of imports cannot matter.
What was read in each source is an issue of its own, a source issue.
"""

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from msgspec.structs import replace

from store.models import Article, Issue, Page, Paper, Variant
from store.press.dump.stories.jumps import join_jumps
from store.press.text.numbers import page_order

T = TypeVar("T", bound=Hashable)


def compose(parsed: Iterable[Issue]) -> Issue:
    """Return the issue of `parsed`: pages in page order, jumps joined, nothing numbered yet.

    Where two have a page, the one is shown that begins earlier in the paper, then the one with
    more pages, then with more text; the other's page becomes a variant.
    """
    ordered = sorted(parsed, key=_rank)
    shown: dict[str, tuple[Issue, Page]] = {}
    for source_issue in ordered:
        for page in pages_of(source_issue):
            shown.setdefault(page.number, (source_issue, page))
    articles = [a for r in ordered for a in r.articles if shown[a.page][0] is r]
    articles.sort(key=lambda article: page_order(article.page))
    variants = [
        Variant(page, tuple(replace(a, id="") for a in r.articles if a.page == page.number))
        for r in ordered
        for page in pages_of(r)
        if shown[page.number][0] is not r
    ]
    variants.sort(key=lambda variant: page_order(variant.page.number))
    first = ordered[0]
    return replace(
        first,
        paper=Paper(
            next((r.paper.name for r in ordered if r.paper.name), ""),
            next((r.paper.publishers for r in ordered if r.paper.publishers), ()),
        ),
        not_before=max(r.not_before for r in ordered),
        number=next((r.number for r in ordered if r.number is not None), None),
        pages=tuple(shown[number][1] for number in sorted(shown, key=page_order)),
        articles=join_jumps(articles),
        index=_union(r.index for r in ordered),
        furniture=_union(r.furniture for r in ordered),
        warnings=_union(r.warnings for r in ordered),
        sources=_union(r.sources for r in ordered),
        variants=tuple(variants),
    )


def pages_of(source_issue: Issue) -> tuple[Page, ...]:
    """Return the pages of `source_issue`, with those that only its articles name."""
    pages = {page.number: page for page in reversed(source_issue.pages)}
    for article in source_issue.articles:
        pages.setdefault(article.page, Page(article.page, source=article.source))
    return tuple(pages.values())


def old_names(
    old: Mapping[str, str],
    gone: Iterable[Article],
    issue: Issue,
    heirs: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, str]:
    """Return former article ids and the keys of the articles in `issue` that they now stand for.

    `old` holds ids and keys as they were, `gone` articles that may have been joined to others,
    `heirs` the keys of those that took over the text of others. An id that now is another
    article's own is left to that.
    """
    keys = {article.key for article in issue.articles}
    now = {article.id for article in issue.articles}
    joined = {a.key: heir for a in gone if a.key not in keys for heir in _heir(a, issue)}
    followed = ((name, _followed(key, keys, {**heirs, **joined})) for name, key in old.items())
    return {name: key for name, key in followed if name not in now and key in keys}


def _followed(key: str, keys: Container[str], heirs: Mapping[str, str]) -> str:
    """Return the first of `key`, its heir, the heir's heir and so on that is one of `keys`."""
    passed = set()
    while key not in keys and key in heirs and key not in passed:
        passed.add(key)
        key = heirs[key]
    return key


def parts(articles: Iterable[Article]) -> int:
    """Return how many continuations have been joined."""
    return sum(len(article.parts) for article in articles)


def _heir(gone: Article, issue: Issue) -> Iterator[str]:
    """Yield the key of the article whose continuation `gone` has become."""
    for article in issue.articles:
        for part in article.parts:
            if (part.page, part.lines, part.headline) == (gone.page, gone.lines, gone.headline):
                yield article.key


def _rank(source_issue: Issue) -> tuple[tuple[str, int, str], int, int, str]:
    pages = pages_of(source_issue)
    first = min((page_order(page.number) for page in pages), default=("", 0, ""))
    text = sum(len(p) for article in source_issue.articles for p in article.paragraphs)
    return first, -len(pages), -text, source_issue.sources[0].sha256


def _union(groups: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    """Return the groups one after another, without what an earlier group already has."""
    out: list[T] = []
    for group in groups:
        known = set(out)
        out += [one for one in group if one not in known]
    return tuple(out)

"""From the issues read from each source to the one issue that is shown.

Pure: an issue is a function of the set of its sources, so that the order of imports cannot matter.
What was read in each source is an issue of its own, a source issue.

One rule for all kinds of sources. A source that holds whole pages shows a page alone: the best that
has it (`_rank`), the others' page becomes a variant. Articles of other sources, such as a feed's,
come beside them. A story that came by two ways is kept once: the best is shown, at the place that
its printed page gives it, and names the others' originals. What a reader has set right goes before
everything.
"""

from collections.abc import (
    Collection,
    Container,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from store.library.same_story import Stories, plain
from store.models import Article, IndexEntry, Issue, Page, Paper, Variant
from store.press.dump.stories.jumps import join_jumps
from store.press.kinds import DUMP, FEED, KINDS, READ, SourceKind
from store.press.text.numbers import page_order

T = TypeVar("T", bound=Hashable)

_SENTENCE = 20
"""Letters by which a text must be longer to be fuller."""

Corrected = Collection[tuple[str, str]]
"""Articles that a reader has set right: their keys and their originals."""


class _Place(NamedTuple):
    """Where an article stands: its page, which of the sources in order has it, and where there."""

    page: str
    source: int
    at: int


def compose(parsed: Iterable[Issue], corrected: Corrected = ()) -> Issue:
    """Return the issue of `parsed`: pages in page order, jumps joined, nothing numbered yet."""
    ordered = sorted(parsed, key=_rank)
    owners = _owners(ordered, corrected)
    articles, variants = _told_once(ordered, owners, corrected)
    first = ordered[0]
    return replace(
        first,
        paper=Paper(
            next((r.paper.name for r in ordered if r.paper.name), ""),
            next((r.paper.publishers for r in ordered if r.paper.publishers), ()),
        ),
        not_before=max(r.not_before for r in ordered),
        number=next((r.number for r in ordered if r.number is not None), None),
        pages=_pages(ordered, owners, articles),
        articles=join_jumps(articles),
        index=_index(ordered, articles),
        furniture=_union(r.furniture for r in ordered),
        warnings=_union(r.warnings for r in ordered),
        sources=_union(r.sources for r in ordered),
        variants=variants,
    )


def _owners(ordered: list[Issue], corrected: Corrected) -> dict[str, int]:
    """Return which of the sources shows each page, of those that hold whole pages."""
    claims: dict[str, tuple[bool, bool, int]] = {}
    for source, r in enumerate(ordered):
        for article in filter(_of_page, r.articles) if _kind(r).whole_pages else ():
            claim = (article.key, article.source) not in corrected, article.stub, source
            claims[article.page] = min(claim, claims.get(article.page, claim))
    return {page: source for page, (_, _, source) in claims.items()}


def _of_page(article: Article) -> bool:
    """Return whether a page is printed by `article`; what has none is no page's, whole or not."""
    return bool(article.page)


class _Shown:
    """An article that is shown, where it stands, and what other originals have its story."""

    def __init__(self, article: Article, place: _Place) -> None:
        self.article = article
        self.place = place
        self.also: list[str] = []

    def put(self) -> Article:
        """Return the article as it is shown."""
        return replace(self.article, page=self.place.page, also=tuple(dict.fromkeys(self.also)))


def _told_once(
    ordered: list[Issue], owners: Mapping[str, int], corrected: Corrected
) -> tuple[list[Article], tuple[Variant, ...]]:
    """Return the articles that are shown, in their order, and the pages with those that are not."""
    if len(ordered) == 1:
        return sorted(ordered[0].articles, key=lambda article: page_order(article.page)), ()
    stories, shown, hidden = Stories(), dict[int, _Shown](), set[_Place]()
    for place, article in _by_worth(ordered, owners, corrected):
        same = stories.find(article)
        owned = owners.get(article.page) == place.source
        if same:
            told = shown[id(same)]
            told.also.append(article.source)
            if owners.get(same.page) != told.place.source and (
                owned or _stood_first(place, told.place, article, ordered)
            ):
                told.place = place
        elif owned or not (_kind(ordered[place.source]).whole_pages and _of_page(article)):
            shown[id(article)] = _Shown(article, place)
            stories.add(article)
            continue
        hidden.add(place)
    in_order = sorted(shown.values(), key=lambda told: told.place[1:])
    in_order.sort(key=lambda told: page_order(told.place.page))
    return [told.put() for told in in_order], _variants(ordered, hidden)


def _stood_first(place: _Place, shown: _Place, article: Article, ordered: Sequence[Issue]) -> bool:
    """Return whether a story stood at `place`, with `article`, before it is `shown` where it is.

    What has got its whole text, or is told anew by a later fetch of a feed, stays where it was, so
    that its address does; a printed page is better than none.
    """
    if bool(place.page) != bool(shown.page):
        return bool(place.page)
    fetched = all(_kind(ordered[each.source]) is FEED for each in (place, shown))
    return article.stub or fetched


def _by_worth(
    ordered: list[Issue], owners: Mapping[str, int], corrected: Corrected
) -> list[tuple[_Place, Article]]:
    """Return all articles, the best first: set right, whole, of the best source.

    Those of a page that another source shows come last: they tell at most who else has a story.
    """

    def worth(placed: tuple[_Place, Article]) -> tuple[bool, bool, bool, int, int]:
        place, article = placed
        whole = _kind(ordered[place.source]).whole_pages and _of_page(article)
        aside = whole and owners.get(place.page) != place.source
        untouched = (article.key, article.source) not in corrected
        return aside, untouched, article.stub, place.source, place.at

    return sorted(
        (
            (_Place(article.page, source, at), article)
            for source, r in enumerate(ordered)
            for at, article in enumerate(r.articles)
        ),
        key=worth,
    )


def _variants(ordered: list[Issue], hidden: Collection[_Place]) -> tuple[Variant, ...]:
    """Return the pages of each source with those of its articles that are not shown."""
    variants = []
    for source, r in enumerate(ordered):
        for page in pages_of(r):
            articles = tuple(
                replace(article, id="")
                for at, article in enumerate(r.articles)
                if article.page == page.number and _Place(page.number, source, at) in hidden
            )
            if articles:
                variants.append(Variant(page, articles))
    return tuple(sorted(variants, key=lambda variant: page_order(variant.page.number)))


def _pages(
    ordered: list[Issue], owners: Mapping[str, int], articles: Iterable[Article]
) -> tuple[Page, ...]:
    """Return the pages: those that sources list which hold whole ones, and those of `articles`."""
    used = {article.page for article in articles}
    listed: dict[str, list[tuple[bool, Page]]] = {}
    for source, r in enumerate(ordered):
        for page in pages_of(r):
            if page.number in used or _kind(r).whole_pages:
                owned = owners.get(page.number) == source
                listed.setdefault(page.number, []).append((not owned, page))
    found = []
    for number in sorted(listed, key=page_order):
        pages = [page for _, page in sorted(listed[number], key=lambda pair: pair[0])]
        name = next((page.name for page in pages if page.name), "")
        found.append(replace(pages[0], name=name))
    return tuple(found)


def _index(ordered: Iterable[Issue], articles: Iterable[Article]) -> tuple[IndexEntry, ...]:
    """Return the contents lists; of a page list alone only what no article has told."""
    told = {plain(article.headline) for article in articles}
    return _union(
        r.index
        if r.articles
        else tuple(entry for entry in r.index if plain(entry.title) not in told)
        for r in ordered
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


def _kind(source_issue: Issue) -> SourceKind:
    return KINDS.get(source_issue.sources[0].kind, DUMP)


def _rank(
    source_issue: Issue,
) -> tuple[int, float, tuple[str, int, str], int, int, int, int, str]:
    """Return what comes first: the better kind, what was made last, an earlier page, more of it.

    When it was made is known of feeds, which are fetched again and again. Of two that have as much
    to a sentence, the better has fewer blanks: they come of letters whose places are badly known.
    """
    kind = _kind(source_issue)
    pages = pages_of(source_issue)
    # A part of a mirrored issue names all pages, and has the articles of one.
    told = {article.page for article in source_issue.articles} or {page.number for page in pages}
    first = min(map(page_order, told), default=("", 0, ""))
    texts = [text for article in source_issue.articles for text in article.paragraphs]
    letters = sum(len("".join(text.split())) for text in texts)
    blanks = sum(map(len, texts)) - letters
    worth = READ.index(kind) if kind in READ else len(READ)
    source = source_issue.sources[0]
    made = source.made.timestamp() if source.made else 0.0
    fullness = -(letters // _SENTENCE), blanks, -letters
    return worth, -made, first, -len(pages), *fullness, source.id


def _union(groups: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    """Return the groups one after another, without what an earlier group already has."""
    out: list[T] = []
    for group in groups:
        known = set(out)
        out += [one for one in group if one not in known]
    return tuple(out)

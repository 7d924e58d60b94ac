"""What a feed that is fetched again tells anew: the rest of it is kept already, and once is enough.

A feed of a hundred entries, fetched every half hour, would else be kept 48 times a day.
"""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from msgspec.structs import replace

from store.models import Article, Issue

_EVER = datetime.min.replace(tzinfo=UTC)


def is_fetch(source_issue: Issue) -> bool:
    """Return whether it was read from a feed, of which the moment is known."""
    return any(source.made for source in source_issue.sources)


def news_of(coming: Issue, held: Iterable[Issue], own: Collection[str] = ()) -> Issue:
    """Return `coming` with what no fetch among the `held` tells in the same words.

    The last of those counts that has a story. Articles of the keys in `own` stay.
    """
    known: dict[str, Article] = {}
    for fetch in sorted(filter(is_fetch, held), key=_made):
        for article in fetch.articles:
            known[article.key] = known[article.url or article.key] = article

    def is_told(article: Article) -> bool:
        last = known.get(article.key) or known.get(article.url)
        return article.key not in own and last is not None and _are_alike(article, last)

    return replace(coming, articles=tuple(each for each in coming.articles if not is_told(each)))


def _made(fetch: Issue) -> datetime:
    return fetch.sources[0].made or _EVER


def _are_alike(article: Article, held: Article) -> bool:
    """Return whether `held` says the same, whatever it is called and wherever it stands."""
    same = replace(
        article,
        id=held.id,
        key=held.key,
        page=held.page,
        position=held.position,
        source=held.source,
        keywords=held.keywords,
        names=held.names,
        head_words=held.head_words,
        also=held.also,
    )
    return same == held

"""Articles to be clipped, by their keys, and where those of clippings are now."""

from collections.abc import Collection, Iterator, Sequence

from store.errors import DubaoError
from store.library.library import Library
from store.models import Article, Issue
from store.reader.clippings import Cutting


def articles_of(library: Library, keys: Collection[str]) -> Iterator[tuple[Issue, Article]]:
    """Yield the articles of these keys with their issues, in the list's order.

    Issues that cannot be read are passed over.
    """
    wanted = frozenset(keys)
    for row in library.rows():
        if wanted.isdisjoint(row.keys):
            continue
        try:
            issue = library.issue(row.id)
        except DubaoError:
            continue
        yield from ((issue, article) for article in issue.articles if article.key in wanted)


def cuttings_of(library: Library, keys: Sequence[str]) -> list[Cutting]:
    """Return the articles of these keys as they are clipped: whole, in the order of `keys`."""
    places = {key: at for at, key in enumerate(keys)}
    cuttings = [Cutting(issue, article) for issue, article in articles_of(library, keys)]
    return sorted(cuttings, key=lambda cutting: places[cutting.article.key])


def address_now(library: Library, key: str, address: str) -> str:
    """Return the address of the article of this key, which it has perhaps been given since.

    Of several prints of it, that at `address` comes first. It is ``""`` where none is left.
    """
    names = [article.id for _, article in articles_of(library, (key,))]
    return address if address in names else next(iter(names), "")

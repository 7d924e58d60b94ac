"""Whether two articles that were read from different sources are one story.

A story's text says it: its address on the web, or its key (of a feed's, what the feed calls it), or
its opening where the headlines do not differ, or its headline where the text of one goes through
the other's. 图片报道 stands over many stories: a
headline alone joins nothing, unless one of the two is a stub, of which there is little else.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from store.models import Article, Issue
from store.words.fold import fold

OPENING, LEAST = 60, 20
"""Characters of an opening that are compared, and how many there must be to say anything."""

TELLING, CERTAIN = 6, 8
"""Characters of a headline that can tell one story from others, and that are hardly chance."""


class Stories:
    """Articles that are found again by what they have in common with another."""

    def __init__(self) -> None:
        self._by_sign: dict[str, list[Article]] = {}

    def add(self, article: Article) -> None:
        """Let `article` be found."""
        for sign in _signs(article):
            self._by_sign.setdefault(sign, []).append(article)

    def find(self, article: Article) -> Article | None:
        """Return the first that is the same story as `article`, from another source."""
        for sign in _signs(article) if self._by_sign else ():
            for other in self._by_sign.get(sign, ()):
                if other.source != article.source and is_same(article, other):
                    return other
        return None


def is_same(one: Article, other: Article) -> bool:
    """Return whether the two are one story."""
    if (one.url and one.url == other.url) or (one.key and one.key == other.key):
        return True
    heads = [plain(one.headline), plain(other.headline)]
    openings = [_opening(one), _opening(other)]
    length = min(map(len, openings))
    alike = heads[0] in heads[1] or heads[1] in heads[0]
    if alike and length >= LEAST and openings[0][:length] == openings[1][:length]:
        return True
    if heads[0] != heads[1] or len(heads[0]) < TELLING:
        return False
    if one.stub or other.stub:
        stub, whole = (one, other) if one.stub else (other, one)
        return _goes_through(stub, whole)
    return len(heads[0]) >= CERTAIN and (_goes_through(one, other) or _goes_through(other, one))


def with_keys(coming: Sequence[Issue], held: Iterable[Article]) -> tuple[Issue, ...]:
    """Return the sources `coming`, with the keys of the same stories that are there before them.

    Those are articles that are `held`, and of sources that come earlier. A reader's marks hang on
    keys: they stay when a better text takes a story's place.
    """
    stories = Stories()
    for article in held:
        stories.add(article)
    keyed = []
    for issue in coming:
        keyed.append(_keyed(issue, stories))
        for article in keyed[-1].articles if len(keyed) < len(coming) else ():
            stories.add(article)
    return tuple(keyed)


def _keyed(coming: Issue, stories: Stories) -> Issue:
    taken = {article.key for article in coming.articles}
    articles = []
    for article in coming.articles:
        found = stories.find(article)
        if found and found.key not in taken:
            taken.add(found.key)
            article = replace(article, key=found.key)
        articles.append(article)
    return replace(coming, articles=tuple(articles))


def plain(text: str) -> str:
    """Return the letters and digits of `text`, folded: marks and blanks differ from way to way."""
    return "".join(filter(str.isalnum, fold(text)))


def _signs(article: Article) -> Iterator[str]:
    """Yield what `article` has in common with all that can be the same story."""
    if article.url:
        yield f"url {article.url}"
    if article.key:
        yield f"key {article.key}"
    opening = _opening(article)
    if len(opening) >= LEAST:
        yield f"text {opening[:LEAST]}"
    headline = plain(article.headline)
    if len(headline) >= TELLING:
        yield f"head {headline}"


def _opening(article: Article) -> str:
    text = ""
    for paragraph in article.paragraphs:
        text += paragraph[: 3 * OPENING]
        if len(text) >= 3 * OPENING:
            break
    return plain(text[: 3 * OPENING])[:OPENING]


def _goes_through(one: Article, other: Article) -> bool:
    """Return whether a piece from within the text of `one` stands in that of `other`."""
    text = plain("".join(one.paragraphs))
    start = len(text) // 3
    return text[start : start + LEAST] in plain("".join(other.paragraphs))

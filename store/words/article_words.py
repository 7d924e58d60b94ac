"""What the words of one article come to."""

from msgspec import Struct

from store.models import Keyword


class ArticleWords(Struct, frozen=True):
    """What one article is about: its keywords, and the people it names beside them."""

    keywords: tuple[Keyword, ...] = ()
    names: tuple[Keyword, ...] = ()

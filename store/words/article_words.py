"""What the words of one article come to."""

from msgspec import Struct

from store.models import HeadWords, Keyword


class ArticleWords(Struct, frozen=True):
    """The keywords of one article, the people it names beside them, the words of its head."""

    keywords: tuple[Keyword, ...] = ()
    names: tuple[Keyword, ...] = ()
    head_words: HeadWords = HeadWords()

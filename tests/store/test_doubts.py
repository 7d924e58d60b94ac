"""What is doubtful of an article: sentences made of codes, kept with it."""

from store.backends.serialization import decode, from_bytes, to_bytes
from store.doubts import Doubt
from store.models import Article, Issue


def test_a_doubt_says_what_and_why_and_is_kept() -> None:
    doubt = Doubt("bounds", "readings_differ")
    assert str(doubt.message()) == "bounds: two readings of the page differ here"
    assert str(doubt.name) == "bounds"
    kept = from_bytes(to_bytes(Issue(articles=(Article(doubts=(doubt,)),))), Issue)
    assert kept.articles[0].doubts == (doubt,)
    assert len({doubt, *kept.articles[0].doubts}) == 1


def test_an_article_of_an_older_library_has_none() -> None:
    assert decode(b'{"articles":[{"confidence":0.4}]}', Issue).articles[0].doubts == ()

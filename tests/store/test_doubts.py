"""What is doubtful of an article: sentences made of codes, kept with it."""

import pytest

from store.backends.serialization import decode, from_bytes, to_bytes
from store.doubts import Doubt
from store.models import Article, Issue
from store.press.dump.lines.kinds import KINDS


def test_a_doubt_says_what_and_why_and_is_kept() -> None:
    doubt = Doubt("bounds", "readings_differ")
    assert str(doubt.message()) == "bounds: two readings of the page differ here"
    assert str(doubt.name) == "bounds"
    kept = from_bytes(to_bytes(Issue(articles=(Article(doubts=(doubt,)),))), Issue)
    assert kept.articles[0].doubts == (doubt,)
    assert len({doubt, *kept.articles[0].doubts}) == 1


def test_an_article_of_an_older_library_has_none() -> None:
    assert decode(b'{"articles":[{"confidence":0.4}]}', Issue).articles[0].doubts == ()


@pytest.mark.parametrize(
    ("doubt", "sentence"),
    [
        (
            Doubt("bounds", "near_call", "青溪新桥通车", "head", "body"),
            "bounds: “青溪新桥通车” was read as a headline, and may be a paragraph",
        ),
        (
            Doubt("bounds", "next_begins", "青溪新桥通车", "head", "body"),
            "bounds: “青溪新桥通车” was read as a headline of the next article, "
            "and may be a paragraph of this one",
        ),
        (Doubt("head", "near_call", "青溪新桥"), "head: it may be “青溪新桥”"),
        (Doubt("head", "none_found", "桥通了。"), "head: there is none over “桥通了。”"),
    ],
)
def test_a_doubt_names_the_line_and_what_it_may_be(doubt: Doubt, sentence: str) -> None:
    assert str(doubt.message()) == sentence
    assert hash(doubt) == hash(from_bytes(to_bytes(doubt), Doubt))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_line_has_a_name_of_its_own(kind: str) -> None:
    named = str(Doubt("bounds", "near_call", "桥", kind, "body").message())
    assert "read as a paragraph" not in named or kind == "body"


def test_a_doubt_of_an_older_library_is_read() -> None:
    kept = b'{"part":"bounds","reason":"near_call","fields":{}}'
    assert decode(kept, Doubt) == Doubt("bounds", "near_call")

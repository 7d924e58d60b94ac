"""Whose a feed is, and who wrote an entry."""

import pytest

from store.models import Byline
from store.press.feed.names import byline_of_author, paper_of


@pytest.mark.parametrize(
    ("title", "paper"),
    [
        ("临江报", "临江报"),
        ("临江报 - 最新文章", "临江报"),
        ("最新文章 - 临江报", "临江报"),
        ("《临江早报》-国际-即时", "临江早报"),
        ("临江网_国际", "临江网"),
        ("Linjiang Times | World", "Linjiang Times"),
        ("X&amp;Y <b>News</b>", "X&Y News"),
        ("", ""),
    ],
)
def test_the_paper_in_a_title(title: str, paper: str) -> None:
    assert paper_of(title) == paper


def test_a_feed_without_a_title_is_called_as_its_host() -> None:
    assert paper_of("", "https://www.linjiang.example/feed") == "linjiang.example"
    assert paper_of("临江报", "https://linjiang.example/") == "临江报"
    assert paper_of("&j; &amp;k;", "https://linjiang.example/") == "linjiang.example"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("江一帆", ("江一帆",)),
        ("jiang@linjiang.example (江一帆)", ("江一帆",)),
        ("江一帆、文小舟", ("江一帆", "文小舟")),
        ("临江报", ()),
        ("editor@linjiang.example", ()),
    ],
)
def test_the_author_of_an_entry(author: str, names: tuple[str, ...]) -> None:
    found = byline_of_author(author, "临江报")
    assert tuple(name for byline in found for name in byline.names) == names
    assert all(isinstance(each, Byline) for each in found)

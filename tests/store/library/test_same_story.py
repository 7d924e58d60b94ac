"""When two articles are one story, and when they only look like it."""

from typing import Any

import pytest
from msgspec.structs import replace

from store.library.same_story import Stories, is_same, with_keys
from store.models import Article, Issue

TEXT = (
    "望江县的老桥昨天修好了，两岸的村民都来看，孩子们在桥上放起了风筝。",
    "修桥的师傅说，石头还是原来的石头，只换了十二块，桥面比从前平整得多。",
)
OTHER = ("青溪镇的茶摊又开张了，摊主说今年的生意比去年好，来的人多是老主顾。",)
BRIDGE = Article(key="a" * 16, headline="望江县老桥修好了", paragraphs=TEXT, source="1" * 64)


def came(**fields: Any) -> Article:
    """Return the story as another source has it."""
    return replace(BRIDGE, **{"key": "b" * 16, "source": "2" * 64, **fields})


@pytest.mark.parametrize(
    "other",
    [
        came(),
        came(headline="望江县 老桥修好了！"),
        came(headline="老桥修好了"),
        came(headline=""),
        came(paragraphs=("本报望江3月5日电（记者白露）" + TEXT[0], *TEXT[1:])),
        came(paragraphs=(TEXT[0][:25] + "……",), stub=True),
        came(paragraphs=(), stub=True),
    ],
)
def test_one_story(other: Article) -> None:
    assert is_same(BRIDGE, other)
    assert is_same(other, BRIDGE)


@pytest.mark.parametrize(
    "other",
    [
        came(headline="茶摊开张"),
        came(paragraphs=OTHER),
        came(paragraphs=OTHER, stub=True),
        came(headline="图片报道", paragraphs=(), stub=True),
    ],
)
def test_two_stories(other: Article) -> None:
    assert not is_same(BRIDGE, other)
    assert not is_same(other, BRIDGE)


def test_photographs_are_not_one_for_their_headline() -> None:
    photo = Article(headline="图片报道", paragraphs=("老桥。",))
    assert not is_same(photo, replace(photo, paragraphs=("茶摊。",)))
    assert not is_same(photo, replace(photo, paragraphs=()))


def test_one_address_is_one_story() -> None:
    url = "https://paper.wangjiang.example/content_7.html"
    assert is_same(replace(BRIDGE, url=url), came(url=url, headline="别的", paragraphs=OTHER))


def test_stories_are_found_of_other_sources_alone() -> None:
    stories = Stories()
    stories.add(BRIDGE)
    assert stories.find(came()) is BRIDGE
    assert stories.find(replace(came(), source=BRIDGE.source)) is None
    assert stories.find(came(headline="茶摊", paragraphs=OTHER)) is None


def test_a_story_keeps_the_key_that_it_had() -> None:
    coming = Issue(articles=(came(), came(headline="茶摊", paragraphs=OTHER)))
    first, second = with_keys([coming], [BRIDGE])[0].articles
    assert (first.key, second.key) == (BRIDGE.key, "b" * 16)


def test_no_key_is_given_twice() -> None:
    coming = Issue(articles=(came(), came()))
    keys = [article.key for article in with_keys([coming], [BRIDGE])[0].articles]
    assert keys == [BRIDGE.key, "b" * 16]

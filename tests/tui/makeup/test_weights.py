"""What a story weighs."""

from msgspec.structs import replace

from store.models import Article
from tui.makeup.weights import LONG, weight

STORY = Article(headline="老桥换新颜", paragraphs=("临水" * 300,))


def test_the_first_story_weighs_most_and_the_last_least() -> None:
    assert weight(STORY, 0) > weight(STORY, 1) > weight(STORY, 5)


def test_a_full_head_a_long_text_and_news_weigh_more() -> None:
    plain = weight(STORY, 3)
    assert weight(replace(STORY, kicker="修桥", subhead="月底通车"), 3) > plain
    assert weight(replace(STORY, paragraphs=("临水" * 700,)), 3) > plain
    assert weight(replace(STORY, kind="brief"), 3) < plain


def test_no_story_weighs_nothing_and_none_without_end() -> None:
    assert weight(Article(kind="notice"), 900) > 0
    long = replace(STORY, paragraphs=("水" * LONG,))
    assert weight(long, 3) == weight(replace(long, paragraphs=("水" * 2 * LONG,)), 3)

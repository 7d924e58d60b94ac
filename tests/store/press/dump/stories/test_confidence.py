"""Confidence: what lowers it, and that each doubt has its reason."""

import pytest
from msgspec.structs import replace

from store.doubts import DOUBTFUL, Doubt
from store.models import Article
from store.press.dump.classify.decode import Label
from store.press.dump.lines.kinds import BODY, BYLINE, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.stories.confidence import confidence, judged
from store.press.dump.stories.stories import StoryLines, group_lines, make_article


def test_without_a_sign_an_article_is_sure() -> None:
    assert confidence([]) > DOUBTFUL


@pytest.mark.parametrize(
    "signs",
    [
        ["another kind", "head disputed", "odd page"],
        ["toss-up", "two paragraphs", "shorter than others"],
        ["no headline"],
        ["head near", "head toss-up", "two paragraphs"],
        ["next alike", "head disputed"],
    ],
)
def test_signs_against_a_reading_make_it_doubtful(signs: list[str]) -> None:
    assert confidence(signs) < DOUBTFUL


def test_one_weak_sign_makes_nothing_doubtful() -> None:
    assert confidence(["two paragraphs"]) >= DOUBTFUL


def test_what_speaks_for_a_reading_makes_it_surer() -> None:
    assert confidence(["lead-in", "byline"]) > confidence([])


def read(*labelled: tuple[str, str]) -> tuple[list[StoryLines], list[Article]]:
    lines = [Line(text, at, at) for at, (_, text) in enumerate(labelled, 1)]
    stories = group_lines(lines, [Label(kind, 6.0) for kind, _ in labelled]).stories
    return stories, [make_article(story, "1", "", frozenset()) for story in stories]


PLAIN = ((HEAD, "书屋亮灯"), (BODY, 30 * "灯亮了。"))


def test_a_guessed_page_is_doubted() -> None:
    (article,) = judged(*read(*PLAIN))
    assert (article.doubtful, article.doubts) == (False, ())
    (guessed,) = judged(*read(*PLAIN), page_guessed=True)
    assert (guessed.doubtful, guessed.doubts) == (True, (Doubt("page", "not_printed"),))


def test_all_of_a_page_of_columns_side_by_side_is_doubted() -> None:
    (article,) = judged(*read(*PLAIN), columns=True)
    assert (article.doubtful, article.doubts) == (True, (Doubt("bounds", "side_by_side"),))


def test_people_in_no_known_form_are_doubted() -> None:
    stories, articles = read(PLAIN[0], (BYLINE, "……"), PLAIN[1])
    (article,) = judged(stories, articles)
    assert Doubt("byline", "odd_form", "……") in article.doubts


def test_a_near_call_and_a_missing_headline_lower_the_confidence() -> None:
    stories, articles = read(*PLAIN)
    (sure,) = judged(stories, articles)
    stories[0].labels[0] = Label(HEAD, 0.1)
    (near,) = judged(stories, articles)
    (headless,) = judged(stories, [replace(articles[0], headline="")])
    assert sure.confidence > near.confidence > headless.confidence

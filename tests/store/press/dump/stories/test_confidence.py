"""Confidence: what lowers it, and that each doubt has its reason."""

import pytest
from msgspec.structs import replace

from store.doubts import DOUBTFUL, Doubt
from store.press.dump.stories.confidence import Grounds, confidence, doubts

SURE = Grounds(margin=6.0, differs=False, head=9.0, headline=True, text=True, unsure=0.0)


def test_a_plain_article_is_sure_and_nothing_of_it_is_doubted() -> None:
    assert confidence(SURE) > DOUBTFUL
    assert list(doubts(SURE)) == []


@pytest.mark.parametrize(
    ("grounds", "doubt"),
    [
        (replace(SURE, differs=True), Doubt("bounds", "readings_differ")),
        (replace(SURE, margin=0.1), Doubt("bounds", "near_call")),
        (replace(SURE, text=False), Doubt("bounds", "near_call")),
        (replace(SURE, headline=False), Doubt("head", "none_found")),
        (replace(SURE, head=0.2), Doubt("head", "near_call")),
        (replace(SURE, unsure=0.4), Doubt("bounds", "odd_page")),
    ],
)
def test_what_speaks_against_a_reading_lowers_the_confidence(
    grounds: Grounds, doubt: Doubt
) -> None:
    assert confidence(grounds) < confidence(SURE)
    assert list(doubts(grounds)) == ([doubt] if confidence(grounds) < DOUBTFUL else [])


def test_what_is_doubtful_and_only_that_has_a_reason() -> None:
    for share in range(10):
        grounds = replace(SURE, margin=2.0, unsure=share / 10)
        assert (confidence(grounds) < DOUBTFUL) is bool(list(doubts(grounds)))

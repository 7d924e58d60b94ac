"""The form of a search: all zeros of Chinese numerals are one, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words.fold import fold
from store.words.search_fold import search_fold, search_fold_mapped


@pytest.mark.parametrize(
    "year", ["二零三一年", "二〇三一年", "二○三一年", "二◯三一年", "二Ｏ三一年", "二０三一年"]
)
def test_zeros_are_one(year: str) -> None:
    assert search_fold(year) == "二〇三一年"


def test_zeros_that_follow_each_other() -> None:
    assert search_fold("二０００年") == search_fold("二零〇○年") == "二〇〇〇年"


def test_figures_and_letters_stay() -> None:
    for text in ("2030年", "一o三", "OK"):
        assert search_fold(text) == ("一〇三" if text == "一o三" else fold(text))


@given(st.text(st.sampled_from("二零〇Ｏ0o一年臺㎏①e\u0301")))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    folded, offsets = search_fold_mapped(text)
    assert folded == search_fold(text) == search_fold(folded)
    assert len(offsets) == len(folded)

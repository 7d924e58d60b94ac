"""What folding makes equal, and that it keeps its place in the original."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words.fold import fold, fold_mapped

tricky = st.text(
    st.sampled_from("臺台薴ＡaÉe\u0301\u0323ﾊﾞ\uac00\u1100\u1161\u11a8……㎏ßİ“「”∶ 清溪1½")
)
anything = st.one_of(st.text(), tricky)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＢＣ１２３，：（）", "abc123,:()"),
        ("臺灣電視臺", "台湾电视台"),
        ("Straße CAFÉ", "strasse cafe\u0301"),
        ("“清溪”", "「清溪」"),
        ("13∶30", "13：30"),
        ("安娜•李", "安娜·李"),
        ("薴", "苎"),
    ],
)
def test_these_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_the_form_itself_never_changes() -> None:
    # Articles' keys hang on it: these very characters, not only their equality.
    assert fold("「臺灣」　第１０期……ＮＢＡ") == '"台湾" 第10期......nba'


@given(anything)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_canonically_equal_texts_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(anything)
def test_the_map_agrees_with_fold(text: str) -> None:
    folded, offsets = fold_mapped(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert list(offsets) == sorted(offsets)
    assert all(0 <= at < len(text) for at in offsets)


@given(anything)
def test_what_lies_between_two_places_folds_to_what_was_found(text: str) -> None:
    folded, offsets = fold_mapped(text)
    cuts = [*sorted(set(offsets)), len(text)]
    pieces = [fold(text[a:b]) for a, b in pairwise(cuts)]
    assert "".join(pieces) == folded


def test_a_character_that_grows_keeps_its_place() -> None:
    assert fold_mapped("五㎏重") == ("五kg重", [0, 1, 1, 2])


def test_plain_text_is_mapped_without_a_list() -> None:
    assert fold_mapped("清溪镇，今日")[1] == range(6)

"""Pairs of characters that stand side by side within words."""

import pytest

from store.press.text.char_pairs import is_pair


@pytest.mark.parametrize("pair", ["政治", "政府", "記者", "会议", "會議"])
def test_pairs_of_words_in_either_script(pair: str) -> None:
    assert is_pair(*pair)


@pytest.mark.parametrize("pair", ["治政", "桥，", "，桥", "ab", "的责"])
def test_what_no_word_holds(pair: str) -> None:
    assert not is_pair(*pair)

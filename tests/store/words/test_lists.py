"""The word lists: each in its order, folded, and of use to those who ask for it."""

import pytest

from store.words.fold import fold
from store.words.lists import tag_corrections, word_list


@pytest.mark.parametrize(
    ("section", "name", "word"),
    [
        ("names", "titles", "书记"),
        ("names", "double_surnames", "欧阳"),
        ("suffixes", "places", "街道"),
        ("suffixes", "bodies", "公司"),
        ("suffixes", "offices", "局"),
        ("keywords", "trade", "记者"),
    ],
)
def test_a_list_holds_its_words_folded_and_each_once(section: str, name: str, word: str) -> None:
    words = word_list(section, name)
    assert word in words
    assert [fold(each) for each in words] == list(words)
    assert len(set(words)) == len(words)


def test_no_such_list() -> None:
    with pytest.raises(KeyError):
        word_list("names", "none")


def test_corrected_tags_are_tags_of_words() -> None:
    corrected = tag_corrections()
    assert corrected
    assert all(tag.isascii() and tag and word for word, tag in corrected.items())

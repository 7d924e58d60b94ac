"""Words come into the filter line as terms, leave it, and take the place of Latin letters."""

import pytest

from store.index.query.parse import parse
from tui.state.filter_line import excluded, included, replaced, terms, toggled


@pytest.mark.parametrize(
    ("text", "word", "after"),
    [
        ("", "古桥", "古桥"),
        ("石匠", "古桥", "石匠 古桥"),
        ("石匠 古桥", "古桥", "石匠"),
        ("石匠 -古桥", "古桥", "石匠 古桥"),
        ("", "一桥一策·续", '"一桥一策·续"'),
        ('"一桥一策·续" 石匠', "一桥一策·续", "石匠"),
        ("", "GDP", '"GDP"'),
        ('"石匠 学', "古桥", '"石匠 学" 古桥'),
    ],
)
def test_a_word_is_included_or_no_longer(text: str, word: str, after: str) -> None:
    assert toggled(text, word) == after


@pytest.mark.parametrize(
    ("text", "word", "after"),
    [
        ("石匠", "古桥", "石匠 -古桥"),
        ("石匠 -古桥", "古桥", "石匠"),
        ("古桥 石匠", "古桥", "石匠 -古桥"),
        ("", "一桥 一策", '-"一桥 一策"'),
        ('-"一桥 一策"', "一桥 一策", ""),
    ],
)
def test_a_word_is_excluded_or_no_longer(text: str, word: str, after: str) -> None:
    assert toggled(text, word, out=True) == after
    assert not parse(after).problems


def test_what_is_quoted_is_one_term() -> None:
    assert terms('石匠 -"a b" headline:“c d” "e') == ["石匠", '-"a b"', "headline:“c d”", '"e']


def test_included_and_excluded_words_of_a_line() -> None:
    line = '石匠 -古桥 -"学 艺" -古桥 - -headline:灯 is:unread "桥"'
    assert {"石匠", "桥"} <= included(line)
    assert excluded(line) == ("古桥", "学 艺")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("yzq", "叶知秋"),
        ("石匠 YZQ", "石匠 叶知秋"),
        ("-yzq", "-叶知秋"),
        ("headline:yzq", "headline:叶知秋"),
        ("yz|yzq", "yz|叶知秋"),
        ('"yzq" yzqx yzq:', '"yzq" yzqx yzq:'),
    ],
)
def test_a_word_takes_the_place_of_its_letters(text: str, after: str) -> None:
    assert replaced(text, "yzq", "叶知秋") == after

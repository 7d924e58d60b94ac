"""Numbers as papers print them are found however they are asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words.numerals import MOST, in_chinese, number_forms, value_of


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("25座", "二十五座"),
        ("二十五座", "25座"),
        ("5月20日", "五月二十日"),
        ("五月二十日", "5月20日"),
        ("1970年", "一九七〇年"),
        ("一九七〇", "1970"),
        ("二千〇二十六", "2026"),
        ("3万", "三万"),
        ("三万", "30,000"),
        ("15000", "1.5万"),
        ("一点五万", "1.5万"),
        ("1.5万", "一点五万"),
        ("25%", "百分之二十五"),
        ("百分之二十五", "25%"),
        ("200名", "两百名"),
        ("两百名", "200名"),
        ("第3版", "第三版"),
        ("廿五", "25"),
        ("一百〇五", "105"),
    ],
)
def test_one_number_has_several_forms(asked: str, printed: str) -> None:
    assert number_forms(asked)[0] == asked
    assert printed in number_forms(asked)


@pytest.mark.parametrize("word", ["统一", "三农", "十二五", "万一", "c25", "19-9", "5", "二"])
def test_what_is_part_of_a_word_is_no_number(word: str) -> None:
    assert number_forms(word) == (word,)


@given(st.integers(0, 10**12 - 1))
def test_what_is_written_is_read_again(value: int) -> None:
    assert {value_of(text) for text in in_chinese(value)} == {value}


@given(st.text("一二三四五六七八九〇两十百千万亿廿点分之0123456789,.%年月日第a古", max_size=30))
def test_any_term_has_few_forms_and_is_the_first(term: str) -> None:
    forms = number_forms(term)
    assert forms[0] == term
    assert len(forms) == len(set(forms)) <= MOST

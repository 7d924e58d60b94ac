"""Ids and keys in Latin letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words.pinyin import MOST_KEYS, pinyin_keys, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今日清溪", "jinriqingxi"),
        ("清溪Daily，第２版", "qingxidailydi2ban"),
        ("Café Ünal", "cafeunal"),
        ("綠城晚報", "lvchengwanbao"),
        ("《》", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_can_be_typed(text: str) -> None:
    assert re.fullmatch("[a-z0-9]*", slug(text))


def test_every_reading_of_a_heteronym_is_a_key_and_the_likeliest_is_first() -> None:
    assert pinyin_keys("重庆")[:2] == ("chong qing", "zhong qing")
    assert "hang zhang" in pinyin_keys("行长")
    assert {"ceng yi", "zeng yi"} <= set(pinyin_keys("曾毅"))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("区月白", "ou yue bai"),
        ("朴素心", "piao su xin"),
        ("盖闻溪", "ge wen xi"),
        ("种师北", "chong shi bei"),
        ("单青野", "shan qing ye"),
        ("长孙亭", "zhang sun ting"),
        ("澹台月", "tan tai yue"),
        ("万俟川", "mo qi chuan"),
    ],
)
def test_a_surname_is_read_as_one(name: str, key: str) -> None:
    assert pinyin_keys(name, person=True)[0] == key


def test_what_is_no_person_is_read_as_it_is() -> None:
    assert pinyin_keys("区域")[0] == "qu yu"


def test_letters_stand_as_one_syllable() -> None:
    assert pinyin_keys("NBA球队") == ("nba qiu dui",)


@given(st.text(st.sampled_from("重行乐长和的一清A1，")))
def test_keys_are_few_distinct_and_typed_in_plain_letters(word: str) -> None:
    found = pinyin_keys(word)
    assert len(found) == len(set(found)) <= MOST_KEYS
    assert all(re.fullmatch("[a-z0-9]+( [a-z0-9]+)*", key) for key in found)

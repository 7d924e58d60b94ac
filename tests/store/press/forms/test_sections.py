"""Numbered sections: crossheads over text, items of a list, or neither."""

import pytest

from store.press.forms.sections import read_sections

TEXT = "匠人们把旧木料一根根取下,量好尺寸,编上号码。"


@pytest.mark.parametrize("form", ["一二:{}、", "一二:({})", "12:{}.", "12:{}. ", "一二:第{}章 "])
def test_numbers_over_text_are_crossheads(form: str) -> None:
    numbers, _, mark = form.partition(":")
    first, second = (mark.format(number) + "摸清家底" for number in numbers)
    found = read_sections([TEXT, first, TEXT, TEXT, second, TEXT])
    assert found.crossheads == {1, 4}
    assert not found.items


def test_sections_within_sections_are_counted_anew() -> None:
    lines = [
        "一、家底",
        "(一)木料",
        TEXT,
        "(二)石料",
        TEXT,
        "二、匠人",
        "(一)木匠",
        TEXT,
        "(二)石匠",
        TEXT,
    ]
    assert read_sections(lines).crossheads == {0, 1, 3, 5, 6, 8}


def test_numbers_one_right_under_another_are_a_list() -> None:
    found = read_sections([TEXT, "1.望月桥", "2.听雨桥", "3.南渡桥", TEXT])
    assert not found.crossheads
    assert found.items == {1, 2, 3}


@pytest.mark.parametrize(
    "lines",
    [
        ["一、摸清家底", TEXT],  # alone
        ["一、摸清家底", TEXT, "三、请回匠人", TEXT],  # one lacks
        ["一、先把家底摸清。", TEXT, "二、再把匠人请回。", TEXT],  # sentences
        [f"1.{TEXT}{TEXT}", TEXT, f"2.{TEXT}{TEXT}", TEXT],  # paragraphs
        ["1.5万人过桥", TEXT, "2.3万人看灯", TEXT],  # quantities
    ],
)
def test_others_are_neither(lines: list[str]) -> None:
    found = read_sections(lines)
    assert not found.crossheads | found.items

"""The table of what is hostile is Unicode's, and what languages need passes unchanged."""

import re
import sys
import unicodedata
from functools import cache

import pytest

from store.hostile import HIDDEN, MARKS, SUSPECT, bare

IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point of DerivedCoreProperties.txt."""


@cache
def every() -> str:
    """Return every character that there is."""
    return "".join(map(chr, range(sys.maxunicode + 1)))


@cache
def of_category(*categories: str) -> frozenset[str]:
    kinds = map(unicodedata.category, every())
    return frozenset(c for c, kind in zip(every(), kinds, strict=True) if kind in categories)


@cache
def hostile_ones() -> frozenset[str]:
    planes = range(0, sys.maxunicode, 0x10000)
    nonchars = {chr(plane + code) for plane in planes for code in (0xFFFE, 0xFFFF)}
    nonchars |= set(map(chr, range(0xFDD0, 0xFDF0)))
    hidden = of_category("Cc", "Cf", "Cs", "Zl", "Zp") | nonchars
    return hidden | set(IGNORABLE.findall(every())) | {"\u2800", "\U0001d159"}


def found(characters: str) -> set[str]:
    return set(re.findall(f"[{characters}]", every()))


def test_the_table_has_all_that_unicode_calls_hidden() -> None:
    hidden = found(HIDDEN)
    assert hostile_ones() - hidden == set()
    assert {c for c in hidden - hostile_ones() if unicodedata.category(c) != "Cn"} == set()


def test_the_ranges_have_every_mark_and_a_look_finds_all_of_it() -> None:
    marks = of_category("Mn", "Mc", "Me") - found(HIDDEN)
    assert marks - found(MARKS) == set()
    suspects = (marks | hostile_ones()) - {*"\t\n\f"}
    assert [hex(ord(c)) for c in suspects if not SUSPECT.search(c)] == []


@pytest.mark.parametrize(
    "text",
    [
        "青溪时报：新桥“通车”了——记者\u3000叶知秋，2019年。\n第二行\f",
        "Café naïve, Việt Nam, Cafe\u0301, e\u0301\u0302",
        "ที่นี่ ผู้ใหญ่ น้ำ",
        "བོད་ཀྱི་ཡི་གེ།",
        "नमस्ते हिन्दी",
        "𠮷野家 🚇 ①②③ ㊣ ℃",
        "한국어 Кириллица Ελληνικά",
    ],
)
def test_what_languages_need_passes(text: str) -> None:
    assert bare(text) == text


@pytest.mark.parametrize("mark", "\u0301\u0e47\u05b0\u064b\u20dd\ufe20\u0f71\u3099\u302a\U0001d167")
def test_of_a_tower_two_marks_are_left(mark: str) -> None:
    assert bare(f"塔{mark * 200}完") == f"塔{mark * 2}完"


def test_of_marks_beside_a_letter_two_are_left_too() -> None:
    assert bare("क" + "\u0903\u0301" * 50 + "完") == "क" + "\u0903\u0301" * 2 + "完"


def test_nothing_hidden_is_left_but_ends_of_lines_and_pages() -> None:
    text = "".join(sorted(hostile_ones()))
    assert bare(f"一{text}二") == "一\t\n\f二"

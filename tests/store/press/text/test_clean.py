"""Cleaning: nothing that a terminal would act on, and none of the text is lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.press.text.clean import clean, clean_line, printable


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("红\x1b[31;1m桥\x1b[0m通车", "红桥通车"),
        ("题\x1b]0;evil\x07目", "题目"),
        ("题\x1b]8;;http://x\x1b\\目", "题目"),
        ("题\x1bPq#0\x1b\\目", "题目"),
        ("题\x9b2J目\x9d0;x\x9c", "题目"),
        ("\x1b(B古\x1b7桥", "古桥"),
        ("\u202e桥古\u202c\u2066", "桥古"),
        ("软\u00ad连\u200b字\u200d\ufe0f\U000e0041", "软连字"),
        ("一\u0600二\u06dd三\u2800四\U000110bd五\U0001d159", "一二三四五"),
        ("\ufeff一\x00二\x7f三\ud800", "一二三"),
        ("一\r\n二\r三\u2028四\x85五\x0b六", "一\n二\n三\n四\n五\n六"),
        ("一\t二\f三", "一 二\f三"),
        ("e\u0301\u0302\u0303\u0304", "e\u0301\u0302"),
    ],
)
def test_tricks_are_taken_out(text: str, cleaned: str) -> None:
    assert clean(text).text == cleaned


def test_an_unterminated_string_keeps_the_text_behind_it() -> None:
    assert clean("题\x1b]0;正文还在\n下一行").text == "题0;正文还在\n下一行"


def test_what_was_taken_out_is_counted() -> None:
    cleaned = clean("\x1b[1m一\x1b[0m\u202e\x00")
    assert dict(cleaned.taken) == {
        "terminal escape sequences": 2,
        "direction controls": 1,
        "control characters": 1,
    }


@given(st.text(st.sampled_from("\x1b[]0;m\\\x07\x9b\x9c\x9dP\n\f\t\r桥e\u0301\u202e\u200d\ud800")))
def test_nothing_dangerous_is_left(text: str) -> None:
    left = clean(text).text
    assert not [
        c for c in left if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in "\n\f"
    ]
    assert clean(left).text == left
    if not set(text) & set("\x1b\x9b\x9d"):
        assert left.count("桥") == text.count("桥")


def test_lines_and_names_for_the_command_line() -> None:
    assert printable("一\f二\x1b[2J") == "一\n二"
    assert clean_line(" 青溪\n时报\x1b[1m ") == "青溪 时报"

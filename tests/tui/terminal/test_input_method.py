"""Keys typed with an input method on: which key was pressed."""

import pytest
from textual.events import Key

from tui.terminal.input_method import plain


@pytest.mark.parametrize(
    ("typed", "key", "character"),
    [
        ("、", "slash", "/"),
        ("／", "slash", "/"),
        ("：", "colon", ":"),
        ("；", "semicolon", ";"),
        ("？", "question_mark", "?"),
        ("《", "less_than_sign", "<"),
        ("》", "greater_than_sign", ">"),
        ("【", "left_square_bracket", "["),
        ("】", "right_square_bracket", "]"),
        ("｛", "left_curly_bracket", "{"),
        ("｜", "vertical_line", "|"),
        ("’", "apostrophe", "'"),
        ("，", "comma", ","),
        ("ｊ", "j", "j"),
        ("Ｇ", "G", "G"),
        ("１", "1", "1"),
        ("　", "space", " "),
    ],
)
def test_a_sign_of_an_input_method_is_the_key_pressed(typed: str, key: str, character: str) -> None:
    found = plain(Key(typed, typed))
    assert (found.key, found.character) == (key, character)


@pytest.mark.parametrize("key", [Key("j", "j"), Key("水", "水"), Key("escape", "\x1b")])
def test_other_keys_are_as_they_are(key: Key) -> None:
    assert plain(key) is key

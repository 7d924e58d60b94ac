"""Characters: folded one by one, counted as cells, and the ends of sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.press.text.characters import cells, ends_sentence, folded, is_cjk


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("第２版：Ａ", "第2版:A"),
        ("〔記者張華／青溪報導〕", "(记者张华/青溪报导)"),
        ("「老桥」『新』", "“老桥”‘新’"),
        ("13∶30\u3000─", "13:30 —"),
        ("plain", "plain"),
    ],
)
def test_the_form_of_cues(text: str, form: str) -> None:
    assert folded(text) == form


@given(st.text(), st.text())
def test_each_character_is_folded_alone(left: str, right: str) -> None:
    assert folded(left + right) == folded(left) + folded(right)
    assert len(folded(left)) == len(left)
    assert folded(folded(left)) == folded(left)


@pytest.mark.parametrize(("text", "width"), [("", 0), ("abc", 3), ("古桥", 4), ("3座桥", 5)])
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_what_is_set_without_blanks() -> None:
    assert all(map(is_cjk, "桥，“—"))
    assert not any(map(is_cjk, "a1.é"))


@pytest.mark.parametrize("text", ["好。", "“好。”", "好！）", "完……", "他说：", "题目——", "Done.”"])
def test_a_sentence_ends(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "好", "好，", "桥栏板", "（三座）", "done"])
def test_a_sentence_goes_on(text: str) -> None:
    assert not ends_sentence(text)

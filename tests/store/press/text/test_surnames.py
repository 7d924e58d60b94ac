"""Surnames: of one character, or of two in a name of four, in either script."""

import pytest

from store.press.text.surnames import begins_with_surname


@pytest.mark.parametrize("word", ["白", "白露", "劉若溪", "欧阳晚秋"])
def test_one(word: str) -> None:
    assert begins_with_surname(word)


@pytest.mark.parametrize("word", ["", "桥", "的确", "白露为霜"])
def test_none(word: str) -> None:
    assert not begins_with_surname(word)

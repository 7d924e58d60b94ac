"""Toggling a keyword is one more term of the filter line, or one less."""

import pytest

from tui.panes.filter import toggled


@pytest.mark.parametrize(
    ("text", "word", "after"),
    [
        ("", "古桥", "古桥"),
        ("石匠", "古桥", "石匠 古桥"),
        ("石匠 古桥", "古桥", "石匠"),
        ("", "一桥一策·续", '"一桥一策·续"'),
        ('"一桥一策·续" 石匠', "一桥一策·续", "石匠"),
    ],
)
def test_toggled(text: str, word: str, after: str) -> None:
    assert toggled(text, word) == after

"""Text put together again: blanks where they belong, and none elsewhere."""

import pytest

from store.press.text.join_text import join_text


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("大件垃", "圾分类", "大件垃圾分类"),
        ("20", "19年", "2019年"),
        ("the recep-", "tionist", "the receptionist"),
        ("said on", "Monday", "said on Monday"),
        ("said.", "“Yes”", "said. “Yes”"),
        ("在APP", "上", "在APP上"),
        ("他说：", "“桥”", "他说：“桥”"),
        ("", "桥", "桥"),
    ],
)
def test_joining(left: str, right: str, joined: str) -> None:
    assert join_text((left, right)) == joined


def test_many_pieces_and_none() -> None:
    assert join_text(["said", "on", "Mon-", "day", "，", "桥"]) == "said on Monday，桥"
    assert join_text([]) == ""

"""Names of people: told by their surnames, in either script."""

import pytest

from store.press.forms.surnames import are_people, is_person


@pytest.mark.parametrize(
    "word", ["白露", "岑小满", "欧阳晚秋", "劉若溪", "柳(王争)", "宋〓", "欧阳□"]
)
def test_a_name(word: str) -> None:
    assert is_person(word)


@pytest.mark.parametrize("word", ["桥", "时间", "古桥修好", "的确", "白露为霜了", "Ada"])
def test_no_name(word: str) -> None:
    assert not is_person(word)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("白露", True),
        ("白露 岑小满、简宁", True),
        ("买买提·艾力", True),
        ("（王争）远山 柳(火华)", False),
        ("(王争)远山 柳(火华)", True),
        ("(王争)远山", False),
        ("白露 老桥", False),
        ("综合报道", False),
    ],
)
def test_a_line_of_names(text: str, *, people: bool) -> None:
    assert are_people(text) is people

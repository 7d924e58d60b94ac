"""Names by role: which words name people, and what those people do."""

from store.press.forms.roles import may_be_name, names_of, pieces, words_of


def test_a_role_before_names_and_one_behind_them() -> None:
    assert list(pieces("记者 白露 通讯员 岑小满")) == [("记者", " 白露 "), ("通讯员", " 岑小满")]
    assert list(pieces("白露/文")) == [("文", "白露")]
    assert list(pieces("何晓文")) == [("", "何晓文")]


def test_a_name_that_is_set_apart_is_one_word() -> None:
    assert words_of("白 露、岑小 满 简宁") == ["白露", "岑小满", "简宁"]


def test_names_stand_once_and_alone() -> None:
    assert names_of("白露、白露、综合") == ("白露",)


def test_what_stands_beside_names_is_none() -> None:
    assert may_be_name("简宁")
    assert not may_be_name("资料提供")

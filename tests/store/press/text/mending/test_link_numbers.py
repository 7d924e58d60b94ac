"""Numbers of links go where they count up; a note in the text stays."""

from store.press.text.mending.link_numbers import NUMBERED, without_numbers


def test_numbers_that_count_up_are_of_links() -> None:
    text = "[1]首页 [2]要闻\n[3]古桥体检完成\n桥通了。\n"
    assert without_numbers(text) == ("首页 要闻\n古桥体检完成\n桥通了。\n", {NUMBERED: 3})


def test_others_stay() -> None:
    for text in ("据县志[1]记载，桥建于[1]年。", "[2]桥[5]桥[1]桥", "没有编号。"):
        assert without_numbers(text) == (text, {})

"""Paragraphs of documents, and what they are put together from."""

import pytest

from store.press.document.paragraph import PLAIN, Letters, Setting, is_heavy, named


def test_a_setting_says_only_what_it_says() -> None:
    own = Setting(size=16.0, bold=False)
    assert own.over(Setting(bold=True, centred=True)) == Setting(16.0, False, centred=True)
    assert PLAIN.over(own) is own


def test_most_letters_tell_the_size_and_all_of_them_whether_it_is_bold() -> None:
    letters = Letters()
    letters.put("渡口", Setting(size=22.0, bold=True))
    letters.put("守船人的一天", Setting(size=16.0, bold=True))
    letters.put(" ", Setting(size=9.0))
    letters.put("删", Setting(hidden=True))
    (found,) = letters.paragraphs(Setting(centred=True, level=2))
    assert (found.text, found.size, found.bold) == ("渡口守船人的一天 ", 16.0, True)
    assert (found.centred, found.level, found.role) == (True, 2, "")
    letters.put("完", PLAIN)
    assert not letters.paragraphs(PLAIN)[0].bold


def test_without_letters_nothing_is_bold() -> None:
    (empty,) = Letters().paragraphs(Setting(size=12.0, bold=True))
    assert (empty.text, empty.size, empty.bold) == ("", 12.0, False)


def test_each_line_of_a_paragraph_is_set_for_itself() -> None:
    letters = Letters()
    letters.put("渡口守船人\n", Setting(size=22.0, bold=True))
    letters.put("天刚亮，\n\n老船", Setting(size=12.0))
    found = letters.paragraphs(Setting(role="byline"), "furniture")
    assert [(each.text, each.size, each.bold) for each in found] == [
        ("渡口守船人", 22.0, True),
        ("天刚亮，", 12.0, False),
        ("", 0.0, False),
        ("老船", 12.0, False),
    ]
    assert {each.role for each in found} == {"furniture"}


@pytest.mark.parametrize("font", ["黑体", "方正小标宋简体", "SimHei", "方正粗黑宋", "Arial Black"])
def test_fonts_for_heads(font: str) -> None:
    assert is_heavy(font)
    assert not is_heavy("仿宋_GB2312")


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("Title", Setting(level=1)),
        ("标题", Setting(level=1)),
        ("heading 1", Setting(level=2)),
        ("标题 3", Setting(level=4)),
        ("Subtitle", Setting(role="head")),
        ("引题", Setting(role="head")),
        ("小标题", Setting(role="crosshead")),
        ("caption", Setting(role="caption")),
        ("题注", Setting(role="caption")),
        ("toc 2", Setting(role="furniture")),
        ("页眉", Setting(role="furniture")),
        ("作者", Setting(role="byline")),
        ("栏目", Setting(role="column")),
        ("正文", PLAIN),
        ("Normal (Web)", PLAIN),
    ],
)
def test_what_styles_are_called(style: str, said: Setting) -> None:
    assert named(style) == said

"""Numbered sections, told before lines are weighed."""

from store.press.dump.lines.kinds import BODY, CROSSHEAD, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.told.sections import tell_sections

TEXT = "匠人们把旧木料一根根取下，量好尺寸，编上号码，等着新料运到。"


def kinds(*texts: str) -> list[str]:
    return [line.kind for line in tell_sections([Line(t, n, n) for n, t in enumerate(texts, 1)])]


def test_sections_over_text_are_crossheads_and_the_line_over_the_first_is_a_head() -> None:
    told = kinds("修好十二座老桥", "1. 摸清家底", TEXT, "2. 备好木料", TEXT)
    assert told == [HEAD, CROSSHEAD, "", CROSSHEAD, ""]


def test_the_end_of_a_bracket_over_the_first_is_no_head() -> None:
    told = kinds(TEXT, "县里会议修订）", "第一章 总则", TEXT, "第二章 匠人", TEXT)
    assert told == ["", "", CROSSHEAD, "", CROSSHEAD, ""]


def test_stories_that_are_numbered_are_left_to_be_weighed() -> None:
    lead = "本报讯（记者 贺闻溪）" + TEXT
    assert kinds("简讯", "1.望月桥修好了", lead, "2.听雨桥动工了", lead) == [""] * 5


def test_a_list_within_a_story_is_text_and_one_over_it_is_not_told() -> None:
    assert kinds(TEXT, "1.望月桥", "2.听雨桥", TEXT) == ["", BODY, BODY, ""]
    assert kinds("1.望月桥修好了", "2.听雨桥动工了", TEXT) == ["", "", ""]

"""Crossheads are told where a site prints a line of source under each headline."""

from store.press.dump.lines.kinds import CROSSHEAD
from store.press.dump.lines.lines import split_lines
from store.press.dump.lines.parting import split_page_lines
from store.press.dump.told.site import tell_site_lines

SOURCE = "（ 2031-04-12 ） 稿件来源：云岭日报 综合"
FIRST = (
    "一座渡口的四季",
    SOURCE,
    "天还没亮，渡口的第一班船已经坐了一半人，挑担的靠船头。",
    "推车的靠船尾，孩子们挤在中间背课文。",
)
SECTIONS = (
    "春天的水位",
    "春天涨水，渡口最忙，上游的柑橘要赶早市，一船能装一百二十筐。",
    "船工每天五点来量水，量完写在黑板上。",
    "冬天的修船",
    "冬天修船，三条船轮流上岸，刮底、补缝、上桐油。",
    "木匠说，桐油要等晴天，急不得。",
)
SECOND = ("小冷库救了急", SOURCE, "石坪镇的小冷库迎来第一批蒜薹，社员们排着队过秤入库。")


def crossheads(*lines: str) -> list[str]:
    told = tell_site_lines(split_lines("\n".join(lines)))
    return [line.text for line in told if line.kind == CROSSHEAD]


def test_short_lines_between_paragraphs_are_crossheads() -> None:
    assert crossheads(*FIRST, *SECTIONS, *SECOND) == ["春天的水位", "冬天的修船"]
    assert crossheads(*FIRST, *SECTIONS) == ["春天的水位", "冬天的修船"]


def test_briefs_behind_the_one_story_with_a_source_are_stories() -> None:
    briefs = (SECTIONS[0], SECTIONS[1], SECTIONS[3], SECTIONS[4])
    assert crossheads(*FIRST, *briefs) == []


def test_one_short_line_alone_is_weighed() -> None:
    assert crossheads(*FIRST, *SECTIONS[:3], *SECOND) == []


def test_lines_over_a_byline_or_a_signed_lead_are_no_crossheads() -> None:
    signed = (
        "春天的水位",
        "本报记者 何满溪",
        SECTIONS[1],
        "冬天的修船",
        f"本报讯（记者 何满溪）{SECTIONS[4]}",
    )
    assert crossheads(*FIRST, *signed) == []


def test_where_no_line_of_source_stands_nothing_is_told() -> None:
    assert crossheads(FIRST[0], *FIRST[2:], *SECTIONS) == []


def test_heads_that_are_told_by_their_page_have_sources_too() -> None:
    text = "\n".join(("01版头版 - 一座渡口的四季", "2031年04月12日 星期六", *FIRST[2:], *SECTIONS))
    again = "\n".join(("02版综合 - 小冷库救了急", "2031年04月12日 星期六", *SECOND[2:]))
    told = tell_site_lines(split_page_lines(split_lines(f"{text}\n{again}")))
    assert [line.text for line in told if line.kind == CROSSHEAD] == ["春天的水位", "冬天的修船"]

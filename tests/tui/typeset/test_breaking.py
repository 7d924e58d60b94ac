"""Lines keep to clreq's prohibitions, and every character comes out as it went in."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.typeset.breaking import Breaker, break_lines, break_text, name_gaps
from tui.typeset.cells import visible, width

CLOSING = "，。、；：？！）》〉」』】〕”’…—·％%,.;:?!)]}～"
OPENING = "（《〈「『【〔“‘([{"
PLAIN = "青溪桥渡春茶云坪石门柳坝廊老匠"
SHARED = Path(__file__).parents[3] / "../shared"
MEASURES = st.integers(10, 120)


def drawn(text: str, measure: int, indent: int = 0) -> list[str]:
    breaker = Breaker(text)
    return [breaker.drawn(*span) for span in breaker.lines(measure, indent)]


@given(st.data(), MEASURES, st.sampled_from([0, 4]))
def test_no_line_is_wider_than_its_measure(
    texts: st.SearchStrategy[str], data: st.DataObject, measure: int, indent: int
) -> None:
    for number, line in enumerate(drawn(data.draw(texts), measure, indent)):
        assert width(line) <= measure - (0 if number else indent)


@given(st.data(), MEASURES)
def test_the_lines_hold_every_character_but_blanks_at_their_edges(
    texts: st.SearchStrategy[str], data: st.DataObject, measure: int
) -> None:
    text = data.draw(texts)
    shown, spans = visible(text), break_lines(text, measure)
    at = 0
    for start, end in spans:
        assert start < end
        assert not shown[at:start].strip()
        assert not shown[start].isspace()
        at = end
    assert not shown[at:].strip()


@given(st.data(), MEASURES)
def test_a_forbidden_break_is_made_only_in_a_line_without_a_permitted_one(
    texts: st.SearchStrategy[str], data: st.DataObject, measure: int
) -> None:
    """Between two plain Chinese characters a break is always permitted."""
    text = data.draw(texts)
    for (start, end), (after, _) in pairwise(break_lines(text, measure)):
        if text[after] in CLOSING or text[end - 1] in OPENING:
            line = text[start : end + 1]
            assert not any(a in PLAIN and b in PLAIN for a, b in pairwise(line))


@given(st.data(), st.integers(30, 120))
def test_numbers_and_latin_words_stay_whole(data: st.DataObject, measure: int) -> None:
    tokens = ("9200平方米", "6:00-9:00", "3-4月", "100%", "1,860万元", "第12版", "Wi-Fi", "O'Brien",
              "http://a.example/b?c=1")  # fmt: skip
    words = st.tuples(st.text(PLAIN, min_size=2, max_size=9), st.sampled_from(tokens))
    text, whole = "", []
    for word, token in data.draw(st.lists(words, min_size=5, max_size=20)):
        whole.append((len(text + word), len(text + word + token)))
        text += word + token
    for _, end in break_lines(text, measure):
        assert not any(first < end < last for first, last in whole)


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("青溪青溪，云坪", 8, ["青溪青", "溪，云坪"]),
        ("青溪青（云坪）", 8, ["青溪青", "（云坪）"]),
        ("他说“走吧。”于是", 11, ["他说“走", "吧。”于是"]),
        ("石桥——老桥", 5, ["石", "桥——", "老桥"]),
        ("石桥……老桥", 5, ["石", "桥……", "老桥"]),
        ("石桥面积9200平方米", 12, ["石桥面积", "9200平方米"]),
        ("开放到21:00，免费", 10, ["开放到", "21:00，", "免费"]),
        ("纪念“4·13”活动", 10, ["纪念“4·13”", "活动"]),
        ("水质(Ⅰ—Ⅲ类)", 8, ["水质", "(Ⅰ—Ⅲ类)"]),
        ("共3.5亿元", 8, ["共", "3.5亿元"]),
        ("青溪 云坪 石门", 9, ["青溪 云坪", "石门"]),
        ("青溪 ，云坪", 6, ["青", "溪 ，", "云坪"]),
        ("记者林  芮摄", 6, ["记者林", "芮摄"]),
        ("记者 林  芮 摄影", 9, ["记者 林芮", "摄影"]),
        ("白露/文", 5, ["白", "露/文"]),
        ("the old stone bridge", 9, ["the old", "stone", "bridge"]),
        ('他说好"桥"头', 8, ["他说", '好"桥"头']),
    ],
)
def test_examples(text: str, measure: int, lines: list[str]) -> None:
    assert break_text(text, measure) == lines


def test_what_is_wider_than_the_measure_is_broken_where_the_line_is_full() -> None:
    assert break_text("abcdefghij。", 4) == ["abcd", "efgh", "ij。"]
    assert break_text("abcdefgh。", 4) == ["abcd", "efg", "h。"]
    assert break_text("桥头", 1) == ["桥", "头"]
    assert break_text("e\u0301" * 3, 2) == ["e\u0301e\u0301", "e\u0301"]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("记者 林  芮", [(4, 6)]),
        ("林 芮", [(1, 2)]),
        ("林  芮 王  立", [(1, 3), (6, 8)]),
        ("青 溪 时 报", [(1, 2), (3, 4), (5, 6)]),
        ("关 于 防 汛", [(1, 2), (3, 4), (5, 6)]),
        ("朱 帆 程 静", []),
        ("白露 江帆", []),
        ("白露 林", []),
    ],
)
def test_the_blanks_inside_two_character_names_are_closed(
    text: str, gaps: list[tuple[int, int]]
) -> None:
    assert name_gaps(text) == gaps


@given(st.data(), MEASURES)
def test_only_a_stop_hangs_over_a_lines_end(
    texts: st.SearchStrategy[str], data: st.DataObject, measure: int
) -> None:
    breaker = Breaker(data.draw(texts))
    for start, end in breaker.lines(measure, hang=True):
        line = breaker.drawn(start, end)
        assert width(line) <= measure or (
            line[-1] in "，。、；：．,.;:" and width(line[:-1]) <= measure
        )


def test_hanging_keeps_a_line_full() -> None:
    breaker = Breaker("青溪青溪，云坪。”石门")
    assert [breaker.drawn(*span) for span in breaker.lines(8, hang=True)] == [
        "青溪青溪，",
        "云坪。”",
        "石门",
    ]


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the collection of real papers is not here")
def test_real_papers_are_well_broken_at_every_measure() -> None:
    """No line is too wide, and one with a plain place to be broken at has no forbidden break."""
    for file in sorted(SHARED.glob("corpus/dev/*.truth.json")):
        articles = json.loads(file.read_text("utf-8"))["articles"]
        for text in (text for article in articles for text in article["paragraphs"]):
            breaker = Breaker(text)
            for measure in range(10, 121):
                spans = breaker.lines(measure, 4)
                for (start, end), (after, _) in pairwise(spans):
                    assert breaker.edges[end] - breaker.edges[start] <= measure
                    if text[after] in CLOSING or text[end - 1] in OPENING:
                        line = text[start : end + 1]
                        assert not re.search(r"[\u4e00-\u9fff]{2}", line), (measure, line)


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("青溪石桥春茶渡", 12, ["青溪石桥春", "茶渡"]),
        ("青溪石桥春茶渡。”", 12, ["青溪石桥春", "茶渡。”"]),
        ("青溪石桥（春茶）渡。", 16, ["青溪石桥（春", "茶）渡。"]),
        ("青溪石桥春，茶渡", 14, ["青溪石桥春，", "茶渡"]),
        ("青溪石桥12345渡", 13, ["青溪石桥", "12345渡"]),
        ("青溪第1234567版春", 15, ["青溪第1234567版", "春"]),
        ("青溪石桥春茶abc", 12, ["青溪石桥春茶", "abc"]),
        ("青溪渡", 4, ["青溪", "渡"]),
    ],
)
def test_no_character_is_left_alone_on_the_last_line(
    text: str, measure: int, lines: list[str]
) -> None:
    assert break_text(text, measure) == lines


@given(st.data(), st.integers(16, 120))
def test_a_widow_stays_only_where_a_long_word_stands_before_it(
    texts: st.SearchStrategy[str], data: st.DataObject, measure: int
) -> None:
    breaker = Breaker(data.draw(texts) + "青溪石桥春茶渡。" * 3)
    spans = breaker.lines(measure)
    assert len(spans) < 2 or not breaker.is_alone(*spans[-1])

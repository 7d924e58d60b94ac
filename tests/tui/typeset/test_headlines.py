"""Headlines are broken where their sense allows it."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.typeset.breaking import Breaker
from tui.typeset.cells import visible, width
from tui.typeset.headlines import LONGEST, break_headline, set_headline

MEASURES = st.integers(2, 120)
NONE_FIRST, NONE_LAST = "，。、；：？！）》”’…—", "（《“‘"


def broken(cut: str, measure: int, most: int = 0) -> list[str]:
    """Return the lines of a headline in which solidi part the words."""
    words = cut.split("/")
    return break_headline("".join(words), measure, tuple(accumulate(map(len, words))), most=most)


@pytest.mark.parametrize(
    ("headline", "measure", "lines"),
    [
        ("护好古桥 连着生活", 16, ["护好古桥", "连着生活"]),
        ("护好古桥 连着生活", 17, ["护好古桥 连着生活"]),
        ("头茬春茶今日开园采摘忙", 20, ["头茬春茶今日", "开园采摘忙"]),
        ("头茬春茶今日开园 早市", 10, ["头茬春茶", "今日开园", "早市"]),
        ("三所村小 用上 太阳能热水", 20, ["三所村小 用上", "太阳能热水"]),
        ("the old bridge is open again", 16, ["the old bridge", "is open again"]),
        ("", 10, []),
    ],
)
def test_without_words_it_is_broken_at_blanks_or_in_like_lengths(
    headline: str, measure: int, lines: list[str]
) -> None:
    assert break_headline(headline, measure) == lines


@pytest.mark.parametrize(
    ("cut", "measure", "lines"),
    [
        ("青溪县/启动/水利工程/建设", 14, ["青溪县启动", "水利工程建设"]),
        ("古桥/的/新生/与/老街/的/记忆", 14, ["古桥的新生", "与老街的记忆"]),
        ("石匠/们/守/着/老桥", 10, ["石匠们", "守着老桥"]),
        ("全县/抓好/春耕/ /老桥/修缮/今日/开工", 14, ["全县抓好春耕", "老桥修缮", "今日开工"]),
        ("春茶/开园/，/古镇/游/迎来/早/客流", 16, ["春茶开园，", "古镇游迎来早客流"]),
        ("新一代/ /AI/ /芯片/在/青溪/投产", 16, ["新一代 AI", "芯片在青溪投产"]),
        ("青溪/人类命运共同体", 10, ["青溪人类命", "运共同体"]),
    ],
)
def test_no_word_is_torn_and_particles_stay_with_what_they_follow(
    cut: str, measure: int, lines: list[str]
) -> None:
    assert broken(cut, measure) == lines


def test_no_character_is_left_alone() -> None:
    assert broken("春茶/开园/采摘/忙", 12) == ["春茶开园", "采摘忙"]
    assert "忙！" not in break_headline("头茬春茶今日开园采摘忙！", 22)


def test_words_of_another_text_are_not_used() -> None:
    headline = "青溪县启动水利工程建设"
    assert break_headline(headline, 14, (3, 9, 10)) == break_headline(headline, 14)


def test_lines_are_saved_where_there_is_room_for_no_more() -> None:
    cut = "全县/抓好/春耕/ /老桥/修缮/今日/开工"
    assert len(broken(cut, 14, most=3)) == 3
    assert broken(cut, 16, most=2) == ["全县抓好春耕", "老桥修缮今日开工"]
    assert len(broken("青溪县/人类命运共同体/与/古桥", 14, most=2)) == 2


def test_a_very_long_one_is_set_as_a_paragraph_is() -> None:
    text = "青溪石桥" * LONGEST
    breaker = Breaker(text)
    assert set_headline(breaker, 40, tuple(range(2, len(text) + 1, 2))) == breaker.lines(40)


@given(st.data(), MEASURES, st.booleans(), st.integers(0, 4))
def test_every_character_comes_out_within_the_measure(
    texts: st.SearchStrategy[str], data: st.DataObject, measure: int, known: bool, most: int
) -> None:
    text = data.draw(texts)
    ends = data.draw(st.sets(st.integers(0, len(text)))) if known else set()
    words = (*sorted(ends - {len(text)}), len(text)) if known else ()
    breaker, at = Breaker(text), 0
    for start, end in set_headline(breaker, measure, words, most=most):
        assert start < end
        assert not visible(text)[at:start].strip()
        drawn = breaker.drawn(start, end)
        assert width(drawn) <= max(2, measure)
        at = end
    assert not visible(text)[at:].strip()


@given(st.data(), st.integers(30, 120))
def test_no_forbidden_mark_stands_at_an_edge(data: st.DataObject, measure: int) -> None:
    words = st.text("青溪桥渡春茶云坪", min_size=1, max_size=4)
    cut = data.draw(
        st.lists(st.one_of(words, st.sampled_from(NONE_FIRST + NONE_LAST)), max_size=30)
    )
    cut = [word for at, word in enumerate(cut) if len(word) > 1 or len(cut[at - 1]) > 1]
    lines = broken("/".join(cut), measure)
    for before, after in pairwise(lines):
        assert before[-1] not in NONE_LAST
        assert after[0] not in NONE_FIRST

"""Headlines spaced out and cut short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.makeup.heads import at_left, cut_short, ending, spaced_out
from tui.typeset import Line, set_text, width


def lines(text: str, measure: int) -> list[Line]:
    return spaced_out(text, "headline", "headline", measure)


def test_a_blank_parts_characters_but_neither_words_nor_marks() -> None:
    (line,) = lines("防汛AI很忙：不松劲", 60)
    assert line.text == "防 汛 AI 很 忙：不 松 劲"
    assert line.pad == (60 - width(line.text)) // 2


def test_a_blank_of_the_text_is_wider() -> None:
    assert lines("开园 采茶", 60)[0].text == "开 园  采 茶"
    assert lines("The Times", 60)[0].text == "The Times"


@pytest.mark.parametrize("text", ["مرحبا بالعالم", "Привет, мир", "다리가 열렸다", "नमस्ते"])
def test_other_scripts_are_not_spaced_out(text: str) -> None:
    assert lines(text, 60)[0].text == text


def test_runs_know_which_characters_they_show() -> None:
    runs = [run for run in lines("防汛不松劲", 40)[0].runs if run.role == "headline"]
    assert [(run.text, run.start) for run in runs] == list(zip("防汛不松劲", range(5), strict=True))


def test_what_is_cut_short_says_so() -> None:
    whole = list(set_text("全县防汛不松劲各乡镇昼夜巡堤查险", "headline", "headline", 12))
    assert cut_short(whole, 9, 12) == whole
    assert [line.text for line in at_left(cut_short(whole, 2, 12))][-1].endswith("…")
    assert cut_short(whole, 0, 12) == []


@given(st.text(alphabet="防汛不松劲AB1 ，“”（）—", min_size=1, max_size=40), st.integers(4, 60))
def test_no_line_is_wider_than_the_measure(text: str, measure: int) -> None:
    for line in lines(text, measure):
        assert line.pad + width(line.text) <= measure
        assert width(ending(line, measure).text) + line.pad <= measure

"""Widths agree with what Textual draws, and nothing unseen gets past `visible`."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.typeset.cells import advances, fit, visible, width

CLUSTERS = st.text(st.sampled_from("青a❤👩🚀🇨\ufe0f\u200d\u0301\U000e0100 \u3000”…"))


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("青溪", 4), ("“桥”", 4), ("——", 2), ("（）", 4), ("e\u0301", 1)],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.one_of(st.text(), CLUSTERS))
def test_advances_sum_to_the_width_that_is_drawn(text: str) -> None:
    text = visible(text)
    assert sum(advances(text)) == width(text) == cell_len(text)
    assert len(advances(text)) == len(text)


@given(CLUSTERS, st.integers(0, 12))
def test_what_is_fitted_is_as_wide_as_asked(text: str, cells: int) -> None:
    assert width(fit(visible(text), cells)) == cells


@given(st.text(st.characters()))
def test_visible_keeps_offsets_and_leaves_nothing_that_acts(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    unseen = [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not unseen
    assert not set(shown) & set(
        "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2069\ufeff"
    )


def test_visible_leaves_newspaper_text_alone() -> None:
    text = "“青溪”——石桥…葛\U000e0100 ❤\ufe0f\u3000Ａ"
    assert visible(text) is text


def test_a_tab_becomes_a_blank_and_a_control_is_seen() -> None:
    assert visible("桥\t头\x1b[2J") == "桥 头\ufffd[2J"

"""Lines: what a source's layout tells of each, and their folded form."""

import pytest

from store.press.dump.lines.lines import PAGE_BREAK, Line, split_lines
from store.press.dump.lines.look import Look, SetLine, text_of


def test_blank_lines_are_counted_and_numbers_kept() -> None:
    assert split_lines("青溪\n\n \n  时报 \n") == [
        Line("青溪", 1, 1),
        Line("时报", 4, 4, indent=2, gap=2),
    ]


def test_an_ideographic_blank_is_two_cells_wide() -> None:
    assert split_lines("\u3000\u3000青溪")[0].indent == 4


def test_a_form_feed_is_a_page_break_wherever_it_stands() -> None:
    assert [line.gap for line in split_lines("青溪\n\f\n时报")] == [0, PAGE_BREAK + 1]
    assert [line.gap for line in split_lines("青溪\n\f时报")] == [0, PAGE_BREAK]


def test_a_line_is_folded_character_by_character() -> None:
    line = Line("【報導】第２版：「橋」", 1, 1)
    assert line.folded == "(报导)第2版:“橋”"
    assert len(line.folded) == len(line.text)
    assert line == Line(line.text, 1, 1), "what is kept for later makes no difference"


def test_lines_of_a_source_that_is_set_know_how() -> None:
    given = [
        SetLine("青溪时报", Look(2.0)),
        SetLine(),
        SetLine("\f"),
        SetLine("春江", Look(bold=True)),
    ]
    lines = split_lines(text_of(given), given)
    assert [(line.first, line.look) for line in lines] == [(1, Look(2.0)), (4, Look(bold=True))]
    assert lines[1].gap > PAGE_BREAK
    with pytest.raises(ValueError, match="not one look"):
        split_lines("青溪时报", given)

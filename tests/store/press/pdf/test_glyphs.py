"""The letters of a page: which they are, where they stand, and how the page lies."""

import pypdfium2 as pdfium
import pytest

from store.press.pdf.glyphs import Frame, Glyphs, frame_of, read_glyphs
from store.press.pdf.substitute import substitute_fonts
from tests.store.press.pdf.writer import Sheet, pdf


def glyphs(sheet: Sheet) -> list[Glyphs]:
    substitute_fonts()
    with pdfium.PdfDocument(pdf([sheet])) as document:
        text = document[0].get_textpage()
        return read_glyphs(text, frame_of(document[0], text))[0]


def test_a_letter_fills_a_cell() -> None:
    sheet = Sheet()
    sheet.text(100, 200, 20, "桥")
    (glyph,) = glyphs(sheet)
    assert glyph.text == "桥"
    assert [
        round(edge, 1) for edge in (glyph.left, glyph.top, glyph.right, glyph.bottom, glyph.size)
    ] == [100, 182.4, 120, 202.4, 20]


def test_letters_in_line_are_one_piece_up_to_a_gap() -> None:
    sheet = Sheet()
    sheet.text(100, 200, 20, "老桥修好了")
    sheet.text(260, 200, 20, "人")
    found = glyphs(sheet)
    assert [each.text for each in found] == ["老桥修好了", "人"]
    assert (round(found[0].left), round(found[0].right), found[0].down) == (100, 200, False)
    assert (found[1].blank, found[1].drawn) == (" ", False)


def test_letters_that_stand_on_each_other_are_looked_at_one_by_one() -> None:
    sheet = Sheet()
    for at, char in enumerate("老桥修好"):
        sheet.text(100 + 4 * at, 200, 20, char)
    assert [each.text for each in glyphs(sheet)] == ["老", "桥", "修", "好"]


def test_letters_written_downward_stand_beneath_each_other() -> None:
    sheet = Sheet()
    sheet.down(100, 200, 20, "老桥")
    (found,) = glyphs(sheet)
    assert [round(edge) for edge in (found.left, found.top, found.right, found.bottom)] == [
        90,
        200,
        110,
        240,
    ]
    assert found.down


def test_a_blank_that_is_drawn_is_told_from_a_gap() -> None:
    sheet = Sheet()
    sheet.text(100, 200, 20, "许\u3000诺")
    _, second = glyphs(sheet)
    assert (second.blank, second.drawn) == ("\u3000", True)


def test_a_page_lies_as_most_of_its_letters_stand() -> None:
    sheet = Sheet()
    sheet.turned(100, 200, 20, "老桥修好了")
    sheet.text(300, 300, 20, "注")
    first, second = glyphs(sheet)
    # Written upward from the lower left, it is read from the left after a turn with the clock.
    assert (round(first.left), round(first.bottom - 0.12 * 20)) == (900, 100)
    assert (round(second.left), round(second.top)) == (798, 300)


@pytest.mark.parametrize(
    ("turn", "point"), [(0, (10, 80)), (1, (20, 10)), (2, (90, 20)), (3, (80, 90))]
)
def test_a_page_may_be_turned_by_quarters(turn: int, point: tuple[float, float]) -> None:
    assert Frame(0, 0, 100, 100, turn).point(10, 20) == point


def test_a_page_on_its_side_is_as_wide_as_it_was_high() -> None:
    assert Frame(0, 0, 100, 200, 1).size == (200, 100)

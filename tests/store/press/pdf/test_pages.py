"""A page's lines, in order, with how each is set and where."""

import pypdfium2 as pdfium
import pytest

from store.press.pdf.pages import PageText, read_page
from store.press.pdf.substitute import substitute_fonts
from tests.store.press.pdf.writer import Sheet, pdf


def page(sheet: Sheet) -> PageText:
    substitute_fonts()
    with pdfium.PdfDocument(pdf([sheet])) as document:
        return read_page(document[0])


def told() -> Sheet:
    sheet = Sheet()
    sheet.text(20, 60, 24, "老桥修好了")
    sheet.text(20, 90, 10, "修桥的人", "hei")
    sheet.text(40, 106, 10, "南渡镇的老桥昨天修好")
    sheet.text(20, 122, 10, "了，走了两百人，到了晚上")
    sheet.text(20, 138, 10, "还有人来看。")
    return sheet


def test_lines_tell_how_they_are_set() -> None:
    head, bold, text = page(told()).lines
    assert (head.text, head.look.size) == ("老桥修好了", 2.4)
    assert (bold.text, bold.look.bold) == ("修桥的人", True)
    assert text.text == "　　南渡镇的老桥昨天修好了，走了两百人，到了晚上还有人来看。"
    assert (text.look.size, text.look.bold) == (1.0, False)


def test_places_count_from_the_upper_left_corner() -> None:
    found = page(told())
    (head,), _, text = found.places
    assert (round(head.start), round(head.top)) == (20, 39)
    assert [round(box.top) for box in text] == [97, 113, 129]
    assert (found.width, found.height) == (800, 1100)


def test_what_stands_beside_the_page_is_not_on_it() -> None:
    sheet = told()
    sheet.text(20, -40, 10, "印前检查 标准色")
    assert len(page(sheet).lines) == 3


@pytest.mark.parametrize("size", ["0", "1e38", "-5", "nan"])
def test_letters_of_no_size_harm_no_others(size: str) -> None:
    sheet = told()
    sheet.drawn.append(f"BT /song {size} Tf 1e30 0 0 1e30 60 60 Tm <68656865> Tj ET")
    sheet.drawn.append(f"BT /song {size} Tf 1 0 0 1 300 900 Tm <68656865> Tj ET")
    assert [line.text for line in page(sheet).lines][:3] == [
        each.text for each in page(told()).lines
    ]


@pytest.mark.parametrize(
    "name",
    ["FZHTK--GBK1-0", "ABCDEF+SourceHanSans-Heavy", "#ba#da#cc#e5"],  # the last is 黑体 in GBK
)
def test_fonts_are_bold_by_their_names(name: str) -> None:
    substitute_fonts()
    data = pdf([told()]).replace(b"SimHei", name.encode())
    with pdfium.PdfDocument(data) as document:
        assert read_page(document[0]).lines[1].look.bold


def test_a_page_without_letters_has_no_lines() -> None:
    found = page(Sheet())
    assert (found.lines, found.places) == ([], [])

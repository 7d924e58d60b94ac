"""The room of PDFs behind the door of the press: layouts, whole issues, and what cannot be read."""

import zlib
from datetime import date
from pathlib import Path

import pytest

import store.press.pdf.read
from store.errors import SourceError
from store.imports.pipeline import read_inputs
from store.imports.sources import Input
from store.models import Issue
from store.press.pdf.read import PAGE_SECONDS
from store.press.read import read
from store.press_warnings import PressWarning
from tests.store.press.pdf.papers import BRIDGE, Story
from tests.store.press.pdf.sheets import (
    DAY,
    LAYOUTS,
    PAPER,
    broadsheet,
    corner,
    running_head,
    set_story,
)
from tests.store.press.pdf.writer import Sheet, embedded, letter_by_letter, pdf, written

SAMPLES = Path(__file__).parents[5] / "shared" / "samples" / "pdf"


def issue_of(*sheets: Sheet, extra: str = "") -> Issue:
    (result,) = read(pdf(sheets, extra=extra), "a.pdf")
    return result.issue


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data, "a.pdf")
    return str(caught.value)


def stories(issue: Issue) -> list[Story]:
    return [Story(each.headline, each.paragraphs) for each in issue.articles]


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_is_read_story_by_story(name: str) -> None:
    layout = LAYOUTS[name]()
    assert stories(issue_of(layout.sheet)) == list(layout.stories)


@pytest.mark.parametrize("name", ["broadsheet", "framed", "pictured"])
def test_pages_as_programs_and_browsers_write_them_are_read_alike(name: str) -> None:
    """Their fonts are in them, and a browser draws each letter on its own."""
    layout = LAYOUTS[name]()
    for sheets in ([layout.sheet], letter_by_letter([layout.sheet])):
        (result,) = read(embedded(sheets), "a.pdf")
        assert stories(result.issue) == list(layout.stories)


def test_the_parts_of_a_head_are_told_by_their_sizes() -> None:
    first = issue_of(broadsheet().sheet).articles[0]
    assert first.kicker == "全县古桥保护现场会召开"
    assert first.subhead == "——首批十二座完成体检"


def test_the_masthead_tells_paper_day_and_number() -> None:
    issue = issue_of(broadsheet().sheet)
    assert (issue.paper.name, issue.date, issue.number) == (PAPER, date(2031, 4, 5), 4096)
    assert issue.furniture[0] == PAPER
    assert "本版责编：白露 美编：江一帆 新闻热线：0000-1234567" in issue.furniture


@pytest.mark.parametrize(
    "pieces",
    [
        [(20, 10, "3"), (60, 10, "要闻"), (350, 10, PAPER), (620, 10, DAY)],
        [(20, 20, "要闻"), (100, 9, DAY), (740, 20, "03")],
        [(20, 16, "03"), (60, 12, "要闻"), (620, 9, DAY)],
    ],
)
def test_a_running_head_tells_page_and_day_in_whatever_order(
    pieces: list[tuple[float, float, str]],
) -> None:
    sheet = Sheet()
    for x, size, text in pieces:
        sheet.text(x, 30, size, text)
    set_story(sheet, BRIDGE, 0, 90, (14, 14, 14, 14))
    issue = issue_of(sheet)
    assert [(page.number, page.name) for page in issue.pages] == [("3", "要闻")]
    assert issue.date == date(2031, 4, 5)
    assert stories(issue) == [BRIDGE]


def test_pages_of_a_pdf_are_one_issue() -> None:
    issue = issue_of(broadsheet().sheet, corner().sheet)
    assert [(page.number, page.name) for page in issue.pages] == [("1", ""), ("2", "社会")]
    assert [article.page for article in issue.articles] == ["1", "1", "1", "2", "2"]
    assert issue.sources[0].kind == "pdf"


def test_each_article_has_the_outline_of_its_columns() -> None:
    bridge, books = issue_of(corner().sheet).articles
    # Columns from 20 and 330 points on, of 800; from above of 1100.
    assert books.area == (
        (412, 57), (650, 57), (650, 92), (975, 92), (975, 232), (791, 232), (791, 261), (412, 261),
    )  # fmt: skip
    assert min(x for x, _ in bridge.area) == 25
    assert max(y for _, y in bridge.area) > 350
    assert bridge.lines == (0, 0)


def test_a_caption_interrupts_no_paragraph() -> None:
    (article,) = issue_of(LAYOUTS["pictured"]().sheet).articles
    assert article.captions == ("图为修好的老桥。本报记者 江一帆摄",)
    assert max(y for _, y in article.area) < 500


def test_a_story_that_jumps_to_another_page_is_one() -> None:
    first, second = Sheet(), Sheet()
    running_head(first, "1", "要闻")
    running_head(second, "2", "综合")
    told, rest = BRIDGE.paragraphs[:3], BRIDGE.paragraphs[3:]
    set_story(
        first, Story(BRIDGE.headline, (*told[:-1], told[-1] + "（下转第二版）")), 0, 80, (14, 14)
    )
    set_story(second, Story("老桥修好了", ("（上接第一版）" + rest[0], *rest[1:])), 0, 80, (14, 14))
    (article,) = issue_of(first, second).articles
    assert article.paragraphs == BRIDGE.paragraphs
    assert article.jump is not None
    assert article.jump.resolved
    assert [part.page for part in article.parts] == ["2"]
    assert len(article.parts[0].area) >= 4
    assert article.parts[0].area != article.area


def test_a_page_turned_on_its_side_is_turned_back() -> None:
    sheet = Sheet(width=1100, height=800, turn=90)
    for at, line in enumerate(("老桥修好了", *["南渡镇的老桥昨天修好了。"] * 4)):
        sheet.turned(60 + 30 * at, 600, 20 if at == 0 else 10, line)
    (article,) = issue_of(sheet).articles
    assert article.headline == "老桥修好了"
    assert article.area[0][0] < 300


def test_hyphenated_words_are_whole_again() -> None:
    sheet = Sheet()
    sheet.text(60, 90, 24, "River crossing reopens")
    lines = (
        "The old bridge over the river was re-",
        "opened on Saturday, and two hundred peo-",
        "ple walked across it before noon, said",
        "the mayor of the town.",
    )
    for at, line in enumerate(lines):
        sheet.text(60, 120 + 14 * at, 10, line)
    (article,) = issue_of(sheet).articles
    assert article.headline == "River crossing reopens"
    assert article.paragraphs == (
        "The old bridge over the river was reopened on Saturday, and two hundred people walked "
        "across it before noon, said the mayor of the town.",
    )


def test_a_page_that_is_a_picture_is_told_so() -> None:
    sheet = Sheet()
    sheet.picture(0, 0, 800, 1100)
    assert refusal(pdf([sheet])) == (
        "a.pdf: the pages of this PDF are pictures without text; have their text recognised (OCR), "
        "or save it."
    )


def test_a_page_that_is_a_picture_among_others_is_told() -> None:
    issue = issue_of(broadsheet().sheet, Sheet())
    assert PressWarning("no_text", {"count": 1, "pages": 2}) in issue.warnings


def test_letters_without_names_are_told() -> None:
    sheet = Sheet()
    sheet.text(60, 90, 24, "老桥修好了")
    data = pdf([sheet]).replace(b"/UniGB-UCS2-H", b"/Identity-H  ").replace(b"(GB1)", b"(Identity)")
    assert refusal(data).startswith("a.pdf: this PDF does not say which letters its shapes are")


def test_a_locked_pdf_says_so() -> None:
    lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 "
    lock += f"/O <{'ab' * 32}> /U <{'cd' * 32}> >> /ID [<01> <01>]"
    assert refusal(pdf([broadsheet().sheet], extra=lock)) == (
        "a.pdf: this PDF is locked with a password; save a copy without one."
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"1 0 obj\n" * 100])
def test_a_pdf_that_is_none_is_told(data: bytes) -> None:
    assert refusal(data) == "a.pdf: this PDF is damaged or incomplete; get the file again."


def test_what_is_left_of_a_truncated_pdf_is_told_or_read() -> None:
    data = pdf([broadsheet().sheet])
    for part in (2, 3, 4):
        assert refusal(data[: len(data) * part // 5]).startswith("a.pdf: ")


def test_pages_that_lead_to_themselves_are_told() -> None:
    catalogue = "<< /Type /Catalog /Pages 2 0 R >>"
    loop = "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 3 /Parent 3 0 R >>"
    other = "<< /Type /Pages /Kids [2 0 R] /Count 2 /Parent 2 0 R >>"
    assert refusal(written([catalogue, loop, other])).startswith("a.pdf: this PDF is damaged")


def test_more_pages_than_an_issue_has_are_told() -> None:
    catalogue = "<< /Type /Catalog /Pages 2 0 R >>"
    pages = "<< /Type /Pages /Kids [" + "3 0 R " * 1001 + "] /Count 1001 >>"
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 1100] >>"
    assert refusal(written([catalogue, pages, page])) == (
        "a.pdf: 1,001 pages are more than the limit of 1,000; split the file."
    )


def drawing_itself(times: int) -> bytes:
    """Return a PDF whose page draws a form, which draws another one twice, and so on."""
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 1100] /Contents 4 0 R "
        "/Resources << /XObject << /F 5 0 R >> >> >>"
    )
    forms = [
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] "
        f"/Resources << /XObject << /F {at} 0 R >> >> "
        "/Length 11 >>\nstream\n/F Do /F Do\nendstream"
        for at in range(6, 6 + times)
    ]
    last = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream"
    catalogue = "<< /Type /Catalog /Pages 2 0 R >>"
    pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    draws = "<< /Length 5 >>\nstream\n/F Do\nendstream"
    return written([catalogue, pages, page, draws, *forms, last])


@pytest.mark.slow
def test_what_is_made_to_break_a_reader_fails_alone() -> None:
    """A page that unpacks to more than there is memory for, and one that draws for ever."""
    packed = zlib.compress(zlib.compress(bytes(300 * 2**20)))
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 1100] /Contents 4 0 R >>"
    content = f"<< /Length {len(packed)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n"
    content += packed.decode("latin-1") + "\nendstream"
    pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    bomb = written(["<< /Type /Catalog /Pages 2 0 R >>", pages, page, content])
    good = pdf([broadsheet().sheet])
    sources = {"bomb.pdf": bomb, "endless.pdf": drawing_itself(40), "good.pdf": good}
    outcomes = list(read_inputs(Input(name, data=data) for name, data in sources.items()))
    assert [outcome.error is None for outcome in outcomes] == [False, False, True]
    assert all(str(outcome.error).startswith(outcome.name) for outcome in outcomes[:2])


def test_time_is_allowed_for_the_pages_that_are_there_not_for_those_claimed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    allowed: list[float] = []
    monkeypatch.setattr(store.press.pdf.read, "allow", allowed.append)
    sheet = LAYOUTS["broadsheet"]().sheet
    data = pdf([sheet, sheet])
    assert data.count(b"/Count 2") == 1
    read(data.replace(b"/Count 2", b"/Count 900"), "a.pdf")
    assert allowed == [PAGE_SECONDS] * 2

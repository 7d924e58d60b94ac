"""The room of documents: whole papers as offices keep them, and hostile ones."""

import pytest

from store.errors import SourceError
from store.models import Issue
from store.press import package
from store.press.read import read
from tests.store.press.document.offices import (
    BOLD,
    CENTRE,
    FERRY,
    INDENT,
    SCHOOL,
    WELL,
    docx,
    odt,
    p,
    r,
    size,
    zipped,
)

HEAD = BOLD + size(22)


def text(words: str) -> str:
    return p(words, properties=INDENT)


def head(words: str, run: str = HEAD) -> str:
    return p(words, properties=CENTRE, run=run)


SET_BY_HAND = "".join(
    (
        p("临江晚报", properties=CENTRE, run=BOLD + size(36)),
        p("2031年4月5日 星期六 第1204期", properties=CENTRE),
        p("第1版 要闻", run=BOLD + size(16)),
        head("渡口守船人", size(16)),
        head("一条船渡了七十年"),
        head("桥通了，老船照旧每天开", size(16)),
        p("本报记者 柳青舟", properties=CENTRE),
        text(FERRY[0]),
        p("船是怎样修的", run=BOLD),
        text(FERRY[1]),
        p("老船靠岸。", "c"),
        text(FERRY[0]),
        head("四十车淤泥换来一井清水"),
        *map(text, WELL),
        p("第2版 社会", run=BOLD + size(16)),
        head("旧轮胎磨出新跑道"),
        text(SCHOOL[0]),
    )
)
BY_STYLES = "".join(
    (
        p("临江晚报", "t"),
        p("2031年4月5日 星期六 第1204期", "s"),
        p("第1版 要闻", "1"),
        p("一条船渡了七十年", "2"),
        p("桥通了，老船照旧每天开", "s"),
        text(FERRY[0]),
        p("船是怎样修的", "3"),
        text(FERRY[1]),
        p("四十车淤泥换来一井清水", "2"),
        *map(text, WELL),
        p("第2版 社会", "1"),
        p("旧轮胎磨出新跑道", "2"),
        text(SCHOOL[0]),
    )
)


def read_one(data: bytes) -> Issue:
    (result,) = read(data, "a.docx")
    return result.issue


@pytest.mark.parametrize("body", [SET_BY_HAND, BY_STYLES])
def test_a_paper_that_is_set_by_hand_or_by_styles(body: str) -> None:
    issue = read_one(docx(body))
    assert (issue.paper.name, str(issue.date), issue.number) == ("临江晚报", "2031-04-05", 1204)
    assert [(page.number, page.name) for page in issue.pages] == [("1", "要闻"), ("2", "社会")]
    assert [(a.page, a.headline) for a in issue.articles] == [
        ("1", "一条船渡了七十年"),
        ("1", "四十车淤泥换来一井清水"),
        ("2", "旧轮胎磨出新跑道"),
    ]
    first = issue.articles[0]
    assert first.subhead == "桥通了，老船照旧每天开"
    assert [first.paragraphs[at] for at in first.crossheads] == ["船是怎样修的"]


def test_a_story_in_one_paragraph_is_parted_at_its_line_breaks() -> None:
    line = "<w:r><w:br/></w:r>"
    story = r("一条船渡了七十年", HEAD) + line + r(FERRY[0]) + line + r(FERRY[1])
    other = r("四十车淤泥换来一井清水", HEAD) + line + r(WELL[0])
    issue = read_one(docx(f"<w:p>{story}{line}{line}{other}</w:p>"))
    assert [(a.headline, len(a.paragraphs)) for a in issue.articles] == [
        ("一条船渡了七十年", 2),
        ("四十车淤泥换来一井清水", 1),
    ]


def test_every_part_of_a_head_by_its_size() -> None:
    first = read_one(docx(SET_BY_HAND)).articles[0]
    assert (first.kicker, first.byline[0].names) == ("渡口守船人", ("柳青舟",))
    assert first.captions == ("老船靠岸。",)
    assert len(first.paragraphs) == 4


def test_a_document_without_any_format_is_read_as_its_text_is() -> None:
    plain = ("一条船渡了七十年", *FERRY, "四十车淤泥换来一井清水", *WELL)
    documents = (docx("".join(map(p, plain))), odt("".join(f"<text:p>{t}</text:p>" for t in plain)))
    (dump,) = read("\n".join(plain).encode(), "a.txt")
    for data in documents:
        found = read_one(data).articles
        assert [(a.headline, a.paragraphs) for a in found] == [
            (a.headline, a.paragraphs) for a in dump.issue.articles
        ]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (docx(SET_BY_HAND), "docx"),
        (odt(f"<text:p>渡口</text:p><text:p>{FERRY[0]}</text:p>"), "odt"),
    ],
)
def test_the_source_and_the_report_say_the_kind(data: bytes, kind: str) -> None:
    (result,) = read(data, "a")
    assert (result.issue.sources[0].kind, result.report.kind) == (kind, kind)
    assert result.report.lines


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (docx(""), "has no text"),
        (docx("<w:p><w:r><w:drawing/></w:r></w:p>"), "has no text"),
        (docx(p("——")), "no readable text"),
        (zipped({"[Content_Types].xml": "<Types/>"}), "damaged or locked"),
        (docx(SET_BY_HAND)[:-400], "damaged or locked"),
        (docx("<w:tbl><w:tr><w:tc>" * 200), "damaged"),
    ],
)
def test_what_cannot_be_read_ends_in_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why) as caught:
        read(data, "a.docx")
    assert str(caught.value).startswith("a.docx: ")
    assert str(caught.value).count(".") <= 3


def test_what_unpacks_to_very_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 1_000)
    with pytest.raises(SourceError, match=r"^a\.docx: this document holds more than one may"):
        read(docx(SET_BY_HAND), "a.docx")

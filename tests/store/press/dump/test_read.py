"""A whole reading: one paper in many settings, and bytes of every kind."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.errors import SourceError
from store.models import Byline, IndexEntry, Page
from store.press.dump.lines.look import Look, SetLine
from store.press.dump.read import read_issue, read_set_lines
from store.press.kinds import DOCX
from store.press.limits import limited
from store.press.material import Material
from store.press.result import PressResult
from store.press_warnings import PressWarning

Setting = dict[str, Callable[[list[str]], str]]
SETTINGS = (
    *("blank lines", "no blank lines", "columns", "half width", "indented"),
    *("wrapped", "wrapped wide", "CRLF", "form feed"),
)


def squeezed(text: str) -> str:
    return "".join(text.translate(str.maketrans("，：；？！（）", ",:;?!()")).split())


@pytest.mark.parametrize("name", SETTINGS)
def test_a_paper_reads_the_same_however_it_is_set(
    paper: list[str], setting: Setting, name: str
) -> None:
    plain = read_issue("\n\n".join(paper).encode(), "a.txt").issue
    issue = read_issue(setting[name](paper).encode(), "a.txt").issue
    assert [squeezed(a.headline) for a in issue.articles] == [
        squeezed(a.headline) for a in plain.articles
    ]
    for article, other in zip(issue.articles, plain.articles, strict=True):
        assert squeezed("".join(article.paragraphs)) == squeezed("".join(other.paragraphs))
        assert (article.page, article.kind) == (other.page, other.kind)
        assert article.byline == other.byline
    assert issue.date == date(2024, 3, 12)
    assert [entry.page for entry in issue.index] == ["2", "2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_a_paper_reads_the_same_in_every_encoding(paper: list[str], encoding: str) -> None:
    text = "\n\n".join(paper)
    issue = read_issue(text.encode(encoding), "a.txt").issue
    plain = read_issue(text.encode(), "a.txt").issue
    assert [a.paragraphs for a in issue.articles] == [a.paragraphs for a in plain.articles]


@pytest.fixture
def result(paper: list[str]) -> PressResult:
    return read_issue("\n\n".join(paper).encode(), "front.txt")


def test_the_lead_story_has_every_part(result: PressResult) -> None:
    story = result.issue.articles[0]
    assert story.kicker == "贺闻溪在全县古桥保护工作现场会上强调"
    assert story.headline == "一桥一策护好古桥 让老桥连着新生活"
    assert story.subhead == "首批十二座古桥完成体检 年内修缮八座"
    assert story.lead_in == "本报讯（记者 白露 通讯员 岑小满）"
    assert story.paragraphs[0].startswith(story.lead_in)
    assert story.byline == (Byline("记者", ("白露",)), Byline("通讯员", ("岑小满",)))


def test_a_jump_within_the_paper_is_followed(result: PressResult) -> None:
    story = result.issue.articles[0]
    assert story.jump is not None
    assert story.jump.resolved
    assert story.jump.text == "（下转2版）"
    (part,) = story.parts
    assert part.page == "2"
    assert story.paragraphs[part.paragraph][part.offset :].startswith("修缮方案公布前")


def test_a_column_stands_over_one_story_only(result: PressResult) -> None:
    assert [a.column for a in result.issue.articles] == ["", "春耕一线", "", ""]


def test_a_picture_story_keeps_its_credit_and_names(result: PressResult) -> None:
    story = result.issue.articles[2]
    assert (story.kind, story.credit) == ("photo", "白露/文 江一帆/摄")
    assert story.byline == (Byline("文", ("白露",)), Byline("摄", ("江一帆",)))


def test_the_issue_knows_its_paper(result: PressResult) -> None:
    issue = result.issue
    assert issue.id == "qingxishibao-2024-03-12"
    assert issue.paper.publishers == (
        *("中共青溪县委员会", "青溪县人民政府"),
        "青溪县融媒体中心",
    )
    assert (issue.number, issue.not_before, issue.warnings) == (1806, "", ())
    source = issue.sources[0].sha256
    assert issue.pages == (Page("1", "要闻", source), Page("2", "综合", source))
    assert issue.index[0] == IndexEntry("三所村小用上太阳能热水", "", "2")
    assert "新闻热线：0000-1234567 本版责编：岑小满" in issue.furniture


def test_the_report_accounts_for_every_line(result: PressResult, paper: list[str]) -> None:
    report = result.report
    assert report.lines == len(paper)
    parts = (report.lines_in_articles, report.lines_in_index, report.lines_in_furniture)
    assert sum(parts) == report.lines
    assert (report.pages_expected, report.pages_found) == (2, 2)
    assert (report.jumps_resolved, report.jumps_open) == (1, 0)
    assert dict(report.articles) == {"news": 3, "photo": 1}


def test_what_the_reader_knows_wins(paper: list[str]) -> None:
    data = "\n".join(paper).encode()
    issue = read_issue(data, "a.txt", day=date(2023, 1, 2), paper="青溪\x1b[1m晚报").issue
    assert issue.id == "qingxiwanbao-2023-01-02"


def test_no_year_is_invented(paper: list[str]) -> None:
    undated = [line for line in paper if "2024" not in line]
    issue = read_issue("\n".join(undated).encode(), "a.txt").issue
    assert (issue.date, issue.not_before) == (None, "03-11")


def test_no_page_is_invented_but_that_of_the_masthead(paper: list[str]) -> None:
    unnumbered = [line for line in paper[: paper.index("第2版 综合")] if line != "第1版 要闻"]
    front = read_issue("\n".join(unnumbered).encode(), "a.txt").issue
    assert {page.number for page in front.pages} == {article.page for article in front.articles}
    assert [page.number for page in front.pages] == ["1"]
    story = read_issue("\n".join(paper[9:12]).encode(), "a.txt").issue
    assert story.pages == ()
    assert {article.page for article in story.articles} == {""}


def test_a_missing_page_is_said(paper: list[str]) -> None:
    front = paper[: paper.index("第2版 综合")]
    result = read_issue("\n".join(front).encode(), "a.txt")
    assert result.issue.warnings == (PressWarning("pages_missing", {"expected": 2, "found": 1}),)
    assert result.report.jumps_open == 1


def test_controls_in_a_paper_are_taken_out_and_told(paper: list[str]) -> None:
    text = "\n".join(paper).replace("白露", "白\x1b[31m露\u202e")
    issue = read_issue(text.encode(), "a.txt").issue
    plain = read_issue("\n".join(paper).encode(), "a.txt").issue
    assert [a.paragraphs for a in issue.articles] == [a.paragraphs for a in plain.articles]
    assert any("escape sequences" in str(warning.message()) for warning in issue.warnings)


def test_contents_alone_are_an_issue() -> None:
    text = "青溪时报\n2024年3月12日 星期二\n导读\n古桥体检\n» 详见2版\n春茶开园\n» 详见3版\n"
    issue = read_issue(text.encode(), "a.txt").issue
    assert issue.articles == ()
    assert issue.index == (IndexEntry("古桥体检", "", "2"), IndexEntry("春茶开园", "", "3"))


@pytest.mark.parametrize("data", [b"", b" \n ", b"\x00\x01\x02\x03" * 50, "。\n".encode()])
def test_what_holds_no_text_is_refused_with_the_files_name(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"page\.txt"):
        read_issue(data, "page.txt")


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", "\ufeff标题\n\f\n\x0b（上接1版）\n".encode(), b"A\n" * 50, b"%PDF-1.4 x"],
)
def test_odd_bytes_are_read_or_refused(data: bytes) -> None:
    check(data)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    check(data)


TRADE = st.sampled_from(
    ["第2版", "（下转2版）", "（上接1版）", "本报讯（记者 白露）", "导读", "图为", "白露 摄", "——",
     "\f", "\n", "\u3000\u3000", "广告", "。", "，", "桥", "老桥通车", "2024年3月12日", "“", "）"]
)  # fmt: skip


@given(st.lists(TRADE, max_size=60).map("".join))
def test_the_trades_words_in_any_order_are_read(text: str) -> None:
    check(text.encode())


def check(data: bytes) -> None:
    try:
        result = read_issue(data, "x")
    except SourceError:
        return
    report = result.report
    parts = (report.lines_in_articles, report.lines_in_index, report.lines_in_furniture)
    assert sum(parts) == report.lines
    kept = {line for a in result.issue.articles for line in range(a.lines[0], a.lines[1] + 1)}
    assert 0 not in kept


@pytest.mark.parametrize(
    "line",
    ["一 ", "（", "，。", "2024年3月12日(", "白露、", "——：", "\x1b]", "a b-", "第1版", "1", "“桥”",
     "图 摄/文 "],
)  # fmt: skip
def test_the_worst_lines_take_no_longer_than_a_source_may(line: str) -> None:
    data = "青溪时报\n" + line * (30_000 // len(line)) + "\n"
    data += (line * 30 + "\n") * (30_000 // len(line) // 30)
    with limited(memory=2**33):
        assert read_issue(data.encode(), "x").report.lines


def test_an_issue_does_not_depend_on_the_files_folder(paper: list[str]) -> None:
    data = "\n".join(paper).encode()
    here, there = (read_issue(data, name).issue for name in ("a/x.txt", "b/x.txt"))
    assert replace(here, sources=()) == replace(there, sources=())


SEED = Path(__file__).parents[4] / "../shared/seed"


@pytest.mark.skipif(not SEED.is_dir(), reason="the seed is not part of the project")
def test_the_seed_is_read_as_its_editor_would() -> None:
    (file,) = SEED.glob("*.txt")
    result = read_issue(file.read_bytes(), file.name)
    articles = result.issue.articles
    assert len(articles) == 6
    assert result.report.joins == 8
    assert all((articles[0].kicker, articles[0].subhead, articles[1].column))
    assert articles[2].jump is not None
    assert (articles[2].jump.to, articles[2].jump.resolved) == ("2", False)
    assert articles[3].kind == "photo"
    assert [entry.page for entry in result.issue.index] == ["3", "4", ""]
    assert (result.issue.date, result.issue.not_before) == (None, "11-18")


def test_how_lines_are_set_tells_heads_that_their_words_do_not() -> None:
    text = "天刚亮，摆渡的人已经把船撑到对岸，水面上只剩下一道细细的波纹，许久才散。"
    head, crosshead = Look(1.8, bold=True, centred=True), Look(bold=True)
    lines = [
        *(SetLine("撑船的手艺传到第四代会怎样", head), SetLine(text), SetLine(text)),
        *(SetLine("一支篙的分量有多重呢", crosshead), SetLine(text)),
        *(SetLine("水上的路人慢慢少了", crosshead), SetLine(text)),
        *(SetLine("渡口上的灯是谁点亮的呢", head), SetLine(text), SetLine(text)),
    ]  # fmt: skip
    issue = read_set_lines(Material("a.docx", b"", DOCX), lines).issue
    told = [(a.headline, len(a.paragraphs), a.crossheads, a.lines) for a in issue.articles]
    assert told == [
        ("撑船的手艺传到第四代会怎样", 6, (2, 4), (1, 7)),
        ("渡口上的灯是谁点亮的呢", 2, (), (8, 10)),
    ]


def test_two_days_in_one_text_are_told() -> None:
    story = "古桥今日通车\n\n本报讯（记者 白露）古桥通车了。\n\n"
    page = "青溪时报\n\n2031年3月{}日 星期{} 第1版\n\n" + story
    both = read_issue((page.format(4, "二") + page.format(5, "三")).encode(), "two.txt").issue
    told: dict[str, str | int] = {"count": 2, "days": "2031-03-04, 2031-03-05"}
    assert PressWarning("days", told) in both.warnings
    assert not read_issue(page.format(4, "二").encode(), "one.txt").issue.warnings

"""The report of an import: few words where all went well, details on a terminal."""

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.doubts import Doubt
from store.imports.pipeline import Outcome
from store.library.adding import Added
from store.models import IndexEntry, Issue, Page, Paper
from store.press.dump.read import read_issue
from store.press.result import PressResult, Report
from tests.tui.cli.support import Dubao
from tui.cli.importing.report import details, sentences


def test_an_import_is_accounted_for_on_a_terminal(
    dubao: Dubao, page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (tmp_path / page).read_text(encoding="utf-8").replace("青溪时报", "青溪\x1b[31m时报", 1)
    (tmp_path / page).write_text(text, encoding="gb18030")
    assert "encoding" not in dubao("import", "--dry-run", page)[1]
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    out = dubao("import", "--dry-run", page)[1]
    for told in ("news", "outside articles", "encoding", "gb18030", "1 terminal escape"):
        assert told in out
    assert "\x1b" not in out
    assert dubao("import", "-q", page)[:2] == (0, "")


def test_a_good_dump_is_told_of_in_few_words(dubao: Dubao, page: str) -> None:
    reading = read_issue(Path(page).read_bytes(), page)

    rows = dict(details(reading))
    assert rows["articles"].startswith(("news", "brief", "commentary", "document"))
    assert {"encoding", "cleaned"}.isdisjoint(rows)
    quiet = replace(
        reading.report, articles=(), joins=0, pages_expected=0, jumps_resolved=0, jumps_open=0,
        lines_in_furniture=0, doubtful=(),
    )  # fmt: skip
    assert list(details(replace(reading, report=quiet, issue=Issue()))) == []


def test_what_a_source_was_taken_for_is_told(dubao: Dubao, page: str) -> None:
    assert "(the text of pages)" in dubao("import", "--dry-run", page)[1]
    (record,) = json.loads(dubao("import", "--json", page)[1])
    assert (record["kind"], record["report"]["kind"]) == ("dump", "dump")
    reading = read_issue(Path(page).read_bytes(), page)
    taken = replace(reading.report, taken=(("page lists", 8), ("articles", 56)))
    assert dict(details(replace(reading, report=taken)))["taken for"] == "page lists 8, articles 56"


def test_a_reader_can_say_what_it_is(dubao: Dubao, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<html>\n临江报\n\n老桥修好了\n\n本报讯 老桥修好了，今天通行。\n"
    )
    assert "found in this web page" in dubao("import", "page.html")[2]
    assert dubao("import", "--as", "dump", "page.html")[0] == 0
    assert "dump" in dubao("import", "--help")[1]
    assert dubao("import", "--as", "nothing", "page.html")[0] == 2


def test_a_doubtful_article_is_named_with_what_is_doubted_and_why(dubao: Dubao, page: str) -> None:
    reading = read_issue(Path(page).read_bytes(), page)
    first, *others = reading.issue.articles
    doubted = replace(
        first, confidence=0.4, doubts=(Doubt("bounds", "near_call"), Doubt("head", "none_found"))
    )
    result = replace(
        reading,
        issue=replace(reading.issue, articles=(doubted, *others)),
        report=replace(reading.report, doubtful=(doubted.id,)),
    )
    assert list(sentences(Outcome(page, result=result)))[-1] == "  1 doubtful article"
    told = list(details(result))
    assert told[-3:] == [
        ("doubtful", f"{doubted.id.partition('/')[2]} (40%) {doubted.headline}".rstrip()),
        ("", "  bounds: another reading is nearly as likely"),
        ("", "  head: none was found"),
    ]


@pytest.mark.usefixtures("dubao")
@pytest.mark.parametrize(
    ("paper", "day", "told"),
    [
        ("", None, "The source names neither paper nor day; to name them: dubao edit a"),
        ("", date(2024, 3, 5), "The source names no paper; to name it: dubao edit a --paper"),
        ("临江报", None, "The source names no day; to name it: dubao edit a --date"),
    ],
)
def test_what_a_source_does_not_name_is_told(
    page: str, paper: str, day: date | None, told: str
) -> None:
    read = read_issue(Path(page).read_bytes(), page)
    issue = replace(read.issue, paper=Paper(paper), date=day)
    outcome = Outcome(page, replace(read, issue=issue), Added("a"))
    assert told in "\n".join(sentences(outcome))


def test_a_day_told_of_what_is_held_is_not_passed_over_in_silence(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    out = dubao("import", "--date", "2031-04-05", page)[1]
    held = out.split(" as ")[1].split(";")[0]
    assert f"dubao edit {held} --paper NAME --date DAY" in out
    assert "dubao edit" not in dubao("import", page)[1]
    assert "dubao edit" not in dubao("import", "--date", held[-10:], page)[1]


def test_what_is_on_no_page_is_counted_without_pages(dubao: Dubao, tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(
        "老桥修好了\n\n　　本报讯 老桥修好了，今天通行，人人称便。\n"
    )
    out = dubao("import", "bare.txt")[1].splitlines()[0]
    assert "unknown paper  1 article  (" in out
    listed = Issue(pages=(Page("1"), Page("2")), index=(IndexEntry("老桥修好了"),))
    (line, *_) = sentences(Outcome("a.html", result=PressResult(listed, Report(kind="epaper"))))
    assert "2 pages, 1 entry of the contents" in line


def test_what_is_merged_without_a_new_page_is_told_so(dubao: Dubao, page: str) -> None:
    result = read_issue(Path(page).read_bytes(), page)
    told = list(sentences(Outcome(page, result=result, added=Added("a", "merged"))))
    assert "  merged into an issue of that day" in told

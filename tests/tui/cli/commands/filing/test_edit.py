"""``dubao edit`` and ``dubao reimport``, and the account of an import."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.corrections import records as corrections
from store.models import Issue
from store.press.dump.read import read_issue
from store.press.result import Reading
from tui.cli.commands.filing.edit import ROLES

ISSUE = "qingxishibao-2024-03-12"
Dubao = Callable[..., tuple[int, str, str]]


@pytest.fixture
def held(dubao: Dubao, page: str) -> Callable[[], Any]:
    """Give a function that returns the sample issue as it lies in the library now."""
    dubao("import", page)
    return lambda: json.loads(dubao("show", ISSUE, "--json")[1])


def test_joining_and_undoing(dubao: Dubao, held: Callable[[], Any]) -> None:
    before = held()
    status, out, _ = dubao("edit", f"{ISSUE}/1.2", "--join")
    assert status == 0
    assert f"{ISSUE}/1.1" in out
    assert len(held()["articles"]) == len(before["articles"]) - 1
    status, out, _ = dubao("edit", ISSUE, "--list")
    assert (status, out.count("\n")) == (0, 1)
    (listed,) = json.loads(dubao("edit", ISSUE, "--list", "--json")[1])
    assert (listed["correction"]["action"], listed["fits"]) == ("join", True)
    assert dubao("edit", ISSUE, "--undo")[0] == 0
    assert held() == before
    status, out, _ = dubao("edit", ISSUE, "--undo")
    assert (status, "nothing to undo" in out) == (1, True)
    assert dubao("edit", ISSUE, "--list")[0] == 1


def test_splitting_before_a_paragraph(dubao: Dubao, held: Callable[[], Any]) -> None:
    paragraphs = held()["articles"][0]["paragraphs"]
    status, out, _ = dubao("edit", f"{ISSUE}/1.1", "--split", "2", "--json")
    assert status == 0
    assert json.loads(out)["articles"] == [f"{ISSUE}/1.1", f"{ISSUE}/1.2"]
    assert held()["articles"][0]["paragraphs"] == paragraphs[:1]


def test_a_line_is_made_something_else(dubao: Dubao, held: Callable[[], Any]) -> None:
    first = held()["articles"][0]
    assert dubao("edit", f"{ISSUE}/1.1", "--line", "kicker", "--as", "body")[0] == 0
    assert held()["articles"][0]["paragraphs"][0] == first["kicker"]
    assert dubao("edit", f"{ISSUE}/1.1", "--line", "1", "--as", "furniture")[0] == 0
    assert held()["furniture"][-1] == first["kicker"]


def test_page_date_and_paper(dubao: Dubao, held: Callable[[], Any]) -> None:
    status, out, _ = dubao("edit", f"{ISSUE}/1.1", "--page", "A5")
    assert (status, f"{ISSUE}/A5.1" in out) == (0, True)
    status, out, _ = dubao("edit", ISSUE, "--date", "2024-03-13")
    assert (status, "qingxishibao-2024-03-13" in out) == (0, True)
    status, out, _ = dubao("edit", ISSUE, "--paper", "望江报")
    assert (status, "wangjiangbao-2024-03-13" in out) == (0, True)
    assert held()["date"] == "2024-03-13"
    assert dubao("edit", ISSUE, "--undo")[1].count("qingxishibao-2024-03-13") == 1


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["--join", "--undo"],
        ["--line", "2"],
        ["--as", "body"],
        ["--join", "--as", "body"],
        ["--line", "0", "--as", "body"],
        ["--line", "title", "--as", "body"],
        ["--line", "999", "--as", "body"],
        ["--split", "1"],
        ["--split", "-3"],
        ["--page", "1/2"],
        ["--page", "1"],
        ["--paper", " "],
        ["--join"],
    ],
)
def test_wrong_use_is_one_sentence(dubao: Dubao, held: Callable[[], Any], wrong: list[str]) -> None:
    before = held()
    status, out, err = dubao("edit", f"{ISSUE}/1.1", *wrong)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert held() == before


def test_an_issue_is_no_article(dubao: Dubao, held: Callable[[], Any]) -> None:
    status, _, err = dubao("edit", ISSUE, "--join")
    assert (status, f"{ISSUE}/1.1" in err) == (2, True)
    assert dubao("edit", "nothing", "--undo")[0] == 2


def test_roles_are_those_of_the_store() -> None:
    assert ROLES == corrections.ROLES


@pytest.fixture
def better_press(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the press read originals otherwise than it did."""

    def read(data: bytes, name: str) -> Reading:
        reading = read_issue(data, name)
        first, *others = reading.issue.articles
        articles = (replace(first, headline="一桥一策"), *others[:-1])
        return replace(reading, issue=replace(reading.issue, articles=articles))

    monkeypatch.setattr("store.press.dump.read.read_issue", read)


@pytest.mark.usefixtures("better_press")
def test_reading_again(dubao: Dubao, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("store.press.dump.read.read_issue", read_issue)
        dubao("import", page)
        status, out, _ = dubao("reimport")
        assert (status, "nothing changed" in out) == (0, True)
    before = dubao("show", ISSUE, "--json")[1]
    status, out, _ = dubao("reimport", "--dry-run")
    assert status == 0
    old = json.loads(before)["articles"][0]["headline"]
    assert f"~ {old} → 一桥一策" in out
    assert "--dry-run" in out
    assert dubao("show", ISSUE, "--json")[1] == before
    (record,) = json.loads(dubao("reimport", ISSUE, "--json")[1])
    count = len(json.loads(before)["articles"])
    assert record["articles"] == [count, count - 1]
    assert record["renamed"] == [[old, "一桥一策"]]
    assert len(record["removed"]) == 1
    assert json.loads(dubao("show", ISSUE, "--json")[1])["articles"][0]["headline"] == "一桥一策"


def test_what_cannot_be_read_again(dubao: Dubao, page: str, tmp_path: Path) -> None:
    assert dubao("reimport")[0] == 1
    dubao("import", page)
    status, out, err = dubao("reimport", "nothing", ISSUE)
    assert (status, err.count("\n"), ISSUE in out) == (1, 1, True)
    (original,) = (tmp_path / "data").rglob("*.gz")
    original.write_bytes(b"junk")
    status, out, err = dubao("reimport")
    assert (status, "damaged" in err) == (2, True)


def test_text_that_is_no_newspaper_is_refused(
    dubao: Dubao, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"hi\n"))
    monkeypatch.setattr("sys.stdin", stdin)
    status, out, err = dubao("import", "-")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "data").exists()


def test_an_import_is_accounted_for_on_a_terminal(
    dubao: Dubao, page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (tmp_path / page).read_text(encoding="utf-8").replace("青溪时报", "青溪\x1b[31m时报", 1)
    (tmp_path / page).write_text(text, encoding="gb18030")
    assert "encoding" not in dubao("import", "--dry-run", page)[1]
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    out = dubao("import", "--dry-run", page)[1]
    for told in ("articles", "news", "furniture", "encoding", "gb18030", "1 terminal escape"):
        assert told in out
    assert "\x1b" not in out
    assert dubao("import", "-q", page)[:2] == (0, "")


def test_a_good_dump_is_told_of_in_few_words(dubao: Dubao, page: str) -> None:
    reading = read_issue(Path(page).read_bytes(), page)
    from tui.cli.import_report import details

    rows = dict(details(reading))
    assert rows["articles"].startswith(("news", "brief", "commentary", "document"))
    assert {"encoding", "cleaned"}.isdisjoint(rows)
    quiet = replace(
        reading.report, articles=(), joins=0, pages_expected=0, jumps_resolved=0, jumps_open=0,
        lines_in_furniture=0, doubtful=(),
    )  # fmt: skip
    assert list(details(replace(reading, report=quiet, issue=Issue()))) == []

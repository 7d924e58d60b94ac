"""``dubao export``: its formats, where it writes, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.library.library import open_library
from tests.tui.cli.support import ISSUE, Dubao


@pytest.fixture
def articles(dubao: Dubao, page: str) -> list[Any]:
    """Give the articles of the sample page, which the library holds."""
    dubao("import", page)
    held: list[Any] = json.loads(dubao("show", ISSUE, "--json")[1])["articles"]
    return held


def test_the_whole_library_as_json_lines(dubao: Dubao, articles: list[Any]) -> None:
    status, out, err = dubao("export")
    assert (status, err) == (0, "")
    of = {"issue": ISSUE, "paper": "青溪时报", "date": "2024-03-12"}
    assert [json.loads(line) for line in out.splitlines()] == [{**of, **a} for a in articles]


def test_a_selection(dubao: Dubao, articles: list[Any]) -> None:
    def exported(*arguments: str) -> list[str]:
        return [json.loads(line)["id"] for line in dubao("export", *arguments)[1].splitlines()]

    assert exported(f"{ISSUE}/1.2", f"{ISSUE}/1.1") == [f"{ISSUE}/1.1", f"{ISSUE}/1.2"]
    found = [hit["id"] for hit in json.loads(dubao("search", "--json", "桥")[1])]
    assert 0 < len(found) < len(articles)
    assert exported("--query", "桥") == exported(ISSUE, "--query", "桥") == found


def test_markdown_and_text_are_what_show_prints(
    dubao: Dubao, articles: list[Any], tmp_path: Path
) -> None:
    for name, form in (("all.md", "markdown"), ("all.TXT", "text")):
        assert dubao("export", "-o", name)[:2] == (0, "")
        exported = (tmp_path / name).read_text(encoding="utf-8")
        assert dubao("export", "--format", form)[1] == exported
        shown = iter(dubao("show", ISSUE, "--format", form, "--width", "76")[1].splitlines())
        assert all(line in shown for line in exported.splitlines()), "it tells of doubts, too"


def test_an_article_as_text_stands_under_its_paper_without_the_contents(
    dubao: Dubao, articles: list[Any]
) -> None:
    out = dubao("export", f"{ISSUE}/1.1", "--format", "text")[1]
    assert out.split()[0] == "青溪时报"
    assert articles[0]["headline"] in out
    assert articles[1]["paragraphs"][0][:10] not in out


def test_a_file_is_replaced_only_when_that_is_asked_for(
    dubao: Dubao, articles: list[Any], tmp_path: Path
) -> None:
    mine = tmp_path / "mine.jsonl"
    mine.write_text("mine", encoding="utf-8")
    status, out, err = dubao("export", "-o", "mine.jsonl")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "--force" in err
    assert mine.read_text(encoding="utf-8") == "mine"
    assert dubao("export", "-o", "mine.jsonl", "--force")[0] == 0
    assert mine.read_text(encoding="utf-8") == dubao("export")[1]
    assert [each.name for each in tmp_path.glob(".mine*")] == []


@pytest.mark.parametrize("name", ["out.pdf", "no-such-folder/out.md", "."])
def test_where_nothing_can_be_written_is_one_sentence(
    dubao: Dubao, articles: list[Any], name: str
) -> None:
    status, out, err = dubao("export", "-o", name)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert name in err


def test_nothing_found_writes_nothing(dubao: Dubao, page: str, tmp_path: Path) -> None:
    assert dubao("export", "-o", "none.md")[:2] == (1, "")
    dubao("import", page)
    assert dubao("export", "--query", "绝无此词", "-o", "none.md")[:2] == (1, "")
    assert dubao("export", "qingxi", "-o", "none.md")[0] == 2
    assert not (tmp_path / "none.md").exists()


def test_an_issue_that_is_damaged_is_named_and_the_others_are_written(
    dubao: Dubao, articles: list[Any], tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text(
        "临江报\n2024年3月13日\n\n老桥修好了\n\n本报讯(记者 白露)望江县的老桥修好了。\n",
        encoding="utf-8",
    )
    dubao("import", "other.txt")
    (damaged,) = (tmp_path / "data").rglob("qingxishibao-2024-03-12*.json")
    damaged.write_bytes(b"{")
    status, out, err = dubao("export")
    assert (status, err.count("\n")) == (1, 1)
    assert damaged.name in err
    assert {json.loads(line)["paper"] for line in out.splitlines()} == {"临江报"}


def test_what_a_terminal_might_obey_is_escaped(
    dubao: Dubao, articles: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = open_library().issue(ISSUE)
    evil = "桥\x1b]0;title\x07\x9b2J\u202e\U000e0041"
    issue = replace(issue, articles=(replace(issue.articles[0], headline=evil),))
    monkeypatch.setattr("store.library.library.Library.issue", lambda *_: issue)
    out = dubao("export")[1]
    assert json.loads(out)["headline"] == evil
    for form in ("markdown", "text"):
        out += dubao("export", "--format", form)[1]
    assert not set(evil[1:]) - set("]0;title2J") & set(out)


def test_an_archive_is_not_written_to_a_terminal(
    dubao: Dubao, articles: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    status, out, err = dubao("export", "--format", "archive")
    assert (status, out, "-o" in err) == (2, "", True)


@pytest.mark.parametrize("there", [True, False])
def test_nothing_is_written_through_a_link(
    dubao: Dubao, articles: list[Any], tmp_path: Path, there: bool
) -> None:
    victim, link = tmp_path / "victim", tmp_path / "all.jsonl"
    if there:
        victim.write_text("mine", encoding="utf-8")
    link.symlink_to(victim)
    assert dubao("export", "-o", "all.jsonl")[0] == 2
    assert link.is_symlink()
    assert dubao("export", "-o", "all.jsonl", "--force")[0] == 0
    assert not link.is_symlink()
    assert victim.exists() is there
    assert not there or victim.read_text(encoding="utf-8") == "mine"

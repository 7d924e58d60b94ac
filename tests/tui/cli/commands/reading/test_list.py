"""``dubao list``: the issues in the library."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.doubts import Doubt
from store.library.library import open_library
from store.models import IndexEntry
from tests.tui.cli.support import ISSUE, Dubao
from tui.cli.commands.reading import list as list_


def test_the_list(dubao: Dubao, page: str, builder: Any) -> None:
    status, out, _ = dubao("list")
    assert status == 1
    assert "dubao import" in out
    dubao("import", page)
    status, out, _ = dubao("list", "--json")
    (row,) = json.loads(out)
    assert status == 0
    assert (row["id"], row["paper"], row["date"]) == (ISSUE, "青溪时报", "2024-03-12")
    assert row["unread"] == row["articles"] > 0
    with open_library() as library:
        boxed = (IndexEntry("春茶开园", "", "3"),)
        builder("临江报").on(2024, 3, 4).having(index=boxed).add_to(library)
    assert dubao("list")[1].splitlines()[-1].endswith("no articles")


def test_the_list_tells_how_many_articles_are_doubtful_until_they_are_set_right(
    dubao: Dubao, tmp_path: Path, builder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1").article("放水", "水来了。")
    paper.article("修桥", "桥通了。", confidence=0.4, doubts=(Doubt("bounds", "near_call"),))
    monkeypatch.setenv("DUBAO_LIBRARY", str(tmp_path / "library"))
    with open_library(tmp_path / "library") as library:
        name = paper.add_to(library).issue
    assert dubao("list")[1].endswith("2/2 unread, 1 doubtful article\n")
    assert json.loads(dubao("list", "--json")[1])[0]["doubtful"] == 1
    assert dubao("edit", f"{name}/1.2", "--sure")[0] == 0
    assert dubao("list")[1].endswith("2/2 unread\n")
    assert dubao("search", "is:doubtful")[0] == 1


def test_a_library_without_its_index_is_not_read_through_to_be_listed(
    dubao: Dubao, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dubao("import", page)
    with_index = dubao("list", "--json")
    for index in tmp_path.rglob("index.sqlite3*"):
        index.unlink()
    assert dubao("list", "--json") == with_index
    monkeypatch.setattr(list_, "READ_THROUGH", 1)
    assert json.loads(dubao("list", "--json")[1])[0]["doubtful"] is None
    assert dubao("list")[1].endswith(" unread\n")


def test_what_is_not_known_can_be_said(
    dubao: Dubao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "river.txt").write_text(
        "古桥修好\n本报记者 白露\n三座桥桥墩冲刷明显，今天修好了。\n", "utf-8"
    )
    out = dubao("import", str(tmp_path / "river.txt"))[1]
    assert "unknown paper" in out
    assert "--paper NAME --date DAY" in out
    name = json.loads(dubao("list", "--json")[1])[0]["id"]
    assert f"dubao edit {name} --paper" in out
    assert dubao("list")[2] == "", "scripts know it already"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    _, out, err = dubao("list")
    assert "unknown paper" in out
    assert "dubao edit ID --paper NAME" in err
    dubao("edit", name, "--paper", "青溪时报", "--date", "2024-03-12")


def test_who_names_an_issue_is_told_what_shows_one(dubao: Dubao) -> None:
    status, _, err = dubao("list", ISSUE)
    assert status == 2
    assert "usage: dubao list [" in err
    assert f"unrecognized arguments: {ISSUE}; dubao show ID shows one issue" in err


def test_the_doubtful_articles_are_listed_with_what_is_doubted(
    dubao: Dubao, tmp_path: Path, builder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = builder("临江报").on(2024, 3, 5).page("1").article("放水", "水来了。")
    paper.article("修桥", "桥通了。", confidence=0.4, doubts=(Doubt("bounds", "near_call"),))
    monkeypatch.setenv("DUBAO_LIBRARY", str(tmp_path / "library"))
    with open_library(tmp_path / "library") as library:
        name = paper.add_to(library).issue
    told = "bounds: another reading is nearly as likely"
    assert dubao("list", "--doubtful")[:2] == (0, f"{name}/1.2  修桥\n  {told}\n")
    (one,) = json.loads(dubao("list", "--doubtful", "--json")[1])
    assert (one["id"], one["confidence"], one["told"]) == (f"{name}/1.2", 0.4, f"doubtful - {told}")
    assert one["doubts"][0]["part"] == "bounds"
    dubao("edit", f"{name}/1.2", "--sure")
    assert dubao("list", "--doubtful")[:2] == (1, "No article is doubtful.\n")

"""``dubao move``: issues go to another library, and leave this one when they are safe there."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.backends.files import Files
from store.library import originals
from store.library.library import Library, open_library
from tests.tui.cli.support import ISSUE, Dubao

OTHER = "linjiangbao-2024-03-13"


@pytest.fixture
def full(dubao: Dubao, page: str, tmp_path: Path) -> None:
    """Put two issues into the library, one with a correction."""
    (tmp_path / "other.txt").write_text(
        "临江报\n2024年3月13日\n\n老桥修好了\n\n本报讯(记者 白露)望江县的老桥修好了。\n",
        encoding="utf-8",
    )
    dubao("import", page, "other.txt")
    dubao("edit", f"{ISSUE}/1.2", "--join")


def ids(dubao: Dubao, *library: str) -> list[str]:
    rows: list[dict[str, Any]] = json.loads(dubao(*library, "list", "--json")[1] or "[]")
    return [row["id"] for row in rows]


def test_an_issue_moves_with_all_that_belongs_to_it(
    dubao: Dubao, full: None, tmp_path: Path
) -> None:
    copy = open_library().copy(ISSUE)
    status, out, err = dubao("move", ISSUE, "--to", "there")
    assert (status, err) == (0, "")
    assert ISSUE in out
    assert ids(dubao) == [OTHER]
    assert ids(dubao, "--library", "there") == [ISSUE]
    assert open_library(tmp_path / "there").copy(ISSUE) == copy
    assert dubao("--library", "there", "edit", ISSUE, "--undo")[0] == 0


def test_what_has_moved_can_be_brought_back(dubao: Dubao, full: None) -> None:
    dubao("move", "--all", "--to", "there")
    assert (ids(dubao), ids(dubao, "--library", "there")) == ([], [OTHER, ISSUE])
    assert dubao("remove", "--undo", ISSUE)[0] == 0
    assert ids(dubao) == [ISSUE]
    (record,) = json.loads(dubao("move", ISSUE, "--to", "there", "--json")[1])
    assert (record["to"], record["status"]) == (ISSUE, "held")
    (record, _) = json.loads(dubao("--library", "there", "move", "--all", "--to", "x", "--json")[1])
    assert record == {"issue": ISSUE, "to": ISSUE, "status": "new", "error": ""}


def test_what_a_query_finds_moves_as_whole_issues(dubao: Dubao, full: None) -> None:
    assert dubao("move", "--query", "headline:老桥修好", "--to", "there")[0] == 0
    assert (ids(dubao), ids(dubao, "--library", "there")) == ([ISSUE], [OTHER])
    assert dubao("move", "--query", "绝无此词", "--to", "there")[0] == 1


def test_what_cannot_be_moved_whole_stays_and_is_named(
    dubao: Dubao, full: None, tmp_path: Path
) -> None:
    (sha256,) = open_library().copy(ISSUE).originals
    (original,) = (tmp_path / "data").rglob(f"{sha256}.gz")
    original.unlink()
    status, out, err = dubao("move", "--all", "--to", "there")
    assert (status, OTHER in out, err.count("\n")) == (1, True, 1)
    assert sha256 in err
    assert (ids(dubao), ids(dubao, "--library", "there")) == ([ISSUE], [OTHER])


def test_nothing_leaves_before_it_is_safe_there(
    dubao: Dubao, full: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = originals.packed

    def damaged(files: Files, sha256: str) -> bytes:
        for file in (tmp_path / "there").glob("sources/*"):
            file.write_bytes(b"x")
        return whole(files, sha256)

    monkeypatch.setattr("store.library.transfer.packed", damaged)
    status, _, err = dubao("move", ISSUE, "--to", "there")
    assert (status, "damaged" in err) == (2, True)
    assert ISSUE in ids(dubao)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--to", "there"],
        [ISSUE],
        [ISSUE, "--all", "--to", "there"],
        [f"{ISSUE}/1.1", "--to", "there"],
        ["qingxi", "--to", "there"],
        [ISSUE, "--to", "data/dubao"],
        [ISSUE, "--to", "page.txt"],
    ],
)
def test_wrong_use_moves_nothing(dubao: Dubao, full: None, arguments: list[str]) -> None:
    status, out, err = dubao("move", *arguments)
    assert (status, out) == (2, "")
    assert err
    assert ids(dubao) == [OTHER, ISSUE]


def test_a_library_that_may_not_be_changed_keeps_its_issues(
    dubao: Dubao, full: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "writable", lambda _: False)
    status, out, err = dubao("move", ISSUE, "--to", "there")
    assert (status, out, "export" in err) == (2, "", True)
    assert ids(dubao, "--library", "there") == []

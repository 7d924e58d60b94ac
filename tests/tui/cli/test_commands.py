"""The command line: what it prints, and its exit statuses."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.sample import sample
from tui import language

ISSUE = "qingxishibao-2024-03-12"
Dubao = Callable[..., tuple[int, str, str]]


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_a_page_is_imported_once(dubao: Dubao, page: str, tmp_path: Path) -> None:
    status, out, _ = dubao("import", page)
    assert status == 0
    assert ISSUE in out
    held = files_of(tmp_path / "data")
    status, out, _ = dubao("import", page)
    assert (status, "nothing changed" in out) == (0, True)
    assert files_of(tmp_path / "data") == held


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("absent.txt", None, "there is no such file"),
        ("empty.txt", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "PNG"),
        ("noise.txt", bytes(range(256)) * 40, "text"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_changes_nothing(
    dubao: Dubao, page: str, tmp_path: Path, name: str, data: bytes | None, says: str
) -> None:
    dubao("import", page)
    held = files_of(tmp_path / "data")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    status, out, err = dubao("import", name)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert name in err
    assert says in err
    assert files_of(tmp_path / "data") == held


def test_some_failures_among_successes_are_status_1(dubao: Dubao, page: str) -> None:
    status, out, err = dubao("import", "absent.txt", page)
    assert status == 1
    assert ISSUE in out
    assert "absent.txt" in err


def test_a_folder_is_read_whole(dubao: Dubao, tmp_path: Path) -> None:
    folder = tmp_path / "papers" / "inner"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_bytes(sample())
    (folder / ".hidden").write_bytes(b"\x00")
    status, out, _ = dubao("import", "papers")
    assert status == 0
    assert out.count(ISSUE) == 1


def test_standard_input_is_read(
    dubao: Dubao, page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / page).open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        status, out, _ = dubao("import", "-")
    assert (status, ISSUE in out) == (0, True)


def test_a_dry_run_prints_the_issue_and_keeps_nothing(
    dubao: Dubao, page: str, tmp_path: Path
) -> None:
    status, out, _ = dubao("import", "--dry-run", "--json", page)
    issue = json.loads(out)
    assert status == 0
    assert issue["id"] == ISSUE
    assert issue["paper"]["name"] == "青溪时报"
    assert issue["date"] == "2024-03-12"
    assert {"kicker", "headline", "subhead", "byline", "paragraphs"} <= set(issue["articles"][0])
    assert not (tmp_path / "data").exists()
    status, out, _ = dubao("import", "--dry-run", "--json", page, page)
    assert [one["id"] for one in json.loads(out)] == [ISSUE, ISSUE]


def test_a_date_given_wins_and_the_old_name_still_works(dubao: Dubao, tmp_path: Path) -> None:
    undated = "临江报\n\n老桥修好了\n\n本报讯(记者 白露)3月11日,望江县的老桥修好了,今天通行。\n"
    (tmp_path / "undated.txt").write_text(undated, encoding="utf-8")
    _, out, _ = dubao("import", "undated.txt")
    old = out.split()[1]
    assert "-undated-" in old
    _, out, _ = dubao("import", "--date", "2024-03-12", "undated.txt")
    assert "linjiangbao-2024-03-12" in out
    assert dubao("show", old, "--json") == dubao("show", "linjiangbao-2024-03-12", "--json")
    assert dubao("import", "--date", "12 March", "undated.txt")[0] == 2


def test_the_list(dubao: Dubao, page: str) -> None:
    status, out, _ = dubao("list")
    assert status == 1
    assert "dubao import" in out
    dubao("import", page)
    status, out, _ = dubao("list", "--json")
    (row,) = json.loads(out)
    assert status == 0
    assert (row["id"], row["paper"], row["date"]) == (ISSUE, "青溪时报", "2024-03-12")
    assert row["unread"] == row["articles"] > 0


def test_showing(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    status, out, _ = dubao("show", f"{ISSUE}/1.1", "--width", "40")
    assert status == 0
    assert "一桥一策护好古桥" in out
    assert all(sum(1 + (ord(c) > 0x2E7F) for c in line) <= 40 for line in out.splitlines())
    assert "## 一桥一策护好古桥" in dubao("show", ISSUE, "--format", "markdown")[1]
    assert json.loads(dubao("show", ISSUE, "--json")[1])["id"] == ISSUE
    assert dubao("show", f"{ISSUE}/1.1", "--width", "0")[0] == 2
    status, out, err = dubao("show", "qingxi")
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_searching(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    status, out, _ = dubao("search", "--json", "鲜叶")
    hits: list[dict[str, Any]] = json.loads(out)
    assert status == 0
    assert [hit["headline"] for hit in hits] == ["头茬春茶今日开园 早市鲜叶每斤九十元"]
    assert {"id", "issue", "paper", "date", "page", "headline", "hits"} == set(hits[0])
    status, out, _ = dubao("search", "绝无此词")
    assert (status, out) == (1, "")
    assert dubao("search", "--limit", "1", "桥")[1].count("\n") == 1


def test_wrong_use_is_status_2(dubao: Dubao) -> None:
    assert dubao("import")[0] == 2
    assert dubao("list", "--nonsense")[0] == 2
    assert dubao("no-such-file.txt")[0] == 2


def test_help_is_translated(dubao: Dubao, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "zh")
    try:
        assert "在终端里读报" in dubao("--help")[1]
    finally:
        language.choose("en")


def test_a_theme_that_is_not_there_is_told_of(
    dubao: Dubao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config" / "dubao").mkdir(parents=True)
    (tmp_path / "config" / "dubao" / "config.toml").write_text('theme = "neon"\n')
    monkeypatch.setattr("tui.terminal.environment.terminal_can_draw", lambda: "")
    status, _, err = dubao()
    assert (status, "there is no theme neon; there are ansi-dark" in err) == (2, True)


@pytest.mark.parametrize(
    "words",
    [
        ("search", "date:foo"),
        ("search", "|"),
        ("trend", "date:foo"),
        ("keywords", "is:odd"),
        ("export", "--query", "date:foo", "-o", "x.md"),
        ("move", "--query", "date:foo", "--to", "other"),
    ],
)
def test_a_query_that_asks_for_nothing_is_refused(
    dubao: Dubao, page: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    dubao("import", page)
    status, out, err = dubao(*words)
    assert (status, out) == (2, "")
    assert "is not understood" in err or "asks for nothing" in err
    assert not (tmp_path / "x.md").exists()
    assert not (tmp_path / "other").exists()


def test_what_argparse_says_is_chinese_too(dubao: Dubao) -> None:
    status, _, err = dubao("--lang", "zh", "show")
    assert (status, "用法：" in err, "缺少参数：ID" in err) == (2, True, True)


def test_where_there_is_nothing_a_sentence_says_so(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    for words in (
        ("search", "无此词"),
        ("keywords", "无此词"),
        ("remove", "--undo"),
        ("remove", "--list"),
        ("words",),
        ("clips",),
        ("filters",),
    ):
        status, out, err = dubao(*words)
        assert (status, out) == (1, ""), words
        assert err.startswith("dubao: "), words


@pytest.mark.parametrize("limit", ["-3", "0", "x", "１"])
def test_a_limit_is_one_or_more(dubao: Dubao, limit: str) -> None:
    for command in (("search", "x"), ("keywords",), ("kin", "a/1.1")):
        status, _, err = dubao(*command, f"--limit={limit}")
        assert (status, "must be 1 or more" in err) == (2, True)


def test_words_keep_their_kind_and_only_ones_own_are_dropped(dubao: Dubao) -> None:
    assert dubao("words", "add", "亭山书会", "--kind", "organisation")[0] == 0
    assert "organisation" in dubao("words", "add", "亭山书会")[1]
    for words in (("add",), ("drop",), ("drop", "另一词")):
        assert dubao("words", *words)[0] == 2
    assert dubao("words", "drop", "亭山书会")[0] == 0


def test_a_library_is_a_folder(dubao: Dubao, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    status, _, err = dubao("--library", "file", "list")
    assert (status, "this is no folder" in err) == (2, True)


def test_an_issue_that_is_not_there_has_no_article_to_edit(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    status, _, err = dubao("edit", "nosuch", "--join")
    assert (status, "There is no issue nosuch" in err) == (2, True)


def test_serving_without_its_library_says_what_to_install(
    dubao: Dubao, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "asyncssh", None)
    monkeypatch.delitem(sys.modules, "tui.guests.serve", raising=False)
    status, out, err = dubao("serve", "--anyone")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert f"{sys.executable} -m pip install asyncssh" in err

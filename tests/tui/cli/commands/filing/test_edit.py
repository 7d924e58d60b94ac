"""``dubao edit``: corrections made, listed and undone."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from store.corrections import correction
from tests.tui.cli.support import ISSUE, Dubao
from tui.cli.commands.filing.edit import ROLES


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
    assert "outside articles" in dubao("edit", f"{ISSUE}/1.1", "--line", "1", "--as", "outside")[1]
    assert held()["furniture"][-1] == first["kicker"]
    assert dubao("edit", f"{ISSUE}/1.1", "--line", "byline", "--as", "furniture")[0] == 0, "as once"


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
        ["--text", "甲"],
        ["--line", "1", "--text", " "],
        ["--line", "1", "--text", "甲", "--as", "body"],
        ["--line", "caption9", "--text", "甲"],
        ["--join-line", "1"],
        ["--join-line", "headline"],
        ["--divide", "1", "0"],
        ["--divide", "1", "鼋鼍"],
        ["--divide", "kicker", "2"],
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


def test_an_issue_that_is_not_there_has_no_article_to_edit(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    status, _, err = dubao("edit", "nosuch", "--join")
    assert (status, "There is no issue nosuch" in err) == (2, True)


def test_roles_are_those_of_the_store() -> None:
    assert tuple(ROLES.values()) == correction.ROLES


def test_an_article_that_is_right_is_doubted_no_more(dubao: Dubao, held: Callable[[], Any]) -> None:
    before = held()
    status, out, _ = dubao("edit", f"{ISSUE}/1.1", "--sure")
    assert (status, "is right as it is" in out) == (0, True)
    assert before["articles"][0]["confidence"] < held()["articles"][0]["confidence"] == 1
    assert dubao("edit", f"{ISSUE}/1.1", "--sure")[0] == 2
    assert dubao("edit", ISSUE, "--undo")[0] == 0
    assert held() == before


def test_words_are_set_right_and_search_follows(dubao: Dubao, held: Callable[[], Any]) -> None:
    before = held()
    article = before["articles"][0]
    changed = article["paragraphs"][1] + "望舒桥的灯亮了，望舒桥通车。"
    status, out, _ = dubao("edit", f"{ISSUE}/1.1", "--line", "2", "--text", changed)
    assert (status, "” changed to “…" in out) == (0, True)
    after = held()["articles"][0]
    assert (after["paragraphs"][1], after["key"]) == (changed, article["key"])
    assert json.loads(dubao("search", "望舒桥", "--json")[1])
    listed = dubao("edit", ISSUE, "--list")[1]
    assert "望舒桥的灯亮了，望舒桥通车。" in listed
    (kept,) = json.loads(dubao("edit", ISSUE, "--list", "--json")[1])
    assert kept["correction"]["line"] == article["paragraphs"][1]
    assert dubao("edit", f"{ISSUE}/1.1", "--line", "2", "--text", changed)[0] == 2
    assert dubao("edit", ISSUE, "--undo")[0] == 0
    assert held() == before
    assert dubao("search", "望舒桥", "--json")[0] == 1


def test_long_words_come_by_standard_input(
    dubao: Dubao, held: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held()["articles"][0]["paragraphs"]
    text = "第一段的话。\n\n　第二段的话。\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert dubao("edit", f"{ISSUE}/1.1", "--line", "1", "--text", "-")[0] == 0
    assert held()["articles"][0]["paragraphs"] == ["第一段的话。", "第二段的话。", *before[1:]]
    assert "¶第二段的话。" in dubao("edit", ISSUE, "--list")[1]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe")))
    status, _, err = dubao("edit", f"{ISSUE}/1.1", "--line", "1", "--text", "-")
    assert (status, err.count("\n"), "UTF-8" in err) == (2, 1, True)


def test_paragraphs_are_divided_and_joined(dubao: Dubao, held: Callable[[], Any]) -> None:
    before = held()["articles"][0]["paragraphs"]
    beginning = before[1][5:12]
    assert dubao("edit", f"{ISSUE}/1.1", "--divide", "2", beginning)[0] == 0
    assert held()["articles"][0]["paragraphs"][1:3] == [before[1][:5], before[1][5:]]
    assert dubao("edit", f"{ISSUE}/1.1", "--join-line", "3")[0] == 0
    assert held()["articles"][0]["paragraphs"] == before
    assert dubao("edit", f"{ISSUE}/1.1", "--divide", "2", "5")[0] == 0
    assert held()["articles"][0]["paragraphs"][1] == before[1][:5]


def test_a_line_becomes_the_byline_or_the_column(dubao: Dubao, held: Callable[[], Any]) -> None:
    dubao("edit", f"{ISSUE}/1.1", "--line", "2", "--text", "通讯员 江小舟")
    assert dubao("edit", f"{ISSUE}/1.1", "--line", "2", "--as", "byline")[0] == 0
    people = {"role": "通讯员", "names": ["江小舟"]}
    assert people in held()["articles"][0]["byline"]
    kicker = held()["articles"][0]["kicker"]
    assert dubao("edit", f"{ISSUE}/1.1", "--line", "kicker", "--as", "column")[0] == 0
    assert held()["articles"][0]["column"] == kicker


def test_words_are_carried_through_reimport(dubao: Dubao, held: Callable[[], Any]) -> None:
    dubao("edit", f"{ISSUE}/1.1", "--line", "headline", "--text", "老桥修好了")
    before = held()
    assert dubao("reimport")[0] == 0
    assert held() == before
    assert before["articles"][0]["headline"] == "老桥修好了"

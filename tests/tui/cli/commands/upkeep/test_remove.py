"""``dubao remove``: out of the library, back into it, or gone for good."""

import json

import pytest

from tests.tui.cli.support import ISSUE, Dubao


def test_a_removed_issue_is_listed_and_brought_back(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    status, out, _ = dubao("remove", ISSUE)
    assert (status, "--undo brings it back" in out) == (0, True)
    assert dubao("list")[0] == 1
    status, _, err = dubao("show", ISSUE)
    assert (status, "has been removed" in err) == (2, True)
    assert ISSUE in dubao("remove", "--list")[1]
    assert json.loads(dubao("remove", "--list", "--json")[1])[0]["id"] == ISSUE
    assert dubao("remove", "--undo")[0] == 0
    assert ISSUE in dubao("list")[1]
    assert dubao("remove", "--list")[0] == 1
    assert dubao("remove", "--undo")[0] == 1


def test_what_is_emptied_cannot_come_back(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    dubao("remove", ISSUE)
    assert dubao("remove", "--empty") == (0, "1 issue deleted.\n", "")
    assert dubao("remove", "--empty")[0] == 1
    assert dubao("remove", "--undo", ISSUE)[0] == 2


def test_importing_it_again_brings_it_back(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    dubao("remove", ISSUE)
    status, out, _ = dubao("import", page)
    assert (status, "is back" in out) == (0, True)
    assert ISSUE in dubao("list")[1]


@pytest.mark.parametrize(
    "words", [(), ("--undo", "--list"), ("--list", ISSUE), ("--empty", ISSUE), ("nothing",)]
)
def test_wrong_use_changes_nothing(dubao: Dubao, page: str, words: tuple[str, ...]) -> None:
    dubao("import", page)
    status, _, err = dubao("remove", *words)
    assert (status, err.count("\n")) == (2, 1)
    assert ISSUE in dubao("list")[1]

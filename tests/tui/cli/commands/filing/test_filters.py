"""``dubao filters``: saved under a name, and what they do to what is imported."""

import json
from typing import Any

import pytest

from store.errors import LibraryError
from store.reader.marks import open_marks
from tests.tui.cli.support import Dubao


def articles(dubao: Dubao, query: str) -> int:
    return len(json.loads(dubao("search", query, "--json")[1] or "[]"))


def saved(dubao: Dubao, *arguments: str) -> Any:
    return json.loads(dubao("filters", "--json", *arguments)[1])


def test_a_filter_is_saved_listed_and_dropped(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    assert dubao("filters") == (1, "", "dubao: There are no saved filters.\n")
    found = articles(dubao, "古桥")
    assert found
    assert dubao("filters", "bridge", "古桥")[:2] == (
        0,
        f"bridge  {found}/{found} unread  -  古桥\n",
    )
    assert saved(dubao) == saved(dubao, "bridge")
    assert saved(dubao)[0]["articles"] == found
    assert dubao("filters", "--drop", "bridge")[0] == 0
    assert dubao("filters")[0] == 1
    status, _, err = dubao("filters", "--drop", "bridge")
    assert (status, "no saved filter bridge" in err) == (2, True)


def test_what_it_does_is_counted_before_and_done_to_what_comes(dubao: Dubao, page: str) -> None:
    dubao("filters", "bridge", "古桥", "--tag", "桥")
    dubao("filters", "all", "is:unread", "--star")
    dubao("import", page)
    tagged = articles(dubao, "tag:桥")
    assert tagged == articles(dubao, "古桥") > 0
    assert articles(dubao, "is:starred") > tagged, "what another rule has marked is left alone"
    (told,) = saved(dubao, "more", "古桥", "--read", "--dry-run")
    assert (told["articles"], told["unread"]) == (tagged, tagged)
    assert saved(dubao, "more") == [], "a dry run saves nothing"
    status, out, _ = dubao("filters", "more", "古桥", "--read")
    assert (status, f"{tagged} articles marked." in out) == (0, True)
    assert articles(dubao, "古桥 is:unread") == 0


def test_wrong_use_changes_nothing(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    assert dubao("filters", "--drop")[0] == 2
    for wrong in (("x", " "), ("x", "date:foo", "--read"), ("x", "古桥", "--read", "--hide")):
        assert dubao("filters", *wrong)[0] == 2
    assert dubao("filters")[0] == 1
    assert articles(dubao, "is:read") == 0


@pytest.mark.parametrize(
    "fault", ["store.reader.marks.Marks.mark_all", "store.index.search.Searcher.search"]
)
def test_a_filter_that_is_saved_is_said_to_be_whatever_follows(
    dubao: Dubao, page: str, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LibraryError("The disk is full.")

    dubao("import", page)
    monkeypatch.setattr(fault, fail)
    status, _, errors = dubao("filters", "all", "date:2024", "--star")
    assert status == 0
    assert "The disk is full." in errors
    assert [saved.name for saved in open_marks().filters.all()] == ["all"]

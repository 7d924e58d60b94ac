"""Marking what is shown, without a terminal."""

import pytest

from store.errors import LibraryError
from tests.tui.screens.reading.conftest import NEW, OLD
from tests.tui.screens.reading.fake_host import FakeHost
from tui.screens.reading.marking import AT_ONCE, Marking, once_told
from tui.state.outline_rows import OutlineRow


def test_star_and_mark_are_given_and_taken_away(host: FakeHost) -> None:
    marking, marks = Marking(host), host.session.marks
    assert host.article is not None
    key = host.article.key
    marking.action_star()
    assert (marks.starred_keys(), host.told) == ({key}, "Starred.")
    marking.action_star()
    assert (marks.starred_keys(), host.told) == (set(), "No longer starred.")
    marking.action_toggle_read()
    assert (marks.read_keys(), host.told) == ({key}, "Marked read.")
    marking.action_toggle_read()
    assert (marks.read_keys(), host.told) == (set(), "Marked unread.")


def test_the_tags_in_use_are_told_when_one_is_asked_for(host: FakeHost) -> None:
    marking = Marking(host)
    marking.action_tag()
    assert host.asked == "tag:"
    host.answer("水利")
    assert host.told == "Tags: 水利"
    marking.action_tag()
    assert "水利" in host.asked
    host.answer("水利")
    assert host.told == "Tags: -"


def test_all_beneath_a_row_is_read_and_that_is_undone(host: FakeHost) -> None:
    marking = Marking(host)
    page = next(row for row in host.panes.issues.rows if row.kind == "page")
    marking.mark_all_read(page)
    assert host.told == "2 articles marked read."
    marking.action_undo()
    assert host.told == "Undone: the marks of 2 articles."
    assert not host.session.marks.read_keys()
    marking.action_undo()
    assert host.told == "There is nothing to undo."


def test_of_an_issue_that_cannot_be_read_nothing_is_marked(
    host: FakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_row: OutlineRow) -> tuple[str, ...]:
        raise LibraryError("It cannot be read.")

    monkeypatch.setattr(host.outline, "keys", broken)
    Marking(host).mark_all_read(host.panes.issues.rows[0])
    assert host.told == "It cannot be read."


def test_an_issue_is_removed_and_brought_back(host: FakeHost) -> None:
    marking = Marking(host)
    marking.discard(host.panes.issues.rows[0])
    assert host.told == "Stand on the issue that is to go."
    marking.discard(host.panes.issues.rows[1])
    assert [row.id for row in host.session.library.rows()] == [OLD]
    marking.action_undo()
    assert host.told == f"{NEW} is back."
    assert len(host.session.library.rows()) == 2


def test_where_no_article_is_shown_nothing_is_marked(host: FakeHost) -> None:
    host.show("")
    marking = Marking(host)
    for do in (marking.action_star, marking.action_toggle_read, marking.action_tag):
        do()
    assert (host.told, host.asked) == ("", "")


def test_that_very_many_are_being_marked_is_told_before_it_is_done(host: FakeHost) -> None:
    told: list[tuple[str, bool]] = []

    def do() -> None:
        told.append((host.told, host.expected.is_pending()))

    once_told(host, AT_ONCE + 1, do)
    assert told == [("Marking 20,001 articles …", True)]
    assert not host.expected.is_pending()
    host.tell("")
    once_told(host, AT_ONCE, do)
    assert told[1:] == [("", False)]

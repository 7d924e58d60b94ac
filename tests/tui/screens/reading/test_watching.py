"""Showing what others have changed, without a terminal."""

from collections.abc import Sequence
from typing import Any

import pytest

from store.errors import LibraryError
from store.library.library import Library
from store.messages import Message
from store.reader.marks import Marks
from store.reader.place import Place
from store.reader.saved_filters import SavedFilter
from tests.tui.screens.reading.conftest import NEW, OLD
from tests.tui.screens.reading.fake_host import FakeHost
from tui.screens.reading.opening import Opening, Start
from tui.screens.reading.saved_filters import SavedFilters
from tui.screens.reading.watching import Watching


def watching(
    host: FakeHost,
    awaited: Library | None = None,
    untold: Sequence[Message] = (),
    follows: bool = False,
) -> tuple[Watching, list[str]]:
    renewed: list[str] = []
    start = Start(awaited=awaited, untold=list(untold), follows=follows)
    opening = Opening(host, start, Place(), lambda: None)
    return (
        Watching(host, opening, SavedFilters(host), lambda: renewed.append("renewed"), start),
        renewed,
    )


def test_what_could_not_be_read_is_told_one_thing_at_a_look(host: FakeHost) -> None:
    watch, _renewed = watching(host, untold=[Message("one"), Message("two")])
    watch.look()
    assert host.told == "one"
    watch.look()
    assert host.told == "two"
    host.tell("")
    watch.look()
    assert host.told == ""


def test_what_another_session_marks_and_saves_is_shown(host: FakeHost) -> None:
    watch, renewed = watching(host)
    assert host.article is not None
    host.session.marks.mark(host.article.key, starred=True)
    host.session.marks.filters.save(SavedFilter("桥", "古桥"))
    watch.look()
    assert [row.label for row in host.panes.issues.rows if row.kind == "filter"] == ["桥"]
    assert [row.label for row in host.panes.issues.rows if row.starred] == ["甲"]
    assert renewed == []


def test_an_issue_that_comes_is_shown_and_the_place_kept(host: FakeHost, builder: Any) -> None:
    watch, renewed = watching(host)
    host.panes.article_pane.at = (1, 0)
    builder("临江报").on(2024, 3, 9).page("1").article("新").add_to(host.session.library)
    watch.look()
    assert "2024-03-09" in [row.label for row in host.panes.issues.rows]
    assert (host.here(), host.panes.article_pane.at) == (f"{NEW}/1.1", (1, 0))
    assert renewed == ["renewed"]
    watch.look()
    assert renewed == ["renewed"], "nothing has changed since"


def test_where_the_article_is_gone_the_newest_first_one_is_shown(host: FakeHost) -> None:
    watch, _renewed = watching(host)
    host.session.library.remove(NEW)
    watch.look()
    assert host.here() == f"{OLD}/1.1"


def test_a_library_that_was_empty_is_shown_once_it_holds_something(
    host: FakeHost, files: Any, tmp_path: Any, builder: Any
) -> None:
    from store.library.library import open_library

    own = open_library(tmp_path / "own")
    watch, renewed = watching(host, own)
    watch.look()
    assert host.session.library is not own
    builder("清溪报").on(2024, 3, 9).page("1").article("开园").add_to(own)
    watch.look()
    assert host.session.library is own
    assert host.here() == "qingxibao-2024-03-09/1.1"
    assert renewed == ["renewed"]


@pytest.mark.parametrize("follows", [False, True])
def test_where_one_left_off_elsewhere_is_gone_to(host: FakeHost, follows: bool) -> None:
    watch, _renewed = watching(host, follows=follows)
    start, panes = host.here(), host.panes
    host.session.marks.leave(Place(OLD, f"{OLD}/1.1", 1, 2))
    watch.look()
    there = (f"{OLD}/1.1", (1, 2)) if follows else (start, (0, 0))
    assert (host.here(), panes.article_pane.at) == there


def test_who_has_moved_on_here_stays_here(host: FakeHost) -> None:
    watch, _renewed = watching(host, follows=True)
    host.panes.article_pane.at = (1, 0)
    host.session.marks.leave(Place(OLD, f"{OLD}/1.1"))
    watch.look()
    assert (host.here(), host.panes.article_pane.at) == (f"{NEW}/1.1", (1, 0))


def test_where_one_rests_is_kept_while_one_reads(host: FakeHost) -> None:
    watch, _renewed = watching(host)
    host.panes.article_pane.at = (1, 0)
    watch.look()
    assert host.session.marks.place().paragraph == 0, "one may be moving on"
    watch.look()
    assert host.session.marks.place().paragraph == 1


def test_what_could_not_be_kept_at_rest_is_told_once_and_kept_when_one_leaves(
    host: FakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise LibraryError("No room.")

    watch, _renewed = watching(host)
    host.panes.article_pane.at = (1, 0)
    with monkeypatch.context() as disk:
        disk.setattr(Marks, "leave", full)
        watch.look()
        watch.look()
        assert host.told == "No room."
        host.tell("")
        watch.look()
        assert host.told == ""
    watch.keep_place()
    assert host.session.marks.place().paragraph == 1


def test_a_session_that_stood_still_takes_nothing_back_from_a_later_one(host: FakeHost) -> None:
    watch, _renewed = watching(host)
    host.panes.article_pane.at = (1, 0)
    watch.keep_place()
    later = Place(OLD, f"{OLD}/1.1", 0, 3)
    host.session.marks.leave(later)
    watch.look()
    watch.look()
    watch.keep_place()
    assert host.session.marks.place() == later

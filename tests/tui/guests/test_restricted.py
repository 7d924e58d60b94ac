"""Guests read, filter and mark, and reach nothing else of the machine."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from store.errors import DubaoError, LibraryError
from store.library.library import Library, open_library
from store.locations import cache_folder, state_folder
from store.reader.clippings import open_clips
from store.reader.marks import Marks, open_marks
from tui.app import DubaoApp
from tui.cli.main import main
from tui.guests import restricted
from tui.guests.restricted import DENIED, confined, is_restricted
from tui.screens.reading.screen import ReadingScreen
from tui.screens.standing import nodes_above


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    for name in ("DUBAO_STATE", "DUBAO_CACHE", "DUBAO_ROOM", "DUBAO_RESTRICTED"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


def test_what_a_guest_does_goes_with_them_or_is_theirs(tmp_path: Path) -> None:
    with confined(None):
        passing = state_folder()
        open_marks().mark("0123456789abcdef", read=True)
        assert passing.is_dir()
        assert cache_folder().parent == passing.parent
    assert not passing.exists()
    with confined("mei"):
        open_marks().mark("0123456789abcdef", read=True)
    with confined("lan"):
        assert not open_marks().read_keys()
    with confined("mei"):
        assert len(open_marks().read_keys()) == 1
    assert (tmp_path / "state" / "dubao" / "guests" / "mei").is_dir()


@pytest.mark.parametrize("linked", ["guests", "guests/mei"])
def test_a_link_in_the_place_of_a_guests_folder_is_refused(tmp_path: Path, linked: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "mei").mkdir(parents=True)
    link = state_folder() / linked
    link.parent.mkdir(parents=True)
    link.symlink_to(elsewhere)
    with pytest.raises(DubaoError, match="no place for a guest"), confined("mei"):
        open_marks().mark("0123456789abcdef", read=True)
    assert [path.name for path in elsewhere.rglob("*")] == ["mei"]


def test_no_file_of_a_guest_is_too_large(
    builder: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restricted, "ROOM_EACH", 100_000)
    issue = builder("临江报").page("1").article("长文", "长" * 10_000).issue()
    with confined("mei"):
        for _ in range(3):
            open_clips().clip(issue, issue.articles[0])
        with pytest.raises(LibraryError, match="too large"):
            open_clips().clip(issue, issue.articles[0])
    with confined("mei"):
        assert len(list(open_clips().all())) == 3, "nothing of what was kept is lost"
    open_clips().clip(issue, issue.articles[0])


def test_all_that_a_guest_keeps_has_one_room(
    builder: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restricted, "ROOM", 2 * 2**20)
    issue = builder("临江报").page("1").article("长文", "长" * 200_000).issue()
    with confined("mei"):
        for month in range(1, 4):
            clips = open_clips(clock=partial(datetime, 2024, month, 5, tzinfo=UTC))
            clips.clip(issue, issue.articles[0])
        marks = open_marks()
        marks.mark_all(["0123456789abcdef"], tag="茶")
        with pytest.raises(LibraryError, match=r"no more room; a guest may keep 2 MB in all"):
            open_clips().clip(issue, issue.articles[0])
        assert marks.mark("0123456789abcdef", read=True).read, "what is small has room yet"


@pytest.mark.parametrize("name", ["", "..", "a/b", "a b", "é", "-._", "a\n"])
def test_a_guests_name_is_no_path(name: str) -> None:
    with pytest.raises(DubaoError), confined(name):
        pass


def test_the_environment_says_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBAO_STATE", "/elsewhere")
    monkeypatch.setenv("DUBAO_ODD", "x")
    with confined(None):
        assert state_folder() != Path("/elsewhere")
        assert "DUBAO_ODD" not in os.environ
    monkeypatch.setenv("DUBAO_RESTRICTED", "1")
    assert is_restricted([])


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["import", "x"],
        ["x.txt"],
        ["export"],
        ["--library", "x", "remove", "--empty"],
        ["read", "x.txt"],
        ["serve", "--anyone"],
    ],
)
def test_nothing_but_reading_is_allowed(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--restricted", *words]) == 2
    assert "Guests can only read" in capsys.readouterr().err


def test_a_guest_never_gets_the_whole_reader(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--guest", "mei"])
    assert ended.value.code == 2
    assert "--guest works only with --restricted" in capsys.readouterr().err


def test_a_library_that_may_only_be_read_is_not_written(
    tmp_path: Path, builder: Callable[..., Any]
) -> None:
    paper = builder().on(2024, 3, 5).page("1").article("甲")
    paper.add_to(open_library(tmp_path / "library"))
    library = open_library(tmp_path / "library", readonly=True)
    (row,) = library.rows()
    assert not library.writable()
    for change in (lambda: library.remove(row.id), lambda: paper.article("乙").add_to(library)):
        with pytest.raises(LibraryError, match="only be read"):
            change()
    assert library.rows() == (row,)


async def test_what_is_denied_has_no_key_no_name_and_no_effect(
    library: Library, marks: Marks, builder: Callable[..., Any]
) -> None:
    builder().on(2024, 3, 5).page("1").article("甲", "见 www.a.example 。").add_to(library)
    app = DubaoApp(library, marks, restricted=True)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        told = {
            command.action.partition("(")[0]
            for _node, _help, commands in nodes_above(app.screen)
            for command in commands
        }
        assert not told & DENIED
        for key in ("ctrl+z", "vertical_line", "e", "D", "o"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, ReadingScreen)
            assert len(app.screen.query("Question")) == 0
        assert library.rows()
        for action in DENIED:
            assert await app.run_action(action, app.screen), "as if it had been done"
            assert await app.run_action(f"screen.{action}")
        await pilot.press("r")
        assert len(marks.read_keys()) == 1

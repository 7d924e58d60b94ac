"""``dubao watch``: what appears in a folder is imported, once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.cli.support import ISSUE, Dubao


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """Give a list of what happens between the looks; after the last, the watch is ended."""
    happening: list[Callable[[], object]] = []

    def sleep(_seconds: float) -> None:
        if not happening:
            raise KeyboardInterrupt
        happening.pop(0)()

    monkeypatch.setattr("tui.cli.commands.arrival.watch.sleep", sleep)
    return happening


def test_what_appears_is_imported_once(
    dubao: Dubao, page: str, tmp_path: Path, between: list[Callable[[], object]]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    between += [lambda: shutil.copy(page, folder / "new.txt"), *[lambda: None] * 3]
    status, out, err = dubao("watch", str(folder))
    assert (status, err) == (0, "")
    assert out.count(ISSUE) == 1
    assert ISSUE in dubao("list")[1]


def test_what_cannot_be_read_is_told_once_and_the_watch_goes_on(
    dubao: Dubao, page: str, tmp_path: Path, between: list[Callable[[], object]]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    between += [lambda: None, lambda: shutil.copy(page, folder / "new.txt"), *[lambda: None] * 2]
    status, out, err = dubao("watch", "-q", str(folder))
    assert (status, out) == (0, "")
    assert err.count("picture.txt") == 1
    assert ISSUE in dubao("list")[1]


def test_a_folder_that_is_none_is_refused(dubao: Dubao, tmp_path: Path) -> None:
    status, _, err = dubao("watch", str(tmp_path / "none"))
    assert status == 2
    assert "no such folder" in err


def test_a_watch_begun_anew_reads_only_what_was_not_taken_in(
    dubao: Dubao, page: str, tmp_path: Path, between: list[Callable[[], object]]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(page, folder / "page.txt")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    for expected in ((1, 1), (0, 1)):
        between += [lambda: None] * 2
        _, out, err = dubao("watch", str(folder))
        assert (out.count("page.txt"), err.count("picture.txt")) == expected
    between += [lambda: None] * 2
    _, out, _ = dubao("--library", str(tmp_path / "other"), "watch", str(folder))
    assert out.count("page.txt") == 1, "another library has not taken it in"

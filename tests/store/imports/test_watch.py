"""Which files have come whole into folders that are watched."""

import os
from pathlib import Path

import pytest

from store.errors import SourceError
from store.imports.watch import Watch


def names(watch: Watch) -> list[str]:
    return [Path(each.path).name for each in watch.look()]


def test_a_file_has_come_whole_when_two_looks_agree(tmp_path: Path) -> None:
    watch, page = Watch([str(tmp_path)]), tmp_path / "in" / "page.txt"
    assert names(watch) == []
    page.parent.mkdir()
    page.write_text("清溪")
    assert names(watch) == []
    page.write_text("清溪日报")
    assert names(watch) == []
    assert names(watch) == ["page.txt"]
    assert names(watch) == [], "each is given once"


def test_one_that_is_dated_anew_or_changes_is_given_again(tmp_path: Path) -> None:
    watch, page = Watch([str(tmp_path)]), tmp_path / "page.txt"
    page.write_text("清溪")
    assert [names(watch), names(watch)] == [[], ["page.txt"]]
    os.utime(page, (0, 0))
    assert [names(watch), names(watch)] == [[], ["page.txt"]]


def test_what_is_empty_hidden_or_gone_is_not_given(tmp_path: Path) -> None:
    watch = Watch([str(tmp_path)])
    for name in ("empty.txt", ".hidden", "gone.txt"):
        (tmp_path / name).write_text("" if name == "empty.txt" else "清溪")
    assert names(watch) == []
    (tmp_path / "gone.txt").unlink()
    assert names(watch) == []


def test_a_folder_that_goes_away_is_looked_for_again(tmp_path: Path) -> None:
    folder, away = tmp_path / "in", tmp_path / "away"
    folder.mkdir()
    watch = Watch([str(folder)])
    (folder / "page.txt").write_text("清溪")
    assert [names(watch), names(watch)] == [[], ["page.txt"]]
    folder.rename(away)
    assert names(watch) == []
    away.rename(folder)
    assert [names(watch), names(watch)] == [[], []], "it was given before"


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such folder"):
        Watch([str(tmp_path / "none")])


def test_what_had_been_taken_in_is_given_when_it_has_changed(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("清溪")
    first = Watch([str(tmp_path)])
    first.look()
    taken = first.looks(first.look())
    again = Watch([str(tmp_path)], taken)
    assert [names(again), names(again)] == [[], []]
    page.write_text("清溪日报")
    assert [names(again), names(again)] == [[], ["page.txt"]]


def test_one_that_stays_empty_is_given_to_be_told_of(tmp_path: Path) -> None:
    watch, page = Watch([str(tmp_path)]), tmp_path / "page.txt"
    page.touch()
    assert [names(watch), names(watch)] == [[], []], "it may have been made just now"
    os.utime(page, (0, 0))
    assert [names(watch), names(watch), names(watch)] == [[], ["page.txt"], []]
    page.write_text("清溪")
    assert [names(watch), names(watch)] == [[], ["page.txt"]]

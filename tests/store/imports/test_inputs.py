"""Sources and archives in one import: which is which, their order, and what is kept."""

import io
import os
from pathlib import Path
from typing import Any

import pytest

from store.exports.archive import write_archive
from store.imports.inputs import import_all, preview
from store.imports.pipeline import Outcome
from store.imports.sources import Input
from store.library.library import open_library
from store.sample import NAME, sample

ISSUE, OTHER = "qingxishibao-2024-03-12", "linjiangbao-2024-03-05"
PAGE = Input(NAME, sample())

pytestmark = pytest.mark.usefixtures("unworded")


@pytest.fixture
def archive(tmp_path: Path, builder: Any) -> bytes:
    """Give an archive with one issue."""
    file = io.BytesIO()
    with open_library(tmp_path / "other") as library:
        builder("临江报").on(2024, 3, 5).page("1").article("修桥").add_to(library)
        write_archive(library, {OTHER}, file, lambda _failure: None)
    return file.getvalue()


def statuses(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [(each.name, each.added.issue if each.added else str(each.error)) for each in outcomes]


def test_archives_come_last_and_issue_by_issue(tmp_path: Path, archive: bytes) -> None:
    with open_library(tmp_path / "library") as library:
        found = list(import_all(library, [Input("all.zip", archive), PAGE]))
        assert statuses(found) == [(NAME, ISSUE), ("all.zip", OTHER)]
        assert {row.id for row in library.rows()} == {ISSUE, OTHER}


def test_its_bytes_tell_an_archive_and_not_its_name(tmp_path: Path, archive: bytes) -> None:
    (tmp_path / "page.txt").write_bytes(archive)
    with open_library(tmp_path / "library") as library:
        found = list(import_all(library, [Input(str(tmp_path / "page.txt"))]))
        assert [each.added.issue for each in found if each.added] == [OTHER]


def test_a_damaged_archive_changes_nothing_and_stops_nothing(
    tmp_path: Path, archive: bytes
) -> None:
    with open_library(tmp_path / "library") as library:
        damaged, page = Input("bad.zip", archive[:-9]), PAGE
        found = list(import_all(library, [damaged, page]))
        assert [bool(each.error) for each in found] == [False, True]
        assert "bad.zip" in str(found[1].error)
        assert [row.id for row in library.rows()] == [ISSUE]


def test_a_preview_reads_all_and_keeps_nothing(tmp_path: Path, archive: bytes) -> None:
    found = list(preview([Input("all.zip", archive), PAGE]))
    assert [each.name for each in found] == [NAME, f"all.zip: {OTHER}"]
    assert found[0].result
    assert not any(each.added or each.error for each in found)


def test_a_pipe_is_read_once_and_what_is_missing_is_told_in_its_turn() -> None:
    reading, writing = os.pipe()
    os.write(writing, sample())
    os.close(writing)
    try:
        found = list(preview([Input(f"/dev/fd/{reading}"), Input("absent.txt")]))
    finally:
        os.close(reading)
    assert [bool(each.result) for each in found] == [True, False]
    assert "no such file" in str(found[1].error)

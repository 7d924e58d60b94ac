"""The last few issues stay in memory for as long as they are what is on disk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.backends.disk import DiskFiles
from store.errors import LibraryError
from store.library.issue_cache import IssueCache
from store.library.issue_file import StoredIssue, file_of
from store.library.library import Library
from store.models import CatalogueRow, Issue

ROW = CatalogueRow("a-2024-01-01", "A", revision=3)
FILE = (1, 2, 3)
STORED = StoredIssue(Issue(id=ROW.id))


def test_an_issue_is_found_again_by_its_row_and_file() -> None:
    cache = IssueCache()
    assert cache.get(ROW, FILE) is None
    cache.put(ROW, FILE, STORED)
    assert cache.get(ROW, FILE) is STORED


@pytest.mark.parametrize("row", [replace(ROW, revision=4), replace(ROW, own="1f")])
def test_a_changed_row_finds_nothing(row: CatalogueRow) -> None:
    cache = IssueCache()
    cache.put(ROW, FILE, STORED)
    assert cache.get(row, FILE) is None


def test_a_changed_file_finds_nothing() -> None:
    cache = IssueCache()
    cache.put(ROW, FILE, STORED)
    assert cache.get(ROW, (1, 2, 4)) is None


def test_the_issue_not_asked_for_longest_gives_way() -> None:
    cache = IssueCache(2)
    rows = [replace(ROW, revision=number) for number in range(3)]
    for row in rows[:2]:
        cache.put(row, FILE, STORED)
    cache.get(rows[0], FILE)
    cache.put(rows[2], FILE, STORED)
    assert [row.revision for row in rows if cache.get(row, FILE)] == [0, 2]


def test_an_issue_read_twice_is_parsed_once(library: Library, builder: Callable[..., Any]) -> None:
    names = [builder(paper).article("甲").add_to(library).issue for paper in ("甲报", "乙报")]
    first = [library.issue(name) for name in names]
    assert all(library.issue(issue.id) is issue for issue in first)


def test_what_damages_a_file_is_seen_at_once(tmp_path: Path, builder: Callable[..., Any]) -> None:
    library = Library(DiskFiles(tmp_path))
    name = builder("甲报").article("甲").add_to(library).issue
    assert library.issue(name)
    (tmp_path / file_of(library.rows()[0])).write_text("damaged")
    with pytest.raises(LibraryError):
        library.issue(name)

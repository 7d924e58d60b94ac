"""The invented papers are what the press and the library would have made of them."""

from pathlib import Path

import pytest

from store.library.library import Library, open_library
from store.press.dump.read import read_issue
from tests.bench.papers import build, made

pytestmark = pytest.mark.slow


def test_the_press_reads_a_dump_as_it_was_made() -> None:
    for number in (0, 1, 7):
        issue, dump = made(number)
        read = read_issue(dump, issue.sources[0].name).issue
        assert (read.id, read.pages, read.number) == (issue.id, issue.pages, issue.number)
        assert [(a.key, a.column, a.byline) for a in read.articles] == [
            (a.key, a.column, a.byline) for a in issue.articles
        ]


def test_a_library_is_built_as_adding_makes_it(tmp_path: Path) -> None:
    added = open_library(tmp_path / "added")
    for number in range(3):
        added.add(*made(number))
    build(tmp_path / "built", 3, processes=1)
    built = open_library(tmp_path / "built")
    assert built.rows() == added.rows()
    assert _files(built) == _files(added)
    row = built.rows()[0]
    assert built.original(row.sources[0]) == added.original(row.sources[0])


def _files(library: Library) -> dict[str, bytes]:
    paths = (library.path / "issues").rglob("*.json")
    return {str(path.relative_to(library.path)): path.read_bytes() for path in paths}

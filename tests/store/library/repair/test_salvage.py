"""What can still be read of a damaged issue's file."""

from collections.abc import Callable
from typing import Any

import pytest

from store.corrections.records import move
from store.library.issue_file import file_of
from store.library.library import Library
from store.library.repair.salvage import Salvage, salvage

ID = "linjiangbao-2024-03-05"


@pytest.fixture
def stored(library: Library, builder: Callable[..., Any]) -> bytes:
    """Give the file of an issue with two corrections."""
    paper = builder().on(2024, 3, 5).page("1").article("喜讯").article('他说"corrections":{')
    paper.add_to(library)
    for at, page in ((0, "2"), (1, "3")):
        library.edit(ID, move(library.issue(ID).articles[at], page))
    return library.files.read(file_of(library.rows()[0])) or b""


def test_all_is_read_of_what_is_whole(stored: bytes, library: Library) -> None:
    found = salvage(stored)
    assert found.row == library.rows()[0]
    assert found.corrections == tuple(each for each, _ in library.corrections(ID))
    assert found.aliases


def test_what_was_cut_off_late_still_has_it(stored: bytes) -> None:
    assert salvage(stored[: stored.index(b'"articles"')]) == salvage(stored)


def test_a_table_is_read_up_to_what_is_damaged(stored: bytes) -> None:
    second = stored.index(b'"1":', stored.index(b'"corrections":{"0"'))
    for torn in (stored[: second + 9], stored[: second + 20] + b"\xff" + stored[second + 21 :]):
        assert len(salvage(torn).corrections) == 1
        assert salvage(torn).row == salvage(stored).row


@pytest.mark.parametrize("data", [b"", b"{", b"\xff" * 99, b'{"row":{"a":[1]}}', b"[" * 9999])
def test_of_what_never_was_an_issue_nothing_is_read(data: bytes) -> None:
    assert salvage(data) == Salvage()

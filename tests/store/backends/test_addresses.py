"""What opens a library's files."""

from pathlib import Path

import pytest

from store.backends.addresses import open_files
from store.errors import LibraryError


def test_a_folder_that_is_missing_is_made_by_the_first_write(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    files = open_files(str(folder))
    assert files.home().address == str(folder)
    assert files.read("library.json") is None
    assert not folder.exists()
    with files.lock():
        files.write("library.json", b"{}")
    assert (folder / "library.json").read_bytes() == b"{}"


def test_one_that_may_only_be_read_is_not_written(tmp_path: Path) -> None:
    files = open_files(tmp_path, readonly=True)
    assert not files.writable()
    with pytest.raises(LibraryError, match="may only be read"), files.lock():
        pass


def test_what_is_no_folder_is_no_library(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("春茶开园")
    with pytest.raises(LibraryError, match=r"page\.txt: this is no folder"):
        open_files(page)

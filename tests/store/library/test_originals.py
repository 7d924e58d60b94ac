"""The originals: what was added comes back, or a sentence says why not."""

import gzip
from pathlib import Path

import pytest

from store.backends.files import Files
from store.errors import LibraryError, NotFoundError
from store.library.library import Library, open_library
from tests.store.library.sources import (
    Builder,
    front,
)


def test_the_original_comes_back(library: Library, builder: Builder) -> None:
    paper = front(builder)
    paper.add_to(library)
    assert library.original(paper.issue().sources[0].sha256) == paper.original


@pytest.mark.parametrize("sha256", ["0" * 64, "", "../catalogue", "/etc/passwd"])
def test_no_such_original(library: Library, sha256: str) -> None:
    with pytest.raises(NotFoundError):
        library.original(sha256)


DAMAGED = [b"", b"junk", gzip.compress(b"other", mtime=0), gzip.compress(b"x", mtime=0)[:9]]


@pytest.mark.parametrize("packed", DAMAGED)
def test_a_damaged_original_is_a_sentence(library: Library, files: Files, packed: bytes) -> None:
    files.write(f"sources/{'0' * 64}.gz", packed)
    with pytest.raises(LibraryError, match=r"0\.gz: damaged"):
        library.original("0" * 64)


def test_an_original_that_was_lost_comes_back_with_its_source(
    tmp_path: Path, builder: Builder
) -> None:
    library = open_library(tmp_path)
    front(builder).add_to(library)
    (original,) = (tmp_path / "sources").iterdir()
    packed = original.read_bytes()
    (row,) = library.rows()
    original.unlink()
    assert library.holds(row.sources[0]) == ""
    assert front(builder).add_to(library).status == "held"
    assert original.read_bytes() == packed
    assert library.holds(row.sources[0]) == row.id
    assert library.rows() == (row,)

"""``dubao reindex``: the index follows imports, and is made anew."""

from pathlib import Path

import pytest

from store.backends.locking import held
from store.index.query.parse import parse
from store.index.search import open_searcher
from store.library.library import open_library
from store.reader.marks import open_marks
from tests.tui.cli.support import Dubao


def unread_by_the_index(folder: Path) -> int:
    """Return how many articles a search has to read through, for the index lacks them."""
    library = open_library(folder)
    return open_searcher(library, open_marks()).search(parse("古桥")).read_through


@pytest.fixture
def library(dubao: Dubao, page: str, tmp_path: Path) -> Path:
    dubao("import", page)
    return tmp_path / "data" / "dubao"


def test_the_index_follows_an_import(library: Path) -> None:
    assert (library / "index.sqlite3").is_file()
    assert unread_by_the_index(library) == 0


def test_a_damaged_or_missing_index_is_made_anew(dubao: Dubao, library: Path) -> None:
    for data in (None, b"no index" * 1000):
        path = library / "index.sqlite3"
        path.write_bytes(data) if data else path.unlink()
        assert unread_by_the_index(library) > 0
        status, out, _ = dubao("reindex")
        assert (status, "indexed" in out) == (0, True)
        assert unread_by_the_index(library) == 0


def test_one_index_is_made_at_a_time(dubao: Dubao, library: Path) -> None:
    with held(library / ".index.lock"):
        status, _, err = dubao("reindex")
    assert (status, "another dubao is building the index" in err) == (2, True)


def test_an_import_is_done_though_the_index_cannot_be_written(
    dubao: Dubao, page: str, tmp_path: Path, library: Path
) -> None:
    (library / ".index.lock").unlink()
    (library / ".index.lock").mkdir()
    (tmp_path / "more.txt").write_bytes(Path(page).read_bytes().replace(b"2024", b"2023"))
    status, _, err = dubao("import", "more.txt")
    assert (status, "index" in err) == (0, True)
    assert len(open_library(library).rows()) == 2


def test_an_empty_library_has_nothing_to_index(dubao: Dubao) -> None:
    assert dubao("reindex") == (0, "0 articles indexed.\n", "")


def test_the_index_of_a_folder_is_not_shared(dubao: Dubao, library: Path) -> None:
    before = (library / "index.sqlite3").read_bytes()
    status, out, err = dubao("reindex", "--share")
    assert (status, out) == (2, "")
    assert "can be shared" in err
    assert (library / "index.sqlite3").read_bytes() == before

"""One issue's file: no name leads out of the library, and damage is a sentence."""

from pathlib import Path

import pytest

from store.backends.files import Files
from store.errors import LibraryError
from store.library.library import Library, open_library
from tests.store.library.sources import ID, Builder, front


def test_an_issue_of_contents_alone_is_kept(library: Library, builder: Builder) -> None:
    paper = builder().on(2024, 3, 5)
    paper.add_to(library)
    assert library.issue(ID) == paper.issue()


@pytest.mark.parametrize("name", ["../../etc", "/", "..", "a/../b", "报\x00", "." * 300])
def test_no_name_of_a_paper_leads_out_of_the_library(
    tmp_path: Path, builder: Builder, name: str
) -> None:
    library = open_library(tmp_path / "library")
    paper = builder(name).on(2024, 3, 5).page("1").article("喜讯")
    assert library.issue(paper.add_to(library).issue).paper.name == name
    assert [path.name for path in tmp_path.iterdir()] == ["library"]
    (stored,) = (tmp_path / "library" / "issues").rglob("*2024-03-05.json")
    assert len(stored.relative_to(tmp_path).parts) == 4


def test_a_catalogue_that_leads_out_of_the_library_is_not_followed(
    tmp_path: Path, builder: Builder
) -> None:
    library = open_library(tmp_path)
    front(builder).add_to(library)
    catalogue = tmp_path / "recent.json"
    catalogue.write_bytes(catalogue.read_bytes().replace(ID.encode(), b"../../../etc/passwd"))
    with pytest.raises(LibraryError, match="cannot be the id"):
        library.issue("../../../etc/passwd")


def test_damage_is_a_sentence(library: Library, files: Files, builder: Builder) -> None:
    front(builder).add_to(library)
    files.write(f"issues/linjiangbao/{ID}.json", b"{")
    with pytest.raises(LibraryError, match=rf"{ID}\.json: damaged"):
        library.issue(ID)
    files.remove(f"issues/linjiangbao/{ID}.json")
    with pytest.raises(LibraryError, match=rf"{ID}\.json: missing"):
        library.issue(ID)
    files.write("catalogue.json", b"{}")
    with pytest.raises(LibraryError, match=r"catalogue\.json: damaged"):
        library.rows()

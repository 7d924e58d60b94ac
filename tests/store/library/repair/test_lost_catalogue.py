"""A catalogue that is lost, damaged, or says what is not so: it is made again of the issues."""

from datetime import date
from pathlib import Path

import pytest

from store.corrections import records as corrections
from store.errors import LibraryError
from store.library.catalogue_file import CatalogueFile
from store.library.library import Library, open_library
from tests.store.damage import unsummed
from tests.store.library.repair.damages import (
    DAMAGES,
    ID,
    PAGE,
    add,
    aged,
    bytes_of,
    check,
    library_in,
    only,
    told,
)

CATALOGUE = [name for name in DAMAGES if "missing" in name or "base" in name or "recent" in name]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


@pytest.fixture
def old(library: Library) -> Library:
    return aged(library)


def test_a_row_with_a_source_that_can_be_none_follows_its_issue(library: Library) -> None:
    (row,) = library.rows()
    path = library.path / "recent.json"
    path.write_bytes(path.read_bytes().replace(row.sources[0].encode(), b"../../x"))
    check(library, repair=True)
    assert library.rows() == (row,)
    assert check(library) == []


def test_a_row_that_tells_something_else_follows_the_issue(library: Library) -> None:
    recent = library.path / "recent.json"
    crafted = recent.read_bytes().replace("临江日报".encode(), "东湖日报".encode())
    recent.write_bytes(unsummed(crafted))
    (found,) = check(library)
    assert "the catalogue says other things" in str(found.wrong)
    check(library, repair=True)
    assert library.rows()[0].paper == "临江日报"
    assert check(library) == []


def test_a_catalogue_in_which_a_byte_has_changed_is_not_believed(library: Library) -> None:
    library.remove(ID)
    recent = library.path / "recent.json"
    recent.write_bytes(recent.read_bytes().replace(b'"removed"', b'"remoued"'))
    with pytest.raises(LibraryError, match="damaged"):
        open_library(library.path).rows()
    check(library, repair=True)
    assert open_library(library.path).rows() == ()
    assert [row.id for row in library.removed()] == [ID]


@pytest.mark.parametrize("name", ["catalogue.json", "recent.json"])
def test_a_damaged_catalogue_is_made_anew_of_the_issues(library: Library, name: str) -> None:
    with library.files.lock():
        library._catalogue_file.rewrite(library.rows())
    add(library, PAGE.replace("3月5日", "3月6日"))
    add(library, PAGE.replace("3月5日", "3月7日"))
    library.edit(ID, corrections.redate(library.issue(ID), date(2024, 3, 8)))
    rows = library.rows()
    (library.path / name).write_bytes(b"{")
    fresh = open_library(library.path)
    assert any("damaged" in str(found.wrong) for found in check(fresh))
    check(fresh, repair=True)
    assert fresh.rows() == rows
    assert fresh.issue(ID).date == date(2024, 3, 8), "a former id still leads there"
    assert check(fresh) == []


@pytest.mark.parametrize("damage", CATALOGUE)
def test_a_catalogue_that_is_lost_is_not_an_empty_one(old: Library, damage: str) -> None:
    DAMAGES[damage](old.path)
    before = bytes_of(old.path)
    for library in (old, open_library(old.path)):
        with pytest.raises(LibraryError, match="dubao check --repair"):
            library.rows()
        with pytest.raises(LibraryError, match="dubao check --repair"):
            add(library, PAGE.replace("3月5日", "3月20日"))
        assert any(not found.mended for found in check(library))
        assert bytes_of(old.path) == before


@pytest.mark.parametrize("damage", CATALOGUE)
def test_a_lost_catalogue_is_made_again_of_the_issues(old: Library, damage: str) -> None:
    before = told(old)
    former = old.issue(ID)
    DAMAGES[damage](old.path)
    check(old, repair=True)
    library = open_library(old.path)
    if "torn, and" not in damage:
        assert told(library) == before
        assert library.issue(ID) == former, "a former id still leads there"
    assert check(library) == []
    assert library.restore("linjiangribao-2024-03-06").articles


def test_a_whole_issue_that_no_row_names_comes_into_the_library(library: Library) -> None:
    only(library.path, "recent.json").write_bytes(b'{"dubao":{"1":{"schema":3}}}')
    assert library.rows() == ()
    assert "not in the catalogue" in str(check(library)[0].wrong)
    check(library, repair=True)
    assert [row.id for row in library.rows()] == [ID]
    assert check(library) == []


def test_what_comes_in_is_news_though_its_number_was_given_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: CatalogueFile, *given: object) -> None:
        raise LibraryError("no room")

    with monkeypatch.context() as full_disk:
        full_disk.setattr(CatalogueFile, "_write", full)
        with pytest.raises(LibraryError, match="no room"):
            add(library, PAGE.replace("3月5日", "3月6日"))
    library.edit(ID, corrections.move(library.issue(ID).articles[0], "4"))
    (known,) = library.rows()
    check(library, repair=True)
    assert [row.id for row in library.rows() if row.revision > known.revision] == [
        "linjiangribao-2024-03-06"
    ]
    assert check(library) == []

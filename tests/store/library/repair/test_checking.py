"""Care for the library: what is found wrong, what comes in, what is put aside and what stays."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.backends.migrations import SCHEMA
from store.errors import LibraryError, NewerError
from store.library.library import Library
from tests.store.library.repair.damages import (
    ID,
    PAGE,
    add,
    aged,
    bytes_of,
    check,
    library_in,
    only,
    reasons,
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


def make_newer(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(f'"schema":{SCHEMA}', f'"schema":{SCHEMA + 1}'), "utf-8")


def test_a_whole_library_has_nothing_wrong(library: Library) -> None:
    add(library, PAGE.replace("3月5日", "3月6日"))
    library.remove(ID)
    assert check(library) == []
    assert check(library, repair=True) == []
    assert not (library.path / "quarantine").exists()


def test_what_an_ended_import_left_is_put_aside(library: Library) -> None:
    leftover = library.path / "issues" / "linjiangribao" / "linjiangribao-2024-03-05.7.json"
    leftover.write_bytes(only(library.path, "issues/*/*.json").read_bytes())
    original = library.path / "sources" / f"{'0' * 64}.gz"
    original.write_bytes(b"")
    (library.path / "sources" / ".new").write_bytes(b"half")
    found = check(library)
    assert len(found) == 3
    assert check(library) == found, "looking changes nothing"
    check(library, repair=True)
    assert check(library) == []
    assert library.issue(ID).articles
    assert not original.exists()
    assert reasons(library).count("left by an import that did not finish") == 2
    assert reasons(library).count("damaged") == 1


def test_a_change_that_still_decodes_is_found_and_mended(library: Library) -> None:
    issue = only(library.path, "issues/*/*.json")
    issue.write_bytes(issue.read_bytes().replace("望江".encode(), "望河".encode()))
    article = next(a for a in library.issue(ID).articles if a.headline == "古桥修好了")
    assert "望河" in article.paragraphs[0], "to read it costs no more than it did"
    (found,) = check(library)
    assert "damaged" in str(found.wrong)
    check(library, repair=True)
    article = next(a for a in library.issue(ID).articles if a.headline == "古桥修好了")
    assert "望江" in article.paragraphs[0]
    assert check(library) == []


@pytest.mark.parametrize("repair", [False, True])
def test_each_issue_is_read_once(
    library: Library, monkeypatch: pytest.MonkeyPatch, repair: bool
) -> None:
    reads: list[str] = []
    read = DiskFiles.read

    def counted(files: DiskFiles, name: str) -> bytes | None:
        reads.append(name)
        return read(files, name)

    monkeypatch.setattr(DiskFiles, "read", counted)
    assert check(library, repair=repair) == []
    assert len([name for name in reads if name.startswith("issues/")]) == 1


def test_a_library_that_is_not_there_is_whole(tmp_path: Path) -> None:
    assert check(Library(DiskFiles(tmp_path / "none"))) == []
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("pattern", ["catalogue.json", "recent.json", "issues/*/*.json"])
def test_a_library_of_a_newer_dubao_is_refused_and_left_as_it_is(
    library: Library, pattern: str
) -> None:
    add(library, PAGE)
    with library.files.lock():
        library._catalogue_file.rewrite(library.rows())
    make_newer(only(library.path, pattern))
    (library.path / "issues" / "a").mkdir()
    (library.path / "issues" / "a" / "torn.json").write_bytes(b"{")
    before = bytes_of(library.path)
    for repair in (False, True):
        with pytest.raises(NewerError, match="newer dubao"):
            check(library, repair=repair)
        assert bytes_of(library.path) == before
        assert not (library.path / "quarantine").exists()


def test_what_is_not_ours_stays_where_it_is(library: Library) -> None:
    strange = ["issues/notes.txt", "sources/mine.bin", "issues/linjiangribao/other-2024.json"]
    for name in strange:
        (library.path / name).write_bytes(b"the reader's own")
    found = check(library, repair=True)
    assert sorted(each.file for each in found) == sorted(strange)
    assert all("stays" in str(each.mended) for each in found)
    assert all((library.path / name).exists() for name in strange)


@pytest.mark.parametrize("name", ["catalogue.json", "recent.json", "library.json", "moved.json"])
def test_what_a_planted_link_leads_to_stays_its_readers(
    library: Library, tmp_path: Path, name: str, contents: Callable[[Path], dict[str, bytes]]
) -> None:
    (tmp_path / "id_rsa").write_bytes(b"secret")
    only(library.path, "issues/*/*").write_bytes(b"{")
    planted = library.path / ("quarantine" if name == "moved.json" else "") / name
    planted.parent.mkdir(exist_ok=True)
    planted.unlink(missing_ok=True)
    planted.symlink_to(tmp_path / "id_rsa")
    before = contents(library.path)
    with pytest.raises(LibraryError, match=f"{name}: cannot be read .a link"):
        check(library, repair=True)
    assert contents(library.path) == before


def test_emptying_that_was_cut_off_is_no_return(library: Library) -> None:
    old = aged(library)
    before = {name: data for name, data in bytes_of(old.path).items() if "issues" in name}
    (row,) = old.removed()
    old.empty()
    for name, data in before.items():
        if row.id in name:
            Path(name).write_bytes(data)
    rows = old.rows()
    check(old, repair=True)
    assert old.rows() == rows
    assert old.removed() == ()
    assert not list(old.path.rglob(f"{row.id}*"))

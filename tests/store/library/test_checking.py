"""Care for the library: what is found wrong, what is mended, and that nothing is lost by it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.backends.disk import DiskFiles
from store.backends.migrations import SCHEMA
from store.corrections import records as corrections
from store.errors import NewerError
from store.imports.pipeline import import_inputs
from store.imports.sources import Input
from store.library.checking import Finding
from store.library.library import Library, open_library
from store.reader.marks import open_marks

Builder = Callable[..., Any]

PAGE = """临江日报 2024年3月5日 星期二 第1版

古桥修好了
本报讯（记者 叶知秋）望江县的老桥今天通行，乡亲们奔走相告，石匠说手艺也要传下去。

春茶开园
本报讯（记者 顾长河）茶农宋阿婆采下半篓鲜叶，今年的春茶比去年早了五天上市。
"""
ID = "linjiangribao-2024-03-05"


@pytest.fixture
def library(tmp_path: Path, unworded: None) -> Library:
    """Give a library on disk that has read a page from its text."""
    library = open_library(tmp_path / "library", state=tmp_path / "state")
    add(library, PAGE)
    assert [row.id for row in library.rows()] == [ID]
    return library


def add(library: Library, text: str) -> None:
    for outcome in import_inputs(library, [Input("page.txt", text.encode())]):
        assert not outcome.error


def check(library: Library, *, repair: bool = False) -> list[Finding]:
    return [finding for _, found in library.check(repair=repair) for finding in found]


def only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def reasons(library: Library) -> str:
    return (library.path / "quarantine" / "reasons.txt").read_text("utf-8")


def test_a_whole_library_has_nothing_wrong(library: Library) -> None:
    add(library, PAGE.replace("3月5日", "3月6日"))
    library.remove(ID)
    assert check(library) == []
    assert check(library, repair=True) == []
    assert not (library.path / "quarantine").exists()


def test_a_damaged_issue_is_made_again_of_its_originals(library: Library) -> None:
    issue = library.issue(ID)
    path = only(library.path, "issues/*/*.json")
    path.write_bytes(path.read_bytes()[:200])
    (found,) = check(library)
    assert "damaged" in str(found.wrong)
    assert not found.mended
    (mended,) = check(library, repair=True)
    assert "made again of its originals" in str(mended.mended)
    again = library.issue(ID)
    assert [a.key for a in again.articles] == [a.key for a in issue.articles]
    assert again.articles == issue.articles
    assert check(library) == []
    assert only(library.path, "quarantine/*.json").stat().st_size == 200
    assert "damaged" in reasons(library)


def test_a_missing_issue_is_made_again_with_the_date_it_was_given(library: Library) -> None:
    library.edit(ID, corrections.redate(library.issue(ID), date(2024, 3, 9)))
    only(library.path, "issues/*/*.json").unlink()
    check(library, repair=True)
    assert [row.date for row in library.rows()] == [date(2024, 3, 5)], "what is printed stands"
    add(library, "\n".join(PAGE.splitlines()[2:]))
    undated = next(row for row in library.rows() if not row.date)
    assert check(library) == []
    library.edit(undated.id, corrections.redate(library.issue(undated.id), date(2024, 4, 1)))
    (path,) = library.path.glob("issues/*/*2024-04-01*.json")
    path.unlink()
    check(library, repair=True)
    assert library.rows()[0].date == date(2024, 4, 1)
    assert check(library) == []


def test_an_issue_without_a_whole_original_goes_with_its_reason(library: Library) -> None:
    only(library.path, "sources/*.gz").write_bytes(b"torn")
    only(library.path, "issues/*/*.json").write_bytes(b"{")
    assert len(check(library)) == 2
    found = check(library, repair=True)
    assert any("cannot be made again" in str(each.wrong) for each in found)
    assert library.rows() == ()
    assert check(library) == []
    assert {path.name for path in (library.path / "quarantine").iterdir()} > {"reasons.txt"}
    assert len(list((library.path / "quarantine").iterdir())) == 3


def test_a_damaged_original_leaves_the_issue_as_it_is(library: Library) -> None:
    issue = library.issue(ID)
    only(library.path, "sources/*.gz").write_bytes(b"torn")
    check(library, repair=True)
    assert library.issue(ID) == issue
    (found,) = check(library)
    assert "missing; the issue is whole" in str(found.wrong)


@pytest.mark.parametrize("name", ["catalogue.json", "recent.json"])
def test_a_damaged_catalogue_is_made_anew_of_the_issues(library: Library, name: str) -> None:
    with library._files.lock():
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
    assert reasons(library).count("left by an import that did not finish") == 3


def test_a_row_that_tells_something_else_follows_the_issue(library: Library) -> None:
    recent = library.path / "recent.json"
    recent.write_bytes(recent.read_bytes().replace("临江日报".encode(), "东湖日报".encode()))
    (found,) = check(library)
    assert "the catalogue says other things" in str(found.wrong)
    check(library, repair=True)
    assert library.rows()[0].paper == "临江日报"
    assert check(library) == []


def test_damaged_marks_are_put_aside(tmp_path: Path) -> None:
    marks = open_marks(tmp_path)
    marks.mark("0123456789abcdef", read=True)
    marks.mark("ff23456789abcdef", read=True)
    (tmp_path / "marks" / "01.json").write_bytes(b"{")
    (found,) = marks.check()
    assert "damaged" in str(found.wrong)
    (found,) = marks.check(repair=True)
    assert found.mended
    assert marks.read_keys() == {"ff23456789abcdef"}
    assert marks.check() == []


def test_a_library_that_is_not_there_is_whole(tmp_path: Path) -> None:
    assert check(Library(DiskFiles(tmp_path / "none"))) == []
    assert not (tmp_path / "none").exists()


def make_newer(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(f'"schema":{SCHEMA}', f'"schema":{SCHEMA + 1}'), "utf-8")


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*.json")}


@pytest.mark.parametrize("pattern", ["catalogue.json", "recent.json", "issues/*/*.json"])
def test_a_library_of_a_newer_dubao_is_refused_and_left_as_it_is(
    library: Library, pattern: str
) -> None:
    add(library, PAGE)
    with library._files.lock():
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

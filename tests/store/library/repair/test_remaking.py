"""Issues are made again of their originals."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.backends.memory import MemoryFiles
from store.corrections import records as corrections
from store.library.catalogue import Catalogue
from store.library.catalogue_file import Change
from store.library.library import Library, open_library
from store.library.originals import original_file, pack
from store.library.repair.remaking import Remaking, read_plainly, wrong_original
from store.messages import Message
from store.models import CatalogueRow, Issue
from tests.store.library.repair.damages import (
    ID,
    PAGE,
    add,
    aged,
    check,
    library_in,
    missing,
    no_issues,
    only,
    reasons,
    torn_and_missing,
)

TEXT = (
    "老桥通行\n本报讯（记者 叶知秋）望江县的老桥今天通行，乡亲们奔走相告，石匠说手艺也要传下去。\n"
)


def put(files: MemoryFiles, text: str) -> str:
    from hashlib import sha256

    name = sha256(text.encode()).hexdigest()
    files.write(original_file(name), pack(text.encode()))
    return name


def test_an_issue_keeps_its_id_its_date_and_its_paper() -> None:
    files = MemoryFiles()
    change = Change(Catalogue(), files)
    row = CatalogueRow("p-2024-03-05", "临江报", sources=(put(files, TEXT),), aliases=("old",))
    made = Remaking(files, change, read_plainly).again(row, row.sources, b"", apart=True)
    assert made.row
    assert (made.row.id, made.row.paper, made.row.aliases) == (row.id, "临江报", ("old",))
    assert made.row.articles == 1
    assert change.catalogue.at(row.id) == made.row
    assert "without what had been set right" in str(made.how)
    assert "dubao reindex --words" in str(made.how)


def test_originals_that_no_issue_has_make_new_ones() -> None:
    files = MemoryFiles()
    change = Change(Catalogue(), files)
    sources = [put(files, TEXT), put(files, f"临江日报 2024年3月5日\n\n{TEXT}")]
    made = Remaking(files, change, read_plainly).anew(sources)
    assert [each.row.id for each in made if each.row] == [
        row.id for row in change.catalogue.all().values()
    ]
    assert {row.date is None for row in change.catalogue.all().values()} == {True, False}


def test_what_cannot_be_read_is_said() -> None:
    def dead(sources: Sequence[tuple[str, bytes]]) -> list[list[Issue] | Message]:
        return [Message("the process has died") for _ in sources]

    files = MemoryFiles()
    change = Change(Catalogue(), files)
    remaking = Remaking(files, change, dead)
    row = CatalogueRow("p", "", sources=(put(files, TEXT),))
    made = (remaking.again(row, row.sources, b"", apart=True), *remaking.anew(row.sources))
    assert [(each.row, str(each.how)) for each in made] == [(None, "the process has died")] * 2
    assert change.catalogue.all() == {}


@pytest.mark.parametrize("name", ["", "../x", "A" * 64])
def test_the_name_of_no_original_is_wrong(name: str) -> None:
    assert "is not the sha256" in str(wrong_original(MemoryFiles(), name))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_in(tmp_path)


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
    assert only(library.path, "quarantine/issues/*/*.json").stat().st_size == 200
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
    aside = [path for path in (library.path / "quarantine").rglob("*") if path.is_file()]
    assert {path.suffix for path in aside} == {".json", ".gz"}
    assert len(aside) == 3, "the issue, its original, and the record of both"


def test_a_damaged_original_leaves_the_issue_as_it_is(library: Library) -> None:
    issue = library.issue(ID)
    only(library.path, "sources/*.gz").write_bytes(b"torn")
    check(library, repair=True)
    assert library.issue(ID) == issue
    (found,) = check(library)
    assert "missing; its issue cannot be read again" in str(found.wrong)


def test_originals_whose_issues_are_lost_are_read_again(library: Library) -> None:
    old = aged(library)
    before = {key for row in (*old.rows(), *old.removed()) for key in row.keys}
    no_issues(old.path)
    found = check(old, repair=True)
    again = open_library(old.path)
    assert {key for row in again.rows() for key in row.keys} == before
    assert any("read again as" in str(each.mended) for each in found)
    assert all("dubao reindex --words" in str(f.mended) for f in found if "sources" in f.file)
    assert check(again) == []


def test_what_was_set_right_in_a_damaged_issue_is_kept(library: Library) -> None:
    library.edit(ID, corrections.move(library.issue(ID).articles[0], "4"))
    before = library.issue(ID)
    torn_and_missing(library.path)
    (found,) = [each for each in check(library, repair=True) if each.file.startswith("issues")]
    assert "with 1 corrections" in str(found.mended)
    assert library.issue(ID).articles == before.articles
    assert len(library.corrections(ID)) == 1
    assert check(library) == []


def test_an_older_file_that_does_not_tell_whether_it_was_removed_is_told_of(
    library: Library,
) -> None:
    path = only(library.path, "issues/*/*.json")
    document = json.loads(path.read_bytes())
    del document["row"]
    path.write_text(json.dumps(document), "utf-8")
    assert check(library) == []
    missing(library.path, "catalogue.json", "recent.json")
    (found,) = check(library, repair=True)
    assert "dubao remove takes it out again" in str(found.mended)
    assert library.issue(ID).articles


def test_an_issue_whose_file_is_gone_is_taken_from_a_later_one(library: Library) -> None:
    recent = (library.path / "recent.json").read_bytes()
    library.edit(ID, corrections.move(library.issue(ID).articles[0], "4"))
    before = library.issue(ID)
    (library.path / "recent.json").write_bytes(recent)
    check(library, repair=True)
    assert library.issue(ID) == before
    assert len(library.corrections(ID)) == 1


def test_an_original_that_cannot_be_read_stays_and_is_told_of(library: Library) -> None:
    def dead(sources: object) -> list[Any]:
        return [Message("the process has died")]

    no_issues(library.path)
    found = [f for _, each in library.check(repair=True, read=dead) for f in each]
    assert any("the process has died" in str(each.wrong) for each in found)
    assert only(library.path, "sources/*.gz").exists()
    check(library, repair=True)
    assert [row.id for row in library.rows()] == [ID]

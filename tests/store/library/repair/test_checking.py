"""Care for the library: what is found wrong, what is mended, and that nothing is lost by it."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.backends.disk import DiskFiles
from store.backends.migrations import SCHEMA
from store.corrections import records as corrections
from store.errors import LibraryError, NewerError
from store.imports.pipeline import import_inputs
from store.imports.sources import Input
from store.library.catalogue_file import CatalogueFile
from store.library.library import Library, open_library
from store.library.repair.quarantine import Finding
from store.messages import Message
from tests.store.damage import unsummed

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
    return (library.path / "quarantine" / "moved.json").read_text("utf-8")


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


def test_a_row_with_a_source_that_can_be_none_follows_its_issue(library: Library) -> None:
    (row,) = library.rows()
    path = library.path / "recent.json"
    path.write_bytes(path.read_bytes().replace(row.sources[0].encode(), b"../../x"))
    check(library, repair=True)
    assert library.rows() == (row,)
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
    assert reasons(library).count("left by an import that did not finish") == 2
    assert reasons(library).count("damaged") == 1


def test_a_row_that_tells_something_else_follows_the_issue(library: Library) -> None:
    recent = library.path / "recent.json"
    crafted = recent.read_bytes().replace("临江日报".encode(), "东湖日报".encode())
    recent.write_bytes(unsummed(crafted))
    (found,) = check(library)
    assert "the catalogue says other things" in str(found.wrong)
    check(library, repair=True)
    assert library.rows()[0].paper == "临江日报"
    assert check(library) == []


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


def test_a_catalogue_in_which_a_byte_has_changed_is_not_believed(library: Library) -> None:
    library.remove(ID)
    recent = library.path / "recent.json"
    recent.write_bytes(recent.read_bytes().replace(b'"removed"', b'"remoued"'))
    with pytest.raises(LibraryError, match="damaged"):
        open_library(library.path).rows()
    check(library, repair=True)
    assert open_library(library.path).rows() == ()
    assert [row.id for row in library.removed()] == [ID]


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


Damage = Callable[[Path], object]


def missing(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).unlink(missing_ok=True)


def no_issues(folder: Path) -> None:
    missing(folder, "catalogue.json", "recent.json")
    shutil.rmtree(folder / "issues")


def torn_issue(folder: Path) -> None:
    path = sorted(folder.glob("issues/*/*.json"))[-1]
    path.write_bytes(path.read_bytes()[:-40])


def torn_and_missing(folder: Path) -> None:
    missing(folder, "catalogue.json", "recent.json")
    torn_issue(folder)


def forgotten(folder: Path) -> None:
    library = open_library(folder)
    with library._files.lock():
        library._catalogue_file.rewrite(library.rows()[2:])


DAMAGES: dict[str, Damage] = {
    "both missing": lambda folder: missing(folder, "catalogue.json", "recent.json"),
    "base missing": lambda folder: missing(folder, "catalogue.json"),
    "recent missing": lambda folder: missing(folder, "recent.json"),
    "base torn": lambda folder: (folder / "catalogue.json").write_bytes(b"\xff"),
    "recent torn": lambda folder: (folder / "recent.json").write_bytes(b"\xff"),
    "originals alone": no_issues,
    "an issue torn": torn_issue,
    "an issue torn, and both missing": torn_and_missing,
    "issues forgotten": forgotten,
    "an original torn": lambda folder: next(folder.glob("sources/*.gz")).write_bytes(b"torn"),
}
CATALOGUE = [name for name in DAMAGES if "missing" in name or "base" in name or "recent" in name]


@pytest.fixture
def old(library: Library) -> Library:
    """Give a library with both parts of a catalogue: issues corrected, redated and removed."""
    for day in (6, 7, 8):
        add(library, PAGE.replace("3月5日", f"3月{day}日"))
    with library._files.lock():
        library._catalogue_file.rewrite(library.rows())
    add(library, PAGE.replace("3月5日", "3月9日"))
    library.edit(ID, corrections.redate(library.issue(ID), date(2024, 2, 5)))
    library.remove("linjiangribao-2024-03-06")
    return library


def told(library: Library) -> tuple[Any, Any, Any]:
    """Return what a library tells: its issues, removed ones, and what has been set right."""
    issues = [library.issue(row.id) for row in library.rows()]
    removed = sorted(row.id for row in library.removed())
    return issues, removed, [library.corrections(issue.id) for issue in issues]


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


def test_originals_whose_issues_are_lost_are_read_again(old: Library) -> None:
    before = {key for row in (*old.rows(), *old.removed()) for key in row.keys}
    no_issues(old.path)
    found = check(old, repair=True)
    library = open_library(old.path)
    assert {key for row in library.rows() for key in row.keys} == before
    assert any("read again as" in str(each.mended) for each in found)
    assert all("dubao reindex --words" in str(f.mended) for f in found if "sources" in f.file)
    assert check(library) == []


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
        with pytest.raises(AssertionError, match="no room"):
            add(library, PAGE.replace("3月5日", "3月6日"))
    library.edit(ID, corrections.move(library.issue(ID).articles[0], "4"))
    (known,) = library.rows()
    check(library, repair=True)
    assert [row.id for row in library.rows() if row.revision > known.revision] == [
        "linjiangribao-2024-03-06"
    ]
    assert check(library) == []


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


def test_emptying_that_was_cut_off_is_no_return(old: Library) -> None:
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


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_repair_killed_at_any_step_is_finished_by_the_next(
    old: Library,
    damage: str,
    tmp_path: Path,
    left_by_kills: Callable[[Path, Callable[[], object]], Iterable[Path]],
) -> None:
    whole = tmp_path / "whole"
    DAMAGES[damage](old.path)
    shutil.copytree(old.path, whole)
    check(open_library(whole), repair=True)
    wanted = told(open_library(whole))
    step = 0
    for folder in left_by_kills(old.path, lambda: check(open_library(old.path), repair=True)):
        check(open_library(folder), repair=True)
        assert told(open_library(folder)) == wanted
        remaining = check(open_library(folder))
        assert not remaining or "cannot be read again" in str(remaining[0].wrong)
        step += 1
    assert step > 10


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_disk_that_is_full_leaves_what_the_next_repair_finishes(
    old: Library, damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tmp_path / "whole"
    DAMAGES[damage](old.path)
    shutil.copytree(old.path, whole)
    check(open_library(whole), repair=True)
    wanted = told(open_library(whole))
    write = DiskFiles.write
    failed, step = True, 0
    while failed:
        folder = tmp_path / f"at-{step}"
        shutil.copytree(old.path, folder)
        room = iter(range(step))

        def full(files: DiskFiles, name: str, data: bytes, room: Iterator[int] = room) -> None:
            if next(room, None) is None:
                raise LibraryError("no room")
            write(files, name, data)

        monkeypatch.setattr(DiskFiles, "write", full)
        try:
            check(open_library(folder), repair=True)
        except LibraryError:
            pass
        else:
            failed = False
        monkeypatch.setattr(DiskFiles, "write", write)
        check(open_library(folder), repair=True)
        assert told(open_library(folder)) == wanted
        step += 1

"""Archives: the library comes back equal, and what is no archive changes nothing."""

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

import pytest
from msgspec.structs import replace

from store.backends.disk import DiskFiles
from store.backends.memory import MemoryFiles
from store.backends.migrations import SCHEMA
from store.backends.serialization import to_json
from store.corrections import records as corrections
from store.errors import LibraryError
from store.exports import archive
from store.exports.archive import accept_all, is_archive, open_archive, write_archive
from store.library.issue_file import IssueCopy
from store.library.library import Library
from store.library.library_id import Identity
from store.library.originals import pack, picture_file
from store.library.overlay import Overlay
from store.messages import Message
from store.models import CatalogueRow

Builder = Callable[..., Any]
ISSUE = "linjiangbao-2024-03-05"
FILE = "issues/linjiangbao/linjiangbao-2024-03-05.json"


def filled(library: Library, builder: Builder) -> Library:
    """Return the library, having put all into it that one can hold.

    An issue of two sources with corrections, a dated one that was undated, two undated ones, and
    two papers that are spelt alike.
    """
    builder().on(2024, 3, 5).page("1").article("修桥").article(
        "放水", "水来了。", "鱼也来了。"
    ).add_to(library)
    builder(source="2.txt").on(2024, 3, 5).page("2").article("通车").add_to(library)
    library.edit(f"{ISSUE}", corrections.split(library.article(f"{ISSUE}/1.2")[1], 1))
    story = library.article(f"{ISSUE}/1.2")[1]
    library.edit(f"{ISSUE}", corrections.reword(story, 0, "大水来了。\n又退了。"))
    library.edit(f"{ISSUE}", corrections.move(library.article(f"{ISSUE}/2.1")[1], "3"))
    undated = builder().article("栽树").add_to(library).issue
    library.edit(undated, corrections.redate(library.issue(undated), date(2024, 3, 12)))
    builder().article("甲").add_to(library)
    builder().article("乙").add_to(library)
    builder("林江报").on(2024, 3, 5).page("1").article("同音").add_to(library)
    return library


@pytest.fixture
def full(library: Library, builder: Builder) -> Library:
    """Give a library with all that one can hold."""
    return filled(library, builder)


@pytest.fixture(scope="module")
def sound(builder: Builder) -> bytes:
    """Give the archive of such a library, made once: what is wrong is made of it."""
    return packed(filled(Library(MemoryFiles()), builder))


@pytest.fixture
def archived(full: Library) -> bytes:
    """Give the archive of the full library."""
    return packed(full)


@pytest.fixture
def empty(tmp_path: Any) -> Library:
    """Give another library, with nothing in it."""
    return Library(DiskFiles(tmp_path / "other"))


BOMB = "a bomb"
BLANKS = "blanks without end"
LARGE = {BOMB, BLANKS}


@cache
def bomb() -> bytes:
    """Return an original that is small, and large when it is unpacked."""
    return pack(bytes(300 * 2**20))


def packed(library: Library, *names: str) -> bytes:
    file = io.BytesIO()
    failures: list[Message | None] = []
    write_archive(library, names or [row.id for row in library.rows()], file, failures.append)
    assert not any(failures)
    return file.getvalue()


def restored(library: Library, data: bytes) -> list[str]:
    other = open_archive(io.BytesIO(data), "a.zip")
    return [added.status for added in accept_all(library, other)]


def meaning(library: Library) -> tuple[list[CatalogueRow], list[IssueCopy]]:
    """Return all that a library holds, whatever its files are called."""
    rows = library.rows()
    return [replace(row, revision=0) for row in rows], [library.copy(row.id) for row in rows]


def test_an_empty_library_becomes_equal(full: Library, archived: bytes, empty: Library) -> None:
    assert is_archive(archived[:64])
    assert restored(empty, archived) == ["new"] * 5
    assert meaning(empty) == meaning(full)
    assert packed(empty) == archived
    for name in (ISSUE, "linjiangbao-2024-03-12"):
        assert empty.corrections(name) == full.corrections(name)
        assert empty.undo(name) == full.undo(name)
    assert meaning(empty) == meaning(full)


PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def illustrated(library: Library) -> str:
    """Put a picture beside an original of the library, and return its name."""
    name = picture_file(library.rows()[0].originals[0], "https://qing.example/bridge.png")
    library.files.write(name, PICTURE)
    return name


def test_pictures_come_along_byte_for_byte(full: Library, empty: Library) -> None:
    name = illustrated(full)
    data = packed(full)
    restored(empty, data)
    assert empty.files.read(name) == PICTURE
    assert empty.files.names("pictures") == [name]
    assert packed(empty) == data


def test_pictures_that_were_missing_come_the_second_time(full: Library, empty: Library) -> None:
    restored(empty, packed(full))
    name = illustrated(full)
    restored(empty, packed(full))
    assert empty.files.read(name) == PICTURE


def test_pictures_of_issues_that_stay_do_so_too(full: Library, empty: Library) -> None:
    illustrated(full)
    restored(empty, packed(full, *[row.id for row in full.rows()[1:]]))
    assert not empty.files.names("pictures")


def test_an_archive_without_pictures_is_one_of_before(full: Library) -> None:
    def version(data: bytes) -> object:
        with zipfile.ZipFile(io.BytesIO(data)) as held:
            return json.loads(held.read("dubao.json"))["archive"]

    assert version(packed(full)) == 1
    illustrated(full)
    assert version(packed(full)) == 2


@pytest.mark.parametrize(
    "foreign", ["pictures/x", f"pictures/{'0' * 64}/{'0' * 32}", f"pictures/{'0' * 64}/../../x"]
)
def test_a_picture_of_no_original_is_foreign(full: Library, empty: Library, foreign: str) -> None:
    illustrated(full)
    file = io.BytesIO(packed(full))
    with zipfile.ZipFile(file, "a") as held:
        held.writestr(foreign, PICTURE)
    with pytest.raises(LibraryError):
        restored(empty, file.getvalue())


def test_a_damaged_picture_is_found_before_anything_is_imported(full: Library) -> None:
    illustrated(full)
    data = packed(full)
    with pytest.raises(LibraryError, match="damaged"):
        open_archive(io.BytesIO(data.replace(PICTURE, PICTURE[::-1])), "a.zip")


def test_what_is_no_picture_stays_away(full: Library, empty: Library) -> None:
    full.files.write(illustrated(full), b"#!/bin/sh")
    restored(empty, packed(full))
    assert not empty.files.names("pictures")


def test_former_addresses_still_lead_to_their_stories(
    full: Library, archived: bytes, empty: Library
) -> None:
    restored(empty, archived)
    (row,) = [row for row in full.rows() if row.id == "linjiangbao-2024-03-12"]
    (undated,) = row.aliases
    assert empty.issue(undated).id == row.id
    for old in (f"{undated}/1.1", f"{ISSUE}/2.1"):
        assert empty.article(old) == full.article(old)


def test_a_second_time_changes_nothing(
    full: Library, archived: bytes, empty: Library, tmp_path: Any, contents: Any
) -> None:
    restored(empty, archived)
    before = contents(tmp_path / "other")
    assert restored(empty, archived) == ["held"] * 5
    assert contents(tmp_path / "other") == before


def test_what_a_reader_set_right_in_a_library_of_others_goes_along(
    full: Library, empty: Library, files: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Library(files, Overlay(DiskFiles(tmp_path / "state"), Identity(files)))
    with monkeypatch.context() as patch:
        patch.setattr(type(files), "writable", lambda _: False)
        reader.edit(ISSUE, corrections.rename(reader.issue(ISSUE), "望江报"))
        assert restored(empty, packed(reader, ISSUE)) == ["new"]
    (row,) = empty.rows()
    assert (row.paper, row.aliases) == ("望江报", (ISSUE,))
    assert empty.undo(ISSUE)
    assert empty.copy(ISSUE).stored.issue == full.copy(ISSUE).stored.issue


def test_some_issues_alone(full: Library, empty: Library) -> None:
    assert restored(empty, packed(full, ISSUE)) == ["new"]
    assert [row.id for row in empty.rows()] == [ISSUE]
    assert empty.copy(ISSUE) == full.copy(ISSUE)


def test_an_issue_of_that_day_becomes_one_with_it(
    full: Library, empty: Library, builder: Builder
) -> None:
    builder(source="4.txt").on(2024, 3, 5).page("4").article("赛船").add_to(empty)
    assert restored(empty, packed(full, ISSUE)) == ["merged"]
    (row,) = empty.rows()
    assert row.pages == ("1", "3", "4")
    assert len(row.sources) == 3
    assert [c for c, fits in empty.corrections(ISSUE) if fits] == [
        c for c, _ in full.corrections(ISSUE)
    ]


def test_what_was_set_right_here_stays_and_what_was_there_follows(
    full: Library, empty: Library
) -> None:
    restored(empty, packed(full, ISSUE))
    empty.undo(ISSUE)
    mine = corrections.relabel(empty.article(f"{ISSUE}/1.1")[1], 0, "furniture")
    empty.edit(ISSUE, mine)
    split, worded, moved = (c for c, _ in full.corrections(ISSUE))
    assert restored(empty, packed(full, ISSUE)) == ["merged"]
    assert empty.corrections(ISSUE) == (
        (split, True), (worded, True), (mine, True), (moved, True),
    )  # fmt: skip
    assert restored(empty, packed(full, ISSUE)) == ["held"]


def test_what_was_removed_comes_back(full: Library, archived: bytes) -> None:
    before = meaning(full)
    full.remove(ISSUE)
    assert sorted(restored(full, archived)) == ["held"] * 4 + ["restored"]
    assert meaning(full) == before


def test_a_damaged_original_is_mended(
    full: Library, archived: bytes, empty: Library, tmp_path: Any
) -> None:
    restored(empty, archived)
    before = meaning(empty)
    for file in (tmp_path / "other" / "sources").iterdir():
        file.write_bytes(b"x")
    restored(empty, archived)
    assert meaning(empty) == before


def test_an_issue_that_cannot_be_read_whole_is_left_out_and_named(
    full: Library, files: Any, empty: Library
) -> None:
    (sha256,) = full.copy("linjiangbao-2024-03-12").originals
    with files.lock():
        files.remove(f"sources/{sha256}.gz")
    file = io.BytesIO()
    failures: list[Message | None] = []
    write_archive(full, [row.id for row in full.rows()], file, failures.append)
    (failure,) = filter(None, failures)
    assert sha256 in str(failure)
    assert len(restored(empty, file.getvalue())) == 4


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: Mapping[str, bytes], *more: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*members.items(), *more):
            archive.writestr(name, data)
    return file.getvalue()


def changed(data: bytes, old: str, new: str) -> bytes:
    """Return the archive with `old` replaced wherever it stands in its issues and catalogue."""
    found = members(data)
    texts = {n: d.replace(old.encode(), new.encode()) for n, d in found.items() if d[:1] == b"{"}
    assert texts.items() - found.items()
    return zipped(found | texts)


def lying(data: bytes) -> bytes:
    """Return the archive with a directory that tells of more bytes than there are."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, each in members(data).items():
            archive.writestr(name, each)
        archive.filelist[-1].compress_size += len(data)
    return file.getvalue()


def without(data: bytes, name: str) -> bytes:
    return zipped({n: d for n, d in members(data).items() if n != name})


def original(data: bytes) -> str:
    return next(name for name in members(data) if name.startswith("sources/"))


def changed_original(data: bytes, size: int) -> bytes:
    """Return the archive with an original of `size` bytes, in good order but for that."""
    bomb = bytes(size)
    named = original(data).removeprefix("sources/").removesuffix(".gz")
    digest = sha256(bomb).hexdigest()
    found = members(changed(data, named, digest))
    del found[original(data)]
    return zipped(found | {f"sources/{digest}.gz": pack(bomb)})


def key(data: bytes) -> str:
    article: dict[str, str] = json.loads(members(data)[FILE])["articles"][f"{ISSUE}/1.1"]
    return article["key"]


HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[:-1],
    "cut in half": lambda data: data[: len(data) // 2],
    "its start alone": lambda data: data[:64],
    "a byte turned": lambda data: data[:300] + bytes([data[300] ^ 1]) + data[301:],
    "a path out of it": lambda data: zipped(members(data), ("../../evil", b"x")),
    "an absolute path": lambda data: zipped(members(data), ("/tmp/evil", b"x")),
    "a file twice": lambda data: zipped(members(data), (FILE, members(data)[FILE])),
    "no issue": lambda data: without(data, FILE),
    "no original": lambda data: without(data, original(data)),
    "no catalogue": lambda data: without(data, "catalogue.json"),
    "files that overlap": lying,
    "another original": lambda data: zipped(members(data) | {original(data): pack(b"other")}),
    BOMB: lambda data: zipped(members(data) | {original(data): bomb()}),
    BLANKS: lambda data: zipped(members(data) | {FILE: members(data)[FILE] + b" " * 2**27}),
    "an original larger than the press takes": lambda data: changed_original(data, 17 * 2**20),
    "no gzip": lambda data: zipped(members(data) | {original(data): b"x"}),
    "no JSON": lambda data: zipped(members(data) | {FILE: b"{"}),
    "nested too deep": lambda data: zipped(members(data) | {FILE: b"[" * 100_000}),
    "a path for an id": lambda data: changed(data, ISSUE, "../../../tmp/evil-2024-03-05"),
    "a path for a key": lambda data: changed(data, key(data), "/../../../../evil"),
    "a path for a source": lambda data: changed(
        data, original(data)[8:30], "../../../../../../evil"
    ),
    "an escape sequence": lambda data: changed(data, "修桥", "\\u001b]0;evil\\u0007"),
    "a day that is none": lambda data: changed(data, '"to":"2024-03-12"', '"to":"2024-03-32"'),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "how",
    [
        *sorted(HOSTILE.keys() - LARGE),
        *(pytest.param(how, marks=pytest.mark.slow) for how in sorted(LARGE)),
    ],
)
def test_what_is_no_archive_of_dubaos_is_one_sentence(sound: bytes, how: str) -> None:
    data = HOSTILE[how](sound)
    assert data != sound
    assert is_archive(data[:64])
    with pytest.raises(LibraryError, match=r"\Aa\.zip: .*nothing was imported") as raised:
        open_archive(io.BytesIO(data), "a.zip")
    assert "\n" not in str(raised.value)


def test_a_directory_that_names_more_than_can_be_there_is_not_read(
    sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = {f"sources/{number:064x}.gz": b"" for number in range(9000)}
    data = zipped(members(sound) | many)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(LibraryError, match="names more files than it can hold"):
        open_archive(io.BytesIO(data), "a.zip")


@pytest.mark.slow
def test_the_directory_of_a_large_archive_is_measured_too() -> None:
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w") as large:
            for number in range(2**16):
                large.writestr(zipfile.ZipInfo(f"{number}"), b"")
        size = archive._directory_size(file)
        assert size == sum(46 + len(f"{number}") for number in range(2**16))


def test_no_more_is_exported_than_can_be_imported(
    full: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_DIRECTORY", 250)
    said: list[object] = []
    names = [row.id for row in full.rows()]
    write_archive(full, names, io.BytesIO(), said.append)
    assert any("too many files for one archive" in str(each) for each in said)


def test_what_is_larger_than_it_can_be_is_not_unpacked(
    sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "SMALL", 100)
    monkeypatch.setattr(archive, "MOST_RATIO", 1)
    with pytest.raises(LibraryError, match="unpacks"):
        open_archive(io.BytesIO(sound), "a.zip")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("dubao.json", '"archive":1', '"archive":3'),
        (FILE, f'"schema":{SCHEMA}', f'"schema":{SCHEMA + 1}'),
    ],
)
def test_an_archive_of_a_newer_dubao_is_refused(
    sound: bytes, file: str, old: str, new: str
) -> None:
    found = members(sound)
    assert old.encode() in found[file]
    found[file] = found[file].replace(old.encode(), new.encode())
    with pytest.raises(LibraryError, match=r"a\.zip.*newer dubao.*update"):
        open_archive(io.BytesIO(zipped(found)), "a.zip")


def test_an_archive_of_an_older_dubao_is_brought_forward(
    full: Library, archived: bytes, empty: Library
) -> None:
    found = members(archived)
    catalogue = json.loads(found["catalogue.json"])
    catalogue["dubao"] = {"1": {"schema": 1}}
    for row in catalogue["issues"].values():
        keyed = row.pop("keyed")
        row["keys"] = [keyed[at : at + 16] for at in range(0, len(keyed), 16)]
    restored(empty, zipped(found | {"catalogue.json": to_json(catalogue)}))
    assert meaning(empty) == meaning(full)


def test_other_files_are_no_archives() -> None:
    assert not is_archive(b"")
    assert not is_archive(zipped({"page.txt": b"x"})[:64])
    assert not is_archive("临江报".encode())

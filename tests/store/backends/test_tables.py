"""TinyDB over a file: what is kept, and what is refused."""

from contextlib import suppress

import pytest

from store.backends.files import Files
from store.backends.migrations import SCHEMA
from store.backends.tables import Tables, Writing, write, writing
from store.errors import LibraryError
from store.models import Page
from tests.store.damage import unsummed


def put(files: Files, *pages: str) -> None:
    with files.lock(), writing(files, "a.json") as tables:
        tables.put("pages", {page: Page(page) for page in pages})


def put_and_halt(tables: Writing) -> None:
    tables.put("pages", {"2": Page("2")})
    raise KeyError


def pages(files: Files) -> list[str]:
    return [page.number for page in Tables(files, "a.json").records("pages", Page).values()]


def test_records_come_back_in_order(files: Files) -> None:
    put(files, *map(str, range(12)))
    put(files, "A1")
    assert pages(files) == [*map(str, range(12)), "A1"]


def test_a_record_takes_the_place_of_its_namesake(files: Files) -> None:
    put(files, "1", "2")
    with writing(files, "a.json") as tables:
        tables.put("pages", {"3": Page("3"), "1": Page("1", "要闻")})
    assert pages(files) == ["1", "2", "3"]
    with writing(files, "a.json") as tables:
        tables.remove("pages", "2", "3", "4")
    assert Tables(files, "a.json").named("pages", "1", Page) == Page("1", "要闻")
    assert Tables(files, "a.json").named("pages", "2", Page) is None
    assert pages(files) == ["1"]


def test_a_missing_file_is_empty(files: Files) -> None:
    assert pages(files) == []


def test_an_error_in_the_block_writes_nothing(files: Files) -> None:
    put(files, "1")
    with pytest.raises(KeyError), writing(files, "a.json") as tables:
        put_and_halt(tables)
    assert pages(files) == ["1"]


def test_a_block_that_changes_nothing_writes_nothing(files: Files) -> None:
    put(files, "1")
    before = files.stamp("a.json")
    with writing(files, "a.json") as tables:
        tables.named("pages", "1", Page)
    assert files.stamp("a.json") == before


def test_a_newer_file_is_refused(files: Files) -> None:
    files.write("a.json", b'{"dubao": {"1": {"schema": %d}}}' % (SCHEMA + 1))
    with pytest.raises(LibraryError, match=r"a\.json: written by a newer dubao"):
        pages(files)
    with pytest.raises(LibraryError, match="newer"):
        put(files, "1")


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"\xff": {}}',
        b"[]",
        b"{}",
        b'{"pages": {"1": {"number": "1"}}}',
        b'{"dubao": {"1": {"schema": 1}}, "pages": []}',
        b'{"dubao": {"1": {"schema": 1}}, "pages": {"1": "x"}}',
        b'{"dubao": []}',
        b'{"dubao": {"1": {"schema": 1}}, "pages": {"1": {"number": 1}}}',
        b'{"dubao": {"1": {"schema": 1}}, "pages": {"1": {}}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_a_sentence(files: Files, damaged: bytes) -> None:
    files.write("a.json", damaged)
    with pytest.raises(LibraryError, match=r"a\.json: damaged"):
        pages(files)


def test_each_change_of_a_byte_that_still_decodes_is_found(files: Files) -> None:
    write(files, "a.json", {"pages": {"1": Page("1", "要闻"), "2": Page("22")}})
    whole = files.read("a.json") or b""
    assert Tables(files, "a.json", verify=True).records("pages", Page)
    start = whole.index(b',"pages"')
    decoded = 0
    for at in range(start, len(whole)):
        for bit in (1, 4):
            files.write("a.json", whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
            with suppress(LibraryError):
                decoded += len(Tables(files, "a.json").records("pages", Page)) >= 0
            with pytest.raises(LibraryError):
                Tables(files, "a.json", verify=True)
    assert decoded > 20


def test_a_file_without_a_checksum_is_read_as_ever(files: Files) -> None:
    write(files, "a.json", {"pages": {"1": Page("1", "要闻")}})
    files.write("a.json", unsummed(files.read("a.json") or b""))
    assert Tables(files, "a.json", verify=True).named("pages", "1", Page) == Page("1", "要闻")
    with writing(files, "a.json") as tables:
        tables.put("pages", {"2": Page("2")})
    assert b'"sum":' in (files.read("a.json") or b"")
    assert len(Tables(files, "a.json", verify=True).records("pages", Page)) == 2


def test_an_empty_file_has_a_checksum(files: Files) -> None:
    write(files, "a.json", {})
    assert Tables(files, "a.json", verify=True).records("pages", Page) == {}

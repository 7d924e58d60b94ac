"""Documents that are zip archives: bounded before they are unpacked."""

import io
import zipfile

import pytest

from store.errors import SourceError
from store.press.package import MOST_DIRECTORY, Package, part_at, path_to, paths_of, within


def zipped(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, data in parts.items():
            archive.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)  # of 1980
    return packed.getvalue()


def test_parts_are_read_by_their_paths() -> None:
    package = Package(zipped(a=b"1", b=b"2"), "x.docx")
    assert package.paths == ["a", "b"]
    assert "a" in package
    assert "c" not in package
    assert package.read("b") == b"2"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\3\4 and no directory",
        zipped(a=b"1" * 900)[:-30],
        zipped(a=b"1" * 900).replace(b"PK\1\2", b"PK\1\3"),
        b"PK\5\6",
    ],
)
def test_a_damaged_one_is_told(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^x\.docx: this document is damaged or locked; .*\.$"):
        Package(data, "x.docx").read("a")
    assert not paths_of(data)


def test_a_part_that_is_missing_or_damaged_is_told() -> None:
    data = zipped(a=b"press" * 900)
    for broken in (data, data.replace(data[40:50], b"\0" * 10)):
        with pytest.raises(SourceError, match="damaged"):
            Package(broken, "x.docx").read("b" if broken is data else "a")


def test_one_with_a_long_directory_is_told() -> None:
    data = bytearray(zipped(a=b"1"))
    end = data.rfind(b"PK\5\6")
    data[end + 12 : end + 16] = (MOST_DIRECTORY + 1).to_bytes(4, "little")
    data[:0] = bytes(MOST_DIRECTORY)
    with pytest.raises(SourceError, match="holds more than one may"):
        Package(bytes(data), "x.docx")
    assert not paths_of(bytes(data))


def test_the_end_of_an_archive_within_another_is_not_its_own() -> None:
    outer = zipped(first=bytes(range(256)))[:60] + zipped(second=b"2")
    assert not paths_of(outer)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.press.package.MOST_BYTES", 1_000)
    package = Package(zipped(a=bytes(1_000), b=b"1"), "x.docx")
    assert len(package.read("a")) == 1_000
    with pytest.raises(SourceError, match="holds more than one may"):
        package.read("b")


def test_paths_lead_nowhere_else() -> None:
    assert path_to("styles.xml", "word/document.xml") == "word/styles.xml"
    assert path_to("/word/a.xml", "word/document.xml") == "word/a.xml"
    assert path_to("../../../etc/passwd", "word/document.xml") not in Package(zipped(a=b""), "x")


def test_an_address_stands_for_a_part_and_leads_back_to_it() -> None:
    assert part_at(within("OEBPS/图 1.png")) == "OEBPS/图 1.png"
    assert part_at("https://qing.example/OEBPS/1.png") == ""

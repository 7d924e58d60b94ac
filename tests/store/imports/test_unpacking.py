"""Archives of others: what is in them, and what they may not do."""

import gzip
import io
import stat
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from store.errors import SourceError
from store.imports import unpacking
from store.imports.unpacking import Unpacking
from store.press.mirror import File
from store.press.recognise import LIMIT

Pack = Callable[..., bytes]

TEXT = "老桥修好了。".encode()


def zipped(*files: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return packed.getvalue()


def stored(*files: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(*files: tuple[str, bytes], link: str = "") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in files:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        if link:
            member = tarfile.TarInfo("link.txt")
            member.type, member.linkname = tarfile.SYMTYPE, link
            archive.addfile(member)
    return packed.getvalue()


def files(data: bytes) -> list[File]:
    return list(Unpacking("all").files(io.BytesIO(data)))


def names(data: bytes) -> list[str]:
    return [file.path for file in files(data)]


FILES = (("a/1.txt", TEXT), ("b.txt", TEXT))


@pytest.mark.parametrize(
    "data",
    [zipped(*FILES), tarred(*FILES), gzip.compress(tarred(*FILES))],
    ids=["zip", "tar", "gz"],
)
def test_what_is_in_an_archive(data: bytes) -> None:
    assert [(file.path, file.data) for file in files(data)] == [*FILES]


def test_a_packed_text_is_one_file() -> None:
    (file,) = files(gzip.compress(TEXT))
    assert file.data == TEXT


def test_nothing_leads_out_and_nothing_hidden_is_a_source() -> None:
    given = [(name, TEXT) for name in ("../x", "/etc/x", "a/../../x", ".git/x", "__MACOSX/x", "c")]
    assert names(zipped(*given)) == ["c"]
    assert names(tarred(*given, link="/etc/passwd")) == ["c"]


def test_a_link_in_an_archive_is_left_out() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", TEXT)
    assert names(packed.getvalue()) == ["a.txt"]


def test_an_archive_within_one_is_unpacked_once() -> None:
    innermost = zipped(("deep.txt", TEXT))
    inner = zipped(("1.txt", TEXT), ("deep.zip", innermost))
    first, second = files(zipped(("in.zip", inner)))
    assert [first.path, second.path] == ["in.zip/1.txt", "in.zip/deep.zip"]
    assert second.data == innermost


@pytest.mark.parametrize("packed", [zipped, tarred])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_name_without_a_flag_is_chinese(packed: Pack, encoding: str) -> None:
    name = "老桥".encode(encoding)
    stand_in = name.translate(bytes(97 + value % 26 for value in range(256)))
    data = packed((f"{stand_in.decode()}.txt", TEXT)).replace(stand_in, name)
    if packed is tarred:
        data = summed(data)
    assert names(data) == ["老桥.txt"]


def test_a_name_that_is_no_text_is_readable() -> None:
    data = summed(tarred(("xx.txt", TEXT)).replace(b"xx", b"\xff\x80"))
    assert names(data) == ["\ufffd\ufffd.txt"]


@pytest.mark.parametrize(
    "data",
    [
        zipped(("a.txt", b"\0" * 9_000_000)),
        gzip.compress(b"\0" * 9_000_000),
        gzip.compress(tarred(("a.txt", b"\0" * 9_000_000))),
    ],
)
def test_a_bomb_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="all: this archive unpacks to more"):
        names(data)


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = tarred(*((f"{n}.txt", TEXT) for n in range(9)))
    monkeypatch.setattr(unpacking, "MOST_FILES", 8)
    with pytest.raises(SourceError, match="more than one may"):
        names(many)
    with pytest.raises(SourceError, match="more than one may"):
        names(zipped(*((f"{n}.txt", TEXT) for n in range(9))))


@pytest.mark.parametrize("data", [zipped(*FILES)[:-9], gzip.compress(tarred(*FILES))[:-9]])
def test_a_damaged_one_is_told(data: bytes) -> None:
    with pytest.raises(SourceError, match="all: this archive is damaged or locked"):
        names(data)


def with_directory(data: bytes, length: int) -> bytes:
    end = data.rfind(b"PK\5\6")
    return data[: end + 12] + length.to_bytes(4, "little") + data[end + 16 :]


def packed_by(method: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("a.txt", TEXT)
    return packed.getvalue()


def sharing() -> bytes:
    """Return a zip archive two of whose names lead to the same bytes."""
    data = zipped(("a.txt", TEXT), ("b.txt", TEXT))
    start = data.index(b"PK\1\2", data.index(b"PK\1\2") + 1)
    return data[: start + 42] + bytes(4) + data[start + 46 :]


def of_size(size: bytes) -> bytes:
    """Return a tar archive that says that its file has this size."""
    data = tarred(("a.txt", TEXT))
    return summed(data[:124] + size + data[136:])


def summed(data: bytes) -> bytes:
    """Return a tar archive with the checksum of its first header as it is now."""
    header = data[:148] + b" " * 8 + data[156:512]
    return data[:148] + b"%06o\0 " % sum(header) + data[156:]


def long_pax() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", pax_headers={"comment": "x" * 100_000}) as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return packed.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        with_directory(zipped(*FILES), 2**31),
        sharing(),
        of_size(b"00000777777\0"),
        of_size(b"\xff" * 12),
        tarred(("x" * 100_000, TEXT)),
        long_pax(),
        gzip.compress(of_size(b"\xff" * 12)),
    ],
    ids=["directory", "shared", "size", "negative", "long name", "long pax", "packed"],
)
def test_what_nobody_has_made_in_earnest_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="damaged or locked"):
        names(data)


def test_a_file_that_says_it_is_huge_is_not_read() -> None:
    with pytest.raises(SourceError, match="more than one may"):
        names(of_size(b"\x80" + b"\1" * 11))


@pytest.mark.parametrize(
    "red",
    [
        b"PK\3\4junk",
        zipped(("a.txt", b"\0" * 9_000_000)),
        gzip.compress(b"\0" * 9_000_000),
        of_size(b"\xff" * 12),
        zipped(("folder/", b"")),
    ],
    ids=["damaged", "zip bomb", "gz bomb", "tar", "empty"],
)
def test_what_cannot_be_unpacked_within_an_archive_harms_no_other(red: bytes) -> None:
    data = zipped(("a.txt", TEXT), ("red", red), ("z.txt", TEXT))
    assert names(data) == ["a.txt", "red", "z.txt"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_files_may_be_packed_in_any_way(method: int) -> None:
    assert names(packed_by(method)) == ["a.txt"]


def test_a_document_and_an_empty_archive_hold_no_sources() -> None:
    parts = ("word/media/1.png", TEXT * 999), ("word/document.xml", b"<a/>")
    assert names(zipped(*parts)) == []
    assert names(zipped((".hidden", TEXT))) == []


def test_a_pdf_may_be_larger_than_a_text() -> None:
    pdf = b"%PDF-1.7\n" + bytes(LIMIT)
    (file,) = files(stored(("a.pdf", pdf)))
    assert len(file.data) == len(pdf)

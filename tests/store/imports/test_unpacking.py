"""Archives of others: what is in them, and what they may not do."""

import gzip
import io
import tarfile
import zipfile

import pytest

from store.errors import SourceError
from store.imports import unpacking
from store.imports.unpacking import Unpacking

TEXT = "老桥修好了。".encode()


def zipped(*files: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
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


def names(data: bytes) -> list[str]:
    return [file.path for file in Unpacking("all").files(data)]


FILES = (("a/1.txt", TEXT), ("b.txt", TEXT))


@pytest.mark.parametrize(
    "data",
    [zipped(*FILES), tarred(*FILES), gzip.compress(tarred(*FILES))],
    ids=["zip", "tar", "gz"],
)
def test_what_is_in_an_archive(data: bytes) -> None:
    files = list(Unpacking("all").files(data))
    assert [(file.path, file.data) for file in files] == [*FILES]


def test_a_packed_text_is_one_file() -> None:
    (file,) = Unpacking("all").files(gzip.compress(TEXT))
    assert file.data == TEXT


def test_nothing_leads_out_and_nothing_hidden_is_a_source() -> None:
    given = [(name, TEXT) for name in ("../x", "/etc/x", "a/../../x", ".git/x", "__MACOSX/x", "c")]
    assert names(zipped(*given)) == ["c"]
    assert names(tarred(*given, link="/etc/passwd")) == ["c"]


def test_an_archive_within_one_is_unpacked_once() -> None:
    innermost = zipped(("deep.txt", TEXT))
    inner = zipped(("1.txt", TEXT), ("deep.zip", innermost))
    files = list(Unpacking("all").files(zipped(("in.zip", inner))))
    assert [file.path for file in files] == ["in.zip/1.txt", "in.zip/deep.zip"]
    assert files[1].data == innermost


def test_a_name_without_a_flag_is_chinese() -> None:
    data = zipped(("xxxx.txt", TEXT)).replace(b"xxxx", "老桥".encode("gb18030"))
    assert names(data) == ["老桥.txt"]


@pytest.mark.parametrize(
    "data",
    [
        zipped(("a.txt", b"\0" * 9_000_000)),
        gzip.compress(b"\0" * 9_000_000),
        zipped(("in.gz", gzip.compress(b"\0" * 9_000_000))),
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
    with pytest.raises(SourceError, match="damaged"):
        names(zipped(*((f"{n}.txt", TEXT) for n in range(9))))


@pytest.mark.parametrize("data", [zipped(*FILES)[:-9], gzip.compress(tarred(*FILES))[:-9]])
def test_a_damaged_one_is_told(data: bytes) -> None:
    with pytest.raises(SourceError, match="all: this archive is damaged or locked"):
        names(data)


def of_zip64(data: bytes) -> bytes:
    """Return a zip archive with what leads to another end before its own."""
    end = data.rfind(b"PK\5\6")
    return data[:end] + b"PK\6\7" + bytes(16) + data[end:]


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
    data = bytearray(tarred(("a.txt", TEXT)))
    data[124:136] = size
    data[148:156] = b" " * 8
    data[148:155] = b"%06o\0" % sum(data[:512])
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        of_zip64(zipped(*FILES)),
        with_directory(zipped(*FILES), 2**31),
        packed_by(zipfile.ZIP_BZIP2),
        packed_by(zipfile.ZIP_LZMA),
        sharing(),
        of_size(b"00000777777\0"),
        of_size(b"\x80" + b"\xff" * 11),
        of_size(b"\xff" * 12),
        tarred(("x" * 100_000, TEXT)),
    ],
    ids=["zip64", "directory", "bzip2", "lzma", "shared", "size", "huge", "negative", "long name"],
)
def test_what_nobody_has_made_in_earnest_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="damaged or locked"):
        list(Unpacking("all").files(data))


def test_a_damaged_archive_within_one_harms_no_other() -> None:
    data = zipped(("a.txt", TEXT), ("red.zip", b"PK\3\4junk"), ("z.txt", TEXT))
    assert names(data) == ["a.txt", "red.zip", "z.txt"]

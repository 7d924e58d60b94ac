"""Directories of zip archives: as long as they may be, whatever is said at the end."""

import io
import struct
import zipfile

import pytest

from store.press.zips import BROKEN, TooLongError, open_zip


def zipped(count: int = 3) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number:06}.txt", str(number))
    return packed.getvalue()


def of_zip64(data: bytes) -> bytes:
    """Return the archive `data` with an end of zip64, with a plain end that says nothing."""
    end = data.rfind(b"PK\5\6")
    count, size, start = struct.unpack("<10xH2I", data[end : end + 20])
    large = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, start)
    leads = struct.pack("<4sIQI", b"PK\6\7", 0, end, 1)
    plain = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0, 0, 0, 0, 0)
    return data[:end] + large + leads + plain


@pytest.mark.parametrize("data", [zipped(), of_zip64(zipped())])
def test_an_archive_is_opened(data: bytes) -> None:
    archive = open_zip(io.BytesIO(data), 1_000)
    assert archive.namelist() == ["000000.txt", "000001.txt", "000002.txt"]
    assert archive.read("000002.txt") == b"2"


@pytest.mark.parametrize("data", [zipped(99), of_zip64(zipped(99))])
def test_a_long_directory_is_not_read_whichever_end_tells_it(data: bytes) -> None:
    with pytest.raises(TooLongError):
        open_zip(io.BytesIO(data), 1_000)


def test_what_is_longer_than_a_directory_may_be_is_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", bytes(9_999))
    assert len(open_zip(packed, 1_000).read("a.txt")) == 9_999


@pytest.mark.parametrize(
    "data", [b"", b"PK\3\4", zipped()[:-1], b"before" + zipped(), zipped(0)], ids=len
)
def test_what_is_damaged_or_lies_within_another_is_told(data: bytes) -> None:
    with pytest.raises(BROKEN):
        open_zip(io.BytesIO(data), 1_000)

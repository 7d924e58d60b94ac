"""A mirrored issue in one: the same files make the same bytes, and nothing else is unpacked."""

import io
import zipfile

import pytest

from store.errors import SourceError
from store.press.mirror import FIRST, File, is_mirror, pack, unpack

FILES = (File("content/1.html", "老桥".encode()), File("layout/node_01.html", b"<a>"))


def test_files_come_back_and_their_order_does_not_matter() -> None:
    data = pack(reversed(FILES))
    assert is_mirror(data)
    assert data == pack(FILES)
    assert unpack(data, "pages") == FILES


def test_another_archive_is_no_mirror() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.html", "x")
    assert not is_mirror(packed.getvalue())


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(FIRST, "")
        archive.writestr("a.html", "x" * 9999, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


@pytest.mark.parametrize("data", [bomb(), pack(FILES)[:-9], pack([File("a", b"x" * 99)])[:80]])
def test_what_pack_has_not_made_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="pages: this mirrored issue is damaged"):
        unpack(data, "pages")

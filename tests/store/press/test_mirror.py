"""A mirrored issue in one: the same files make the same bytes, and nothing else is unpacked."""

import io
import zipfile
from datetime import date

import pytest

from store.errors import SourceError
from store.press.mirror import (
    FIRST,
    HOST,
    File,
    Place,
    Places,
    at,
    is_mirror,
    is_part,
    pack,
    unpack,
)
from store.press.text.web_address import day_in

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


NODE = "paper.example/rmrb/pc/layout/202403/12/node_01.html"
DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (f"down/{NODE}", f"{HOST}down/{NODE}"),
        (f"down/{NODE}", f"http://{NODE}"),
        (f"down/{NODE}", "http://cdn.example/rmrb/pc/layout/202403/12/node_01.html"),
        (f"down/{NODE}", f"{HOST}rmrb/pc/layout/202403/12/node_01.html"),
        ("pc/layout/202403/12/node_01.html", f"http://{NODE}"),
        ("saved/layout/202403/12/node_01.html", f"http://{NODE}"),
        ("node_01.html", f"http://{NODE}"),
        ("saved/NODE_01.HTML?v=1", f"http://{NODE}"),
        ("saved/node_01.htm@div=-1", "http://paper.example/202403/12/node_01.htm"),
        ("x/read.do?id=3", "http://paper.example/x/read.do?id=3"),
        ("a%20b.html", f"{HOST}a b.html"),
    ],
)
def test_what_an_address_names(path: str, address: str) -> None:
    day = day_in(path)
    assert Places([Place("other.html"), Place(path, "", day)]).find(address) == path


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (NODE, f"http://{NODE.replace('/12/', '/11/')}"),
        (NODE, f"{HOST}p/pc/layout/202403/12/node_01.html"),
        (NODE, f"{HOST}node_01.html"),
        ("saved/index.html", "http://other.example/x/index.html"),
        ("index.html", "http://other.example/index.html"),
        ("x/read.do?id=3", "http://paper.example/x/read.do?id=4"),
        (NODE, f"{HOST}../../etc/passwd"),
        (NODE, ""),
    ],
)
def test_what_a_mirror_has_not(path: str, address: str) -> None:
    assert Places([Place(path, "", day_in(path))]).find(address) == ""


def test_a_file_that_knows_its_address_is_found_by_it() -> None:
    places = Places([Place("要闻.html", f"http://{NODE}", DAY), Place("node_01.html", "", DAY)])
    assert places.find(f"http://{NODE}") == "要闻.html"


def test_pages_of_two_days_in_one_folder_are_told_apart() -> None:
    other = Place("node_01.html", "", date(2024, 3, 11))
    assert Places([other]).find(f"http://{NODE}") == ""
    assert Places([Place("a/node_01.html", "", DAY), other]).find(f"http://{NODE}").startswith("a/")


def test_a_part_says_so_and_is_read_like_the_whole() -> None:
    files = [File("a.html", b"part")]
    part, whole = pack(files, part=True), pack(files)
    assert is_part(part)
    assert not is_part(whole)
    assert unpack(part, "x") == unpack(whole, "x") == tuple(files)


def test_what_was_fetched_lies_at_its_own_address() -> None:
    fetched = f"http://{NODE}"
    assert at(fetched) == fetched
    assert at(NODE) == HOST + NODE
    assert Places([Place(fetched, fetched), Place("node_01.html")]).find(fetched) == fetched

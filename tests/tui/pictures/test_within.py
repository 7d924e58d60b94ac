"""Pictures within documents: drawn from a page of a PDF, or taken out of a saved page."""

import zipfile
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from store.press.package import within
from tests.store.press.pdf.writer import Sheet
from tests.store.press.pdf.writer import pdf as pdf_of
from tui.pictures.drawing import Room, Wish
from tui.pictures.within import is_within_pdf, of_page, part_of
from tui.pictures.worker import ABSENT, NO_PICTURE, draw

ROOM = Room(40, 10)
WHERE = "https://qing.example/bridge.png"


def saved(data: bytes) -> bytes:
    """Return a page that is saved in one file with this picture."""
    return (
        b"Content-Type: multipart/related; boundary=x\r\n"
        b"Snapshot-Content-Location: https://qing.example/\r\n"
        b"\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>\r\n--x\r\nContent-Type: image/png\r\n"
        b"Content-Transfer-Encoding: base64\r\nContent-Location: "
        + WHERE.encode()
        + b"\r\n\r\n"
        + b64encode(data)
        + b"\r\n--x--\r\n"
    )


def pdf() -> bytes:
    sheet = Sheet()
    sheet.picture(100, 100, 400, 200)
    return pdf_of([sheet])


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("pdf:1/0-0-1000-1000", True),
        ("pdf:1/0-0-1000", False),
        ("pdf:x/0-0-1-1", False),
        (WHERE, False),
        ("", False),
    ],
)
def test_what_stands_within_a_pdf_its_address_tells(address: str, is_one: bool) -> None:
    assert is_within_pdf(address) is is_one


def test_a_place_on_a_page_is_drawn(pillow: Any) -> None:
    width, height = 800, 1100
    place = "-".join(
        str(round(1000 * at / of))
        for at, of in ((100, width), (100, height), (500, width), (300, height))
    )
    drawn = of_page(pdf(), f"pdf:1/{place}", ROOM)
    assert drawn is not None
    assert 1.8 < drawn.width / drawn.height < 2.2
    inside = drawn.convert("RGB").getpixel((drawn.width // 2, drawn.height // 2))
    outside = of_page(pdf(), "pdf:1/700-700-900-900", ROOM)
    assert outside is not None
    assert outside.convert("RGB").getpixel((5, 5)) == (255, 255, 255) != inside


@pytest.mark.parametrize(
    "address", ["pdf:9/0-0-1000-1000", "pdf:1/500-500-500-600", "pdf:0/0-0-9-9"]
)
def test_a_place_that_is_none_is_not_drawn(pillow: Any, address: str) -> None:
    refusal = draw(Wish(pdf(), ROOM, within=address)).refusal
    assert refusal
    assert refusal.template == NO_PICTURE


def test_what_is_no_pdf_is_not_drawn(pillow: Any) -> None:
    assert of_page(b"%PDF-1.7 damaged", "pdf:1/0-0-1000-1000", ROOM) is None


def test_a_saved_pages_picture_is_the_part_from_its_address(picture: Callable[..., bytes]) -> None:
    png = picture()
    assert part_of(saved(png), WHERE) == png
    assert part_of(saved(png), "https://qing.example/other.png") == b""
    assert draw(Wish(saved(png), ROOM, within=WHERE)).columns
    refusal = draw(Wish(saved(png), ROOM, within="https://qing.example/other.png")).refusal
    assert refusal
    assert refusal.template == ABSENT


def test_a_books_picture_is_the_part_at_its_path(picture: Callable[..., bytes]) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        book.writestr("OEBPS/图 1.png", picture())
    address = within("OEBPS/图 1.png")
    assert part_of(packed.getvalue(), address) == picture()
    assert part_of(packed.getvalue(), within("OEBPS/2.png")) == b""
    assert part_of(b"PK damaged", address) == b""

"""What a room is given: the record of the source is made of it."""

import hashlib
from datetime import UTC, datetime

from msgspec.structs import replace

from store.press.kinds import PDF
from store.press.material import Material
from store.press.text.decode import decode


def test_the_record_of_a_source() -> None:
    text = "青溪时报".encode("gb18030")
    source = Material("a.txt", text, decoded=decode(text)).source()
    assert (source.kind, source.encoding, source.kind_told) == ("dump", "gb18030", False)
    assert source.sha256 == hashlib.sha256(text).hexdigest()
    assert Material("a.pdf", b"x", PDF, told=True).source().kind_told


def test_what_was_fetched_has_an_address() -> None:
    page = Material("http://user:secret@paper.example/a.html?utm_source=x", b"")
    assert page.address == ""
    fetched = replace(page, arrived=datetime(2024, 3, 1, tzinfo=UTC))
    assert fetched.address == "http://paper.example/a.html"

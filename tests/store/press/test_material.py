"""What a room is given: the record of the source is made of it."""

import hashlib

from store.press.kinds import PDF
from store.press.material import Material
from store.press.text.decode import decode


def test_the_record_of_a_source() -> None:
    text = "青溪时报".encode("gb18030")
    source = Material("a.txt", text, decoded=decode(text)).source()
    assert (source.kind, source.encoding, source.kind_told) == ("dump", "gb18030", False)
    assert source.sha256 == hashlib.sha256(text).hexdigest()
    assert Material("a.pdf", b"x", PDF, told=True).source().kind_told

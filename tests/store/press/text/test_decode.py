"""Decoding: by what the bytes say as a newspaper."""

import pytest

from store.press.text.decode import Decoded, decode

SIMPLIFIED = "青溪县今年安排专项资金，年内完成望月桥、南渡廊桥的修缮。这是记者从会上了解到的。" * 3
TRADITIONAL = "青溪縣今年安排專項資金，年內完成望月橋、南渡廊橋的修繕。這是記者從會上了解到的。" * 3


def text_of(data: bytes) -> Decoded:
    decoded = decode(data)
    assert decoded is not None
    return decoded


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5hkscs", "big5hkscs"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "utf-32", "utf-32"),
        ("The bridge is open – “at last”, they said. " * 5, "cp1252", "cp1252"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str, found: str) -> None:
    decoded = text_of(text.encode(encoding))
    assert (decoded.text.lstrip("\ufeff"), decoded.encoding) == (text, found)
    assert decoded.broken == 0


def test_a_broken_byte_costs_a_line_at_most() -> None:
    data = bytearray((SIMPLIFIED + "\n").encode("gb18030") * 4)
    data[40:41] = b"\xff"
    decoded = text_of(bytes(data))
    assert decoded.encoding == "gb18030"
    assert decoded.broken > 0
    assert decoded.text.split("\n")[1:-1] == [SIMPLIFIED] * 3


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 50])
def test_binary_data_is_no_text(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize(
    ("first", "second", "main"),
    [
        (("utf-8", f"{SIMPLIFIED}\n{SIMPLIFIED}"), ("gb18030", "责任编辑 白露"), "utf-8"),
        (("gb18030", f"{SIMPLIFIED}\n{SIMPLIFIED}"), ("utf-8", "责任编辑 白露"), "gb18030"),
        (("utf-8", TRADITIONAL * 2), ("big5hkscs", "責任編輯 白露 版式設計"), "utf-8"),
        (("utf-8", SIMPLIFIED), ("gb18030", SIMPLIFIED), "utf-8"),
    ],
)
def test_lines_in_another_encoding_are_read_in_it(
    first: tuple[str, str], second: tuple[str, str], main: str
) -> None:
    data = b"\n".join(text.encode(encoding) for encoding, text in (first, second))
    decoded = text_of(data)
    assert decoded.text == f"{first[1]}\n{second[1]}"
    assert (decoded.encoding, decoded.broken, decoded.other) == (main, 0, 1)


def test_a_lost_byte_makes_no_line_of_another_encoding() -> None:
    data = (SIMPLIFIED + "\n").encode() * 2
    decoded = text_of(data[:30] + data[31:])
    assert (decoded.encoding, decoded.other) == ("utf-8", 0)
    assert decoded.broken <= 2


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_stray_nuls_make_no_text_binary(encoding: str) -> None:
    data = (SIMPLIFIED + "\n").encode(encoding) + bytes(300)
    assert text_of(data).text.rstrip("\0") == SIMPLIFIED + "\n"

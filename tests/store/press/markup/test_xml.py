"""A stranger's XML."""

import pytest

from store.press.limits import limited
from store.press.markup.xml import parse_xml


def test_well_formed_xml() -> None:
    root = parse_xml('<?xml version="1.0" encoding="gb2312"?><a>渡口<!-- x --></a>'.encode("gbk"))
    assert root is not None
    assert root.text == "渡口"


def test_damaged_and_deep_xml_is_none() -> None:
    assert parse_xml(b"<a><b></a>") is None
    assert parse_xml(b"") is None
    assert parse_xml(b"<a>" * 300 + b"</a>" * 300) is None


def test_entities_are_not_resolved() -> None:
    declared = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 99}">' for n in range(9)
    )
    root = parse_xml(f"<!DOCTYPE a [{declared}<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
                     "<a>1<b>&f;</b></a>".encode())  # fmt: skip
    assert root is not None
    assert "root" not in "".join(map(str, root.itertext()))
    assert parse_xml(f"<!DOCTYPE a [{declared}]><a>&e8;</a>".encode()) is None


def test_an_encoding_that_there_is_not() -> None:
    assert parse_xml(b'<?xml version="1.0" encoding="no-such"?><a/>') is None


def test_too_little_memory_is_no_damage() -> None:
    with limited(memory=2**20), pytest.raises(MemoryError):
        parse_xml(b"<a>" + b"<b>x</b>" * 400_000 + b"</a>")

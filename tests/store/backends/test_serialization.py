"""Models to plain values and bytes, and back through a door that lets nothing else in."""

from datetime import date

import pytest

from store.backends.serialization import (
    decode,
    from_bytes,
    from_plain,
    to_bytes,
    to_json,
    to_plain,
)
from store.errors import LibraryError
from store.models import Issue, Paper

ISSUE = Issue(Paper("临江日报"), date(2024, 3, 5), id="linjiangribao-2024-03-05")


def test_a_model_comes_back_from_plain_values_json_and_message_pack() -> None:
    assert to_plain(ISSUE)["date"] == "2024-03-05"
    assert from_plain(to_plain(ISSUE), Issue) == ISSUE
    assert decode(to_json(ISSUE), Issue) == ISSUE
    assert from_bytes(to_bytes(ISSUE), Issue) == ISSUE


def test_json_is_utf_8_and_indented_on_demand() -> None:
    assert to_json({"报": [1]}) == '{"报":[1]}'.encode()
    assert to_json({"报": [1]}, indent=True).decode() == '{\n "报": [\n  1\n ]\n}'


@pytest.mark.parametrize("plain", [{"date": "yesterday"}, {"pages": 3}, [], "x", None])
def test_values_of_another_shape_are_a_sentence(plain: object) -> None:
    with pytest.raises(LibraryError, match="not what dubao wrote"):
        from_plain(plain, Issue)
    with pytest.raises(LibraryError, match="not what dubao wrote"):
        decode(to_json(plain), Issue)


DEEP = b'{"":' * 20_000


@pytest.mark.parametrize("packed", [b"", b"{", b"\xff", b'{"paper": "\xff"}', DEEP, b"[" * 20_000])
def test_what_is_no_json_is_a_sentence(packed: bytes) -> None:
    with pytest.raises(LibraryError, match="not what dubao wrote"):
        decode(packed, Issue)
    with pytest.raises(LibraryError, match="not what dubao wrote"):
        decode(packed, dict[str, object])

"""What a file says is clean and bounded before it is used, and honest bytes stay as they are."""

import json

import pytest

from store.backends import incoming
from store.backends.incoming import checked
from store.errors import LibraryError


@pytest.mark.parametrize(
    "text", ["青溪时报：“通车”\n第二行", 'a "quoted" \\ path', "Café", "ที่นี่", "🚇", "\t\f"]
)
def test_honest_bytes_mean_the_same(text: str) -> None:
    packed = json.dumps({"一": [text, 1, None, 0.5]}, ensure_ascii=False).encode()
    assert json.loads(checked(packed)) == {"一": [text, 1, None, 0.5]}


def test_what_needs_no_cleaning_is_not_copied() -> None:
    packed = json.dumps({"headline": "新桥“通车”了，2019年。"}, ensure_ascii=False).encode()
    assert checked(packed) is packed


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize(
    "bad",
    ["\x1b", "\x07", "\r", "\x00", "\x7f", "\x9b", "\u202e", "\u200b", "\u0600", "\U000e0041"],
)
def test_whatever_way_it_is_written_it_does_not_get_in(bad: str, ascii_only: bool) -> None:
    plain = {f"n{bad}": [{"a": f"一{bad}二"}]}
    packed = json.dumps(plain, ensure_ascii=ascii_only).encode()
    assert json.loads(checked(packed)) == {"n": [{"a": "一二"}]}


def test_too_many_records_are_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "UNCOUNTED", 10)
    monkeypatch.setattr(incoming, "MOST_RECORDS", 3)
    monkeypatch.setattr(incoming, "MOST_VALUES", 5)
    assert checked(b'[{"a":1},{"a":1},{"a":1}]')
    for packed in (b"[" + b'{"a":1},' * 3 + b'{"a":1}]', b"[" + b"1," * 6 + b"1]"):
        with pytest.raises(LibraryError, match="more than it can"):
            checked(packed)

"""The inputs of an import as they are named: files, folders and standard input."""

import io
from contextlib import nullcontext
from pathlib import Path

import pytest

from store.errors import SourceError
from store.exports.archive import HEAD
from store.imports.sources import Input
from store.press.recognise import LIMIT
from tui.cli.importing.inputs import count_inputs, inputs_of


def test_inputs_are_counted_and_read_in_the_order_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_bytes(b"x")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"given")))
    names = ["-", str(tmp_path), "absent.txt"]
    assert count_inputs(names) == 4
    assert list(inputs_of(names)) == [
        Input("-", b"given"),
        Input(str(tmp_path / "a.txt"), top=str(tmp_path), inner="a.txt"),
        Input(str(tmp_path / "b.txt"), top=str(tmp_path), inner="b.txt"),
        Input("absent.txt"),
    ]


def test_no_more_is_read_of_standard_input_than_the_press_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with open("/dev/zero", encoding="latin-1") as endless:
        monkeypatch.setattr("sys.stdin", endless)
        (given,) = inputs_of(["-"])
    assert len(given.data or b"") == LIMIT + 1


def test_an_archive_on_standard_input_is_read_whole_or_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = b"PK\3\4" + bytes(26) + HEAD.encode() + bytes(100)
    tar = bytes(257) + b"ustar" + bytes(LIMIT)
    for data, most, refused in (
        (own, 1000, False),
        (own, 100, True),
        (tar, 2 * LIMIT, False),
        (tar, LIMIT, True),
    ):
        monkeypatch.setattr("tui.cli.importing.inputs.LARGEST", most)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        with pytest.raises(SourceError, match="limit") if refused else nullcontext():
            assert list(inputs_of(["-"])) == [Input("-", data)]

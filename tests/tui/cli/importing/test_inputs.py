"""The inputs of an import as they are named: files, folders and standard input."""

import io
from pathlib import Path

import pytest

from store.imports.sources import Input
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
        Input(str(tmp_path / "a.txt")),
        Input(str(tmp_path / "b.txt")),
        Input("absent.txt"),
    ]

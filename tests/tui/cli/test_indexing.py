"""Bringing the index up to date: a failure costs time, not the command."""

from pathlib import Path
from typing import Any

import pytest

from store.library.library import open_library
from tui.cli.indexing import update_index, update_index_if_possible


def test_an_index_that_cannot_be_written_is_told_of(
    tmp_path: Path, builder: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_library(tmp_path) as library:
        builder().on(2024, 3, 5).page("1").article("修桥").add_to(library)
        assert update_index(library)
        (tmp_path / ".index.lock").unlink()
        (tmp_path / ".index.lock").mkdir()
        update_index_if_possible(library)
    assert "index" in capsys.readouterr().err

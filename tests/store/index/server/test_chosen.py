"""The index of an archive lies where its reader has set, that of a folder always here."""

from pathlib import Path

import pytest

from store.index.server.chosen import is_on_server
from store.locations import config_file
from tests.store.index.test_exact import Shelf


def test_an_archive_is_searched_where_it_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    archive = Shelf(tmp_path, address="postgresql://archive.example/papers")
    assert not is_on_server(archive)
    config_file().parent.mkdir(parents=True)
    config_file().write_text('search = "server"\n')
    assert is_on_server(archive)
    assert not is_on_server(Shelf(tmp_path, address=str(tmp_path)))

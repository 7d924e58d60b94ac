"""Where things lie: what one says, else what the environment says, else the platform."""

from pathlib import Path

import pytest

from store.locations import (
    cache_folder,
    config_file,
    credentials_folder,
    library_address,
    state_folder,
    state_room,
)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all lie in a home of its own, none of it named."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DUBAO_LIBRARY", "DUBAO_STATE", "DUBAO_CACHE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("DATA", "STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


def test_the_platform_says_it_last(tmp_path: Path) -> None:
    assert library_address() == str(tmp_path / "data" / "dubao")
    assert state_folder() == tmp_path / "state" / "dubao"
    assert cache_folder() == tmp_path / "cache" / "dubao"
    assert config_file() == tmp_path / "config" / "dubao" / "config.toml"
    assert credentials_folder() == tmp_path / "config" / "dubao" / "credentials"


def test_what_is_chosen_comes_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUBAO_LIBRARY", "/srv/papers")
    assert library_address() == "/srv/papers"
    assert library_address("~/mine") == str(tmp_path / "mine")


@pytest.mark.parametrize(
    ("name", "folder"), [("DUBAO_STATE", state_folder), ("DUBAO_CACHE", cache_folder)]
)
def test_a_variable_names_a_folder(
    name: str, folder: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(folder)
    monkeypatch.setenv(name, "/elsewhere")
    assert folder() == Path("/elsewhere")


def test_a_state_has_the_room_that_it_needs_unless_a_variable_says_less(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for said, room in (("", None), ("a lot", None), ("4096", 4096)):
        monkeypatch.setenv("DUBAO_ROOM", said)
        assert state_room() == room

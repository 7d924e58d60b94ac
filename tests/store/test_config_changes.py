"""One setting is changed, and nothing else."""

from pathlib import Path

import pytest

from store.config import Config, read_config
from store.config_changes import set_setting
from store.errors import DubaoError

WRITTEN = """# mine
theme = "night"  # at home

[keys]
star = "s,f2"  # as ever
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a configuration with remarks."""
    path = tmp_path / "dubao" / "config.toml"
    path.parent.mkdir()
    path.write_text(WRITTEN)
    return path


def test_remarks_and_all_else_stay(path: Path) -> None:
    set_setting("theme", "paper", path)
    set_setting("keys.front", "f", path)
    assert path.read_text() == WRITTEN.replace("night", "paper") + 'front = "f"\n'


def test_it_is_what_is_read_then(path: Path) -> None:
    assert set_setting("mouse", "on", path) == read_config(path)
    assert read_config(path) == Config(theme="night", mouse=True, keys={"star": "s,f2"})
    set_setting("mouse", None, path)
    set_setting("keys.star", None, path)
    assert read_config(path) == Config(theme="night")


def test_a_first_setting_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "none" / "config.toml"
    set_setting("language", "zh", path)
    assert path.read_text() == 'language = "zh"\n'


@pytest.mark.parametrize(
    ("name", "value"),
    [("language", "fr"), ("mouse", "perhaps"), ("nothing", "1"), ("theme.x", "1")],
)
def test_what_cannot_be_set_changes_nothing(path: Path, name: str, value: str) -> None:
    with pytest.raises(DubaoError):
        set_setting(name, value, path)
    assert path.read_text() == WRITTEN


def test_a_file_that_is_wrong_already_stays_as_it_is(path: Path) -> None:
    path.write_text("theme")
    with pytest.raises(DubaoError, match="cannot be read"):
        set_setting("theme", "paper", path)
    assert path.read_text() == "theme"

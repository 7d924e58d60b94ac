"""The configuration and its mistakes."""

import os
from pathlib import Path

import pytest

from store.config import Config, read_config
from store.errors import DubaoError


def test_a_missing_file_leaves_every_choice_open(tmp_path: Path) -> None:
    assert read_config(tmp_path / "config.toml") == Config("", "", False)


def test_settings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('language = "zh"\nmouse = true\n')
    assert read_config(path) == Config("zh", "", True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("mouse = 1", "mouse"),
        ('language = "fr"', "language"),
        ("colour = true", "no setting colour; there are .*theme"),
        ("mouse", "cannot be read"),
        ("a=" + "[" * 20_000, "cannot be read"),
        ("a=" + "{a=" * 20_000, "cannot be read"),
        (".".join("a" * 2_000) + "=1", "no setting a"),
        ("\xff", "cannot be read"),
        ("mouse = false\n\ncolour = 1", "line 3: there is no setting colour"),
        ("mouse = false\nhanging = 3", "line 2: a setting has a wrong value"),
        ("[keys]\nfront = 'f'\nstar = 3", "line 1: a setting has a wrong value"),
    ],
)
def test_a_wrong_setting_is_a_sentence(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, "latin-1")
    with pytest.raises(DubaoError, match=why) as error:
        read_config(path)
    assert str(path) in str(error.value)


def test_what_is_no_file_or_endless_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    for endless in (True, False):
        path.symlink_to("/dev/zero") if endless else os.mkfifo(path)
        with pytest.raises(DubaoError, match="not a regular file"):
            read_config(path)
        path.unlink()

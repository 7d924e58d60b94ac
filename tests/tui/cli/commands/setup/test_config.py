"""``dubao config``."""

import json
from pathlib import Path

import pytest
from msgspec.structs import fields

from store.config import Config, read_config
from store.locations import config_file
from tests.tui.cli.support import Dubao
from tui.cli.commands.setup.config import MEANINGS


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_every_setting_is_listed_with_its_meaning(dubao: Dubao) -> None:
    assert MEANINGS.keys() == {each.name for each in fields(Config)}
    status, out, _err = dubao("config")
    assert status == 0
    assert all(name in out and meaning in out for name, meaning in MEANINGS.items())
    assert str(config_file()) in out


def test_setting_one_and_giving_it_back(dubao: Dubao) -> None:
    assert "night  line 1" in dubao("config", "theme", "night")[1]
    assert read_config().theme == "night"
    dubao("config", "keys.star", "s,f2")
    rows = json.loads(dubao("config", "--json")[1])
    assert [row["value"] for row in rows if row["line"] and row["value"]] == ["night", "s,f2"]
    assert "default" in dubao("config", "theme", "--unset")[1]
    assert read_config() == Config(keys={"star": "s,f2"})


def test_of_a_folder_it_is_told_that_its_index_stays(dubao: Dubao) -> None:
    assert "stays on this host" in dubao("config", "search", "server")[2]
    assert "stays" not in dubao("config", "search", "local")[2]
    archive = ("--library", "postgresql://archive.example/papers")
    assert "stays" not in dubao(*archive, "config", "search", "server")[2]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("theme", "pink"), "There is no theme pink; choose one of"),
        (("colour", "x"), "There is no setting colour; there are"),
        (("keys.star", "q"), "The key q is set for"),
        (("keys.nothing", "x"), "no command nothing"),
        (("mouse", "perhaps"), "wrong value"),
        (("colours.page", "#ffffff"), "no colour for page; there are ground"),
        (("colours.head", "pink"), "head: pink is no colour"),
        (("--unset",), "--unset which setting?"),
    ],
)
def test_what_cannot_be_set_is_told_and_changes_nothing(
    dubao: Dubao, words: tuple[str, ...], why: str
) -> None:
    status, out, err = dubao("config", *words)
    assert (status, out, why in err) == (2, "", True)
    assert not config_file().exists()

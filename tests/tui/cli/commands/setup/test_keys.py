"""``dubao keys``: the reader's commands with their keys, and what is wrong with those set."""

import json
from pathlib import Path

from tests.tui.cli.support import Dubao


def test_commands_are_listed_with_the_keys_that_are_set(dubao: Dubao, tmp_path: Path) -> None:
    status, out, err = dubao("keys")
    assert (status, err) == (0, "")
    assert "star" in out
    config = tmp_path / "config" / "dubao" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\nstar = "f5"\n')
    listed = json.loads(dubao("keys", "--json")[1])
    assert [one["keys"] for one in listed if one["name"] == "star"] == [["f5"]]
    config.write_text('[keys]\nstar = "x"\n')
    status, out, err = dubao("keys")
    assert status == 1
    assert "star" in err
    assert out


def test_every_command_is_listed_once_by_a_plain_name(dubao: Dubao) -> None:
    names = [one["name"] for one in json.loads(dubao("keys", "--json")[1])]
    assert len(names) == len(set(names))
    assert {"next-article", "previous-week", "show-prints", "command-line"} <= set(names)
    assert len(dubao("keys")[1].splitlines()) == len(names)

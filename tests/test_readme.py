"""The READMEs tell what the code does: a table of keys made from the commands, paths that exist."""

import re
from pathlib import Path

import pytest

from tui.all_commands import sections

README = Path(__file__).parents[1] / "README.md"
HOUSE = Path(__file__).with_name("README.md").read_text(encoding="utf-8")
"""The way through the house, for developers; ``a/b`` stands in it for any module."""


def table() -> str:
    """Return the table of keys as the README has it."""
    lines = ["| where | keys | what |", "|---|---|---|"]
    for where, commands in sections().items():
        for command in commands:
            keys = " ".join(f"`{key}`" for key in command.keys_shown().split())
            lines.append(f"| {where} | {keys} | {command.title} |")
            where = ""
    return "\n".join(lines)


def between(text: str, mark: str) -> str:
    """Return what stands between the README's marks of this name."""
    return text.split(f"<!-- {mark} -->")[1].split(f"<!-- /{mark} -->")[0].strip()


def test_the_table_of_keys_is_that_of_the_commands() -> None:
    assert between(README.read_text(encoding="utf-8"), "keys") == table()


def test_no_key_means_two_things_in_one_place() -> None:
    for where, commands in sections().items():
        keys = [key for command in commands for key in command.keys.split(",")]
        assert len(keys) == len(set(keys)), where


def test_the_way_through_the_house_is_short() -> None:
    assert len(HOUSE.splitlines()) <= 60


@pytest.mark.parametrize("path", re.findall(r"`((?:store|tui|tests)/[a-z_/.]+)`", HOUSE))
def test_the_way_through_the_house_leads_to_what_is_there(path: str) -> None:
    assert "/a/" in path or (Path(__file__).parents[1] / path).exists()

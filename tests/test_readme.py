"""The READMEs tell what the code does: their commands, keys, queries and paths are there."""

import json
import re
import shlex
from pathlib import Path

import pytest

from store.index.query.fields import FIELD_OF
from store.index.query.parse import parse as parse_query
from tui.all_commands import sections
from tui.cli.help.topics import topics
from tui.cli.parser import COMMANDS, parse

TESTS = Path(__file__).parent
README = (TESTS.parent / "README.md").read_text(encoding="utf-8")
ENGLISH, CHINESE = README.split("## 中文")
HOUSE = (TESTS / "README.md").read_text(encoding="utf-8")
"""The way through the house, for developers; ``a/b`` stands in it for any module."""

SHELL = re.findall(r"^```sh\n(.+?)^```$", README, re.MULTILINE | re.DOTALL)
INLINE = re.findall(r"`([^`\n]+)`", README)
PLACES = {"COMMAND": "list", "QUERY": "防汛"}
"""What stands in for what a reader chooses."""


def given() -> set[str]:
    """Return the commands that the README has someone give."""
    lines = [line for block in SHELL for line in block.splitlines()] + INLINE
    return {
        command.partition("#")[0].strip()
        for line in lines
        for command in re.findall(r"(?:^|/bin/)(dubao [^&]+)", line)
    }


def table_of(text: str, head: str) -> list[list[str]]:
    """Return the rows of the table under this `head`, each as its cells."""
    rows = text.split(f"{head}\n")[1].split("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


def test_it_is_read_in_one_go() -> None:
    assert len(README.splitlines()) <= 200
    assert len(HOUSE.splitlines()) <= 60


def test_it_has_no_word_of_the_house_in_it() -> None:
    assert not re.findall(r"the press\b|furniture|\bshelf|\bkin\b|\broom", ENGLISH)
    assert not re.findall("排读|另放|报名", CHINESE)


@pytest.mark.parametrize("command", sorted(given()))
def test_every_command_can_be_given(command: str) -> None:
    words = [PLACES.get(word, word) for word in shlex.split(command)[1:]]
    if words == ["list", "--help"]:
        assert "list" in COMMANDS
    elif words[:1] == ["help"] and words[1:]:
        assert words[1] in topics()
    else:
        assert parse(words).command in COMMANDS


def test_english_and_chinese_begin_with_the_same_command() -> None:
    opened = [block for block in SHELL if "venv" in block and "pytest" not in block]
    assert len(opened) == 2
    assert opened[0] == opened[1]


def titles() -> dict[str, str]:
    """Return what each key does that works everywhere, in English."""
    return {
        key: command.title
        for command in sections()["everywhere"]
        for key in command.keys_shown().split()
    }


def test_the_keys_do_what_the_table_says() -> None:
    rows = table_of(ENGLISH, "| key | what |")
    assert 10 <= len(rows) <= 15
    for keys, what in rows:
        first, *others = keys.replace("`", "").split()
        assert what.removesuffix(", and back") == titles()[first].rstrip()
        assert all(key in titles() for key in others)


def test_the_chinese_table_names_keys_that_are_there() -> None:
    known = titles() | {"空格": "", "回车": ""}
    keys = [
        key for row in table_of(CHINESE, "| 键 | 作用 |") for key in re.findall("`(.+?)`", row[0])
    ]
    assert len(keys) > 10
    assert all(key in known for key in keys)


QUERIES = [
    query
    for row in table_of(ENGLISH, "| you type | it finds |")
    for query in re.findall("`(.+?)`", " ".join(row))
]


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_is_understood(query: str) -> None:
    parsed = parse_query(query.replace("\\|", "|"))
    assert parsed.groups
    assert not parsed.problems
    assert ":" not in query or query.partition(":")[0] in FIELD_OF


def test_the_share_of_stories_read_wrongly_is_what_the_laboratory_measured() -> None:
    figures = json.loads((TESTS / "press_lab" / "figures.json").read_text("utf-8"))
    assert "fewer than one story in ten" in ENGLISH
    assert min(figures["= wild"][each] for each in ("headline_exact", "bound_strict")) > 0.9
    assert figures["= seed"]["overall"] == 1


@pytest.mark.parametrize("path", re.findall(r"\]\(((?:tests|tui)/[^)]+)\)", README))
def test_what_it_shows_and_leads_to_is_there(path: str) -> None:
    assert (TESTS.parent / path).exists()


def test_no_key_means_two_things_in_one_place() -> None:
    for where, commands in sections().items():
        keys = [key for command in commands for key in command.keys.split(",")]
        assert len(keys) == len(set(keys)), where


def test_the_way_through_the_house_leads_to_what_is_there() -> None:
    named = re.findall(r"`((?:store|tui|tests)/[a-z_/.]+)`", HOUSE)
    assert len(named) > 20
    assert not [path for path in named if "/a/" not in path and not (TESTS.parent / path).exists()]

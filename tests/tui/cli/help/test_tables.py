"""The tables of help are made from the program."""

import pytest

from store.index.query.fields import FIELD_OF, KIND_OF, STATE_OF
from tui import language
from tui.all_commands import sections
from tui.cli.help.tables import aligned, commands, fields, keys
from tui.cli.parser import COMMANDS
from tui.typeset import width


@pytest.fixture
def chinese() -> None:
    language.choose("zh")


def test_every_key_is_told_under_its_place() -> None:
    lines = list(keys())
    for place, known in sections().items():
        begin = lines.index(place.replace("`", ""))
        told = "\n".join([*lines[begin + 1 :], ""]).partition("\n\n")[0]
        assert all(command.keys_shown() in told for command in known)


def test_every_field_is_told_with_all_its_names_and_values() -> None:
    told = "\n".join(fields())
    assert all(name in told for name in (*FIELD_OF, *STATE_OF, *KIND_OF))
    assert next(line for line in fields() if "标题" in line).strip() == "headline, title, 标题:"


@pytest.mark.usefixtures("chinese")
def test_names_in_the_language_spoken_come_first() -> None:
    assert next(line for line in fields() if "标题" in line).strip() == "标题, headline, title:"
    language.choose("en")


def test_every_command_is_told() -> None:
    assert [line.split()[0] for line in commands() if line[2] != " "] == list(COMMANDS)


def test_what_is_too_long_goes_on_beneath_itself() -> None:
    lines = list(aligned([("a", "word " * 30), ("很长很长的名字", "x")], 8))
    assert all(width(line) <= 80 for line in lines)
    assert [line[:11] for line in lines[:2]] == ["  a       w", "          w"]
    assert lines[-2:] == ["  很长很长的名字", "          x"]

"""The topics of ``dubao help``: the same in both languages, and what they name is there."""

import re
from collections.abc import Iterator

import pytest

from tests.store.durability.test_backups import ORDER
from tui import language
from tui.cli.help.topics import FOLDER, text_of, topics
from tui.cli.parser import COMMANDS, parse


@pytest.fixture(params=language.LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Speak each language in turn."""
    yield language.choose(request.param)
    language.choose("en")


def test_every_topic_is_there_in_each_language() -> None:
    names = [{path.name for path in (FOLDER / each).iterdir()} for each in language.LANGUAGES]
    assert names[0] == names[1]


def test_a_topic_has_a_title_and_fits_a_terminal(spoken: str) -> None:
    from tui.typeset import width

    assert "backup" in topics()
    for name, title in topics().items():
        assert title
        assert all(width(line) <= 80 for line in text_of(name).splitlines())


def test_the_commands_that_a_topic_names_can_be_given(spoken: str) -> None:
    for name in topics():
        named = re.findall(r"^  (?:\d\. )?dubao (.+)$", text_of(name), re.MULTILINE)
        assert named
        for words in named:
            assert parse(words.split()).command in COMMANDS


def test_the_order_of_a_copy_is_the_one_that_is_tested(spoken: str) -> None:
    steps = re.findall(r"\d\. [^\d\n]*?(\w+\.json|\w+/)", text_of("backup"))
    assert tuple(step.rstrip("/") for step in steps) == ORDER

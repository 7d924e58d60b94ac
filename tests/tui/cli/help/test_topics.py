"""The topics of ``dubao help``: the same in both languages, and what they name is there."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from store.doubts import Doubt, Part
from store.index.query.parse import parse as parse_query
from tests.store.durability.test_backups import ORDER
from tui import language
from tui.cli.help.topics import FOLDER, text_of, topics
from tui.cli.parser import COMMANDS, parse
from tui.messages import translated


@pytest.fixture(params=language.LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Speak each language in turn."""
    yield language.choose(request.param)
    language.choose("en")


def test_every_topic_is_there_in_each_language() -> None:
    for each in language.LANGUAGES:
        assert {path.stem for path in (FOLDER / each).iterdir()} == set(topics())


def test_a_topic_has_a_title_and_fits_a_terminal(spoken: str) -> None:
    from tui.typeset import width

    assert "backup" in topics()
    for name, title in topics().items():
        assert title
        assert all(width(line) <= 80 for line in text_of(name).splitlines())


def test_the_commands_that_a_topic_names_can_be_given(spoken: str) -> None:
    for name in topics():
        for words in re.findall(r"^  (?:\d\. )?dubao (.+)$", text_of(name), re.MULTILINE):
            assert parse(words.split()).command in COMMANDS


def test_what_a_topic_leads_to_is_there(spoken: str) -> None:
    for name in topics():
        for other in re.findall(r"dubao help (\w+)", re.sub(r"\s+", " ", text_of(name))):
            assert other in {*topics(), *COMMANDS}


def test_every_example_of_the_filter_is_understood(spoken: str) -> None:
    lines = text_of("filter").split("\n\n")[3].splitlines()
    queries = [re.split(r"\s{2,}", line.strip())[0] for line in lines]
    assert len(queries) > 10
    for query in queries:
        assert parse_query(query).groups
        assert not parse_query(query).problems


def test_what_may_be_doubted_is_explained_by_its_word(spoken: str) -> None:
    begun = text_of("correcting").splitlines()
    for part in get_args(Part):
        name = translated(Doubt(part, "near_call").name)
        assert [line for line in begun if line.startswith(f"  {name}  ")]


def test_the_order_of_a_copy_is_the_one_that_is_tested(spoken: str) -> None:
    steps = re.findall(r"\d\. [^\d\n]*?(\w+\.json|\w+/)", text_of("backup"))
    assert tuple(step.rstrip("/") for step in steps) == ORDER


def test_what_cron_and_systemd_start_can_be_given(spoken: str) -> None:
    started = re.findall(r"^(?:\*/15 .*|    ExecStart=.*)/dubao (.+)$", text_of("unattended"), re.M)
    assert len(started) == 2
    for words in started:
        assert parse(words.split()).command == "fetch"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd")
def test_systemd_takes_the_units(spoken: str, tmp_path: Path) -> None:
    texts = re.split(r"^(dubao-fetch\.\w+)$", text_of("unattended"), flags=re.M)
    for name, text in zip(texts[1::2], texts[2::2], strict=True):
        lines = re.findall(r"^    (\[.+|\w+=.*)$", text, re.M)
        unit = "\n".join(lines).replace("%h/.local/bin/dubao", "/bin/true")
        (tmp_path / name).write_text(f"{unit}\n")
    units = sorted(map(str, tmp_path.iterdir()))
    assert len(units) == 2
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", *units], capture_output=True, text=True, check=False
    )
    assert not [line for line in done.stderr.splitlines() if "dubao-fetch" in line]

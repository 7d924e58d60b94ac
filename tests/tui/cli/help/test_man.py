"""The manual holds all that the topics and the commands say."""

import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tui import language
from tui.cli.help.man import pages
from tui.cli.help.topics import topics
from tui.cli.parser import COMMANDS


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.choose("en")


def test_it_holds_every_topic_and_every_command_in_each_language() -> None:
    assert {path.parent.name for path in pages()} == set(language.LANGUAGES)
    for path, page in pages().items():
        language.choose(path.parent.name)
        assert all(
            f'.SH "{title}"' in page for name, title in topics().items() if name != "commands"
        )
        assert [
            line.split('"')[1].split()[1] for line in page.splitlines() if line.startswith(".SS")
        ] == list(COMMANDS)
        assert "\\-\\-dry\\-run" in page


def test_what_the_wheel_installs_is_made_of_the_program_as_it_is() -> None:
    for path, page in pages().items():
        assert path.read_text("utf-8") == page, "python -m tui.cli.help.man writes it anew"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("groff"), reason="there is no groff")
def test_man_can_set_it() -> None:
    for page in pages().values():
        done = subprocess.run(
            ["groff", "-man", "-Tutf8", "-K", "utf-8", "-ww"],
            input=page,
            capture_output=True,
            text=True,
            check=True,
        )
        assert "dubao help unattended" in " ".join(done.stdout.split())
        assert not [line for line in done.stderr.splitlines() if "macro" in line]

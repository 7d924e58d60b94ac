"""Streams that are full or closed end a command with one sentence; arguments are echoed clean."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

COMMANDS = (["list"], ["words"], ["keys"], ["--help"], ["--version"], ["list", "--help"])
START = "import sys; from tui.cli.main import main; sys.exit(main())"


def run(
    words: list[str], folder: Path, setup: Callable[[], object], **environment: str
) -> tuple[int, str]:
    ended = subprocess.run(
        [sys.executable, "-c", START, *words],
        env={"HOME": str(folder), "LANG": "C.UTF-8", "PATH": os.environ["PATH"], **environment},
        preexec_fn=setup,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return ended.returncode, ended.stderr.decode()


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", COMMANDS)
def test_a_full_output_is_one_sentence(words: list[str], unbuffered: str, tmp_path: Path) -> None:
    def fill() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)

    status, said = run(words, tmp_path, fill, PYTHONUNBUFFERED=unbuffered)
    assert status in (1, 2)
    assert "Traceback" not in said
    assert 1 <= len(said.splitlines()) <= 2  # there may be nothing to print, which is said too


@pytest.mark.parametrize("closed", [(0,), (1,), (0, 1)])
@pytest.mark.parametrize("words", [*COMMANDS, ["import", "-"]])
def test_closed_streams_are_no_traceback(
    words: list[str], closed: tuple[int, ...], tmp_path: Path
) -> None:
    status, said = run(words, tmp_path, lambda: [*map(os.close, closed)])
    assert status in (0, 1, 2)
    assert "Traceback" not in said
    assert len(said.splitlines()) <= 2

"""Folders of passing guests: they go with them, also after a kill."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.guests.passing import passing_folder

KILLED = """
import os, signal, sys
from pathlib import Path
from tui.guests.passing import passing_folder
with passing_folder(Path(sys.argv[1])) as folder:
    (folder / "state").mkdir()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_is_private_and_goes_with_its_guest(tmp_path: Path) -> None:
    with passing_folder(tmp_path / "guests") as folder:
        (folder / "marks").write_text("x")
        assert folder.stat().st_mode & 0o777 == 0o700
        assert folder.parent.stat().st_mode & 0o777 == 0o700
    assert not list((tmp_path / "guests").iterdir())


@pytest.mark.slow
def test_what_a_killed_guest_left_goes_with_the_next_one_and_nothing_else(tmp_path: Path) -> None:
    with passing_folder(tmp_path) as alive:
        subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
        assert len(list(tmp_path.iterdir())) == 2
        with passing_folder(tmp_path) as folder:
            assert {*tmp_path.iterdir()} == {alive, folder}

"""One guest's reader: what starts it, and that it takes no code from where it stands."""

import subprocess
from pathlib import Path

from tui.guests.reader import command


def test_it_is_the_restricted_reader_of_this_library(tmp_path: Path) -> None:
    words = command(tmp_path, "zh")
    assert words[-5:] == ["--library", str(tmp_path), "--lang", "zh", "--restricted"]
    assert "--lang" not in command(tmp_path)


def test_it_takes_no_code_from_its_folder_or_environment(tmp_path: Path) -> None:
    (tmp_path / "tui").mkdir()
    (tmp_path / "tui" / "__init__.py").write_text("raise SystemExit('taken')")
    ended = subprocess.run(
        [*command(tmp_path), "--help"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "taken" not in ended.stderr

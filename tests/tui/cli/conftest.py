"""What tests of the command line share: a runner of the command, and a page to read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.sample import sample
from tui.cli.main import main

Dubao = Callable[..., tuple[int, str, str]]


@pytest.fixture
def dubao(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    unworded: None,
) -> Dubao:
    """Give a runner of the command, in folders of its own: status, output and errors."""
    for name in ("DATA", "STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv("DUBAO_LIBRARY", raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(arguments)
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def page(tmp_path: Path) -> str:
    """Give the path of the sample page."""
    (tmp_path / "page.txt").write_bytes(sample())
    return "page.txt"

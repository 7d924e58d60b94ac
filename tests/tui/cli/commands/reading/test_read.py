"""``dubao read``: what is said before the reader opens."""

from pathlib import Path

import pytest

from tests.tui.cli.support import Dubao


def test_a_theme_that_is_not_there_is_told_of(
    dubao: Dubao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config" / "dubao").mkdir(parents=True)
    (tmp_path / "config" / "dubao" / "config.toml").write_text('theme = "neon"\n')
    monkeypatch.setattr("tui.terminal.environment.terminal_can_draw", lambda: "")
    status, _, err = dubao()
    assert (status, "there is no theme neon; choose one of ansi-dark" in err) == (2, True)

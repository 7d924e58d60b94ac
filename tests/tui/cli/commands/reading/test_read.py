"""``dubao read``: what is said before the reader opens."""

from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.tui.cli.support import Dubao
from tui.cli.commands.reading import read
from tui.cli.parser import parse


def test_a_theme_that_is_not_there_is_told_of(
    dubao: Dubao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config" / "dubao").mkdir(parents=True)
    (tmp_path / "config" / "dubao" / "config.toml").write_text('theme = "neon"\n')
    monkeypatch.setattr("tui.terminal.environment.terminal_can_draw", lambda: "")
    status, _, err = dubao()
    assert (status, "there is no theme neon; choose one of ansi-dark" in err) == (2, True)


def test_the_reader_starts_without_the_sample_and_says_why(
    dubao: Dubao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("no folder")
    monkeypatch.setattr("tui.terminal.environment.terminal_can_draw", lambda: "")
    monkeypatch.setattr("tui.app.DubaoApp.run", lambda app, **_: notices.append(app._start.notice))
    monkeypatch.setattr("tui.terminal.picture.waiting", lambda _why: nullcontext())
    monkeypatch.setenv("DUBAO_STOCK_OUTPUT", "1")
    notices: list[str] = []
    status, _, err = dubao()
    assert (status, err) == (0, "")
    (notice,) = notices
    assert "the sample paper cannot be saved" in notice


def test_by_itself_it_has_the_arguments_that_the_parser_would_give_it() -> None:
    parsed = vars(parse([]))
    del parsed["version"]  # which ends the command
    assert vars(read.by_itself()) == parsed

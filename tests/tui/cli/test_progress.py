"""The progress bar: on a terminal, and only there."""

import sys

import pytest

from tui.cli.progress import progress


def test_there_is_none_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("counting", 10) as step:
        step()
        step(failed=True, by=9)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("total", "shown"), [(1, False), (3, True)])
def test_on_a_terminal_it_counts_what_is_done_and_what_failed(
    total: int, shown: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress("counting", total) as step:
        step(failed=True, by=total)
    said = capsys.readouterr()
    assert said.out == ""
    assert [word in said.err for word in ("counting", "1 failed")] == [shown, shown]


@pytest.mark.parametrize(
    ("parts", "shown"), [([], "0/2"), ([0.6], "0/2"), ([0.6, 0.4, 0.6], "1/2"), ([1.0] * 3, "3/?")]
)
def test_parts_of_items_count_and_more_than_all_are_of_nobody_knows_how_many(
    parts: list[float],
    shown: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress("counting", 2) as step:
        for part in parts:
            step(by=part)
            step(by=0)
    assert shown in capsys.readouterr().err

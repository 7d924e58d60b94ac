"""The entry point: exit statuses of what goes wrong, and guests."""

import pytest

from store.errors import DubaoError
from tests.tui.cli.support import Dubao
from tui.cli.commands.reading import list as listing


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (DubaoError("The disk is full."), 2, "dubao: The disk is full.\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_ends_a_command_is_its_status(
    dubao: Dubao, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, said: str
) -> None:
    def fail(arguments: object) -> int:
        raise error

    monkeypatch.setattr(listing, "run", fail)
    assert dubao("list") == (status, "", said)


def test_a_reader_of_the_output_that_has_gone_is_no_error(
    dubao: Dubao, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(arguments: object) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(listing, "run", fail)
    silenced = []
    monkeypatch.setattr("tui.cli.output.silence_output", lambda: silenced.append(True))
    assert dubao("list") == (0, "", "")
    assert silenced == [True]


def test_guests_are_told_that_they_can_only_read(dubao: Dubao) -> None:
    status, out, err = dubao("--restricted", "list")
    assert (status, out, "can only read" in err) == (2, "", True)

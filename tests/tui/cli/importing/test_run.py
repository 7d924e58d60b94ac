"""Running an import: failures at its end, and how far it came when it is interrupted."""

import os
import signal
from collections.abc import Callable, Generator, Iterator

import pytest

from store.errors import LibraryError
from store.imports.pipeline import Heard, Outcome
from store.library.adding import Added
from store.messages import Message
from tui.cli.importing.run import run_import

NEW = Outcome("a", added=Added("issue"))
FAILED = Outcome("c", error=Message("c: there is no such file."))


def outcomes(
    *given: Outcome, end: Callable[[], object] = lambda: None
) -> Callable[[Heard], Generator[Outcome, None, None]]:
    def imported(heard: Heard) -> Generator[Outcome, None, None]:
        for outcome in given:
            heard(1)
            yield outcome
        end()

    return imported


def test_failures_are_told_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[Outcome] = []
    summary = run_import(outcomes(FAILED, NEW), 2, seen.append)
    assert seen == [FAILED, NEW]
    assert summary.kept == 1
    assert capsys.readouterr().err == f"dubao: {FAILED.error}\n"


def full() -> None:
    raise LibraryError("The disk is full.")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let Ctrl+C interrupt, also where tests run in the background: they are begun without it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(
    ("end", "error"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGTERM), KeyboardInterrupt),
        (lambda: os.kill(os.getpid(), signal.SIGINT), KeyboardInterrupt),
        (full, LibraryError),
    ],
)
def test_an_import_that_ends_early_says_how_far_it_came(
    end: Callable[[], object], error: type[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(error):
        run_import(outcomes(NEW, FAILED, end=end), 9)
    failure, told = capsys.readouterr().err.splitlines()
    assert failure == f"dubao: {FAILED.error}"
    assert told.startswith("dubao: 1 of 9 are in the library; ")
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.parametrize(("total", "kept"), [(1, True), (9, False)])
def test_one_input_or_a_preview_came_nowhere(
    total: int, kept: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(LibraryError):
        run_import(outcomes(end=full), total, kept=kept)
    assert capsys.readouterr().err == ""

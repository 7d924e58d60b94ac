"""A round is counted by pages and subscriptions, and its status says how many have failed."""

from collections.abc import Generator
from datetime import date

import pytest

from store.fetching.events import Begun, Came, Ended, Event, Piece
from store.imports.pipeline import Outcome
from store.imports.sources import Loaded, Reading
from store.library.library import Library
from store.messages import Message
from store.subscriptions.models import FetchState
from tui.cli.fetching.run import Round, show


def came(page: int, pages: int) -> Came:
    """Return that a page of an issue has come."""
    piece = Piece(Loaded("x", b""), Reading(), date(2031, 4, 5), None, page, pages)
    return Came("a", piece, ())


def test_the_bar_counts_pages_as_they_turn_out() -> None:
    done = Round(2)
    steps = [done.count(came(page, 4))[0] for page in (1, 2, 4)]
    assert (steps, done.total) == ([1, 1, 2], 6)
    assert done.count(Ended("a", FetchState())) == (1, False)
    assert done.count(came(1, 8))[0] == 1
    assert done.count(Ended("b", FetchState(error=Message("Gone."))))[1]


@pytest.mark.parametrize(
    ("errors", "changed", "status"),
    [((0, 0), (), 0), ((0, 1), (), 1), ((1, 1), (), 2), ((1, 1), ("x",), 1)],
)
def test_the_status_is_that_of_all_commands(
    errors: tuple[int, ...], changed: tuple[str, ...], status: int
) -> None:
    done = Round(len(errors))
    for error in errors:
        done.count(Ended("a", FetchState(error=Message("Gone.") if error else None), changed))
    assert done.exit_status == status


@pytest.mark.parametrize("quiet", [False, True])
def test_in_a_pipe_each_page_has_a_line(
    library: Library, capsys: pytest.CaptureFixture[str], quiet: bool
) -> None:
    def events() -> Generator[Event, None, None]:
        yield came(1, 2)
        yield came(2, 2)
        yield Ended("a", FetchState(came=3))

    show(library, events(), 1, quiet=quiet)
    lines = ["a: page 1 of 2", "a: page 2 of 2", "a: 3 new articles"]
    assert capsys.readouterr().out.splitlines() == ([] if quiet else lines)


def test_a_page_that_could_not_be_kept_is_not_told_as_come(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    def events() -> Generator[Event, None, None]:
        yield came(1, 2)
        full = Outcome("x", error=Message("The disk is full."))
        yield Came("a", came(2, 2).piece, (full,))

    show(library, events(), 1, quiet=False)
    assert capsys.readouterr().out == "a: page 1 of 2\n"


def test_the_bar_counts_the_pages_of_an_issue_from_its_beginning() -> None:
    done = Round(1)
    assert (done.count(Begun("a", 8)), done.total) == ((0, False), 9)
    assert [done.count(came(page, 8))[0] for page in (1, 2, 5)] == [1, 1, 3]
    assert (done.count(Begun("a", 4)), done.total) == ((3, False), 13)
    assert [done.count(came(page, 4))[0] for page in (1, 4)] == [1, 3]
    assert done.count(Ended("a", FetchState())) == (1, False)


def test_on_a_terminal_the_bar_says_which_page_of_which_paper_is_asked_for(
    library: Library, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def events() -> Generator[Event, None, None]:
        yield Begun("a", 3)
        yield came(1, 3)

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    show(library, events(), 1, quiet=False)
    err = capsys.readouterr().err
    assert "a: page 2 of 3" in err
    assert "1/4" in err

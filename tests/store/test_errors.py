"""Errors and the messages in them."""

import pickle
import re
from pathlib import Path

import pytest

import store
from store.errors import OVERTIME, DubaoError, LibraryError, reason_of, why_ended
from store.messages import Message


def test_an_error_reads_as_its_english_sentence() -> None:
    error = LibraryError(
        "{file}: {size:,} bytes of {what!r}.", file=Path("/x"), size=1234, what="y"
    )
    assert str(error) == "/x: 1,234 bytes of 'y'."


def test_an_error_that_is_the_reason_becomes_a_message_in_the_other() -> None:
    inner = DubaoError("{file}: gone.", file="a")
    outer = DubaoError("It failed: {why}", why=inner)
    assert outer.message == Message("It failed: {why}", {"why": inner.message})
    assert str(outer) == "It failed: a: gone."


def test_of_an_error_of_the_system_only_the_reason_is_told() -> None:
    error = DubaoError("{file}: {why}.", file="a", why=OSError(13, "Permission denied", "secret"))
    assert str(error) == "a: Permission denied."


def test_a_template_without_fields_is_taken_as_it_stands() -> None:
    assert str(DubaoError("{a brace} and }")) == "{a brace} and }"


def test_an_error_can_be_pickled() -> None:
    error = DubaoError("{file}: gone.", file="a")
    assert str(pickle.loads(pickle.dumps(error))) == "a: gone."


def test_nobody_else_asks_an_error_for_what_the_system_says_in_english() -> None:
    root = Path(store.__file__).parents[1]
    asking = {
        path.relative_to(root).as_posix()
        for folder in ("store", "tui")
        for path in (root / folder).rglob("*.py")
        if re.search(r"(?<!os)\.strerror\b|\"strerror\"", path.read_text("utf-8"))
    }
    assert asking == {"store/errors.py"}


def test_an_error_that_says_nothing_is_called_by_its_kind() -> None:
    assert reason_of(TimeoutError()) == Message("TimeoutError")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (OVERTIME, "it took too long"),
        ("SIGKILL", "the system ended it, perhaps for want of memory"),
        ("SIGSEGV", "it crashed, SIGSEGV"),
        ("ValueError: {0}", "ValueError: {0}"),
        ("", ""),
    ],
)
def test_a_signal_is_told_by_what_it_means(said: str, told: str) -> None:
    assert str(why_ended(said)) == told

"""Keys that wait: all of them in their order, few of one that is held, and leaving first."""

from collections.abc import Iterator

import pytest
from textual.events import Key, Paste
from textual.message import Message

from tui.terminal.waiting_keys import FEW, HELD, MOST, WaitingKeys

LEAVING = ("q", "ctrl+q")


def keys(*names: str) -> list[Message]:
    return [Key(name, name if len(name) == 1 else None) for name in names]


def waiting(*names: str) -> WaitingKeys:
    line = WaitingKeys(LEAVING.__contains__)
    line.add(keys(*names))
    return line


def left(line: WaitingKeys) -> Iterator[str]:
    while line:
        message = line.take()
        yield message.key if isinstance(message, Key) else "paste"


def test_keys_come_in_the_order_they_were_typed() -> None:
    line = waiting("slash", "a", "q")
    line.add([Paste("茶")])
    assert list(left(line)) == ["slash", "a", "q", "paste"]
    assert not line


def test_leaving_overtakes_a_mass_of_keys() -> None:
    assert list(left(waiting(*"xyz" * FEW, "ctrl+q", "j"))) == ["ctrl+q", "j"]


def test_what_was_typed_ahead_in_earnest_is_done_before_leaving() -> None:
    assert list(left(waiting("s", "j", "ctrl+q"))) == ["s", "j", "ctrl+q"]


def test_a_letter_leaves_behind_a_key_that_is_held_but_not_within_words() -> None:
    assert list(left(waiting(*["j"] * FEW, "q"))) == ["q"]
    word = [*"aquarium" * FEW]
    assert list(left(waiting(*word))) == word


def test_a_key_that_is_held_does_not_pile_up_and_nothing_grows_without_end() -> None:
    line = waiting(*["j"] * 5 * HELD, "k")
    assert list(left(line)) == ["j"] * HELD + ["k"]
    assert len(waiting(*"xy" * MOST)) == MOST


@pytest.mark.parametrize("typed", ["xy", "j"])
def test_a_mass_fills_the_line_until_few_of_it_wait(typed: str) -> None:
    line = waiting(*typed * 2 * MOST)
    assert line.is_full()
    while len(line) >= FEW:
        line.take()
    assert not line.is_full()
    line.add(keys("ctrl+q"))
    assert len(line) == FEW


def test_a_key_that_is_held_for_a_while_fills_nothing() -> None:
    assert not waiting(*"j" * 9 * HELD).is_full()


def test_a_key_to_leave_breaks_off_work_and_a_letter_waits_for_it() -> None:
    line = waiting("colon", "q", "ctrl+q", "x")
    key = line.take_breaking(search=False)
    assert isinstance(key, Key)
    assert key.key == "ctrl+q"
    assert not line
    assert waiting("colon", "q").take_breaking(search=True) is None


def test_escape_breaks_off_a_search_alone_and_only_as_the_next_key() -> None:
    assert waiting("escape").take_breaking(search=False) is None
    assert waiting("x", "escape").take_breaking(search=True) is None
    line = waiting("escape", "x")
    assert line.take_breaking(search=True) is not None
    assert list(left(line)) == ["x"]

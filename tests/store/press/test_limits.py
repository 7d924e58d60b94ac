"""Bounds of time and memory: in Python and in C, and nothing of them is left behind."""

import resource
import signal
from collections.abc import Callable

import pytest

from store.errors import OVERTIME
from store.press.limits import MOST_SECONDS, allow, limited
from tests.forks import ended, forked

MB = 2**20


def spin_in_python() -> None:
    while True:
        pass


def spin_in_c() -> None:
    sum(range(10**15))


@pytest.mark.parametrize("spin", [spin_in_python, spin_in_c])
def test_who_takes_too_long_is_ended(spin: Callable[[], None]) -> None:
    def act() -> None:
        with limited(0.05):
            spin()

    assert ended(forked(act)) == -signal.Signals[OVERTIME]


def test_who_wants_too_much_gets_an_error_and_goes_on() -> None:
    def act() -> None:
        try:
            with limited(memory=20 * MB):
                bytearray(100 * MB)
        except MemoryError:
            bytearray(100 * MB)  # now it may
        else:
            raise AssertionError

    assert ended(forked(act)) == 0


def test_nothing_is_left_of_the_bounds() -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    with limited(1000):
        assert signal.getitimer(signal.ITIMER_PROF)[0] > 0
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


def test_a_room_asks_for_more_up_to_a_bound() -> None:
    allow(5)
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0, "outside of a worker nothing is bounded"
    with limited(100):
        allow(100)
        assert 150 < signal.getitimer(signal.ITIMER_PROF)[0] < 201
        allow(10**9)
        assert signal.getitimer(signal.ITIMER_PROF)[0] < MOST_SECONDS + 1


def test_what_was_asked_for_and_used_cannot_be_asked_for_again() -> None:
    with limited(100):
        for _ in range(400):
            allow(1)
        assert signal.getitimer(signal.ITIMER_PROF)[0] < MOST_SECONDS + 10, "each look adds a tick"
        signal.setitimer(signal.ITIMER_PROF, 10, signal.getitimer(signal.ITIMER_PROF)[1])
        allow(100)
        assert signal.getitimer(signal.ITIMER_PROF)[0] < 11

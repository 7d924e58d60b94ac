"""A connection that says nothing for too long is cut; others are left alone."""

import socket
import threading

import pytest

from store.backends.postgres import watchdog
from store.backends.postgres.watchdog import within


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often."""
    monkeypatch.setattr(watchdog, "STEP", 0.005)
    monkeypatch.setattr(watchdog, "_watchdogs", [])


def test_who_waits_too_long_for_an_answer_gets_none() -> None:
    one, other = socket.socketpair()
    with one, other, within(one, 0.01):
        assert one.recv(1) == b""


def test_who_is_answered_in_time_is_left_alone() -> None:
    one, other = socket.socketpair()
    with one, other:
        with within(one, 60):
            other.send(b"1")
            assert one.recv(1) == b"1"
        with within(other, 0.001):
            pass
        assert one.send(b"2") == 1
        assert other.recv(1) == b"2"


def test_one_thread_looks_after_all() -> None:
    pairs = [socket.socketpair() for _ in range(5)]
    before = threading.active_count()
    for one, _ in pairs:
        with within(one, 60):
            assert threading.active_count() <= before + 1
    for one, other in pairs:
        one.close()
        other.close()

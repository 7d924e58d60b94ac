"""One at a time to each host, and a pause between."""

from threading import Event, Thread

import pytest

from store.errors import NetError
from store.net.pace import Pace


class Waits(Event):
    """An event that is waited for in no time; `clock` is then later."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 100.0

    def wait(self, timeout: float | None = None) -> bool:
        self.now += timeout or 0.0
        return self.is_set()

    def clock(self) -> float:
        return self.now


def test_a_host_is_left_alone_for_its_pause() -> None:
    waits = Waits()
    pace = Pace(waits, waits.clock)
    with pace.turn("a.example", 1.2):
        assert waits.now == 100.0
        waits.now += 3
    with pace.turn("b.example", 1.2):
        assert waits.now == 103.0
    waits.now += 0.5
    with pace.turn("a.example", 1.2):
        assert waits.now == pytest.approx(104.2)
    waits.now += 60
    with pace.turn("a.example", 1.2):
        assert waits.now == pytest.approx(164.2)


def test_a_host_is_asked_by_one_at_a_time() -> None:
    pace = Pace(Event())
    at_once = most = 0

    def ask() -> None:
        nonlocal at_once, most
        for _ in range(200):
            with pace.turn("a.example", 0.0):
                at_once += 1
                most = max(most, at_once)
                at_once -= 1

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_who_waits_is_told_to_stop() -> None:
    stop = Event()
    pace = Pace(stop)
    with pace.turn("a.example", 0.0):
        stop.set()
    with pytest.raises(NetError) as caught, pace.turn("a.example", 1000.0):
        raise AssertionError
    assert caught.value.code == "stopped"

"""Memory that goes back to the system."""

import sys
import threading

import pytest

from store.net.memory import give_back


def held() -> int:
    """Return how many bytes of memory this process has (proc(5))."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


def grow() -> None:
    for size in (2**24, 2**24 + 2**20, 2**24):
        body = bytearray(size)
        body += bytes(2**20)


@pytest.mark.skipif(sys.platform != "linux", reason="glibc alone is told")
def test_large_bodies_leave_nothing_behind() -> None:
    give_back()
    give_back()
    before = held()
    ready = threading.Barrier(5)

    def hold() -> None:
        grow()
        ready.wait()
        ready.wait()

    threads = [threading.Thread(target=hold) for _ in range(4)]
    for thread in threads:
        thread.start()
    ready.wait()
    after = held()
    ready.wait()
    for thread in threads:
        thread.join()
    assert after - before < 2**24

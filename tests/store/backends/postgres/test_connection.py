"""A server that says nothing is told of and given up; a query that is given up ends there, too."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import psycopg
import pytest
from psycopg import errors

from store.backends.postgres import connection as module
from store.backends.postgres.connection import Connection
from store.backends.postgres.conninfo import hosts
from store.backends.postgres.faults import ServerError
from tests.clusters import Cluster, needs_postgres

pytestmark = [needs_postgres, pytest.mark.slow]

FOR_EVER = "SELECT pg_sleep(1000)"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine take as long as it needs to cancel what is given up."""
    monkeypatch.setattr(module, "CANCEL", 60.0)


@pytest.fixture
def connection(cluster: Cluster) -> Iterator[Connection]:
    """Give a connection to a server."""
    ((info, _),) = hosts(cluster.address())
    with Connection.connect(info, autocommit=True) as connection:
        yield connection


@contextmanager
def stopped(connection: Connection) -> Iterator[None]:
    """Let what answers a connection take all, and answer nothing."""
    number = connection.info.backend_pid
    os.kill(number, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(number, signal.SIGCONT)


def test_who_is_answered_is_left_alone(connection: Connection) -> None:
    with connection.within(60):
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert connection.execute("SELECT 2").fetchone() == (2,)


def test_a_server_that_is_silent_is_told_of_and_given_up(
    connection: Connection, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = connection.info.backend_pid
    told = list[str]()
    monkeypatch.setattr(module, "SLOW", 0.01)
    connection.slow = lambda: told.append("slow")
    asked = pytest.raises(ServerError, match="no answer in 0 seconds")
    with asked, connection.within(0.05):
        connection.execute(FOR_EVER)
    assert told == ["slow"]
    assert connection.closed
    end = time.monotonic() + 60
    with psycopg.connect(cluster.address(), autocommit=True) as other:
        there = "SELECT 1 FROM pg_stat_activity WHERE pid = %s"
        while other.execute(there, (number,)).fetchone():
            assert time.monotonic() < end, "what nobody waits for goes on there"


def test_many_statements_at_once_are_given_up_as_one(connection: Connection) -> None:
    def ask() -> None:
        with connection.pipeline():
            for number in range(10):
                connection.execute("SELECT %s", (number,))

    given_up = pytest.raises(psycopg.OperationalError)
    with stopped(connection), given_up, connection.within(0.05):
        ask()
    assert connection.closed


def test_what_is_given_up_ends_on_the_server(connection: Connection) -> None:
    looks = count()
    with pytest.raises(errors.QueryCanceled), connection.within(60, lambda: next(looks) > 2):
        connection.execute(FOR_EVER)
    assert connection.execute("SELECT 1").fetchone() == (1,)

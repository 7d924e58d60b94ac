"""What a server says is told on one line."""

import psycopg
import pytest
from psycopg import errors

from store.backends.postgres.faults import ServerError, first_line, silent_for


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("relation is missing.\nLINE 1: SELECT", "relation is missing"),
        ("server  closed\tthe connection", "server closed the connection"),
        ("connection failed: no route to host", "no route to host"),
        ("", "OperationalError"),
    ],
)
def test_what_a_server_says_is_told_on_one_line(said: str, told: str) -> None:
    assert first_line(psycopg.OperationalError(said)) == told


def test_silence_is_told_as_such() -> None:
    assert first_line(errors.ConnectionTimeout("expired")) == silent_for(3)
    assert first_line(ServerError(silent_for(5))) == silent_for(5)
    assert str(ServerError(silent_for(5))) == "no answer in 5 seconds"

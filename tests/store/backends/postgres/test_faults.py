"""What a server says is told on one line."""

import psycopg
import pytest

from store.backends.postgres.faults import first_line


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("relation is missing.\nLINE 1: SELECT", "relation is missing"),
        ("server  closed\tthe connection", "server closed the connection"),
        ("", "OperationalError"),
    ],
)
def test_what_a_server_says_is_told_on_one_line(said: str, told: str) -> None:
    assert first_line(psycopg.OperationalError(said)) == told

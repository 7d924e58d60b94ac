"""Sentences about what has gone wrong."""

import http.client
from datetime import UTC, datetime

import pytest
from urllib3.exceptions import HTTPError, IncompleteRead, ProtocolError, ProxyError

from store.errors import Trouble
from store.net.addresses import parse
from store.net.connections import Bound, Limits
from store.net.faults import of_connection, of_status

NOW = datetime(2024, 3, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "code"), [(401, "refused"), (404, "missing"), (503, "busy"), (599, "status")]
)
def test_a_status_says_what_it_means(status: int, code: Trouble) -> None:
    error = of_status(status, "http://a.example/", "60", NOW)
    assert (error.code, error.status, error.retry_after) == (code, status, 60.0)
    assert str(status) in str(error)


def test_the_innermost_reason_is_told() -> None:
    inner = ConnectionResetError(104, "Connection reset by peer")
    error = of_connection(
        ProtocolError("Connection aborted.", inner),
        parse("http://a.example/"),
        "",
        Bound(Limits(), 1),
    )
    assert "(Connection reset by peer)" in str(error)


def test_no_password_of_a_proxy_is_told() -> None:
    error = of_connection(
        ProxyError("Cannot connect to proxy.", OSError("it sleeps")),
        parse("http://a.example/"),
        "http://li:geheim@proxy.example:3128",
        Bound(Limits(), 1),
    )
    assert "proxy.example:3128" in str(error)
    assert "it sleeps" in str(error)
    assert "geheim" not in str(error)


@pytest.mark.parametrize(
    "error",
    [
        IncompleteRead(5, 95),
        ProtocolError("Connection broken: IncompleteRead(5)", http.client.IncompleteRead(b"12345")),
    ],
)
def test_an_answer_that_is_cut_off_is_told_in_plain_words(error: HTTPError) -> None:
    told = of_connection(error, parse("http://a.example/"), "", Bound(Limits(), 1))
    assert told.code == "broken"
    assert "IncompleteRead" not in str(told)
    assert "before all of it had come" in str(told)

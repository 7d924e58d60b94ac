"""Fetching, against a server with every trouble."""

import pytest

from store.errors import NetError, Trouble
from store.net.client import Client, Request, Response
from tests.site.troubles import ETAG, MODIFIED, PAGE, Troubles


def fetch(client: Client, url: str, **given: object) -> Response:
    return client.get(Request(url, allow_private=True, **given))  # type: ignore[arg-type]


def trouble(client: Client, url: str, **given: object) -> NetError:
    with pytest.raises(NetError) as caught:
        fetch(client, url, **given)
    return caught.value


def test_a_page_comes(client: Client, server: Troubles) -> None:
    answer = fetch(client, f"{server.url}/page")
    assert (answer.status, answer.body) == (200, PAGE)
    assert answer.type == "text/html; charset=utf-8"
    assert (answer.url, answer.moved) == (f"{server.url}/page", "")


@pytest.mark.parametrize("validator", [{"etag": ETAG}, {"modified": MODIFIED}])
def test_what_has_not_changed_is_not_sent(
    validator: dict[str, str], client: Client, server: Troubles
) -> None:
    first = fetch(client, f"{server.url}/tagged")
    assert (first.etag, first.modified) == (ETAG, MODIFIED)
    again = fetch(client, f"{server.url}/tagged", **validator)
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "code", "status"),
    [
        ("status/403", "refused", 403),
        ("nothing", "missing", 404),
        ("status/410", "missing", 410),
        ("status/429", "busy", 429),
        ("status/500", "status", 500),
        ("loop", "loop", 0),
        ("endless-way", "loop", 0),
        ("gzip?cut=5", "encoding", 0),
        ("bomb/gzip", "too_large", 0),
        ("bomb/br", "encoding", 0),
        ("bomb/zstd", "encoding", 0),
        ("bomb/gzip, gzip", "encoding", 0),
        ("endless", "too_large", 0),
        ("half", "broken", 0),
        ("half/chunked", "broken", 0),
        ("half/reset", "broken", 0),
        ("no-http", "broken", 0),
    ],
)
def test_trouble_is_told_apart(
    path: str, code: Trouble, status: int, client: Client, server: Troubles
) -> None:
    error = trouble(client, f"{server.url}/{path}")
    assert (error.code, error.status) == (code, status)
    assert server.url in str(error)


@pytest.mark.parametrize("path", ["silent", "silent/body", "dribble", "dribble/headers"])
def test_patience_ends(path: str, hasty: Client, server: Troubles) -> None:
    assert trouble(hasty, f"{server.url}/{path}").code == "timeout"

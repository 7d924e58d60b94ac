"""A server of troubles on this machine, and clients with little patience."""

from collections.abc import Iterator

import pytest

from store.net.client import Client
from store.net.connections import Limits
from tests.site.troubles import Troubles, serving


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[Troubles]:
    """Give a server that answers each path with its trouble."""
    with serving(Troubles()) as running:
        yield running


@pytest.fixture
def client() -> Iterator[Client]:
    """Give a client that is as patient as those of readers."""
    with Client() as made:
        yield made


@pytest.fixture
def hasty() -> Iterator[Client]:
    """Give a client that waits for 0.05 s until something comes, and 0.1 s for all."""
    with Client(Limits(connect=5.0, silence=0.05, whole=0.1)) as made:
        yield made

"""A server of ours on the loopback, and clients who come to it, all in one process."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncssh

from tui.guests import serve


@asynccontextmanager
async def served(
    command: Sequence[str] = ("true",),
    guests: Collection[bytes] | None = None,
    most: int = 20,
    idle: float = 1800.0,
) -> AsyncIterator[tuple[serve.Service, int]]:
    """Give a service that anyone may come to, or these `guests`, and its port."""
    service = serve.Service(command, guests, lambda _: None, most, idle)
    key = asyncssh.generate_private_key("ssh-ed25519")
    acceptor = await serve.serve(service, "127.0.0.1", 0, key)
    async with acceptor:
        yield service, acceptor.get_port()


def connect(port: int, **options: Any) -> Any:
    """Return a connection to come, of someone without a key."""
    own: dict[str, Any] = {
        "known_hosts": None,
        "client_keys": None,
        "config": None,
        "agent_path": None,
        "username": "paper",
    }
    return asyncssh.connect("127.0.0.1", port, **own | options)

"""What a stranger gets of the server: today's algorithms, and no more than a share of it."""

import asyncio

import pytest

from store.errors import DubaoError

asyncssh = pytest.importorskip("asyncssh")

from tests.tui.guests.loopback import connect, served  # noqa: E402 - needs asyncssh
from tui.guests import serve  # noqa: E402

OLD = {
    "kex_algs": ["diffie-hellman-group14-sha1", "diffie-hellman-group-exchange-sha256"],
    "mac_algs": ["hmac-sha1", "hmac-sha1-etm@openssh.com", "umac-64@openssh.com", "hmac-md5"],
    "encryption_algs": ["aes128-cbc", "3des-cbc", "aes256-cbc"],
}


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, names in OLD.items() for name in names]
)
async def test_an_old_algorithm_is_not_agreed_to(kind: str, name: str) -> None:
    only = {kind: [name]}
    if kind == "mac_algs":  # other ciphers bring a check of their own
        only["encryption_algs"] = ["aes256-ctr"]
    async with served() as (_, port):
        with pytest.raises(asyncssh.KeyExchangeFailed):
            await connect(port, **only)


@pytest.mark.parametrize("kind", serve.ALGORITHMS)
async def test_each_of_todays_is_known(kind: str) -> None:
    async with served() as (_, port):
        for name in serve.ALGORITHMS[kind]:
            if kind == "signature_algs":
                continue
            only = {kind: [name]}
            if kind == "mac_algs":
                only["encryption_algs"] = ["aes256-ctr"]
            async with connect(port, **only):
                pass


async def test_silent_connections_make_room_for_one_that_speaks() -> None:
    async with served(most=2) as (service, port):
        silent = [await asyncio.open_connection("127.0.0.1", port) for _ in range(40)]
        async with connect(port):
            assert len(service.open) == 1
        assert len(service.knocking) <= serve.KNOCKING_EACH
        for _, writer in silent:
            writer.close()


async def test_one_who_never_agrees_on_keys_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "KEY_TIMEOUT", 0)
    async with served() as (service, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        with pytest.raises((asyncio.IncompleteReadError, ConnectionError)):
            await reader.readexactly(10_000)
        writer.close()
        assert not service.knocking


async def test_one_connection_does_not_take_all_places(monkeypatch: pytest.MonkeyPatch) -> None:
    stay = asyncio.Event()

    async def reads(*_: object) -> tuple[str, int]:
        await stay.wait()
        return "", 0

    monkeypatch.setattr(serve, "read", reads)
    async with served(most=8) as (service, port), connect(port) as connection:
        asked = [await connection.create_process(term_type="xterm") for _ in range(5)]
        turned_away = [await each.wait() for each in asked[serve.READERS_EACH :]]
        assert [each.exit_status for each in turned_away] == [1] * 3
        assert len(service.reading) == serve.READERS_EACH
        stay.set()


async def test_a_host_that_cannot_be_a_name_is_a_sentence() -> None:
    service = serve.Service(["true"], None, lambda _: None, 1)
    key = asyncssh.generate_private_key("ssh-ed25519")
    with pytest.raises(DubaoError, match="nothing can be served there"):
        await serve.serve(service, "\ufffd\ufffd", 0, key)

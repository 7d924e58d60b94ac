"""One guest's reader: what starts it, what it takes no code from, and how it is ended."""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from store.library.library import open_library
from tui.terminal import departure
from tui.terminal.size import cell_size, terminal_size

asyncssh = pytest.importorskip("asyncssh")

from tests.tui.guests.loopback import connect, served  # noqa: E402 - needs asyncssh
from tui.guests import reader, serve  # noqa: E402
from tui.guests.reader import command  # noqa: E402

DEADLINE = 60
"""Seconds after which a test gives up."""

MASS = 2_000_000
"""Bytes that a guest types at once."""

READY = ("防汛不松劲", "\x1b[?2004h")
"""What is shown once the reader stands, and takes keys."""

KEYS = ["j", "/g\x1b", "Tq", "\x10ab\x1b[5~"]
"""What they type: a key that is held, filters, another screen, the palette."""


def test_it_is_the_restricted_reader_of_this_library(tmp_path: Path) -> None:
    words = command(str(tmp_path), "zh")
    assert words[-5:] == ["--library", str(tmp_path), "--lang", "zh", "--restricted"]
    assert "--lang" not in command(str(tmp_path))


@pytest.mark.slow
def test_it_takes_no_code_from_its_folder_or_environment(tmp_path: Path) -> None:
    (tmp_path / "tui").mkdir()
    (tmp_path / "tui" / "__init__.py").write_text("raise SystemExit('taken')")
    ended = subprocess.run(
        [*command(str(tmp_path)), "--help"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "taken" not in ended.stderr


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, builder: Callable[..., Any]) -> Path:
    """Give a library of one issue; all that is kept lies beside it."""
    for name in ("DATA", "STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    issue = builder("临江报").on(2024, 3, 5).page("1").article("防汛不松劲", "堤上无险。" * 9)
    with open_library(tmp_path / "library") as library:
        issue.article("春茶开园", "茶香满坡。" * 9).add_to(library)
    return tmp_path / "library"


@asynccontextmanager
async def opened(port: int, **options: Any) -> AsyncIterator[Any]:
    """Give a guest's session on a terminal; the line drops at the end."""
    size = {"term_type": "xterm-256color", "term_size": (80, 24), "encoding": None}
    async with connect(port, **options) as line:
        process = await line.create_process(**size)
        yield process
        line.abort()


async def until(process: Any, *wanted: str) -> None:
    """Read until all this has been shown."""
    shown = b""
    while not all(each.encode() in shown for each in wanted):
        shown += await process.stdout.read(65536)


async def type_mass(process: Any, keys: str, size: int = MASS) -> None:
    """Type a mass of these keys, and wait until they are on their way."""
    process.stdin.write(keys.encode() * (size // len(keys)))
    await process.stdin.drain()


async def all_gone(service: "serve.Service") -> None:
    """Wait until every place is free again."""
    while service.reading:
        await asyncio.wait([*service.reading])


@pytest.mark.slow
@pytest.mark.parametrize("keys", KEYS)
async def test_what_a_dropped_line_has_typed_is_forgotten(paper: Path, keys: str) -> None:
    key = asyncssh.generate_private_key("ssh-ed25519")
    guests = {key.public_data}
    reader = command(str(paper))
    async with asyncio.timeout(DEADLINE), served(reader, guests, most=3) as (service, port):
        for _ in range(3):
            async with opened(port, client_keys=[key]) as process:
                await until(process, *READY)
                await type_mass(process, keys)
        await all_gone(service)
        assert [*(paper.parent / "state").rglob("place.json")], "it is kept at once"
        async with opened(port, client_keys=[key]) as process:
            await until(process, *READY)


@pytest.mark.slow
async def test_leaving_overtakes_what_has_been_typed(paper: Path) -> None:
    async with (
        asyncio.timeout(DEADLINE),
        served(command(str(paper))) as (_, port),
        opened(port) as process,
    ):
        await until(process, *READY)
        await type_mass(process, "jk\x10\x1b", 20_000)
        process.stdin.write(b"\x11")
        await until(process, "\x1b[?1049l")
        assert (await process.wait()).exit_status == 0


@pytest.mark.slow
async def test_it_is_hung_up_on_though_the_server_was_started_with_nohup(paper: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        async with (
            asyncio.timeout(DEADLINE),
            served(command(str(paper))) as (service, port),
            opened(port) as process,
        ):
            await until(process, *READY)
            service.closing.set()
            await until(process, "\x1b[?1049l")
            assert (await process.wait()).exit_status == 128 + signal.SIGHUP
    finally:
        signal.signal(signal.SIGHUP, before)


STUBBORN = ["sh", "-c", "trap '' HUP; echo $$; while :; do sleep 9; done"]


@pytest.mark.slow
async def test_a_reader_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "GRACE", 0.1)
    async with asyncio.timeout(DEADLINE), served(STUBBORN, most=1) as (service, port):
        async with opened(port) as process:
            number = int(await process.stdout.readline())
        await all_gone(service)
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def test_a_stuck_reader_has_kept_its_place_before_it_is_killed_and_that_within_3_seconds() -> None:
    assert departure.GRACE + 0.5 <= reader.GRACE < 3


@pytest.mark.slow
async def test_who_takes_nothing_of_what_is_shown_keeps_no_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "LEISURE", 0.1)
    for module in (reader, serve):
        monkeypatch.setattr(module, "GRACE", 0.1)
    async with (
        asyncio.timeout(DEADLINE),
        served(["yes"], idle=0.5) as (service, port),
        connect(port) as line,
    ):
        await line.create_process(term_type="xterm", window=1, max_pktsize=1)
        while not service.reading:
            await asyncio.sleep(0)
        await all_gone(service)


def test_the_terminal_is_as_large_as_the_guests_in_cells_and_in_pixels() -> None:
    master, slave = os.openpty()
    try:
        for size, cell in (((100, 40, 900, 720), (9, 18)), ((100, 40, 0, 0), None)):
            reader._size(slave, size)
            assert terminal_size(slave) == (100, 40)
            assert cell_size(slave) == cell
        reader._size(slave, (60000, 60000, 2**31, 2**31))
        reader._size(slave, (0, 0, -1, -1))
    finally:
        os.close(master)
        os.close(slave)

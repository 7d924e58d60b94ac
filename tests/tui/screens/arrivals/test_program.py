"""Another dubao beside the reader."""

from contextlib import aclosing
from pathlib import Path

import pytest

from tui.screens.arrivals.program import running

pytestmark = pytest.mark.slow


async def test_it_yields_what_is_printed_and_what_is_said_of_errors(tmp_path: Path) -> None:
    words = ("--lang", "en", "--library", str(tmp_path / "library"))
    async with aclosing(running((*words, "keys"))) as lines:
        assert any("Quit" in line for line in [line async for line in lines])
    async with aclosing(running((*words, "show", "nothing"))) as lines:
        assert [line async for line in lines][-1].startswith("dubao: ")


async def test_it_ends_with_whoever_listens(tmp_path: Path) -> None:
    async with aclosing(running(("--library", str(tmp_path), "keys"))) as lines:
        assert await anext(lines)

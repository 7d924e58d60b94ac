"""Another dubao beside the reader."""

import os
import subprocess
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from tui.screens.arrivals.program import BEHIND, running

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


async def test_whoever_reads_goes_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            begun.append(self.pid)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "page.txt").write_text(
        "清溪日报\n\n2024年3月12日 第1版\n\n古桥修好了\n\n　　走上去很稳。\n"
    )
    async with aclosing(
        running(("--library", str(tmp_path / "library"), "watch", str(folder)))
    ) as lines:
        await anext(lines)
        mine = os.getpriority(os.PRIO_PROCESS, 0)
        assert os.getpriority(os.PRIO_PROCESS, begun[0]) == min(19, mine + BEHIND)
